import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { readsSame } from '../../shared/check/changed.ts'
import {
  behindQuotation,
  type Fitting,
  objectionTo,
  rewrittenRange,
  transcriptsOf,
} from '../../shared/check/fitting.ts'
import { anchorSpan } from '../../shared/document/anchors.ts'
import { type MadeEdit, makeEdit, rewriteRange } from '../../shared/document/replace.ts'
import { schema, schemaVersion } from '../../shared/document/schema.ts'
import { wholeWords } from '../../shared/document/words.ts'
import { must } from '../../shared/lib/assert.ts'
import type { Claim } from '../../shared/model/claim.ts'
import { changesText, type Fix, type FixDecision, type Remedy } from '../../shared/model/fix.ts'
import { type BackupId, type ClaimId, type FixId, newClaimId } from '../../shared/model/ids.ts'
import type { EventKind } from '../../shared/trail/tell.ts'
import { claimsOfStory, findClaim } from '../store/claims.ts'
import { findFix, insertFix, markFixRemoved, updateFix } from '../store/fixes.ts'
import { sourcesById } from '../store/sources.ts'
import type { StoryRow } from '../store/stories.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { needClaim } from './find.ts'
import { needMay } from './may.ts'
import { badInput, refuse } from './refuse.ts'
import { saveClaims } from './save-claims.ts'
import { settle } from './settle.ts'
import { deskClientId, write } from './write.ts'

/** The claim as it is after a fix on it changed, saved, with the event that tells of it. */
async function told(
  core: Core,
  act: Act,
  claimId: ClaimId,
  kind: EventKind,
  change: { before: Fix | null; after: Fix | null },
): Promise<Claim> {
  const { claim, story } = await needClaim(act.tx, claimId)
  const [saved] = await saveClaims(core, act, story, [{ before: claim, after: claim }])
  await act.record(claim.storyId, kind, claim.id, change)
  act.tell('stories')
  return must(saved, 'the claim was saved')
}

/**
 * A fix that nobody has decided about, with its claim.
 *
 * @param isRemoved it is looked for among those that were withdrawn
 * @throws NOT_FOUND, ARCHIVED, DECIDED
 */
async function needFix(
  act: Act,
  id: FixId,
  isRemoved = false,
): Promise<{ fix: Fix; claim: Claim; story: StoryRow }> {
  const found = await findFix(act.tx, id)
  if (!found || found.isRemoved !== isRemoved) throw refuse('NOT_FOUND', { what: 'fix', id })
  const fix = found.record
  if (fix.decision) throw refuse('DECIDED', { decision: fix.decision })
  return { fix, ...(await needClaim(act.tx, fix.claimId)) }
}

/** @throws NOT_IN_TEXT */
async function fittingOf(
  core: Core,
  act: Act,
  { claim, story }: { claim: Claim; story: StoryRow },
  { remedy, newWords }: { remedy: Remedy; newWords: string },
): Promise<Fitting> {
  const { document } = await core.documents.at(act.tx, claim.storyId, story.version)
  const span = claim.presence === 'inText' ? anchorSpan(document, claim.id) : undefined
  if (!span) throw refuse('NOT_IN_TEXT', { claimId: claim.id })
  const ids = claim.backup.map((backup) => backup.sourceId)
  const sources = new Map((await sourcesById(act.tx, ids)).map((source) => [source.id, source]))
  return {
    document,
    range: wholeWords(document, span),
    kind: claim.kind,
    remedy,
    newWords,
    excerpts: transcriptsOf(claim, (id) => sources.get(id)),
  }
}

function refuseUnfit(fitting: Fitting): void {
  const objection = objectionTo(fitting)
  if (objection) throw refuse('FIX_UNFIT', { objection })
}

