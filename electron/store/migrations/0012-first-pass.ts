/** What the first pass proposed and somebody took or put aside. Frozen. */
export const sql = `
CREATE TABLE dismissal (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story_id TEXT NOT NULL REFERENCES story (id),
  what TEXT NOT NULL,
  words TEXT NOT NULL,
  facets TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  at_ms INTEGER NOT NULL,
  taken_back_at_ms INTEGER,
  revision INTEGER NOT NULL
) STRICT;
CREATE INDEX dismissal_by_revision ON dismissal (story_id, revision);

ALTER TABLE claim ADD COLUMN proposed_for TEXT;
`
