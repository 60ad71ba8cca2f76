import { must } from '../../shared/lib/assert.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { ClaimId, PersonId } from '../../shared/model/ids.ts'
import type { EventKind } from '../../shared/trail/tell.ts'
import { findPerson } from '../store/people.ts'
import type { StoryRow } from '../store/stories.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { needClaim } from './find.ts'
import { needMay } from './may.ts'
import { refuse } from './refuse.ts'
import { saveClaims } from './save-claims.ts'

type Field = 'legalClearing' | 'secondReading'

async function setField<F extends Field>(
  core: Core,
  act: Act,
  { claim, story }: { claim: Claim; story: StoryRow },
  kind: EventKind,
  field: F,
  value: Claim[F],
): Promise<Claim> {
  const after = { ...claim, [field]: value }
  const [saved] = await saveClaims(core, act, story, [{ before: claim, after }])
  await act.record(claim.storyId, kind, claim.id, {
    before: { [field]: claim[field] },
    after: { [field]: value },
  })
  return must(saved, 'the claim was saved')
}

/** @throws NOT_FOUND, ARCHIVED, NOT_FLAGGED */
async function needFlagged(act: Act, claimId: ClaimId): Promise<{ claim: Claim; story: StoryRow }> {
  const found = await needClaim(act.tx, claimId)
  if (!found.claim.isLegal) throw refuse('NOT_FLAGGED')
  return found
}

/** @throws NOT_IN_TEXT, WORDS_MOVED */
function refuseMoved(claim: Claim, seenWords: string): void {
  if (claim.presence !== 'inText') throw refuse('NOT_IN_TEXT', { claimId: claim.id })
  if (seenWords !== claim.words) throw refuse('WORDS_MOVED', { seen: seenWords, now: claim.words })
}

/** @throws NOT_YOURS, NOT_FOUND, ARCHIVED, NOT_FLAGGED, NOT_IN_TEXT, WORDS_MOVED */
export async function clearLegal(
  core: Core,
  act: Act,
  given: { claimId: ClaimId; seenWords: string; note: string },
): Promise<Claim> {
  await needMay(act, 'clearLegal')
  const found = await needFlagged(act, given.claimId)
  refuseMoved(found.claim, given.seenWords)
  return setField(core, act, found, 'claim.legalCleared', 'legalClearing', {
    words: found.claim.words,
    note: given.note,
    personId: act.personId,
    atMs: act.atMs,
  })
}

/** @throws NOT_YOURS, NOT_FOUND, ARCHIVED */
export async function unclearLegal(core: Core, act: Act, claimId: ClaimId): Promise<Claim> {
  await needMay(act, 'clearLegal')
  const found = await needClaim(act.tx, claimId)
  if (found.claim.legalClearing === null) return found.claim
  return setField(core, act, found, 'claim.legalUncleared', 'legalClearing', null)
}

/** @throws NOT_FOUND, ARCHIVED, NOT_FLAGGED */
export async function askSecondReader(
  core: Core,
  act: Act,
  given: { claimId: ClaimId; readerId: PersonId | null },
): Promise<Claim> {
  const { readerId } = given
  const found = await needFlagged(act, given.claimId)
  if (readerId && !(await findPerson(act.tx, readerId))) {
    throw refuse('NOT_FOUND', { what: 'person', id: readerId })
  }
  return setField(core, act, found, 'claim.secondReaderAsked', 'secondReading', {
    readerId,
    askedBy: act.personId,
    askedAtMs: act.atMs,
    done: null,
  })
}

/** @throws NOT_FOUND, ARCHIVED */
export async function dropSecondReader(core: Core, act: Act, claimId: ClaimId): Promise<Claim> {
  const found = await needClaim(act.tx, claimId)
  if (found.claim.secondReading === null) return found.claim
  return setField(core, act, found, 'claim.secondReaderDropped', 'secondReading', null)
}

/** @throws NOT_FOUND, ARCHIVED, NOT_FLAGGED, NOT_ASKED, NOT_SETTLED, SAME_READER, NOT_IN_TEXT, WORDS_MOVED */
export async function readSecond(
  core: Core,
  act: Act,
  given: { claimId: ClaimId; seenWords: string },
): Promise<Claim> {
  const found = await needFlagged(act, given.claimId)
  const { claim } = found
  const asked = claim.secondReading
  if (!asked || (asked.readerId !== null && asked.readerId !== act.personId)) throw refuse('NOT_ASKED')
  if (!claim.settling) throw refuse('NOT_SETTLED')
  if (claim.settling.personId === act.personId) throw refuse('SAME_READER')
  refuseMoved(claim, given.seenWords)
  return setField(core, act, found, 'claim.secondRead', 'secondReading', {
    ...asked,
    done: { personId: act.personId, atMs: act.atMs, words: claim.words },
  })
}
