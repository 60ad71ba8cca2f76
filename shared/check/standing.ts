import { type Claim, isUnsettled, type Status } from '../model/claim.ts'
import type { SourceId } from '../model/ids.ts'
import type { Source } from '../model/source.ts'
import { type Thin, thinness } from './backing.ts'
import { compareWords } from './changed.ts'
import type { ChangedGround } from './ground.ts'
import type { DeskRules } from './rules.ts'
import { type Subject, subjectOf } from './subject.ts'
import { type ContextReason, hasMoved, hasOtherSentence, looksQuoted, quoteBlocksOf } from './surroundings.ts'

/**
 * Why a settled claim has to be read again. `words`: its own differ. `block`: its paragraph became a block quote or
 * pull quote, or is none any more. `marks`: quotation marks were put round it or taken off. `source`: something
 * behind it is not what it was.
 */
export type ChangeReason = 'words' | 'block' | 'marks' | 'source'

/** What of a claim's standing follows from its own record alone. */
export interface ClaimChanges {
  /** Empty where it stands as settled, and where it is not settled. */
  readonly changed: readonly ChangeReason[]
  /** Empty where it is changed. */
  readonly context: readonly ContextReason[]
  /** Whether it is a statement or a quote is to be said again. */
  readonly asksKind: boolean
}

const unchanged: ClaimChanges = { changed: [], context: [], asksKind: false }

type Compared = Pick<Claim, 'kind' | 'words' | 'speaker' | 'status' | 'settling' | 'place' | 'changedGround'>

function asksKind({ kind, settling, place }: Compared): boolean {
  const before = settling?.place
  if (!before || !place) return false
  const isOther = before.isQuoted !== place.isQuoted || quoteBlocksOf(before) !== quoteBlocksOf(place)
  return isOther && looksQuoted(place) !== (kind === 'quote')
}

/** What changed of a claim since it was settled. Costs nothing where it was not, and is quick where it was. */
export function changesOf(claim: Compared): ClaimChanges {
  const { settling, place, status } = claim
  if (!settling || status === 'unchecked') return unchanged
  const before = settling.place
  const startsSentence = { before: before?.startsSentence ?? true, after: place?.startsSentence ?? true }
  const changed: ChangeReason[] = []
  const words = compareWords(
    { words: settling.words, startsSentence: startsSentence.before },
    { words: claim.words, startsSentence: startsSentence.after },
  )
  if (words === 'different') changed.push('words')
  if (before && place) {
    if (quoteBlocksOf(before) !== quoteBlocksOf(place)) changed.push('block')
    if (before.isQuoted !== place.isQuoted) changed.push('marks')
  }
  if (claim.changedGround.length > 0) changed.push('source')
  if (changed.length > 0) return { changed, context: [], asksKind: asksKind(claim) }
  const context: ContextReason[] = []
  if (before && place) {
    if (hasOtherSentence(before, place)) context.push('sentence')
    if (hasMoved(before, place)) context.push('place')
  }
  const speaker = claim.speaker?.name ?? null
  if (claim.kind === 'quote' && settling.speaker !== null && settling.speaker !== speaker)
    context.push('speaker')
  return context.length > 0 ? { changed, context, asksKind: false } : unchanged
}

/**
 * Whether somebody has still to come to an end with a claim: it is unchecked or queried, or what was settled is not
 * what stands there. Removed claims are not open; they wait to be put back.
 */
export function isOpenClaim(claim: Compared & Pick<Claim, 'presence'>): boolean {
  if (claim.presence !== 'inText') return false
  return isUnsettled(claim.status) || changesOf(claim).changed.length > 0
}

/** What beside a claim's own record its standing is judged by. */
export interface Judging {
  readonly rules: DeskRules
  /** At least those that the claim names. */
  readonly sources: ReadonlyMap<SourceId, Source>
  /** One person alone works here. */
  readonly isDeskOfOne: boolean
  readonly nowMs: number
}

/** Everything that a claim is besides the status that a person set. */
export interface Standing extends ClaimChanges {
  readonly status: Status
  /** Unchecked, queried or changed, and in the text. */
  readonly isOpen: boolean
  readonly isRemoved: boolean
  /** Which backup changed, for the reason `source`. */
  readonly changedGround: readonly ChangedGround[]
  /** Confirmed without the backup that the desk's rules want; null where it has it or is not confirmed. */
  readonly thin: Thin | null
  /** A source that still stands says otherwise. */
  readonly isContradicted: boolean
  readonly subject: Subject | null
  /** What it is about has gone unchecked for longer than the desk allows. */
  readonly isOld: boolean
  /** Who confirmed it wrote it. */
  readonly isOwnWords: boolean
}

const dayMs = 24 * 60 * 60 * 1000

function isOld(claim: Claim, subject: Subject | null, { rules, nowMs }: Judging): boolean {
  const { settling, status } = claim
  if (!settling || !subject || (status !== 'confirmed' && status !== 'onAuthor')) return false
  const days = rules.shelfLifeDays[subject]
  return days !== null && nowMs - settling.atMs > days * dayMs
}

function isOwnWords({ settling, status }: Claim, { rules, isDeskOfOne }: Judging): boolean {
  if (!settling || status !== 'confirmed' || !rules.namesOwnWords || isDeskOfOne) return false
  return settling.writtenBy.includes(settling.personId)
}

/**
 * What is to be said of a claim: the one function that desk, command line, window, exports and gate ask. Nothing of
 * it is stored; it follows from the claim's record, its sources, the desk's rules and the clock.
 */
export function standingOf(claim: Claim, judging: Judging): Standing {
  const subject = subjectOf(claim)
  return {
    ...changesOf(claim),
    status: claim.status,
    isOpen: isOpenClaim(claim),
    isRemoved: claim.presence === 'removed',
    changedGround: claim.changedGround,
    thin: claim.status === 'confirmed' ? thinness(claim, judging.rules, judging.sources) : null,
    isContradicted: claim.backup.some(
      (backup) =>
        backup.stance === 'contradicts' && judging.sources.get(backup.sourceId)?.standing !== 'retracted',
    ),
    subject,
    isOld: isOld(claim, subject, judging),
    isOwnWords: isOwnWords(claim, judging),
  }
}
