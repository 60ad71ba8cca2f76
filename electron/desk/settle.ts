import type { Node } from 'prosemirror-model'
import type { SettledMany } from '../../shared/contract/claims.ts'
import { anchorSpan } from '../../shared/document/anchors.ts'
import type { Authors } from '../../shared/document/authors.ts'
import { anchorPlace } from '../../shared/document/place.ts'
import { must } from '../../shared/lib/assert.ts'
import type { Claim, Settling, Status } from '../../shared/model/claim.ts'
import type { ClaimId, FixId, StoryId } from '../../shared/model/ids.ts'
import { claimsById, findClaim } from '../store/claims.ts'
import { findFix } from '../store/fixes.ts'
import { fingerprintsOf, sourcesBehind } from '../store/grounds.ts'
import { findPerson, listPeople } from '../store/people.ts'
import { insertSettlings, lastOwnSettling, markTakenBack, standingOwnSettlings } from '../store/settlings.ts'
import type { StoryRow } from '../store/stories.ts'
import type { Act } from './act.ts'
import { documentOf, withPlace } from './claim-place.ts'
import type { Core } from './core.ts'
import { needClaim, needOpenStory } from './find.ts'
import { clearLegal } from './legal.ts'
import { needMay } from './may.ts'
import { badInput, refuse } from './refuse.ts'
import { saveClaims } from './save-claims.ts'

function standOf(claim: Claim): { status: Status; settling: Settling | null } {
  return { status: claim.status, settling: claim.settling }
}

/** What is said of claims; the same of all that are settled at once. */
interface Judgement {
  readonly status: Status
  readonly note: string
}

/** @throws REASON_WANTED */
function needReason({ status, note }: Judgement): void {
  if (status === 'notAFact' && note.trim() === '') throw refuse('REASON_WANTED')
}

/** Who wrote what, where that counts: a confirmation among several people. */
async function authorsFor(
  core: Core,
  act: Act,
  story: StoryRow,
  document: Node,
  status: Status,
): Promise<Authors | null> {
  if (status !== 'confirmed' || (await listPeople(act.tx)).length <= 1) return null
  return core.authorship.of(act.tx, story, document)
}

/**
 * Stands before the transaction of a confirmation among several people: the journal, which may be long, is read
 * before it, so that nobody's typing waits until all of it is.
 */
export async function readAuthors(
  core: Core,
  given: { readonly status: Status } & (
    | { readonly claimId: ClaimId }
    | { readonly fixId: FixId }
    | { readonly storyId: StoryId }
  ),
): Promise<void> {
  if (given.status !== 'confirmed') return
  const storyId = await core.store.transaction(async (tx) => {
    if ((await listPeople(tx)).length <= 1) return null
    if ('storyId' in given) return given.storyId
    const claimId = 'claimId' in given ? given.claimId : (await findFix(tx, given.fixId))?.record.claimId
    return (claimId && (await findClaim(tx, claimId))?.storyId) ?? null
  })
  if (storyId) await core.authorship.prepare(core.store, storyId)
}

/** Settles claims of one story on the words that they have; an event for each. @returns them as saved, in order */
async function saveSettlings(
  core: Core,
  act: Act,
  story: StoryRow,
  claims: readonly Claim[],
  { status, note }: Judgement,
): Promise<Claim[]> {
  const storyId = story.id as StoryId
  const changes: { before: Claim; after: Claim; settling: Settling }[] = []
  const document = await documentOf(core, act, story)
  const sources = await sourcesBehind(
    act.tx,
    claims.flatMap((claim) => claim.backup),
  )
  const authors = await authorsFor(core, act, story, document, status)
  for (const before of claims) {
    const span = anchorSpan(document, before.id)
    const place = anchorPlace(document, before.id)
    const settling: Settling = {
      status,
      words: before.words,
      version: story.version,
      note,
      personId: act.personId,
      atMs: act.atMs,
      backupFingerprints: fingerprintsOf(before.backup, sources),
      place,
      speaker: before.speaker?.name ?? null,
      writtenBy: (span && authors?.writersOf(document, span)) ?? [],
    }
    changes.push({ before, after: { ...before, status, settling, place, changedGround: [] }, settling })
  }
  await insertSettlings(
    act.tx,
    storyId,
    changes.map(({ before, settling }) => ({ claimId: before.id, settling })),
  )
  const saved = await saveClaims(core, act, story, changes)
  await act.recordEach(
    storyId,
    'claim.settled',
    changes.map(({ before, after }) => ({
      subject: before.id,
      payload: { before: standOf(before), after: standOf(after) },
    })),
  )
  act.tell('stories')
  return saved
}

/** A claim's settling as somebody saw it; null for none, undefined where they do not say. */
type SeenSettling = Pick<Settling, 'personId' | 'atMs'> | null | undefined

/** Nobody's judgement is put in the place of another's that was not seen. */
function isSettledMeanwhile({ settling }: Claim, seen: SeenSettling): boolean {
  if (seen === undefined) return false
  return seen?.personId !== settling?.personId || seen?.atMs !== settling?.atMs
}

