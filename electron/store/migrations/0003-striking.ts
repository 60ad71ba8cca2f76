/** Striking and deleting for good: what is under way, and which stories went through it. Frozen. */
export const sql = `
CREATE TABLE striking (
  id TEXT PRIMARY KEY,
  work TEXT NOT NULL,
  done TEXT
) STRICT;

ALTER TABLE story ADD COLUMN strikings INTEGER NOT NULL DEFAULT 0;
`
