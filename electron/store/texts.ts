import { sql } from 'kysely'
import type { PlaceKind } from '../../shared/model/striking.ts'
import type { Tx } from './transaction.ts'

/** How a column holds words. A `slug` and a `name` are unique in their tables. */
export type TextForm = 'text' | 'json' | 'slug' | 'name'

/** A column in which people's words stand, beside the journal, the trail and the search index. */
export interface TextColumn {
  readonly table: string
  readonly column: string
  readonly form: TextForm
  readonly kind: PlaceKind
  /** SQL for the id of the story that a row belongs to; null for what belongs to the desk. */
  readonly storyId: string | null
}

const ofStory = (table: string, kind: PlaceKind, columns: readonly string[], storyId: string) =>
  columns.map((column): TextColumn => ({ table, column, form: 'text', kind, storyId }))

const ofDesk = (table: string, kind: PlaceKind, columns: readonly string[]) =>
  columns.map((column): TextColumn => ({ table, column, form: 'text', kind, storyId: null }))

const storyOfClaim = '(SELECT story_id FROM claim WHERE claim.id = claim_id)'

/** A new column that can hold words belongs here; a test names every column that cannot. */
export const textColumns: readonly TextColumn[] = [
  ...ofStory('story', 'headlines', ['headline'], 'id'),
  { table: 'story', column: 'slug', form: 'slug', kind: 'headlines', storyId: 'id' },
  ...ofStory('claim', 'claims', ['words', 'speaker_name', 'speaker_role', 'note'], 'story_id'),
  { table: 'claim', column: 'place', form: 'json', kind: 'claims', storyId: 'story_id' },
  ...ofStory('claim_whole', 'claims', ['words'], storyOfClaim),
  ...ofStory('settling', 'settlings', ['words', 'note', 'speaker'], 'story_id'),
  { table: 'settling', column: 'place', form: 'json', kind: 'settlings', storyId: 'story_id' },
  ...ofStory('read_sentence', 'readings', ['words'], 'story_id'),
  ...ofStory('dismissal', 'dismissals', ['words'], 'story_id'),
  ...ofStory('backup', 'backup', ['locator', 'excerpt', 'note'], storyOfClaim),
  ...ofStory('query', 'queries', ['asked', 'question', 'answer'], storyOfClaim),
  ...ofStory('fix', 'fixes', ['words', 'new_words', 'why', 'answer', 'decision_reason'], storyOfClaim),
  { table: 'claim', column: 'legal_clearing', form: 'json', kind: 'claims', storyId: 'story_id' },
  { table: 'claim', column: 'second_reading', form: 'json', kind: 'claims', storyId: 'story_id' },
  ...ofStory('override', 'overrides', ['words', 'reason'], storyOfClaim),
  { table: 'clearing', column: 'asks', form: 'json', kind: 'clearings', storyId: 'story_id' },
  { table: 'clearing', column: 'shown', form: 'json', kind: 'clearings', storyId: 'story_id' },
  { table: 'receipt', column: 'receipt', form: 'json', kind: 'receipts', storyId: 'story_id' },
  ...ofDesk('source', 'sources', [
    'title',
    'publisher',
    'url',
    'date',
    'note',
    'code_name',
    'print_as',
    'independence_group',
  ]),
  ...ofDesk('source_file', 'fileNames', ['name', 'media_type']),
  { table: 'person', column: 'name', form: 'name', kind: 'people', storyId: null },
  { table: 'answered_request', column: 'answer', form: 'json', kind: 'answers', storyId: null },
]

export interface TextRow {
  /** SQLite's own number of the row. */
  readonly row: number
  readonly text: string
  readonly storyId: string | null
}

/** Everything that a column holds, in no order; what is NULL is left out. */
export async function readTexts(tx: Tx, { table, column, storyId }: TextColumn): Promise<TextRow[]> {
  const { rows } = await sql<TextRow>`
    SELECT rowid AS row, ${sql.ref(column)} AS text, ${sql.raw(storyId ?? 'NULL')} AS storyId
    FROM ${sql.table(table)} WHERE ${sql.ref(column)} IS NOT NULL`.execute(tx)
  return rows
}

export async function writeText(
  tx: Tx,
  { table, column }: TextColumn,
  row: number,
  text: string,
): Promise<void> {
  await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${text} WHERE rowid = ${row}`.execute(tx)
}

/** The columns of the search index, by their table. */
export const searchedColumns: Readonly<Record<string, readonly string[]>> = {
  story_search: ['headline', 'body'],
  claim_search: ['words'],
  source_search: ['title', 'details'],
}
