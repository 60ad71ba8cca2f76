import { type Carried, carriesNothing, type Entry, type Open, type Piece, type Placed } from './entry.ts'

/** A quotation that is left open goes on past so many paragraphs without a mark, at most. */
export const openFor = 4
/** What was said further back than this says nothing of a quotation that names nobody. In passages. */
const carriesFor = 3

const nothing: readonly Piece[] = []

/** What one passage has of quotations, and what it leaves to the next. */
export interface Step {
  readonly pieces: readonly Piece[]
  readonly after: Carried
}

/** Reads one passage of a story on from what those before it leave. */
export function stepOver(entries: readonly Entry[], index: number, before: Carried): Step {
  const entry = entries[index]
  if (!entry) return { pieces: nothing, after: carriesNothing }
  return entry.digest.isBlockQuote ? overBlock(entries, entry, before) : overSpans(entries, entry, before)
}

function overBlock(entries: readonly Entry[], entry: Entry, { last, open }: Carried): Step {
  const { from, to } = entry.digest
  const isSame = open?.isBlock === true
  const placed = isSame ? null : carried(entries, entry.index, last)
  const block: Open = isSame
    ? { ...open, back: 0 }
    : { begin: entry, isBlock: true, kind: 'speech', back: 0, isPlaced: placed !== null, placed }
  const piece = { back: 0, from, to, span: null, isFirst: !isSame, placed }
  return { pieces: [piece], after: carriedOn(entry, block.isPlaced ? block.placed : last, block) }
}

function overSpans(entries: readonly Entry[], entry: Entry, before: Carried): Step {
  const { digest } = entry
  const { spans } = digest
  const pieces: Piece[] = []
  let { last } = before
  let running: Open | null =
    before.open?.isBlock === false ? { ...before.open, back: before.open.back + 1 } : null
  if (running) {
    if (!digest.beginsWithSpan && digest.closes > 0 && running.back <= openFor) {
      pieces.push(...runOver(entries, entry, running.back))
      if (running.isPlaced) last = running.placed
      running = null
    } else if (running.back > openFor || (spans.length > 0 && !digest.beginsWithSpan)) running = null
  }
  let current = null as Open | null
  for (const [order, span] of spans.entries()) {
    const { from, to } = span
    const own: Placed | null = span.mention ? { entry, mention: span.mention } : null
    const isNextParagraph = order === 0 && digest.beginsWithSpan && running?.back === 1
    const goesOn: Open | null = isNextParagraph
      ? running
      : span.goesOn && current?.kind === 'speech' && span.kind === 'speech'
        ? current
        : null
    if (goesOn) {
      pieces.push({ back: 0, from, to, span, isFirst: false, placed: own })
      const isPlaced: boolean = goesOn.isPlaced || own !== null
      current = { ...goesOn, back: 0, isPlaced, placed: goesOn.isPlaced ? goesOn.placed : own }
    } else {
      const isLoose = span.kind === 'speech' && span.isLoose
      const placed = own ?? (isLoose ? carried(entries, entry.index, last) : null)
      pieces.push({ back: 0, from, to, span, isFirst: true, placed })
      const isPlaced = placed !== null
      current = { begin: entry, isBlock: false, kind: span.kind, back: 0, isPlaced, placed }
    }
    if (current.kind === 'speech' && current.isPlaced) last = current.placed
    running = !span.isClosed && order === spans.length - 1 ? current : null
  }
  return { pieces: pieces.length > 0 ? pieces.slice() : nothing, after: carriedOn(entry, last, running) }
}

/** The passages that a quotation ran over until a mark closes it here, and its last words. */
function* runOver(entries: readonly Entry[], entry: Entry, since: number): Generator<Piece> {
  const words = { span: null, isFirst: false, placed: null }
  for (let back = since - 1; back > 0; back--) {
    const between = entries[entry.index - back]?.digest
    if (between && !between.isBlank) yield { ...words, back, from: 0, to: between.length }
  }
  yield { ...words, back: 0, from: 0, to: entry.digest.closes }
}

/** Whose a quotation is that stands for itself: the paragraph before leads to it, or its speaker goes on. */
function carried(entries: readonly Entry[], index: number, last: Placed | null): Placed | null {
  const before = entries[index - 1]
  if (!before) return null
  const { leads, closing } = before.digest
  if (!leads && last?.entry === before) return last
  if (closing && (leads || closing.isSaid || last === null)) return { entry: before, mention: closing }
  return last
}

/** Forgets what is too far back to matter to the next passage. */
function carriedOn(entry: Entry, last: Placed | null, open: Open | null): Carried {
  const isNear = (placed: Placed | null): placed is Placed =>
    placed !== null && entry.index - placed.entry.index < carriesFor
  const backOf = (placed: Placed | null): number => (placed ? entry.index - placed.entry.index : 0)
  const nearLast = isNear(last) ? last : null
  const nearOpen = open && !isNear(open.placed) ? { ...open, placed: null } : open
  if (!nearLast && !nearOpen) return carriesNothing
  return {
    last: nearLast,
    open: nearOpen,
    lastBack: backOf(nearLast),
    openBack: backOf(nearOpen?.placed ?? null),
  }
}

const isSamePlaced = (one: Placed | null, other: Placed | null): boolean =>
  one === other || (one?.entry === other?.entry && one?.mention === other?.mention)

/** Whether two states have the next passage read alike. */
export function isSameCarried(one: Carried, other: Carried): boolean {
  if (one === other) return true
  const [a, b] = [one.open, other.open]
  return (
    isSamePlaced(one.last, other.last) &&
    one.lastBack === other.lastBack &&
    one.openBack === other.openBack &&
    a?.begin === b?.begin &&
    a?.isBlock === b?.isBlock &&
    a?.kind === b?.kind &&
    a?.back === b?.back &&
    a?.isPlaced === b?.isPlaced &&
    isSamePlaced(a?.placed ?? null, b?.placed ?? null)
  )
}
