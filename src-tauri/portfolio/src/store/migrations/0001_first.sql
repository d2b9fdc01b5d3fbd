-- One table for each type of record. The body is the record as JSON; what other rows refer to, and what is
-- read in great numbers, has columns of its own. Nothing cascades: a cascade would escape the history.
CREATE TABLE settings (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE element (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE canvas (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  from_id TEXT NOT NULL REFERENCES element (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  to_id TEXT NOT NULL REFERENCES element (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX link_from ON link (from_id);
CREATE INDEX link_to ON link (to_id);

CREATE TABLE placement (
  id TEXT PRIMARY KEY,
  canvas_id TEXT NOT NULL REFERENCES canvas (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  element_id TEXT NOT NULL REFERENCES element (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  x REAL NOT NULL,
  y REAL NOT NULL,
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX placement_canvas ON placement (canvas_id);
CREATE INDEX placement_element ON placement (element_id);

CREATE TABLE reading (
  id TEXT PRIMARY KEY,
  indicator_id TEXT NOT NULL REFERENCES element (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  source_id TEXT REFERENCES source (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  period TEXT NOT NULL,
  value REAL NOT NULL,
  nature TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  comment TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_indicator ON reading (indicator_id);
CREATE INDEX reading_source ON reading (source_id);

CREATE TABLE status_report (
  id TEXT PRIMARY KEY,
  element_id TEXT NOT NULL REFERENCES element (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  source_id TEXT REFERENCES source (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX status_report_element ON status_report (element_id);
CREATE INDEX status_report_source ON status_report (source_id);

CREATE TABLE import (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX import_source ON import (source_id);

-- Every step that was ever done, oldest first, with the diff that takes it back. Steps that were undone wait
-- at the end until they are redone or a new step takes their place.
CREATE TABLE step (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  diff TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
