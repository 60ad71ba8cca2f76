import type { Node } from 'prosemirror-model'
import { anchorIndex } from '../document/anchor-index.ts'
import { changedBlocks } from '../document/changed-blocks.ts'
import type { Reading, ReadSentence, Tagged } from '../model/reading.ts'
import { readsSame } from './changed.ts'
import { likenessOf, type Sentence, sentencesBetween, sentencesOf } from './sentences.ts'

/** What was read of a story. */
export interface ReadWords {
  /** For each time that a sentence was read that reads as this one, what claims covered then. */
  taggedWhenRead(sentence: Pick<Sentence, 'words' | 'likeness'>): readonly Tagged[]
}

export const nothingRead: ReadWords = { taggedWhenRead: () => [] }

type ReadSentences = Pick<Reading, 'sentences'>

/** What several readings say, as whoever goes on with them keeps it: one more or less costs its own sentences. */
export class ReadIndex implements ReadWords {
  readonly #byLikeness = new Map<string, ReadSentence[]>()

  add({ sentences }: ReadSentences): void {
    for (const one of sentences) {
      const likeness = likenessOf(one.words)
      const known = this.#byLikeness.get(likeness)
      if (known) known.push(one)
      else this.#byLikeness.set(likeness, [one])
    }
  }

  /** Takes out what was added; the same sentence read another time stays. */
  remove({ sentences }: ReadSentences): void {
    for (const one of sentences) {
      const known = this.#byLikeness.get(likenessOf(one.words))
      const at = known?.findIndex(
        ({ words, tagged }) => words === one.words && `${tagged}` === `${one.tagged}`,
      )
      if (known && at !== undefined && at >= 0) known.splice(at, 1)
    }
  }

  taggedWhenRead({ words, likeness }: Pick<Sentence, 'words' | 'likeness'>): readonly Tagged[] {
    const known = this.#byLikeness.get(likeness) ?? []
    return known.filter((one) => readsSame(one.words, words)).map((one) => one.tagged)
  }
}

/** What readings, less those that were taken back, say is read. */
export function readWordsOf(readings: Iterable<Pick<Reading, 'isTakenBack' | 'sentences'>>): ReadWords {
  const index = new ReadIndex()
  for (const reading of readings) if (!reading.isTakenBack) index.add(reading)
  return index
}

/**
 * `tagged`: claims cover all of its letters, so that what is to be said of it is said of them. `read`: somebody
 * read these words, and what no claim covers now, no claim covered then. All else is `unread`.
 */
export type ReadState = 'read' | 'tagged' | 'unread'

/** What both cover. */
function overlap(one: Tagged, other: Tagged): Tagged {
  const result: Tagged = []
  let i = 0
  let j = 0
  for (;;) {
    const [a, b] = [one[i], other[j]]
    if (!a || !b) return result
    const from = Math.max(a[0], b[0])
    const to = Math.min(a[1], b[1])
    if (from < to) result.push([from, to])
    if (a[1] < b[1]) i++
    else j++
  }
}

function isWithin(inner: Tagged, outer: Tagged): boolean {
  return inner.every(([from, to]) => outer.some((range) => range[0] <= from && range[1] >= to))
}

export function readStateOf(sentence: Sentence, read: ReadWords): ReadState {
  const { tagged, letters } = sentence
  if (tagged.length === 1 && tagged[0]?.[0] === 0 && tagged[0][1] === letters) return 'tagged'
  const readings = read.taggedWhenRead(sentence)
  const [first, ...others] = readings
  if (!first) return 'unread'
  // Read in parts, a sentence is read where each of its letters once was.
  const neverRead = others.reduce(overlap, first)
  return isWithin(neverRead, tagged) ? 'read' : 'unread'
}

/** The sentences that nobody has read as they stand, in the order of the text. */
export function unreadSentences(document: Node, read: ReadWords): Sentence[] {
  return sentencesOf(document).filter((sentence) => readStateOf(sentence, read) === 'unread')
}

/** Sentences whose state an edit may have changed. */
export interface ReadChange {
  readonly before: readonly Sentence[]
  readonly after: readonly Sentence[]
}

/**
 * The sentences of the children of a document that an edit changed, before and after it; with those between the
 * ends of claims that reach there, because what such a claim covers follows from its ends. Nothing else is read.
 */
export function sentencesChanged(before: Node, after: Node): ReadChange {
  if (before === after) return { before: [], after: [] }
  const { firstIndex, endIndexA, endIndexB } = changedBlocks(before, after)
  let fromIndex = firstIndex
  let tail = before.childCount - endIndexA
  const widen = (document: Node, endIndex: number): void => {
    for (const { first, last } of anchorIndex(document).crossing) {
      if (first >= endIndex || last < firstIndex) continue
      fromIndex = Math.min(fromIndex, first)
      tail = Math.min(tail, document.childCount - last - 1)
    }
  }
  widen(before, endIndexA)
  widen(after, endIndexB)
  return {
    before: sentencesBetween(before, fromIndex, before.childCount - tail),
    after: sentencesBetween(after, fromIndex, after.childCount - tail),
  }
}

export function countUnread(sentences: readonly Sentence[], read: ReadWords): number {
  return sentences.reduce((sum, one) => sum + (readStateOf(one, read) === 'unread' ? 1 : 0), 0)
}

/** A sentence as it goes into a reading. */
export function asRead({ words, tagged }: Sentence): ReadSentence {
  return { words, tagged }
}
