import type { Selectable } from 'kysely'
import type { BackupId, ClaimId, PersonId, QueryId, SourceId, StoryId } from '../../shared/model/ids.ts'
import type { ListedQuery, Query, QueryAnswer, Way } from '../../shared/model/query.ts'
import type { QueryTable } from './tables.ts'
import type { Tx } from './transaction.ts'

function answerOf(row: Selectable<QueryTable>): QueryAnswer | null {
  if (row.answer === null || row.answered_at_ms === null || row.answer_noted_by === null) return null
  return { words: row.answer, atMs: row.answered_at_ms, notedBy: row.answer_noted_by as PersonId }
}

function toQuery(row: Selectable<QueryTable>): Query {
  return {
    id: row.id as QueryId,
    claimId: row.claim_id as ClaimId,
    asked: row.asked,
    sourceId: row.source_id as SourceId | null,
    question: row.question,
    way: row.way as Way,
    askedAtMs: row.asked_at_ms,
    dueAtMs: row.due_at_ms,
    isRightOfReply: row.is_right_of_reply === 1,
    answer: answerOf(row),
    backupId: row.backup_id as BackupId | null,
    addedBy: row.added_by as PersonId,
    addedAtMs: row.added_at_ms,
  }
}

function columnsOf(query: Query) {
  return {
    asked: query.asked,
    source_id: query.sourceId,
    question: query.question,
    way: query.way,
    asked_at_ms: query.askedAtMs,
    due_at_ms: query.dueAtMs,
    is_right_of_reply: query.isRightOfReply ? (1 as const) : (0 as const),
    answer: query.answer?.words ?? null,
    answered_at_ms: query.answer?.atMs ?? null,
    answer_noted_by: query.answer?.notedBy ?? null,
    backup_id: query.backupId,
  }
}

/** For each claim its queries in the order in which they were added; claims without any are not in the map. */
export async function queriesOf(tx: Tx, claimIds: readonly ClaimId[]): Promise<Map<ClaimId, Query[]>> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('query')
    .selectAll()
    .where('claim_id', 'in', claimIds)
    .where('removed_at_ms', 'is', null)
    .orderBy('added_at_ms')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows.map(toQuery), (query) => query.claimId)
}

/** Those of a story that were taken away and can be put back. */
export async function removedQueries(tx: Tx, storyId: StoryId): Promise<Query[]> {
  const rows = await tx
    .selectFrom('query')
    .innerJoin('claim', 'claim.id', 'query.claim_id')
    .selectAll('query')
    .where('claim.story_id', '=', storyId)
    .where('query.removed_at_ms', 'is not', null)
    .execute()
  return rows.map(toQuery)
}

export async function findQuery(tx: Tx, id: QueryId): Promise<{ record: Query; isRemoved: boolean } | null> {
  const row = await tx.selectFrom('query').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { record: toQuery(row), isRemoved: row.removed_at_ms !== null } : null
}

export async function insertQuery(tx: Tx, query: Query): Promise<void> {
  await tx
    .insertInto('query')
    .values({
      id: query.id,
      claim_id: query.claimId,
      added_by: query.addedBy,
      added_at_ms: query.addedAtMs,
      removed_at_ms: null,
      ...columnsOf(query),
    })
    .execute()
}

/** Its claim and who added it never change. */
export async function updateQuery(tx: Tx, query: Query): Promise<void> {
  await tx.updateTable('query').set(columnsOf(query)).where('id', '=', query.id).execute()
}

/** @param removedAtMs null puts it back */
export async function markQueryRemoved(tx: Tx, id: QueryId, removedAtMs: number | null): Promise<void> {
  await tx.updateTable('query').set({ removed_at_ms: removedAtMs }).where('id', '=', id).execute()
}

/**
 * Over all stories that are not archived, of claims in the text, in no order.
 *
 * @param all those that are answered too
 */
export async function listQueries(tx: Tx, all: boolean): Promise<ListedQuery[]> {
  let rows = tx
    .selectFrom('query')
    .innerJoin('claim', 'claim.id', 'query.claim_id')
    .innerJoin('story', 'story.id', 'claim.story_id')
    .selectAll('query')
    .select(['claim.number', 'claim.words', 'story.id as story_id', 'story.slug', 'story.headline'])
    .where('query.removed_at_ms', 'is', null)
    .where('claim.presence', '=', 'inText')
    .where('story.archived_at_ms', 'is', null)
  if (!all) rows = rows.where('query.answer', 'is', null)
  return (await rows.execute()).map((row) => ({
    query: toQuery(row),
    storyId: row.story_id as StoryId,
    slug: row.slug,
    headline: row.headline,
    number: row.number,
    words: row.words,
  }))
}

/** How many queries name the source as who was asked, those that were taken away too. */
export async function countAsked(tx: Tx, sourceId: SourceId): Promise<number> {
  const row = await tx
    .selectFrom('query')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
