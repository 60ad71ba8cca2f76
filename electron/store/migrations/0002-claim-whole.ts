/** The words that claims had before a run of deletions began, for as long as it lasts. Frozen. */
export const sql = `
CREATE TABLE claim_whole (
  claim_id TEXT PRIMARY KEY REFERENCES claim (id),
  words TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
`
