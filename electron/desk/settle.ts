import { must } from '../../shared/lib/assert.ts'
import type { Claim, Settling, Status } from '../../shared/model/claim.ts'
import type { ClaimId, StoryId } from '../../shared/model/ids.ts'
import { findClaim } from '../store/claims.ts'
import { insertSettling, lastOwnSettling, markTakenBack } from '../store/settlings.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { needClaim, needOpenStory } from './find.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { needMay } from './may.ts'
import { refuse } from './refuse.ts'
import { saveClaims } from './save-claims.ts'

function standOf(claim: Claim): { status: Status; settling: Settling | null } {
  return { status: claim.status, settling: claim.settling }
}

/** @throws NOT_YOURS, NOT_FOUND, ARCHIVED, NOT_IN_TEXT, WORDS_MOVED, REASON_WANTED */
export async function settle(
  core: Core,
  act: Act,
  given: { claimId: ClaimId; status: Status; note: string; seenWords: string },
): Promise<Claim> {
  await needMay(act, 'settle')
  const { claim, story } = await needClaim(act.tx, given.claimId)
  if (claim.presence !== 'inText') throw refuse('NOT_IN_TEXT', { claimId: claim.id })
  if (given.seenWords !== claim.words) {
    throw refuse('WORDS_MOVED', { seen: given.seenWords, now: claim.words })
  }
  if (given.status === 'notAFact' && given.note.trim() === '') throw refuse('REASON_WANTED')
  const settling: Settling = {
    status: given.status,
    words: claim.words,
    version: story.version,
    note: given.note,
    personId: act.personId,
    atMs: act.atMs,
    backupFingerprints: await fingerprintsOf(act.tx, claim),
  }
  await insertSettling(act.tx, claim.storyId, claim.id, settling)
  const after = { ...claim, status: settling.status, settling }
  const [saved] = await saveClaims(core, act, story, [{ before: claim, after }])
  await act.record(claim.storyId, 'claim.settled', claim.id, {
    before: standOf(claim),
    after: standOf(after),
  })
  act.tell('stories')
  return must(saved, 'the claim was saved')
}

/** @throws NOT_FOUND, ARCHIVED, NOTHING_TO_TAKE_BACK */
export async function takeBack(core: Core, act: Act, storyId: StoryId): Promise<Claim> {
  const story = await needOpenStory(act.tx, storyId)
  const last = await lastOwnSettling(act.tx, storyId, act.personId)
  if (!last) throw refuse('NOTHING_TO_TAKE_BACK')
  const before = must(await findClaim(act.tx, last.claimId), 'a settling has a claim')
  await markTakenBack(act.tx, last.seq, act.atMs)
  const after = must(await findClaim(act.tx, last.claimId), 'a settling has a claim')
  const [saved] = await saveClaims(core, act, story, [{ before, after }])
  await act.record(storyId, 'claim.settlingTakenBack', before.id, {
    before: standOf(before),
    after: standOf(after),
  })
  act.tell('stories')
  return must(saved, 'the claim was saved')
}
