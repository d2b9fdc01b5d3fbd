-- Format 3: settings of rules, reviews, rulings and expectations stand inside bodies; a body without them reads as
-- one that never had any. The two tables hold observations, not records: what the rules saw on the days on which
-- they ran. No step of the history touches them and undo does not take them back, because what was seen was seen.

-- On which day a finding was first seen, and on which it was found to be gone. One that is gone stays for that day
-- only: who takes a mending back on the same day finds it as old as it was.
CREATE TABLE sighting (
  key TEXT PRIMARY KEY,
  first TEXT NOT NULL,
  gone TEXT
) STRICT, WITHOUT ROWID;

-- What the rules saw on one day, and in which edition of the rules.
CREATE TABLE check_day (
  day TEXT PRIMARY KEY,
  pack TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The rules that somebody wrote. No index holds that a code is used once, because two rules may swap theirs in one
-- step; the edits hold it. Whether a rule may run is not in the file: each machine decides that for itself.
CREATE TABLE own_rule (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
