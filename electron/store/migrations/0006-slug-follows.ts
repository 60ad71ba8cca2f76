/** Whether a story's slug is still made of its headline as it is written. Those that are there keep theirs. Frozen. */
export const sql = `
ALTER TABLE story ADD COLUMN slug_follows INTEGER NOT NULL DEFAULT 0;
`
