-- Format 2: the grade of a reading, and findings that somebody lives with. What changed inside bodies is read in
-- both forms, so that steps of the history written by format 1 can still be taken back.
ALTER TABLE reading ADD COLUMN grade TEXT;

CREATE TABLE waiver (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
