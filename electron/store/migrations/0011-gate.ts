/** Which versions of a story were cleared, and what editors let pass. Frozen. */
export const sql = `
CREATE TABLE override (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  reason TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  at_ms INTEGER NOT NULL,
  taken_back_at_ms INTEGER
) STRICT;
CREATE INDEX override_by_claim ON override (claim_id);

CREATE TABLE clearing (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story_id TEXT NOT NULL REFERENCES story (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  at_ms INTEGER NOT NULL,
  version INTEGER NOT NULL,
  override_ids TEXT NOT NULL,
  asks TEXT NOT NULL,
  shown TEXT NOT NULL,
  taken_back_at_ms INTEGER
) STRICT;
CREATE INDEX clearing_by_story ON clearing (story_id);

ALTER TABLE story ADD COLUMN clearing TEXT;
ALTER TABLE story ADD COLUMN is_cleared INTEGER DEFAULT 0;
`
