import type { Node } from 'prosemirror-model'
import { anchorSpans } from '../document/anchors.ts'
import { parentNameAt } from '../document/parent-name.ts'
import type { Claim } from '../model/claim.ts'
import type { Clearing } from '../model/clearing.ts'
import { isFixOpen } from '../model/fix.ts'
import { type AskKind, askKinds, type GateKind, type GateLine } from '../model/gate.ts'
import { areWordsOf, type Excuse, excuseFor } from './excused.ts'
import { gapsOf } from './gaps.ts'
import { isCleared as isClearedByLegal, wantsSecondReader } from './legal.ts'
import { type ReadWords, unreadSentences } from './read.ts'
import type { DeskRules } from './rules.ts'
import { sentencesBetween } from './sentences.ts'
import { type Difference, differencesSince, shownBlocks } from './shown.ts'
import { type Judging, type Standing, standingOf } from './standing.ts'

/** Everything that the gate is computed from: the records that every screen shows. */
export interface Gated extends Judging {
  readonly document: Node
  /** Those of the story; the withdrawn may be among them. */
  readonly claims: Iterable<Claim>
  readonly read: ReadWords
  /** The last clearing that was not taken back. */
  readonly clearing: Clearing | null
}

/** Something that would block, and why it does not. */
export interface ExcusedLine {
  readonly line: GateLine
  readonly excuse: Excuse
}

/** The last clearing, held against what stands there now. */
export interface ClearingNow {
  readonly clearing: Clearing
  /** What the story shows otherwise than it did when it was cleared; any of it ends the clearing. */
  readonly differences: readonly Difference[]
}

export interface Gate {
  /** Nothing blocks. */
  readonly clear: boolean
  readonly blocks: readonly GateLine[]
  /** What whoever clears the story has to know; what was known at the last clearing is not asked again. */
  readonly asks: readonly GateLine[]
  readonly excused: readonly ExcusedLine[]
  readonly cleared: ClearingNow | null
}

/** Whether a story is cleared: somebody did, what it shows is what they saw, and nothing blocks since. */
export function isCleared({ clear, cleared }: Gate): boolean {
  return clear && cleared !== null && cleared.differences.length === 0
}

/** What a claim in the text is said to be by its standing, in the order of their weight. */
function kindsOf(claim: Claim, standing: Standing): GateKind[] {
  if (claim.presence === 'removed') {
    return [...(claim.fixes.some(isFixOpen) ? (['openFix'] as const) : []), 'removed']
  }
  const { status } = standing
  const kinds: (GateKind | false)[] = [
    status === 'wrong' && 'wrong',
    status === 'unverified' && 'unverified',
    status === 'unchecked' && 'unchecked',
    status === 'queried' && 'queried',
    standing.changed.length > 0 && 'changed',
    standing.thin !== null && 'thin',
    status === 'onAuthor' && 'onAuthor',
    claim.fixes.some(isFixOpen) && 'openFix',
    claim.isLegal && (!isClearedByLegal(claim) || wantsSecondReader(claim)) && 'legal',
    standing.context.length > 0 && 'context',
    standing.isContradicted && 'contradicted',
    standing.isOld && 'old',
    standing.isOwnWords && 'ownWords',
  ]
  return kinds.filter((kind) => kind !== false)
}

interface Known {
  readonly rules: DeskRules
  readonly sources: Judging['sources']
  readonly isDeskOfOne: boolean
  readonly atMs: number
  readonly found: readonly { kind: GateKind; excuse: Excuse | null }[]
}

const knownOfClaim = new WeakMap<Claim, Known>()

/** For so long a check does not grow old by the clock alone. */
const judgedAgainAfterMs = 60_000

