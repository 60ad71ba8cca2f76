import type { Updateable } from 'kysely'
import { isOpenClaim } from '../../shared/check/standing.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import { insertClaim, updateClaims } from '../store/claims.ts'
import { type StoryRow, updateStory } from '../store/stories.ts'
import type { StoryTable } from '../store/tables.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'

/** A claim that came into being (`before` is null) or changed. Its `revision` is given when it is saved. */
export interface ClaimChange {
  readonly before: Claim | null
  readonly after: Claim
}

interface Counts {
  claim_count: number
  open_count: number
  removed_count: number
}

function addTo(counts: Counts, claim: Claim | null, sign: 1 | -1): void {
  if (claim?.presence === 'removed') counts.removed_count += sign
  if (claim?.presence !== 'inText') return
  counts.claim_count += sign
  if (isOpenClaim(claim)) counts.open_count += sign
}

/** Something changed of a story: whether it is still cleared is looked at in the next pause, and it is not until then. */
export function doubted({
  clearing,
  is_cleared,
}: Pick<StoryRow, 'clearing' | 'is_cleared'>): Updateable<StoryTable> {
  return clearing === null || is_cleared === null ? {} : { is_cleared: null }
}

/**
 * Writes the rows of new and changed claims and keeps the story's counts, revision and time with them. Each
 * changed claim raises the story's revision by one and bears the result, so that streams resume between any two.
 *
 * @param alongside further columns of the story that the command changes
 * @returns the claims as saved, in the order of `changes`
 */
export async function saveClaims(
  core: Core,
  act: Act,
  story: StoryRow,
  changes: readonly ClaimChange[],
  alongside: Updateable<StoryTable> = {},
): Promise<Claim[]> {
  const storyId = story.id as StoryId
  const counts: Counts = {
    claim_count: story.claim_count,
    open_count: story.open_count,
    removed_count: story.removed_count,
  }
  let revision = story.revision
  const saved: Claim[] = []
  const updated: { before: Claim; after: Claim }[] = []
  for (const { before, after } of changes) {
    revision++
    const claim: Claim = { ...after, revision }
    if (before) updated.push({ before, after: claim })
    else await insertClaim(act.tx, claim)
    addTo(counts, before, -1)
    addTo(counts, claim, 1)
    saved.push(claim)
  }
  await updateClaims(act.tx, updated)
  const isReworded = changes.some(
    ({ before, after }) => before?.words !== after.words || before.presence !== after.presence,
  )
  await updateStory(act.tx, storyId, {
    ...counts,
    revision,
    updated_at_ms: act.atMs,
    ...(isReworded && story.search_stale === 0 ? { search_stale: 1 as const } : {}),
    ...doubted(story),
    ...alongside,
  })
  if (isReworded) {
    core.tending.later(
      storyId,
      saved.map((claim) => claim.id),
    )
  }
  if (story.clearing !== null) core.tending.later(storyId)
  act.wake(storyId)
  return saved
}
