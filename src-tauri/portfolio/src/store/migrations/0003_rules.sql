-- Format 3: settings of rules, reviews, rulings and expectations stand inside bodies; a body without them reads as
-- one that never had any. The two tables hold observations, not records: what the rules saw on the days on which
-- they ran. No step of the history touches them and undo does not take them back, because what was seen was seen.

-- Since when, and until when at the latest, a finding was seen.
CREATE TABLE sighting (
  key TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL
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