/** @throws NOT_FOUND, ARCHIVED, NOT_IN_TEXT, WORDS_MOVED, FIX_UNFIT, TAKEN */
export async function suggestFix(
  core: Core,
  act: Act,
  given: {
    claimId: ClaimId
    fixId: FixId
    remedy: Remedy
    newWords: string
    why: string
    backupIds: readonly BackupId[]
    seenWords: string
  },
): Promise<Claim> {
  const found = await needClaim(act.tx, given.claimId)
  const { claim } = found
  if (given.why.trim() === '') throw badInput('say why')
  const known = new Set(claim.backup.map((backup) => backup.id))
  for (const id of given.backupIds) if (!known.has(id)) throw refuse('NOT_FOUND', { what: 'backup', id })
  const fitting = await fittingOf(core, act, found, given)
  if (given.seenWords !== claim.words) {
    throw refuse('WORDS_MOVED', { seen: given.seenWords, now: claim.words })
  }
  refuseUnfit(fitting)
  if (await findFix(act.tx, given.fixId)) throw refuse('TAKEN', { what: 'fix' })
  const fix: Fix = {
    id: given.fixId,
    claimId: claim.id,
    remedy: given.remedy,
    words: claim.words,
    newWords: changesText(given.remedy) ? given.newWords : '',
    why: given.why,
    backupIds: [...new Set(given.backupIds)],
    answer: null,
    decision: null,
    suggestedBy: act.personId,
    suggestedAtMs: act.atMs,
  }
  await insertFix(act.tx, fix)
  return told(core, act, claim.id, 'fix.suggested', { before: null, after: fix })
}

/** @throws NOT_FOUND, ARCHIVED, DECIDED */
export async function answerFix(
  core: Core,
  act: Act,
  given: { fixId: FixId; words: string },
): Promise<Claim> {
  const { fix } = await needFix(act, given.fixId)
  if (given.words.trim() === '') throw badInput('say what the answer is')
  const after: Fix = { ...fix, answer: { words: given.words, personId: act.personId, atMs: act.atMs } }
  await updateFix(act.tx, after)
  return told(core, act, fix.claimId, 'fix.answered', { before: fix, after })
}

async function decide(
  core: Core,
  act: Act,
  fix: Fix,
  kind: FixDecision['kind'],
  reason: string,
): Promise<Claim> {
  const after: Fix = { ...fix, decision: { kind, reason, personId: act.personId, atMs: act.atMs } }
  await updateFix(act.tx, after)
  return told(core, act, fix.claimId, `fix.${kind}`, { before: fix, after })
}

/** @throws NOT_YOURS, NOT_FOUND, ARCHIVED, DECIDED, REASON_WANTED */
export async function rejectFix(
  core: Core,
  act: Act,
  given: { fixId: FixId; reason: string },
): Promise<Claim> {
  await needMay(act, 'acceptFix')
  const { fix } = await needFix(act, given.fixId)
  if (given.reason.trim() === '') throw refuse('REASON_WANTED')
  return decide(core, act, fix, 'rejected', given.reason)
}

/** What accepting a fix makes of the text, its claim standing on the new words; claims follow theirs. */
async function editFor(act: Act, claim: Claim, fitting: Fitting): Promise<MadeEdit> {
  const { document, newWords } = fitting
  const known = await claimsOfStory(act.tx, claim.storyId)
  const ids = new Set<string>(known.map((one) => one.id))
  const host = {
    knows: (id: string) => ids.has(id),
    removed: () => known.filter((one) => one.presence === 'removed').map(({ id, words }) => ({ id, words })),
    newId: newClaimId,
  }
  if (fitting.remedy === 'answer') {
    const at = behindQuotation(document, fitting.range)
    return must(makeEdit(document, host, [(tr) => putBehind(tr, at, newWords)]), 'text can be put in')
  }
  const range = rewrittenRange(fitting)
  const mark = schema.mark('claim', { id: claim.id })
  const made = makeEdit(document, host, [
    (tr) => rewriteRange(tr, range, newWords) && closeGap(tr, range, newWords),
    (tr, map) => {
      const now = map(range)
      if (newWords !== '' && now.to > now.from) tr.addMark(now.from, now.to, mark)
      return true
    },
  ])
  if (!made) throw refuse('FIX_UNFIT', { objection: 'paragraphs' })
  return made
}

/** Behind what is said, with a space between them. */
function putBehind(tr: Transaction, at: number, words: string): true {
  tr.insertText(` ${words.trim()}`, at)
  return true
}

