import type { Generated } from 'kysely'

/** Columns are text, integer, real or blob alone, so that the same queries can run on PostgreSQL later. */
type Flag = 0 | 1

export interface SettingTable {
  name: string
  value: string
}

export interface PersonTable {
  id: string
  name: string
  initials: string
  role: string
}

export interface StoryTable {
  id: string
  slug: string
  headline: string
  stage: string
  /** BCP 47; "und" where it is not known. */
  language: Generated<string>
  version: number
  /** Rises with every change of a claim's record, and with every reading. */
  revision: number
  next_number: number
  word_count: number
  claim_count: number
  open_count: number
  removed_count: number
  is_sample: Flag
  copied_from: string | null
  archived_at_ms: number | null
  created_at_ms: number
  updated_at_ms: number
  /** The last event of the story's chain, kept here too so that a missing last row is found. */
  chain_seq: number
  chain_head: string
  /** The search index is behind this story's text. */
  search_stale: Flag
  /** How many strikings it went through. */
  strikings: Generated<number>
  /** null where it was not counted yet; {@link StoryTable.word_count} bounds it. */
  unread_count: Generated<number | null>
  /** JSON; of the last clearing that was not taken back what lists show. */
  clearing: string | null
  /** null where it has to be looked at again; it counts as 0 until then. */
  is_cleared: Generated<Flag | null>
  /** The version after which {@link journal_head} begins. */
  journal_from: Generated<number>
  /** A hash over the steps of the journal, so that a changed one is found; "" before the first. */
  journal_head: Generated<string>
  /** The slug is made anew as the headline is written: until a person sets it, or the story leaves draft. */
  slug_follows: Generated<Flag>
}

export interface StepTable {
  story_id: string
  /** The version that the step leads to; the first step of a story has 1. */
  version: number
  step: string
  schema_version: number
  person_id: string
  client_id: string
  at_ms: number
}

export interface SnapshotTable {
  story_id: string
  version: number
  schema_version: number
  document: string
}

export interface AnsweredRequestTable {
  request_id: string
  answer: string
  at_ms: number
}

export interface ClaimTable {
  id: string
  story_id: string
  number: number
  kind: string
  presence: string
  words: string
  speaker_name: string | null
  speaker_role: string | null
  speaker_source_id: string | null
  assignee_id: string | null
  note: string
  is_legal: Flag
  /** JSON. */
  legal_clearing: string | null
  /** JSON. */
  second_reading: string | null
  copied_from: string | null
  /** JSON array of facets. */
  proposed_for: string | null
  tagged_by: string
  tagged_at_ms: number
  revision: number
  subject: string | null
  /** JSON; null unless the claim's settling remembers a place. */
  place: string | null
}

/** A claim that is being deleted bit by bit, with the words from before that began. */
export interface ClaimWholeTable {
  claim_id: string
  words: string
  at_ms: number
}

/** Every settling that was made; the claim's status is its last one that was not taken back. */
export interface SettlingTable {
  seq: Generated<number>
  claim_id: string
  story_id: string
  status: string
  words: string
  version: number
  note: string
  person_id: string
  at_ms: number
  /** JSON object: backup id to SHA-256. */
  backup_fingerprints: string
  taken_back_at_ms: number | null
  /** JSON; null in settlings of a Stet that did not remember it. */
  place: string | null
  speaker: string | null
  /** JSON array of ids of people. */
  written_by: Generated<string>
}

/** Sentences that a person marked as read in one go. */
export interface ReadingTable {
  seq: Generated<number>
  id: string
  story_id: string
  person_id: string
  at_ms: number
  taken_back_at_ms: number | null
  /** The story's revision at its last change, counted together with those of its claims. */
  revision: number
}

export interface ReadSentenceTable {
  seq: Generated<number>
  reading_seq: number
  story_id: string
  words: string
  /** JSON: which letters claims covered. */
  tagged: string
}