/** What is to be said of one claim; asked again while nothing moved, it is not judged again. */
function judged(claim: Claim, judging: Judging): Known['found'] {
  const { rules, sources, isDeskOfOne, nowMs } = judging
  const known = knownOfClaim.get(claim)
  if (
    known?.rules === rules &&
    known.sources === sources &&
    known.isDeskOfOne === isDeskOfOne &&
    Math.abs(nowMs - known.atMs) < judgedAgainAfterMs
  ) {
    return known.found
  }
  const found = kindsOf(claim, standingOf(claim, judging)).map((kind) => ({
    kind,
    excuse: kind === 'openFix' || kind === 'legal' ? null : excuseFor(claim, kind),
  }))
  knownOfClaim.set(claim, { rules, sources, isDeskOfOne, atMs: nowMs, found })
  return found
}

function lineOf(document: Node, claim: Claim, kind: GateKind): GateLine {
  const span = claim.presence === 'inText' ? anchorSpans(document).get(claim.id) : undefined
  return {
    kind,
    claimId: claim.id,
    number: claim.number,
    where: span ? parentNameAt(document, span.from) : '',
    words: claim.words,
    from: span?.from ?? null,
    to: span?.to ?? null,
  }
}

function isAsk(kind: GateKind, rules: DeskRules): boolean {
  const asked = askKinds.find((one): one is AskKind => one === kind)
  return asked !== undefined && !rules.blockingAsks.includes(asked)
}

/** In the order of the text; what is out of the text comes last, by the claims' numbers. */
function byPlace(one: GateLine, other: GateLine): number {
  if (one.from === null || other.from === null) {
    if (one.from !== other.from) return one.from === null ? 1 : -1
    return (one.number ?? 0) - (other.number ?? 0)
  }
  return one.from - other.from
}

/** Whether whoever cleared the story knew it: the same was asked of the same claim, with the words that it has. */
function wasKnown(line: GateLine, claim: Claim, clearing: Clearing | null): boolean {
  return (
    clearing?.asks.some(
      ({ kind, claimId, words }) =>
        kind === line.kind && claimId === line.claimId && areWordsOf(words, claim),
    ) ?? false
  )
}

const blocksAtOnce = 20
const claimsAtOnce = 200

/**
 * Does ahead, a little at each step, what {@link gateOf} would do all at once of a story that it never saw: reads its
 * sentences and judges its claims. A book takes some hundreds of steps.
 */
export function* gateAhead(gated: Gated): Generator<void> {
  const { document } = gated
  for (let index = 0; index < document.childCount; index += blocksAtOnce) {
    sentencesBetween(document, index, index + blocksAtOnce)
    yield
  }
  let count = 0
  for (const claim of gated.claims) {
    judged(claim, gated)
    if (++count % claimsAtOnce === 0) yield
  }
}

/**
 * What stands between a story and its clearing, and what is asked before it. Desk, command line and window call this
 * one function with the records that they show.
 *
 * Of the size of the story, but quick where it was asked before: unchanged blocks and claims are not judged again. It
 * is for pauses in typing, not for keys.
 */
export function gateOf(gated: Gated): Gate {
  const { document, rules, clearing } = gated
  const blocks: GateLine[] = [...gapsOf(document)]
  const asks: GateLine[] = []
  const excused: ExcusedLine[] = []
  for (const { where, words, from, to } of unreadSentences(document, gated.read)) {
    blocks.push({ kind: 'unread', where, words, from, to })
  }
  for (const claim of gated.claims) {
    if (claim.presence === 'withdrawn') continue
    for (const { kind, excuse } of judged(claim, gated)) {
      const line = lineOf(document, claim, kind)
      if (isAsk(kind, rules)) {
        if (!wasKnown(line, claim, clearing)) asks.push(line)
      } else if (excuse) excused.push({ line, excuse })
      else blocks.push(line)
    }
  }
  blocks.sort(byPlace)
  asks.sort(byPlace)
  excused.sort((one, other) => byPlace(one.line, other.line))
  const cleared = clearing && {
    clearing,
    differences: differencesSince(clearing.shown, shownBlocks(document)),
  }
  return { clear: blocks.length === 0, blocks, asks, excused, cleared }
}