/** What was cut whole leaves no second space behind it, and no paragraph without words. */
function closeGap(tr: Transaction, range: { from: number; to: number }, newWords: string): true {
  if (newWords !== '') return true
  const at = tr.mapping.map(range.from, -1)
  const $at = tr.doc.resolve(at)
  const { parent } = $at
  if (parent.content.size === 0) {
    const isSpare = parent.type === schema.nodes.paragraph && $at.node(-1).childCount > 1
    if (isSpare && hasSibling($at.node(-1), parent)) tr.delete($at.before(), $at.after())
    return true
  }
  const [before, behind] = [textAt(parent, $at.parentOffset - 1), textAt(parent, $at.parentOffset)]
  if (before === ' ' && (behind === ' ' || behind === '')) tr.delete(at - 1, at)
  else if (before === '' && behind === ' ') tr.delete(at, at + 1)
  return true
}

function hasSibling(container: Node, block: Node): boolean {
  let count = 0
  container.forEach((child) => {
    if (child.type.spec.group === block.type.spec.group) count++
  })
  return count > 1
}

function textAt(block: Node, offset: number): string {
  if (offset < 0 || offset >= block.content.size) return ''
  return block.textBetween(offset, offset + 1, undefined, '\ufffc')
}

/**
 * The text reads as suggested and its claim is confirmed on the new words, in one transaction; or, where it stands
 * as it was said, an editor has said why.
 *
 * @throws NOT_YOURS, NOT_FOUND, ARCHIVED, DECIDED, NOT_IN_TEXT, WORDS_MOVED, FIX_UNFIT, REASON_WANTED
 */
export async function acceptFix(
  core: Core,
  act: Act,
  given: { fixId: FixId; reason: string },
): Promise<Claim> {
  await needMay(act, 'acceptFix')
  const found = await needFix(act, given.fixId)
  const { fix, claim, story } = found
  const fitting = await fittingOf(core, act, found, fix)
  if (!readsSame(fix.words, claim.words)) throw refuse('WORDS_MOVED', { seen: fix.words, now: claim.words })
  refuseUnfit(fitting)
  if (fix.remedy === 'stands' && given.reason.trim() === '') throw refuse('REASON_WANTED')
  const decided = await decide(core, act, fix, 'accepted', given.reason)
  if (!changesText(fix.remedy)) return decided
  const made = await editFor(act, claim, fitting)
  await write(core, act, {
    storyId: claim.storyId,
    atVersion: story.version,
    clientId: deskClientId,
    schemaVersion,
    steps: made.steps.map((step) => step.toJSON() as { stepType: string }),
    claims: made.created.map(({ id, copiedFrom }) => ({
      id: id as ClaimId,
      kind: 'statement',
      ...(copiedFrom === undefined ? {} : { copiedFrom: copiedFrom as ClaimId }),
    })),
  })
  if (fix.remedy === 'paraphrase') await makeStatement(core, act, claim.id)
  const after = must(await findClaim(act.tx, claim.id), 'the claim stands')
  if (after.presence !== 'inText') return after
  return settle(core, act, {
    claimId: claim.id,
    status: 'confirmed',
    note: fix.why,
    seenWords: after.words,
  })
}

/** What was a quotation is now said in words of our own. */
async function makeStatement(core: Core, act: Act, claimId: ClaimId): Promise<void> {
  const { claim, story } = await needClaim(act.tx, claimId)
  if (claim.kind === 'statement') return
  await saveClaims(core, act, story, [{ before: claim, after: { ...claim, kind: 'statement' } }])
  await act.record(claim.storyId, 'claim.kindChanged', claim.id, {
    before: { kind: claim.kind },
    after: { kind: 'statement' },
  })
}

/** @throws NOT_FOUND, ARCHIVED, DECIDED */
export async function withdrawFix(core: Core, act: Act, fixId: FixId): Promise<Claim> {
  const { fix } = await needFix(act, fixId)
  await markFixRemoved(act.tx, fixId, act.atMs)
  return told(core, act, fix.claimId, 'fix.withdrawn', { before: fix, after: null })
}

/** @throws NOT_FOUND where it was not withdrawn, ARCHIVED */
export async function restoreFix(core: Core, act: Act, fixId: FixId): Promise<Claim> {
  const { fix } = await needFix(act, fixId, true)
  await markFixRemoved(act.tx, fixId, null)
  return told(core, act, fix.claimId, 'fix.restored', { before: null, after: fix })
}