/** @throws NOT_YOURS, NOT_FOUND, ARCHIVED, NOT_IN_TEXT, WORDS_MOVED, SETTLED_MEANWHILE, REASON_WANTED */
export async function settle(
  core: Core,
  act: Act,
  given: {
    claimId: ClaimId
    seenWords: string
    seenSettling?: SeenSettling
  } & Judgement,
): Promise<Claim> {
  const { claim, story } = await needClaim(act.tx, given.claimId)
  const isOwnOfLegal = await wroteAsLegal(core, act, story, claim)
  if (!isOwnOfLegal) await needMay(act, 'settle')
  if (claim.presence !== 'inText') throw refuse('NOT_IN_TEXT', { claimId: claim.id })
  if (given.seenWords !== claim.words) {
    throw refuse('WORDS_MOVED', { seen: given.seenWords, now: claim.words })
  }
  if (isSettledMeanwhile(claim, given.seenSettling)) {
    throw refuse('SETTLED_MEANWHILE', { settling: claim.settling })
  }
  needReason(given)
  const [saved] = await saveSettlings(core, act, story, [claim], given)
  const settled = must(saved, 'the claim was saved')
  if (!isOwnOfLegal || !settled.isLegal) return settled
  return clearLegal(core, act, { claimId: settled.id, seenWords: settled.words, note: given.note })
}

/**
 * Legal puts words right that could not stand, and then answers for them: of a claim in which it wrote, it may settle
 * the words although others check, and clears them with the same key.
 */
async function wroteAsLegal(core: Core, act: Act, story: StoryRow, claim: Claim): Promise<boolean> {
  const person = await findPerson(act.tx, act.personId)
  if (person?.role !== 'legal') return false
  const document = await documentOf(core, act, story)
  const span = anchorSpan(document, claim.id)
  if (!span) return false
  const authors = await core.authorship.of(act.tx, story, document)
  return authors.writersOf(document, span).includes(act.personId)
}

/** @throws NOT_YOURS, NOT_FOUND, ARCHIVED, REASON_WANTED, BAD_REQUEST */
export async function settleMany(
  core: Core,
  act: Act,
  given: {
    storyId: StoryId
    seen: readonly { claimId: ClaimId; words: string; settling?: SeenSettling }[]
  } & Judgement,
): Promise<SettledMany> {
  await needMay(act, 'settle')
  const story = await needOpenStory(act.tx, given.storyId)
  needReason(given)
  const ids = given.seen.map(({ claimId }) => claimId)
  if (new Set(ids).size < ids.length) throw badInput('a claim is named twice')
  const known = new Map((await claimsById(act.tx, ids)).map((claim) => [claim.id, claim]))
  const standing: Claim[] = []
  const left: SettledMany['left'] = []
  for (const { claimId, words, settling } of given.seen) {
    const claim = known.get(claimId)
    if (claim?.storyId !== given.storyId) throw refuse('NOT_FOUND', { what: 'claim', id: claimId })
    const isAsSeen =
      claim.presence === 'inText' && claim.words === words && !isSettledMeanwhile(claim, settling)
    if (isAsSeen) standing.push(claim)
    else left.push({ claimId, words: claim.presence === 'inText' ? claim.words : null })
  }
  const claims = standing.length > 0 ? await saveSettlings(core, act, story, standing, given) : []
  return { claims, left }
}

interface Standing {
  readonly seq: number
  readonly claimId: ClaimId
}

async function takeBackSettlings(
  core: Core,
  act: Act,
  story: StoryRow,
  settlings: readonly Standing[],
): Promise<Claim[]> {
  const storyId = story.id as StoryId
  const ids = settlings.map(({ claimId }) => claimId)
  const read = async () => new Map((await claimsById(act.tx, ids)).map((claim) => [claim.id, claim]))
  const before = await read()
  const seqs = settlings.map(({ seq }) => seq)
  await markTakenBack(act.tx, seqs, act.atMs)
  const after = await read()
  const document = await documentOf(core, act, story)
  const changes = ids.map((id) => ({
    before: must(before.get(id), 'a settling has a claim'),
    after: withPlace(must(after.get(id), 'a settling has a claim'), document),
  }))
  const saved = await saveClaims(core, act, story, changes)
  await act.recordEach(
    storyId,
    'claim.settlingTakenBack',
    changes.map((change) => ({
      subject: change.before.id,
      payload: { before: standOf(change.before), after: standOf(change.after) },
    })),
  )
  act.tell('stories')
  return saved
}

/** @throws NOT_FOUND, ARCHIVED, NOTHING_TO_TAKE_BACK */
export async function takeBack(core: Core, act: Act, storyId: StoryId): Promise<Claim> {
  const story = await needOpenStory(act.tx, storyId)
  const last = await lastOwnSettling(act.tx, storyId, act.personId)
  if (!last) throw refuse('NOTHING_TO_TAKE_BACK')
  const [saved] = await takeBackSettlings(core, act, story, [last])
  return must(saved, 'the claim was saved')
}

/** @throws NOT_FOUND, ARCHIVED, NOTHING_TO_TAKE_BACK */
export async function takeBackMany(
  core: Core,
  act: Act,
  given: { storyId: StoryId; claimIds: readonly ClaimId[] },
): Promise<Claim[]> {
  const story = await needOpenStory(act.tx, given.storyId)
  const ids = [...new Set(given.claimIds)]
  const own = await standingOwnSettlings(act.tx, given.storyId, act.personId, ids)
  if (own.length === 0) throw refuse('NOTHING_TO_TAKE_BACK')
  return takeBackSettlings(core, act, story, own)
}
