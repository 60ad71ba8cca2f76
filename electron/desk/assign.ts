import type { Claim } from '../../shared/model/claim.ts'
import type { ClaimId, PersonId, StoryId } from '../../shared/model/ids.ts'
import { claimsById } from '../store/claims.ts'
import { findPerson } from '../store/people.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { needOpenStory } from './find.ts'
import { refuse } from './refuse.ts'
import { saveClaims } from './save-claims.ts'

/**
 * Gives claims of a story to somebody, or to nobody, each with an event of its own. What is tagged later where they
 * stand is nobody's until it is given too.
 *
 * @returns the claims in the order of their ids, changed or not
 * @throws NOT_FOUND for a claim that is not of this story, or withdrawn; ARCHIVED
 */
export async function assignMany(
  core: Core,
  act: Act,
  given: { storyId: StoryId; claimIds: readonly ClaimId[]; personId: PersonId | null },
): Promise<Claim[]> {
  const { storyId, personId } = given
  const story = await needOpenStory(act.tx, storyId)
  if (personId && !(await findPerson(act.tx, personId))) {
    throw refuse('NOT_FOUND', { what: 'person', id: personId })
  }
  const ids = [...new Set(given.claimIds)]
  const found = new Map((await claimsById(act.tx, ids)).map((claim) => [claim.id, claim]))
  const claims = ids.map((id) => {
    const claim = found.get(id)
    if (claim?.storyId !== storyId || claim.presence === 'withdrawn') {
      throw refuse('NOT_FOUND', { what: 'claim', id })
    }
    return claim
  })
  const changed = claims.filter((claim) => claim.assigneeId !== personId)
  if (changed.length === 0) return claims
  const saved = await saveClaims(
    core,
    act,
    story,
    changed.map((before) => ({ before, after: { ...before, assigneeId: personId } })),
  )
  await act.recordEach(
    storyId,
    'claim.assigned',
    changed.map((before) => ({
      subject: before.id,
      payload: { before: { assigneeId: before.assigneeId }, after: { assigneeId: personId } },
    })),
  )
  const after = new Map(saved.map((claim) => [claim.id, claim]))
  return claims.map((claim) => after.get(claim.id) ?? claim)
}
