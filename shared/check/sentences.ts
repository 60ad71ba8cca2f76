import type { Node } from 'prosemirror-model'
import { type AnchorSpan, anchorIndex, anchorsInBlock } from '../document/anchor-index.ts'
import { anchorSpan } from '../document/anchors.ts'
import { type Stretch, sentenceRanges } from '../document/sentences.ts'
import { type MappedText, mappedText } from '../document/text.ts'
import { wholeWords } from '../document/words.ts'
import type { ReadSentence, Tagged } from '../model/reading.ts'

/** A sentence of a story, in a text block of any kind; `from` and `to` are positions of the document. */
export interface Sentence extends ReadSentence {
  readonly from: number
  readonly to: number
  /** The kind of text block that it stands in: "paragraph", "headline", "tableCell". */
  readonly where: string
  /** The same for all sentences that may read the same; for looking up, not for telling apart. */
  readonly likeness: string
  /** How many letters and figures it has; where it has none, how many other characters that are seen. */
  readonly letters: number
}

/** "█" stands where a letter was struck. What only belongs to a letter (an accent on its own) is not counted. */
const letter = /[\p{L}\p{N}█]/u
const seen = /[^\s\p{M}\p{Cf}]/u

/** Letters and figures alone: typography changes none of them but their case. */
export function likenessOf(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

function countedIn(text: string): RegExp {
  return letter.test(text) ? letter : seen
}

interface BlockSentence extends Stretch {
  readonly words: string
  readonly likeness: string
  readonly letters: number
}

const sentencesOfBlock = new WeakMap<Node, readonly BlockSentence[]>()

function textOfBlock(block: Node): MappedText {
  return mappedText(block, 'accepted', { from: 0, to: block.content.size })
}

/** The sentences of one text block, positions counted from the beginning of its content. */
function ownSentences(block: Node): readonly BlockSentence[] {
  const known = sentencesOfBlock.get(block)
  if (known) return known
  const { text, positions } = textOfBlock(block)
  const sentences = sentenceRanges(text).flatMap((range): BlockSentence[] => {
    const own = text.slice(range.from, range.to)
    const counted = countedIn(own)
    const letters = [...own].filter((character) => counted.test(character)).length
    const from = positions[range.from]
    const last = positions[range.to - 1]
    if (letters === 0 || from === undefined || last === undefined) return []
    // The database knows no halves of surrogate pairs.
    const words = own.toWellFormed()
    return [{ from, to: last + 1, words, likeness: likenessOf(words), letters }]
  })
  sentencesOfBlock.set(block, sentences)
  return sentences
}

/** Which letters of a sentence lie in one of `spans`, which are positions in its block's content, whole words. */
function taggedIn(
  { text, positions }: MappedText,
  sentence: BlockSentence,
  spans: readonly AnchorSpan[],
): Tagged {
  const near = spans.filter((span) => span.from < sentence.to && span.to > sentence.from)
  if (near.length === 0) return []
  const counted = countedIn(sentence.words)
  const ranges: [number, number][] = []
  let letters = 0
  let at = positions.indexOf(sentence.from)
  const end = at + sentence.words.length
  while (at < end) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const position = positions[at] ?? 0
    at += character.length
    if (!counted.test(character)) continue
    if (near.some((span) => position >= span.from && position < span.to)) {
      const last = ranges.at(-1)
      if (last && last[1] === letters) last[1]++
      else ranges.push([letters, letters + 1])
    }
    letters++
  }
  return ranges
}

/**
 * The sentences of one child of the document.
 *
 * @param spans what claims cover, as positions counted from just before the child
 */
function sentencesWithin(child: Node, spans: readonly AnchorSpan[]): Sentence[] {
  const sentences: Sentence[] = []
  const read = (block: Node, start: number): void => {
    const end = start + block.content.size
    const inside = spans
      .filter((span) => span.from < end && span.to > start)
      .map((span) => ({ from: Math.max(0, span.from - start), to: Math.min(end, span.to) - start }))
      .map((span) => wholeWords(block, span))
    const mapped = inside.length > 0 ? textOfBlock(block) : { text: '', positions: [] }
    for (const one of ownSentences(block)) {
      const { from, to, ...rest } = one
      sentences.push({
        ...rest,
        where: block.type.name,
        from: start + from,
        to: start + to,
        tagged: taggedIn(mapped, one, inside),
      })
    }
  }
  if (child.isTextblock) read(child, 1)
  child.descendants((node, position) => {
    if (node.isTextblock) read(node, position + 2)
    return !node.isTextblock
  })
  return sentences
}

const sentencesOfChild = new WeakMap<Node, readonly Sentence[]>()

/** As they are where no claim comes in from another child; unchanged children are read once. */
function plainSentences(child: Node): readonly Sentence[] {
  const known = sentencesOfChild.get(child)
  if (known) return known
  const sentences = sentencesWithin(child, [...anchorsInBlock(child).values()])
  sentencesOfChild.set(child, sentences)
  return sentences
}

/**
 * The sentences in the children of a document from `fromIndex` to `toIndex`, in the order of the text, with the
 * positions of the document.
 */
export function sentencesBetween(document: Node, fromIndex: number, toIndex: number): Sentence[] {
  const crossing = anchorIndex(document).crossing.filter(
    ({ first, last }) => first < toIndex && last >= fromIndex,
  )
  const sentences: Sentence[] = []
  let offset = 0
  for (let index = 0; index < Math.min(toIndex, document.childCount); index++) {
    const child = document.child(index)
    const start = offset
    offset += child.nodeSize
    if (index < fromIndex) continue
    const coming = crossing.flatMap(({ id, first, last }) => {
      const span = first <= index && last >= index ? anchorSpan(document, id) : undefined
      return span ? [{ from: span.from - start, to: span.to - start }] : []
    })
    const own =
      coming.length === 0
        ? plainSentences(child)
        : sentencesWithin(child, [...anchorsInBlock(child).values(), ...coming])
    for (const one of own) sentences.push({ ...one, from: start + one.from, to: start + one.to })
  }
  return sentences
}

/**
 * Every sentence that a story shows: headline, dek, byline and dateline, body, crossheads, quotations, lists,
 * captions, credits, alternative texts, cells, notes, and what search engines and networks show.
 */
export function sentencesOf(document: Node): Sentence[] {
  return sentencesBetween(document, 0, document.childCount)
}
