import { type Insertable, type Selectable, sql } from 'kysely'
import { must } from '../../shared/lib/assert.ts'
import type { PersonId, StoryId } from '../../shared/model/ids.ts'
import type { Reading, ReadingId, ReadSentence } from '../../shared/model/reading.ts'
import type { ReadingTable, ReadSentenceTable } from './tables.ts'
import type { Tx } from './transaction.ts'

/** Readings asked for in one statement. */
const readingsPerQuery = 500
/** Rows written in one statement: SQLite takes 32,766 values in one. */
const rowsPerInsert = 2000

type SentenceRow = Pick<Selectable<ReadSentenceTable>, 'words' | 'tagged'>

function toSentence({ words, tagged }: SentenceRow): ReadSentence {
  return { words, tagged: JSON.parse(tagged) as ReadSentence['tagged'] }
}

export async function insertReading(tx: Tx, storyId: StoryId, reading: Reading): Promise<void> {
  const { seq } = await tx
    .insertInto('reading')
    .values({
      id: reading.id,
      story_id: storyId,
      person_id: reading.personId,
      at_ms: reading.atMs,
      taken_back_at_ms: null,
      revision: reading.revision,
    })
    .returning('seq')
    .executeTakeFirstOrThrow()
  const rows = reading.sentences.map(
    ({ words, tagged }): Insertable<ReadSentenceTable> => ({
      reading_seq: seq,
      story_id: storyId,
      words,
      tagged: JSON.stringify(tagged),
    }),
  )
  for (let at = 0; at < rows.length; at += rowsPerInsert) {
    await tx
      .insertInto('read_sentence')
      .values(rows.slice(at, at + rowsPerInsert))
      .execute()
  }
}

async function assemble(tx: Tx, rows: readonly Selectable<ReadingTable>[]): Promise<Reading[]> {
  const readings = rows.map(
    (row): Reading => ({
      id: row.id as ReadingId,
      personId: row.person_id as PersonId,
      atMs: row.at_ms,
      isTakenBack: row.taken_back_at_ms !== null,
      sentences: [],
      revision: row.revision,
    }),
  )
  const bySeq = new Map(rows.map((row, index) => [row.seq, must(readings[index], 'one for each row')]))
  const seqs = [...bySeq.keys()]
  for (let at = 0; at < seqs.length; at += readingsPerQuery) {
    const found = await tx
      .selectFrom('read_sentence')
      .select(['reading_seq', 'words', 'tagged'])
      .where('reading_seq', 'in', seqs.slice(at, at + readingsPerQuery))
      .orderBy('seq')
      .execute()
    for (const row of found) bySeq.get(row.reading_seq)?.sentences.push(toSentence(row))
  }
  return readings
}

/** The oldest first, those that were taken back among them only where asked for. */
export async function readingsOfStory(
  tx: Tx,
  storyId: StoryId,
  options: { takenBack?: boolean } = {},
): Promise<Reading[]> {
  let query = tx.selectFrom('reading').selectAll().where('story_id', '=', storyId)
  if (!options.takenBack) query = query.where('taken_back_at_ms', 'is', null)
  return assemble(tx, await query.orderBy('seq').execute())
}

/** Those that are new or changed after a revision and up to another, in the order of their revisions. */
export async function readingsBetween(
  tx: Tx,
  storyId: StoryId,
  afterRevision: number,
  upToRevision: number,
): Promise<Reading[]> {
  const rows = await tx
    .selectFrom('reading')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('revision', '>', afterRevision)
    .where('revision', '<=', upToRevision)
    .orderBy('revision')
    .execute()
  return assemble(tx, rows)
}

/** The person's last reading of the story that is not taken back, or null. */
export async function lastOwnReading(tx: Tx, storyId: StoryId, personId: PersonId): Promise<Reading | null> {
  const row = await tx
    .selectFrom('reading')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('person_id', '=', personId)
    .where('taken_back_at_ms', 'is', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? must((await assemble(tx, [row]))[0], 'one for the row') : null
}

export async function markReadingTakenBack(
  tx: Tx,
  id: ReadingId,
  atMs: number,
  revision: number,
): Promise<void> {
  await tx
    .updateTable('reading')
    .set({ taken_back_at_ms: atMs, revision })
    .where('id', '=', id)
    .where('taken_back_at_ms', 'is', null)
    .execute()
}

/** Another number whenever something was read of the story or a reading taken back; 0 before the first. */
export async function lastReadRevision(tx: Tx, storyId: StoryId): Promise<number> {
  const row = await tx
    .selectFrom('reading')
    .select((select) => select.fn.max<number | null>('revision').as('revision'))
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return row?.revision ?? 0
}

/** Has every story counted again. */
export async function forgetUnreadCounts(tx: Tx): Promise<void> {
  await tx.updateTable('story').set({ unread_count: null }).execute()
}

/** Stories whose unread sentences were not counted yet. */
export async function storiesToCount(tx: Tx): Promise<{ id: StoryId; version: number }[]> {
  const { rows } = await sql<{ id: StoryId; version: number }>`
    SELECT id, version FROM story WHERE unread_count IS NULL`.execute(tx)
  return rows
}
