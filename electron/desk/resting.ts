import { must } from '../../shared/lib/assert.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { SourceId } from '../../shared/model/ids.ts'
import { claimsById, claimsOn } from '../store/claims.ts'
import { findStory } from '../store/stories.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { saveClaims } from './save-claims.ts'

/**
 * Does something to a source and tells of the settled claims that rest on it: those for which it is no longer what
 * it was, or is again, are news in their stories. When a story was last worked on does not change by it.
 */
export async function whileResting<T>(
  core: Core,
  now: Act,
  sourceId: SourceId,
  work: () => Promise<T>,
): Promise<T> {
  const before = await claimsOn(now.tx, sourceId)
  const done = await work()
  const after = new Map(
    (
      await claimsById(
        now.tx,
        before.map((claim) => claim.id),
      )
    ).map((claim) => [claim.id, claim]),
  )
  const changed = before
    .map((one) => ({ before: one, after: must(after.get(one.id), 'the claim stands') }))
    .filter((one) => groundOf(one.before) !== groundOf(one.after))
  for (const [storyId, changes] of Map.groupBy(changed, (one) => one.before.storyId)) {
    const story = must(await findStory(now.tx, storyId), 'a claim has a story')
    await saveClaims(core, now, story, changes, { updated_at_ms: story.updated_at_ms })
  }
  if (changed.length > 0) now.tell('stories')
  return done
}

function groundOf({ changedGround }: Claim): string {
  return JSON.stringify(changedGround)
}
