-- Format 4: cards that nobody moves, and notes. Frames stand inside the bodies of canvases; one without reads as one
-- that never had any.
ALTER TABLE placement ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  canvas_id TEXT NOT NULL REFERENCES canvas (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX note_canvas ON note (canvas_id);
