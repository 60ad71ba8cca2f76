/** The tables of the first release. Frozen. */
export const sql = `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  initials TEXT NOT NULL,
  role TEXT NOT NULL
) STRICT;

CREATE TABLE story (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  headline TEXT NOT NULL,
  stage TEXT NOT NULL,
  version INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  next_number INTEGER NOT NULL,
  word_count INTEGER NOT NULL,
  claim_count INTEGER NOT NULL,
  open_count INTEGER NOT NULL,
  removed_count INTEGER NOT NULL,
  is_sample INTEGER NOT NULL,
  copied_from TEXT,
  archived_at_ms INTEGER,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  chain_seq INTEGER NOT NULL,
  chain_head TEXT NOT NULL,
  search_stale INTEGER NOT NULL
) STRICT;

CREATE TABLE step (
  story_id TEXT NOT NULL REFERENCES story (id),
  version INTEGER NOT NULL,
  step TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  client_id TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (story_id, version)
) STRICT;

CREATE TABLE snapshot (
  story_id TEXT NOT NULL REFERENCES story (id),
  version INTEGER NOT NULL,
  schema_version INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (story_id, version)
) STRICT;

CREATE TABLE answered_request (
  request_id TEXT PRIMARY KEY,
  answer TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES story (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  presence TEXT NOT NULL,
  words TEXT NOT NULL,
  speaker_name TEXT,
  speaker_role TEXT,
  speaker_source_id TEXT REFERENCES source (id),
  assignee_id TEXT REFERENCES person (id),
  note TEXT NOT NULL,
  is_legal INTEGER NOT NULL,
  copied_from TEXT,
  tagged_by TEXT NOT NULL REFERENCES person (id),
  tagged_at_ms INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  UNIQUE (story_id, number)
) STRICT;
CREATE INDEX claim_by_revision ON claim (story_id, revision);

CREATE TABLE settling (
  seq INTEGER PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  story_id TEXT NOT NULL REFERENCES story (id),
  status TEXT NOT NULL,
  words TEXT NOT NULL,
  version INTEGER NOT NULL,
  note TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  at_ms INTEGER NOT NULL,
  backup_fingerprints TEXT NOT NULL,
  taken_back_at_ms INTEGER
) STRICT;
CREATE INDEX settling_by_claim ON settling (claim_id, seq);
CREATE INDEX settling_by_person ON settling (story_id, person_id, seq);

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url TEXT NOT NULL,
  date TEXT NOT NULL,
  note TEXT NOT NULL,
  usual_rank TEXT NOT NULL,
  is_confidential INTEGER NOT NULL,
  terms TEXT NOT NULL,
  code_name TEXT NOT NULL,
  print_as TEXT NOT NULL,
  is_sample INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE file (
  hash TEXT PRIMARY KEY,
  size_bytes INTEGER NOT NULL,
  added_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE source_file (
  source_id TEXT NOT NULL REFERENCES source (id),
  hash TEXT NOT NULL REFERENCES file (hash),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  PRIMARY KEY (source_id, hash)
) STRICT;

CREATE TABLE backup (
  id TEXT PRIMARY KEY,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  source_id TEXT NOT NULL REFERENCES source (id),
  locator TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  stance TEXT NOT NULL,
  rank TEXT NOT NULL,
  note TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES person (id),
  added_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX backup_by_claim ON backup (claim_id);
CREATE INDEX backup_by_source ON backup (source_id);

CREATE TABLE receipt (
  story_id TEXT PRIMARY KEY REFERENCES story (id),
  receipt TEXT NOT NULL
) STRICT;

CREATE TABLE audit_event (
  chain TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  person_id TEXT,
  via TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (chain, seq)
) STRICT;

CREATE TABLE audit_payload (
  chain TEXT NOT NULL,
  seq INTEGER NOT NULL,
  salt TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (chain, seq)
) STRICT;

CREATE TABLE search_row (
  row INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  story_id TEXT,
  UNIQUE (kind, id)
) STRICT;
CREATE INDEX search_row_by_story ON search_row (story_id);

CREATE VIRTUAL TABLE story_search USING fts5 (headline, body, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE source_search USING fts5 (title, details, tokenize = 'unicode61 remove_diacritics 2');
`
