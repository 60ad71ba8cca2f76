import type { Node } from 'prosemirror-model'
import { mappedText } from '../../shared/document/text.ts'
import { insideWord } from '../../shared/document/words.ts'

/** Where words stand in a document: from their first character to the end of their last. */
export interface Occurrence {
  readonly fromA: number
  readonly toA: number
}

/** Marks that people take for one another, each set under its plainest member; all are one code unit long. */
const lookalikes: readonly [RegExp, string][] = [
  [/[“”„‟«»]/gu, '"'],
  [/[‘’‚‛‹›]/gu, "'"],
  [/[‐‑‒–—−]/gu, '-'],
]

function plainly(text: string): string {
  return lookalikes.reduce((plain, [marks, one]) => plain.replace(marks, one), text)
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
  return new RegExp(pattern, 'gu')
}

function isWhole(text: string, from: number, to: number): boolean {
  const before = [...text.slice(Math.max(0, from - 4), from)]
  const within = [...text.slice(from, to)]
  const characters = [...before, ...within, ...text.slice(to, to + 4)]
  return !insideWord(characters, before.length) && !insideWord(characters, before.length + within.length)
}

function find(document: Node, words: string, seen: (text: string) => string): Occurrence[] {
  if (words.trim() === '') return []
  const mapped = mappedText(document, 'accepted', { from: 0, to: document.content.size })
  const text = seen(mapped.text)
  const pattern = patternFor(seen(words))
  const found: (Occurrence & { isWhole: boolean })[] = []
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length
    const from = mapped.positions[match.index]
    const last = mapped.positions[end - 1]
    if (from !== undefined && last !== undefined) {
      found.push({ fromA: from, toA: last + 1, isWhole: isWhole(text, match.index, end) })
    }
    pattern.lastIndex = match.index + 1
  }
  const whole = found.filter((one) => one.isWhole)
  return (whole.length > 0 ? whole : found).map(({ fromA, toA }) => ({ fromA, toA }))
}

/**
 * Every place where exactly `words` stand, headline and captions included, whatever marks they carry. Where
 * they stand as whole words anywhere, places inside longer words do not count ("Syria" in "Syrian").
 */
export function occurrencesOf(document: Node, words: string): Occurrence[] {
  return find(document, words, (text) => text)
}

/** The same words as they stand with other quotation marks or dashes, or null. */
export function lookalikeOf(document: Node, words: string): string | null {
  const first = find(document, words, plainly)[0]
  if (!first) return null
  return mappedText(document, 'accepted', { from: first.fromA, to: first.toA }).text
}
