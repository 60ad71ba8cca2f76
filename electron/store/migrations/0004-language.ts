/** The language that a story is written in; of those that are there nobody was asked. Frozen. */
export const sql = `
ALTER TABLE story ADD COLUMN language TEXT NOT NULL DEFAULT 'und';
`
