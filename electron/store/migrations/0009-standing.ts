/**
 * What a settling remembers beside the words: where they stood, who was noted as speaking, who had written them.
 * What a claim is about. Which sources hang together, and whether they still stand. Frozen.
 */
export const sql = `
ALTER TABLE settling ADD COLUMN place TEXT;
ALTER TABLE settling ADD COLUMN speaker TEXT;
ALTER TABLE settling ADD COLUMN written_by TEXT NOT NULL DEFAULT '[]';
ALTER TABLE claim ADD COLUMN subject TEXT;
ALTER TABLE claim ADD COLUMN place TEXT;
ALTER TABLE source ADD COLUMN independence_group TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN standing TEXT NOT NULL DEFAULT 'stands';
`