/** What a person said needs no check of what the first pass proposed or asked. */
export interface DismissalTable {
  seq: Generated<number>
  id: string
  story_id: string
  what: string
  words: string
  /** JSON array. */
  facets: string
  person_id: string
  at_ms: number
  taken_back_at_ms: number | null
  /** The story's revision at its last change, counted together with those of its claims. */
  revision: number
}

/** What an editor let pass of a claim. */
export interface OverrideTable {
  id: string
  claim_id: string
  kind: string
  words: string
  reason: string
  person_id: string
  at_ms: number
  taken_back_at_ms: number | null
}

export interface ClearingTable {
  seq: Generated<number>
  id: string
  story_id: string
  person_id: string
  at_ms: number
  version: number
  /** JSON array of ids. */
  override_ids: string
  /** JSON array: what was asked and known. */
  asks: string
  /** JSON array: the blocks of text that the story showed. */
  shown: string
  taken_back_at_ms: number | null
}

export interface SourceTable {
  id: string
  kind: string
  title: string
  publisher: string
  url: string
  date: string
  note: string
  usual_rank: string
  is_confidential: Flag
  terms: string
  code_name: string
  print_as: string
  independence_group: Generated<string>
  standing: Generated<string>
  is_sample: Flag
  created_at_ms: number
  updated_at_ms: number
}

export interface FileTable {
  hash: string
  size_bytes: number
  added_at_ms: number
}

export interface SourceFileTable {
  source_id: string
  hash: string
  name: string
  media_type: string
}

export interface BackupTable {
  id: string
  claim_id: string
  source_id: string
  locator: string
  excerpt: string
  stance: string
  rank: string
  note: string
  added_by: string
  added_at_ms: number
}

export interface QueryTable {
  id: string
  claim_id: string
  asked: string
  source_id: string | null
  question: string
  way: string
  asked_at_ms: number
  due_at_ms: number | null
  is_right_of_reply: Flag
  answer: string | null
  answered_at_ms: number | null
  answer_noted_by: string | null
  backup_id: string | null
  added_by: string
  added_at_ms: number
  /** It was taken away, and can be put back as it was. */
  removed_at_ms: number | null
}

export interface FixTable {
  id: string
  claim_id: string
  remedy: string
  words: string
  new_words: string
  why: string
  /** JSON array. */
  backup_ids: string
  answer: string | null
  answered_by: string | null
  answered_at_ms: number | null
  decision: string | null
  decision_reason: string | null
  decided_by: string | null
  decided_at_ms: number | null
  suggested_by: string
  suggested_at_ms: number
  /** It was taken away, and can be put back as it was. */
  removed_at_ms: number | null
}

export interface ReceiptTable {
  story_id: string
  receipt: string
}

export interface AuditEventTable {
  chain: string
  seq: number
  at_ms: number
  person_id: string | null
  via: string
  kind: string
  subject: string
  payload_hash: string
  previous_hash: string
  hash: string
}

/** Apart from the events, so that one can be struck and the chain still proves itself. */
export interface AuditPayloadTable {
  chain: string
  seq: number
  salt: string
  payload: string
}

/** A striking that is under way; at most one. */
export interface StrikingTable {
  id: string
  /** JSON. */
  work: string
  /** JSON; null until the database's rows are struck. */
  done: string | null
}

export interface Tables {
  setting: SettingTable
  person: PersonTable
  story: StoryTable
  step: StepTable
  snapshot: SnapshotTable
  answered_request: AnsweredRequestTable
  claim: ClaimTable
  claim_whole: ClaimWholeTable
  settling: SettlingTable
  reading: ReadingTable
  dismissal: DismissalTable
  override: OverrideTable
  clearing: ClearingTable
  read_sentence: ReadSentenceTable
  source: SourceTable
  file: FileTable
  source_file: SourceFileTable
  backup: BackupTable
  query: QueryTable
  fix: FixTable
  receipt: ReceiptTable
  audit_event: AuditEventTable
  audit_payload: AuditPayloadTable
  striking: StrikingTable
}
