import type { Claim } from '../../shared/model/claim.ts'
import type { ClaimId, SourceId, StoryId } from '../../shared/model/ids.ts'
import type { Source } from '../../shared/model/source.ts'
import { findClaim } from '../store/claims.ts'
import { findSource } from '../store/sources.ts'
import { findStory, type StoryRow } from '../store/stories.ts'
import type { Tx } from '../store/transaction.ts'
import type { Core } from './core.ts'
import { refuse } from './refuse.ts'

/**
 * Versions of a desk that was taken back to a backup mean other texts than those of before.
 *
 * @param life of the desk that the caller's version is of; undefined where it is not said
 * @throws TAKEN_BACK
 */
export function refuseOtherLife(core: Core, life: string | undefined): void {
  if (life !== undefined && life !== core.life) throw refuse('TAKEN_BACK')
}

/** @throws NOT_FOUND */
export async function needStory(tx: Tx, id: StoryId): Promise<StoryRow> {
  const row = await findStory(tx, id)
  if (!row) throw refuse('NOT_FOUND', { what: 'story', id })
  return row
}

/** @throws NOT_FOUND, ARCHIVED */
export async function needOpenStory(tx: Tx, id: StoryId): Promise<StoryRow> {
  const row = await needStory(tx, id)
  if (row.archived_at_ms !== null) throw refuse('ARCHIVED')
  return row
}

/**
 * A claim that can be worked on, with its story. A withdrawn claim is as if it had never been tagged.
 *
 * @throws NOT_FOUND, ARCHIVED
 */
export async function needClaim(tx: Tx, id: ClaimId): Promise<{ claim: Claim; story: StoryRow }> {
  const claim = await findClaim(tx, id)
  if (!claim || claim.presence === 'withdrawn') throw refuse('NOT_FOUND', { what: 'claim', id })
  return { claim, story: await needOpenStory(tx, claim.storyId) }
}

/** @throws NOT_FOUND */
export async function needSource(tx: Tx, id: SourceId): Promise<Source> {
  const source = await findSource(tx, id)
  if (!source) throw refuse('NOT_FOUND', { what: 'source', id })
  return source
}
