/**
 * A hash over all steps of a story's journal, beginning after a version: steps that are there already cannot be
 * proved any more, so those of an older story begin with its next one. Frozen.
 */
export const sql = `
ALTER TABLE story ADD COLUMN journal_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story ADD COLUMN journal_head TEXT NOT NULL DEFAULT '';
UPDATE story SET journal_from = version;
`
