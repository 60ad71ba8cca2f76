import type { Node } from 'prosemirror-model'
import { type BlockText, blockTextAt, type Stretch } from './sentences.ts'
import { speechVerb } from './speech.ts'

/** A quotation with its marks; one that is not closed runs on to the end of its block. */
export interface QuoteSpan extends Stretch {
  readonly isClosed: boolean
}

/** What closes what a mark opened; typists and importers mix curly and straight. „ is closed by “ in German, by ” in Polish. */
const closers: Record<string, string> = {
  '"': '"”“',
  '“': '”"“',
  '”': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‹': '›',
  '›': '‹',
}
/** Open wherever they stand; the others are known by what stands next to them. */
const openOnly = '„「『'
const startsBefore = /[\s([{—–/'‘-]/u
const opensBefore = /[\p{L}\p{N}\p{Sc}([$#@'‘“.…-]/u
const letter = /[\p{L}\p{N}]/u

function standsFree(text: string, at: number): boolean {
  const before = text[at - 1]
  return before === undefined || startsBefore.test(before)
}

function opensBetween(text: string, at: number): boolean {
  const after = text[at + 1]
  return standsFree(text, at) && after !== undefined && opensBefore.test(after)
}

/** Whether a double mark opens a quotation where it stands. */
function opensDouble(text: string, at: number): boolean {
  const mark = text[at] ?? ''
  if (!(mark in closers)) return false
  if (openOnly.includes(mark)) return true
  const after = text[at + 1] ?? ''
  if (mark === '«' || mark === '‹') {
    // French marks stand off from what they enclose; in German and Danish these close.
    return (
      (standsFree(text, at) || !letter.test(after)) &&
      !(/\S/u.test(text[at - 1] ?? ' ') && !letter.test(after) && !/\s/u.test(after))
    )
  }
  if (mark === '“' && !/\s/u.test(after) && after !== '') {
    // “ closes in German only behind what it ends.
    return letter.test(after) || standsFree(text, at)
  }
  if (mark === '»' || mark === '›') return standsFree(text, at) && letter.test(after)
  return opensBetween(text, at)
}

/** Between two sentences a space may be missing; where nothing is open, a straight mark there can only open. */
function opensTight(text: string, at: number): boolean {
  return (
    text[at] === '"' && /[.,:;!?)\u2019”]/u.test(text[at - 1] ?? '') && /[\p{Lu}[]/u.test(text[at + 1] ?? '')
  )
}

/** A quotation whose mark is not closed within so many characters is left open. */
const longest = 8000

interface Close {
  readonly at: number
  readonly isClosed: boolean
  /** Nothing closed anything up to there. */
  readonly isBare: boolean
}

/** Where the quotation that is opened at `at` is closed, or begins anew before it was closed. */
function closeOf(text: string, at: number, isHopeless: boolean): Close {
  const mark = text[at] ?? ''
  const closing = closers[mark] ?? ''
  const inner: string[] = []
  let again = -1
  let isBare = true
  const end = Math.min(text.length, at + longest)
  for (let i = at + 1; i < end; i++) {
    const character = text[i] ?? ''
    if (!(character in closers) && !'»›」』'.includes(character)) continue
    const isOpening = opensDouble(text, i)
    if (isOpening && character === '"' && (mark === '"' || inner.includes('"'))) {
      return { at: i, isClosed: false, isBare: false }
    }
    if (isOpening && !(closing.includes(character) && !standsFree(text, i))) {
      if (character === mark && isHopeless) return { at: i, isClosed: false, isBare }
      if (character === mark && again < 0) again = i
      inner.push(character)
      continue
    }
    const last = inner.at(-1)
    if (last === undefined) {
      if (closing.includes(character)) return { at: i, isClosed: true, isBare: false }
    } else if ((closers[last] ?? '').includes(character)) {
      inner.pop()
      isBare = false
    } else if (closing.includes(character)) return { at: i, isClosed: true, isBare: false }
  }
  return { at: again < 0 ? text.length : again, isClosed: false, isBare }
}

/** Single marks are apostrophes unless they stand before a word and another ends what they began. */
function closeOfSingle(text: string, at: number): number {
  const mark = text[at] ?? ''
  for (let i = at + 2; i < text.length; i++) {
    const isMark = mark === '‚' ? text[i] === '‘' : text[i] === '’' || (mark === "'" && text[i] === "'")
    if (isMark && !letter.test(text[i + 1] ?? ' ') && !/\s/u.test(text[i - 1] ?? ' ')) return i
  }
  return -1
}

function opensSingle(text: string, at: number): boolean {
  const mark = text[at] ?? ''
  if (mark !== '‘' && mark !== "'" && mark !== '‚') return false
  return opensBetween(text, at) && /\p{L}/u.test(text[at + 1] ?? '') && text[at - 1] !== "'"
}

/** The quotations of one block's text, outermost only, marks included. */
export function quoteSpans(text: string): QuoteSpan[] {
  const spans: QuoteSpan[] = []
  /** Two apostrophes set words apart in wikis and old wires, where single marks are part of what they set apart. */
  let isBetweenDoubled = false
  /** Up to where nothing closes what a mark opens. */
  const unclosed = new Map<string, number>()
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "'" && text[at + 1] === "'") {
      isBetweenDoubled = !isBetweenDoubled
      at++
      continue
    }
    if (opensDouble(text, at) || opensTight(text, at)) {
      const mark = text[at] ?? ''
      const close = closeOf(text, at, at < (unclosed.get(mark) ?? 0))
      if (!close.isClosed && close.isBare && at >= (unclosed.get(mark) ?? 0)) unclosed.set(mark, at + longest)
      const end = close.isClosed ? close.at + 1 : close.at
      const to = close.isClosed ? end : at + text.slice(at, end).trimEnd().length
      spans.push({ from: at, to, isClosed: close.isClosed })
      at = end - 1
    } else if (!isBetweenDoubled && opensSingle(text, at)) {
      const mark = text[at] ?? ''
      const close = at < (unclosed.get(mark) ?? 0) ? -1 : closeOfSingle(text, at)
      if (close < 0) {
        unclosed.set(mark, text.length)
        continue
      }
      spans.push({ from: at, to: close + 1, isClosed: true })
      at = close
    }
  }
  return spans
}

/** The attribution between two parts of one quotation: "A," she said, "B". */
function joins(text: string, one: QuoteSpan, next: QuoteSpan): boolean {
  const between = text.slice(one.to, next.from)
  if (between.length > 160 || !speechVerb.test(between)) return false
  const inner = text.slice(one.from, one.to - 1).trimEnd()
  const breaksOff = /[,?!…—–-]$/u.test(inner) || /^\s*[,—–-]/u.test(between)
  return breaksOff && /[,;:—–-]\s*$/u.test(between)
}

/** A quotation of a document: its parts in order, and the whole from the first to the last. */
export interface FoundQuote extends Stretch {
  /** More than one where an attribution or the end of a paragraph stands between. */
  readonly parts: readonly Stretch[]
}

function siblingBlock(document: Node, block: BlockText, side: -1 | 1): BlockText | null {
  const $start = document.resolve(block.start)
  if ($start.depth < 1) return null
  const index = $start.index($start.depth - 1) + side
  const container = $start.node($start.depth - 1)
  if (index < 0 || index >= container.childCount) return null
  const sibling = container.child(index)
  if (sibling.type !== $start.parent.type) return null
  const at = side < 0 ? $start.before() - sibling.nodeSize : $start.after()
  return blockTextAt(document, at + 1)
}

/**
 * The quotation around a position, or null. Parts that an attribution splits ("A," she said, "B") are one, and
 * so are paragraphs that each open and only the last of which closes.
 */
export function quoteAt(document: Node, position: number): FoundQuote | null {
  const block = blockTextAt(document, position)
  if (!block) return null
  const offset = position - block.start
  const spans = quoteSpans(block.text)
  const inside = spans.findIndex((one) => offset >= one.from && offset <= one.to)
  const between = spans.findIndex((one, i) => {
    const next = spans[i + 1]
    return next && offset > one.to && offset < next.from && joins(block.text, one, next)
  })
  const index = inside >= 0 ? inside : between
  if (index < 0) return null
  let first = index
  let last = index
  const joinsAt = (i: number): boolean => {
    const [one, next] = [spans[i], spans[i + 1]]
    return one !== undefined && next !== undefined && joins(block.text, one, next)
  }
  while (joinsAt(first - 1)) first--
  while (joinsAt(last)) last++
  const parts: Stretch[] = spans
    .slice(first, last + 1)
    .map((one) => ({ from: block.start + one.from, to: block.start + one.to }))
  let here: BlockText | null = block
  let isOpen = spans[last]?.isClosed === false
  while (isOpen && here) {
    here = siblingBlock(document, here, 1)
    const next: QuoteSpan | undefined = here ? quoteSpans(here.text)[0] : undefined
    if (!here || !next || next.from > 0) break
    parts.push({ from: here.start + next.from, to: here.start + next.to })
    isOpen = !next.isClosed
  }
  here = block
  let beginsBlock = spans[first]?.from === 0
  while (beginsBlock && here) {
    here = siblingBlock(document, here, -1)
    const before: QuoteSpan | undefined = here ? quoteSpans(here.text).at(-1) : undefined
    if (!here || !before || before.isClosed) break
    parts.unshift({ from: here.start + before.from, to: here.start + before.to })
    beginsBlock = before.from === 0
  }
  const from = parts[0]?.from ?? 0
  const to = parts.at(-1)?.to ?? 0
  return { from, to, parts }
}

/** Whether a stretch of a document is one whole quotation, give or take its marks and the space around it. */
export function isQuotation(document: Node, stretch: Stretch): boolean {
  const block = blockTextAt(document, stretch.from)
  if (!block) return false
  const text = document.textBetween(stretch.from, stretch.to, '\n').trim()
  if (text === '') return false
  const spans = quoteSpans(text)
  if (spans[0]?.from === 0 && spans.at(-1)?.to === text.length) return true
  const [from, to] = [stretch.from - block.start, stretch.to - block.start]
  return quoteSpans(block.text).some((one) => from >= one.from && to <= one.to && to - from >= 1)
}
