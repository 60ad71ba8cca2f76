import { sql } from 'kysely'
import type { FileHash, StoryId } from '../../../shared/model/ids.ts'
import type { Places } from '../../../shared/model/striking.ts'
import type { SearchIndex } from '../../store/search.ts'
import { deleteStory, findStory } from '../../store/stories.ts'
import type { Tx } from '../../store/transaction.ts'
import { forgetFiles } from './files.ts'
import { type Striker, tell } from './strike-database.ts'
import { strikingKinds } from './trail.ts'

/** How much hangs on a story. */
export interface StoryCounts {
  readonly steps: number
  readonly claims: number
  readonly settlings: number
  readonly backup: number
  readonly queries: number
  readonly fixes: number
  readonly events: number
}

export async function countStory(tx: Tx, storyId: string): Promise<StoryCounts> {
  const { rows } = await sql<StoryCounts>`SELECT
    (SELECT count(*) FROM step WHERE story_id = ${storyId}) AS steps,
    (SELECT count(*) FROM claim WHERE story_id = ${storyId}) AS claims,
    (SELECT count(*) FROM settling WHERE story_id = ${storyId}) AS settlings,
    (SELECT count(*) FROM backup WHERE claim_id IN (SELECT id FROM claim WHERE story_id = ${storyId})) AS backup,
    (SELECT count(*) FROM query WHERE claim_id IN (SELECT id FROM claim WHERE story_id = ${storyId})) AS queries,
    (SELECT count(*) FROM fix WHERE claim_id IN (SELECT id FROM claim WHERE story_id = ${storyId})) AS fixes,
    (SELECT count(*) FROM audit_event WHERE chain = ${storyId}) AS events`.execute(tx)
  return rows[0] ?? { steps: 0, claims: 0, settlings: 0, backup: 0, queries: 0, fixes: 0, events: 0 }
}

export function placesOfStory({ events, ...counts }: StoryCounts): Places {
  const places = { ...counts, trail: events }
  return Object.fromEntries(Object.entries(places).filter(([, many]) => many > 0)) as Places
}

/** Answers kept for windows that ask again: those that name the story or the file that it was imported from. */
async function deleteAnswers(tx: Tx, storyId: string): Promise<void> {
  const receipts = await tx.selectFrom('receipt').select('receipt').where('story_id', '=', storyId).execute()
  const hashes = receipts.map(({ receipt }) => (JSON.parse(receipt) as { hash: string }).hash)
  for (const named of [storyId, ...hashes]) {
    await sql`DELETE FROM answered_request WHERE instr(answer, ${named})`.execute(tx)
  }
}

/**
 * Takes a story out of one database, in the transaction given, with everything that hangs on it. What stays is
 * an event of the desk's chain: which story, how far its own chain had come, how much there was, who and when.
 *
 * @param files the kept files that nothing else names
 * @returns false where the database has no such story
 */
export async function deleteFromDatabase(
  tx: Tx,
  search: SearchIndex,
  storyId: StoryId,
  striker: Striker,
  files: readonly FileHash[],
): Promise<boolean> {
  const story = await findStory(tx, storyId)
  if (!story) return false
  const { events: _, ...counts } = await countStory(tx, storyId)
  await deleteAnswers(tx, storyId)
  await search.removeStory(tx, storyId)
  await deleteStory(tx, storyId)
  await forgetFiles(tx, files)
  await tell(tx, striker, strikingKinds.deleted, storyId, {
    strikingId: striker.strikingId,
    head: { seq: story.chain_seq, hash: story.chain_head },
    ...counts,
    files,
  })
  await tell(tx, striker, strikingKinds.reason, striker.strikingId, { reason: striker.reason })
  return true
}
