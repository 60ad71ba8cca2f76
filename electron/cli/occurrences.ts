import type { Node } from 'prosemirror-model'
import { mappedText } from '../../shared/document/text.ts'
import { insideWord } from '../../shared/document/words.ts'

/** Where words stand in a document: from their first character to the end of their last. */
export interface Occurrence {
  readonly fromA: number
  readonly toA: number
}

/** Marks that people take for one another, each set under its plainest member. */
const lookalikes: readonly [RegExp, string][] = [
  [/[“”„‟«»]/gu, '"'],
  [/[‘’‚‛‹›]/gu, "'"],
  [/[‐‑‒–—−]/gu, '-'],
  [/…/gu, '...'],
]

/** A text as it is looked at, and for each place in it the place in the text itself. */
interface Seen {
  readonly text: string
  /** One more than `text` has code units: the last is the end. */
  readonly places: readonly number[]
}

function exactly(text: string): Seen {
  return { text, places: Array.from({ length: text.length + 1 }, (_, index) => index) }
}

/** Letters with their accents apart, so that both ways of writing them are one. */
function plainly(text: string): Seen {
  let plain = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const seen = lookalikes.reduce((one, [marks, by]) => one.replace(marks, by), character.normalize('NFD'))
    for (let i = 0; i < seen.length; i++) places.push(at)
    plain += seen
    at += character.length
  }
  return { text: plain, places: [...places, at] }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
}

/**
 * White space matches white space: within a line any stretch of it, where `words` break the line also the
 * break between two paragraphs. Everything else matches itself alone.
 */
function patternFor(words: string): RegExp {
  const pattern = words
    .trim()
    .split(/(\s+)/u)
    .map((part, index) => {
      if (index % 2 === 0) return escaped(part)
      return part.includes('\n') ? '\\s+' : '[^\\S\\n]+'
    })
    .join('')
  // A letter without its accent is another letter.
  return new RegExp(`${pattern}(?!\\p{M})`, 'gu')
}

function isWhole(text: string, from: number, to: number): boolean {
  const before = [...text.slice(Math.max(0, from - 4), from)]
  const within = [...text.slice(from, to)]
  const characters = [...before, ...within, ...text.slice(to, to + 4)]
  return !insideWord(characters, before.length) && !insideWord(characters, before.length + within.length)
}

function find(document: Node, words: string, seen: (text: string) => Seen): Occurrence[] {
  if (words.trim() === '') return []
  const mapped = mappedText(document, 'accepted', { from: 0, to: document.content.size })
  const { text, places } = seen(mapped.text)
  const pattern = patternFor(seen(words).text)
  const found: (Occurrence & { isWhole: boolean })[] = []
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const seenEnd = match.index + match[0].length
    const [start = 0, end = 0] = [places[match.index], places[seenEnd]]
    const from = mapped.positions[start]
    const last = mapped.positions[end - 1]
    const isCut = places[match.index - 1] === start || places[seenEnd - 1] === end
    if (from !== undefined && last !== undefined && !isCut) {
      found.push({ fromA: from, toA: last + 1, isWhole: isWhole(mapped.text, start, end) })
    }
    pattern.lastIndex = match.index + 1
  }
  const whole = found.filter((one) => one.isWhole)
  return (whole.length > 0 ? whole : found).map(({ fromA, toA }) => ({ fromA, toA }))
}

/**
 * Every place where exactly `words` stand, headline and captions included, whatever marks they carry; where they
 * stand nowhere, every place where they stand with other quotation marks, dashes or dots, which a keyboard seldom
 * has. Letters, figures, capitals and accents are never taken for others. Where they stand as whole words anywhere, places inside longer words do not count ("Syria" in "Syrian").
 */
export function occurrencesOf(document: Node, words: string): Occurrence[] {
  const exact = find(document, words, exactly)
  return exact.length > 0 ? exact : find(document, words, plainly)
}
