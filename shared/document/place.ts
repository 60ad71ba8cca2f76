import type { Node, ResolvedPos } from 'prosemirror-model'
import type { Place } from '../model/place.ts'
import { type AnchorSpan, anchorSpan, anchorsInBlock, touchedAnchors } from './anchors.ts'
import { changedBlocks } from './changed-blocks.ts'
import { inOneKind } from './quote-marks.ts'
import { type QuoteSpan, quoteSpans } from './quotes.ts'
import { type Stretch, sentenceRanges } from './sentences.ts'
import { speechVerb } from './speech.ts'
import { wholeWords } from './words.ts'

/** So much of what stands before and after is remembered, in characters. */
const nearby = 60

/** Blocks that follow each other as one text; what stands between them, such as a figure, parts them not. */
const flow = new Set(['paragraph', 'crosshead', 'blockquote', 'bulletList', 'orderedList'])

/** How far a neighbour is looked for past blocks that have no words. */
const blocksAway = 6

/** Speech in the other language that stories are written in here, for what names a speaker. */
const germanSpeech =
  /(?<!\p{L})(?:sag(?:t|te|ten)|erklär(?:t|te|ten)|mein(?:t|te|ten)|beton(?:t|te|ten)|schr(?:eibt|ieb|ieben)|frag(?:t|te|ten)|antworte(?:t|te|ten)|laut)(?!\p{L})/iu

/** A text block of a document, read once: unchanged blocks keep their identity through an edit. */
interface Reading {
  /** References to footnotes count as one character. */
  readonly text: string
  readonly sentences: readonly Stretch[]
  readonly quotes: readonly QuoteSpan[]
}

/**
 * Behind a full stop a small letter reads as a capital, so that the case of its first letter takes no sentence
 * apart from the one before. Words too short to be none of an abbreviation's are left alone.
 */
function inCapitals(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}]{3}\.\s+)\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase()
    return capital.length === letter.length ? capital : letter
  })
}

const readings = new WeakMap<Node, Reading>()

function readingOf(block: Node): Reading {
  const known = readings.get(block)
  if (known) return known
  const text = block.textBetween(0, block.content.size, undefined, '\ufffc')
  const reading = { text, sentences: sentenceRanges(inCapitals(text)), quotes: quoteSpans(inOneKind(text)) }
  readings.set(block, reading)
  return reading
}

const partsOfBlock = new WeakMap<Node, readonly Node[]>()

/** The text blocks of a top-level block that have words, in order. */
function partsOf(block: Node): readonly Node[] {
  if (block.isTextblock) return block.content.size > 0 ? [block] : []
  const known = partsOfBlock.get(block)
  if (known) return known
  const parts: Node[] = []
  block.descendants((node) => {
    if (node.isTextblock && node.content.size > 0) parts.push(node)
    return !node.isTextblock
  })
  partsOfBlock.set(block, parts)
  return parts
}

function read(text: string): string {
  return text.replaceAll('\ufffc', '').trim()
}

/** The last words of a text, or its first, as many as are remembered. */
function nearest(text: string, side: 'end' | 'start'): string {
  const words = read(text)
  if (words.length <= nearby) return words
  const cut = side === 'end' ? words.slice(-nearby) : words.slice(0, nearby)
  const whole = side === 'end' ? cut.replace(/^\S*\s+/u, '') : cut.replace(/\s+\S*$/u, '')
  return (whole === '' ? cut : whole).toWellFormed()
}

function neighbourBlock(document: Node, index: number, direction: -1 | 1): Node | null {
  for (let at = index + direction, left = blocksAway; left > 0; at += direction, left--) {
    const block = document.maybeChild(at)
    if (block?.type.spec.group !== 'block') return null
    if (flow.has(block.type.name) && partsOf(block).length > 0) return block
  }
  return null
}

