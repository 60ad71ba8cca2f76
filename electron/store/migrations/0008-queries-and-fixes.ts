/** Queries, suggested fixes, and what legal and a second reader said of a flagged claim. Frozen. */
export const sql = `
CREATE TABLE query (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  asked TEXT NOT NULL,
  source_id TEXT REFERENCES source (id),
  question TEXT NOT NULL,
  way TEXT NOT NULL,
  asked_at_ms INTEGER NOT NULL,
  due_at_ms INTEGER,
  is_right_of_reply INTEGER NOT NULL,
  answer TEXT,
  answered_at_ms INTEGER,
  answer_noted_by TEXT REFERENCES person (id),
  backup_id TEXT,
  added_by TEXT NOT NULL REFERENCES person (id),
  added_at_ms INTEGER NOT NULL,
  removed_at_ms INTEGER
) STRICT;
CREATE INDEX query_by_claim ON query (claim_id);
CREATE INDEX query_by_source ON query (source_id);

CREATE TABLE fix (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  remedy TEXT NOT NULL,
  words TEXT NOT NULL,
  new_words TEXT NOT NULL,
  why TEXT NOT NULL,
  backup_ids TEXT NOT NULL,
  answer TEXT,
  answered_by TEXT REFERENCES person (id),
  answered_at_ms INTEGER,
  decision TEXT,
  decision_reason TEXT,
  decided_by TEXT REFERENCES person (id),
  decided_at_ms INTEGER,
  suggested_by TEXT NOT NULL REFERENCES person (id),
  suggested_at_ms INTEGER NOT NULL,
  removed_at_ms INTEGER
) STRICT;
CREATE INDEX fix_by_claim ON fix (claim_id);

ALTER TABLE claim ADD COLUMN legal_clearing TEXT;
ALTER TABLE claim ADD COLUMN second_reading TEXT;
`
