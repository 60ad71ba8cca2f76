/** Which sentences of a story were read; of stories that are there, nobody has counted them yet. Frozen. */
export const sql = `
CREATE TABLE reading (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story_id TEXT NOT NULL REFERENCES story (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  at_ms INTEGER NOT NULL,
  taken_back_at_ms INTEGER,
  revision INTEGER NOT NULL
) STRICT;
CREATE INDEX reading_by_revision ON reading (story_id, revision);

CREATE TABLE read_sentence (
  seq INTEGER PRIMARY KEY,
  reading_seq INTEGER NOT NULL REFERENCES reading (seq),
  story_id TEXT NOT NULL REFERENCES story (id),
  words TEXT NOT NULL,
  tagged TEXT NOT NULL
) STRICT;
CREATE INDEX read_sentence_by_reading ON read_sentence (reading_seq);

ALTER TABLE story ADD COLUMN unread_count INTEGER;
`