/** The text block of the same flow before or after one; null where there is none. */
function neighbourPart($at: ResolvedPos, direction: -1 | 1): Node | null {
  const top = $at.node(1)
  if (!flow.has(top.type.name)) return null
  const parts = partsOf(top)
  const own = parts.indexOf($at.parent)
  const beside = own < 0 ? undefined : parts[own + direction]
  if (beside) return beside
  const next = neighbourBlock($at.doc, $at.index(0), direction)
  return (next && partsOf(next).at(direction < 0 ? -1 : 0)) ?? null
}

function kindAt($at: ResolvedPos): string {
  for (let depth = 1; depth <= $at.depth; depth++) {
    const { name } = $at.node(depth).type
    if (name === 'blockquote') return name
    if (name === 'bulletList' || name === 'orderedList') return 'list'
  }
  return $at.parent.type.name
}

function kindsBetween(document: Node, { from, to }: Stretch): string {
  const kinds = new Set<string>()
  document.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true
    kinds.add(kindAt(document.resolve(position + 1)))
    return false
  })
  return [...kinds].join(' ')
}

/** A text with what stands in quotation marks taken out. */
function outsideQuotes({ text, quotes }: Reading, { from, to }: Stretch): string {
  let result = ''
  let at = from
  for (const quote of quotes) {
    if (quote.to <= from || quote.from >= to) continue
    result += text.slice(at, Math.max(at, quote.from))
    at = Math.max(at, quote.to)
  }
  return result + text.slice(at, Math.max(at, to))
}

function tellsWhoSpoke(reading: Reading, sentence: Stretch | undefined): boolean {
  if (!sentence) return false
  const outside = outsideQuotes(reading, sentence)
  return speechVerb.test(outside) || germanSpeech.test(outside)
}

/** Indices of the first and last sentence that a stretch of one block touches, or null where it touches none. */
function sentencesAround({ sentences }: Reading, { from, to }: Stretch): [number, number] | null {
  const first = sentences.findIndex((one) => one.to > from)
  const last = sentences.findLastIndex((one) => one.from < to)
  return first < 0 || last < first ? null : [first, last]
}

/** A quotation's own sentences, and the one before or after where only that tells who spoke. */
function withSpeaker(reading: Reading, [first, last]: [number, number]): [number, number] {
  const { sentences } = reading
  for (let at = first; at <= last; at++) if (tellsWhoSpoke(reading, sentences[at])) return [first, last]
  if (tellsWhoSpoke(reading, sentences[last + 1])) return [first, last + 1]
  if (tellsWhoSpoke(reading, sentences[first - 1])) return [first - 1, last]
  return [first, last]
}

/** Whether a stretch is in quotation marks: within one quotation, or from the beginning of one to the end of another. */
function isInQuotes($from: ResolvedPos, $to: ResolvedPos): boolean {
  const isOneBlock = $from.sameParent($to)
  const goesOn = (quote: QuoteSpan, block: ResolvedPos): boolean =>
    quote.isClosed || !isOneBlock || readsOn(neighbourPart(block, 1))
  const first = readingOf($from.parent).quotes.find(
    (one) => one.from <= $from.parentOffset && $from.parentOffset < one.to,
  )
  const last = readingOf($to.parent).quotes.find(
    (one) => one.from < $to.parentOffset && $to.parentOffset <= one.to,
  )
  if (!first || !last || !goesOn(first, $from) || !(last.isClosed || goesOn(last, $to))) return false
  if (isOneBlock && first === last) return true
  return first.from === $from.parentOffset && last.to === $to.parentOffset
}

/** A quotation that is left open at the end of a paragraph is taken up by a mark at the beginning of the next. */
function readsOn(next: Node | null): boolean {
  return next !== null && readingOf(next).quotes[0]?.from === 0
}

function startsSentence({ text, sentences, quotes }: Reading, at: number): boolean {
  if (quotes.some((one) => one.from === at || one.from + 1 === at)) return true
  const sentence = sentences.findLast((one) => one.from <= at)
  return sentence !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(sentence.from, at))
}

