import { type Selectable, sql } from 'kysely'
import { type Clearing, knownAskSchema, shownBlockSchema } from '../../shared/model/clearing.ts'
import type { ClearingId, OverrideId, PersonId, SourceId, StoryId } from '../../shared/model/ids.ts'
import type { ClearingTable } from './tables.ts'
import type { Tx } from './transaction.ts'

function toClearing(row: Selectable<ClearingTable>): Clearing {
  return {
    id: row.id as ClearingId,
    personId: row.person_id as PersonId,
    atMs: row.at_ms,
    version: row.version,
    overrideIds: JSON.parse(row.override_ids) as OverrideId[],
    asks: knownAskSchema.array().parse(JSON.parse(row.asks)),
    shown: shownBlockSchema.array().parse(JSON.parse(row.shown)),
  }
}

export interface KeptClearing {
  readonly clearing: Clearing
  readonly isTakenBack: boolean
}

/** Every clearing of a story, the oldest first. */
export async function clearingsOfStory(tx: Tx, storyId: StoryId): Promise<KeptClearing[]> {
  const rows = await tx
    .selectFrom('clearing')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ clearing: toClearing(row), isTakenBack: row.taken_back_at_ms !== null }))
}

/** The last one that was not taken back. */
export async function lastClearing(tx: Tx, storyId: StoryId): Promise<Clearing | null> {
  const row = await tx
    .selectFrom('clearing')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('taken_back_at_ms', 'is', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toClearing(row) : null
}

export async function insertClearing(tx: Tx, storyId: StoryId, clearing: Clearing): Promise<void> {
  await tx
    .insertInto('clearing')
    .values({
      id: clearing.id,
      story_id: storyId,
      person_id: clearing.personId,
      at_ms: clearing.atMs,
      version: clearing.version,
      override_ids: JSON.stringify(clearing.overrideIds),
      asks: JSON.stringify(clearing.asks),
      shown: JSON.stringify(clearing.shown),
      taken_back_at_ms: null,
    })
    .execute()
}

export async function markClearingTakenBack(tx: Tx, id: ClearingId, atMs: number): Promise<void> {
  await tx.updateTable('clearing').set({ taken_back_at_ms: atMs }).where('id', '=', id).execute()
}

/**
 * Whether these stories are still cleared has to be looked at again; until then they count as not cleared.
 *
 * @param sourceId only of stories with claims that rest on it; null for all
 * @returns those of which it was not known already that they are not
 */
export async function doubtClearings(tx: Tx, sourceId: SourceId | null): Promise<StoryId[]> {
  const resting =
    sourceId === null
      ? sql`1`
      : sql`id IN (SELECT story_id FROM claim WHERE id IN
          (SELECT claim_id FROM backup WHERE source_id = ${sourceId}) OR speaker_source_id = ${sourceId})`
  const { rows } = await sql<{ id: StoryId }>`
    UPDATE story SET is_cleared = NULL WHERE clearing IS NOT NULL AND ${resting} RETURNING id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Stories of which it is not known whether they are cleared. */
export async function doubtfulStories(tx: Tx): Promise<StoryId[]> {
  const rows = await tx.selectFrom('story').select('id').where('is_cleared', 'is', null).execute()
  return rows.map((row) => row.id as StoryId)
}