/** The heads of a cell's row and column, which say what a figure in it means. */
function headsOf($at: ResolvedPos): string[] {
  const depth = $at.depth
  if (depth < 3 || $at.node(depth - 1).type.name !== 'tableRow') return []
  const row = $at.node(depth - 1)
  const table = $at.node(depth - 2)
  const [column, line] = [$at.index(depth - 1), $at.index(depth - 2)]
  const heads: string[] = []
  if (column > 0) heads.push(read(row.child(0).textContent))
  if (line > 0) heads.push(read(table.child(0).maybeChild(column)?.textContent ?? ''))
  return heads
}

/** What a part of a figure belongs to: its picture. */
function pictureOf($at: ResolvedPos): string {
  const top = $at.node(1)
  return top.type.name === 'figure' ? String(top.attrs.hash) : ''
}

/**
 * Where words of a document stand, so that it can be told later whether the same stands around them.
 *
 * @param span from the first character of a claim to the end of its last
 */
export function placeOf(document: Node, span: AnchorSpan): Place {
  const stretch = wholeWords(document, span)
  const $from = document.resolve(stretch.from)
  const $to = document.resolve(stretch.to)
  const first = readingOf($from.parent)
  const last = readingOf($to.parent)
  const isOneBlock = $from.sameParent($to)
  const isQuoted = isInQuotes($from, $to)
  const end = isOneBlock ? $to.parentOffset : first.text.length
  const around = sentencesAround(first, { from: $from.parentOffset, to: end })
  const wide = around && isQuoted ? withSpeaker(first, around) : around
  const tail = isOneBlock ? wide : sentencesAround(last, { from: 0, to: $to.parentOffset })
  const begin = (wide && first.sentences[wide[0]]?.from) ?? $from.parentOffset
  const stop = (tail && last.sentences[tail[1]]?.to) ?? $to.parentOffset
  const sentence = isOneBlock
    ? read(first.text.slice(begin, stop))
    : document
        .textBetween($from.start() + begin, $to.start() + stop, '\n')
        .split('\n')
        .map(read)
        .filter((line) => line !== '')
        .join('\n')
  const previous = wide && first.sentences[wide[0] - 1]
  const next = tail && last.sentences[tail[1] + 1]
  const picture = pictureOf($from)
  const blockBefore = previous ? null : neighbourPart($from, -1)
  const blockAfter = next ? null : neighbourPart($to, 1)
  const lastBefore = blockBefore && readingOf(blockBefore).sentences.at(-1)
  const firstAfter = blockAfter && readingOf(blockAfter).sentences[0]
  const text = ({ text }: Reading, stretch: Stretch) => text.slice(stretch.from, stretch.to)
  const preceding = previous
    ? text(first, previous)
    : blockBefore && lastBefore
      ? text(readingOf(blockBefore), lastBefore)
      : ''
  const following = next
    ? text(last, next)
    : blockAfter && firstAfter
      ? text(readingOf(blockAfter), firstAfter)
      : ''
  return {
    block: kindsBetween(document, stretch).slice(0, 200),
    // The database knows no halves of surrogate pairs.
    sentence: [...headsOf($from), sentence].join('\n').toWellFormed(),
    preceding: picture || nearest(preceding, 'end'),
    following: nearest(following, 'start'),
    isQuoted,
    startsSentence: startsSentence(first, $from.parentOffset),
  }
}

/** The place of one anchor, or null where it does not stand in the document. */
export function anchorPlace(document: Node, id: string): Place | null {
  const span = anchorSpan(document, id)
  return span ? placeOf(document, span) : null
}

/**
 * The ids of the anchors whose place an edit may have changed: those of the blocks that it touched, and of the two
 * that stand before and after those.
 */
export function anchorsAround(before: Node, after: Node): Set<string> {
  const around = touchedAnchors(before, after)
  if (before === after) return around
  const { firstIndex, endIndexB } = changedBlocks(before, after)
  for (const block of [neighbourBlock(after, firstIndex, -1), neighbourBlock(after, endIndexB - 1, 1)]) {
    if (block) for (const id of anchorsInBlock(block).keys()) around.add(id)
  }
  return around
}
