import type { Passage } from './passage.ts'

/** A word, a figure or an abbreviation of a passage. */
export interface Word {
  readonly from: number
  readonly to: number
  readonly text: string
  /** In lower case, with straight apostrophes and hyphens, without an English genitive's ending. */
  readonly key: string
  /** What stands between the word before and this one: spaces and marks, in the passage's own writing. */
  readonly gap: string
  /** Whether its first letter is a capital. */
  readonly isCapital: boolean
}

/** Abbreviations with their stops ("U.S.-led"), figures with what is written close to them ("40bn", "36-year-old"), words. */
const word =
  /(?:\p{L}\.){2,}(?:[-‐‑]\p{L}+)*|\p{N}+(?:[.,:’']\p{N}+)*(?:[\p{L}\p{M}]+)?(?:[-‐‑][\p{L}\p{M}]+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’‐‑-][\p{L}\p{M}\p{N}]+)*/gu
const address = /https?:\/\/\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}|[@#][\p{L}\p{N}_]+/gu

function keyOf(text: string): string {
  const plain = text.toLowerCase().replaceAll('’', "'").replace(/[‐‑]/gu, '-')
  return plain.endsWith("'s") ? plain.slice(0, -2) : plain
}

/** The words of a text in order; addresses of pages, mail and accounts are none. */
export function wordsIn(text: string): readonly Word[] {
  const readable = /[@#/]|www/u.test(text) ? text.replace(address, (found) => ' '.repeat(found.length)) : text
  const words: Word[] = []
  let end = 0
  for (const match of readable.matchAll(word)) {
    const from = match.index
    const own = match[0]
    const first = own.charAt(0)
    words.push({
      from,
      to: from + own.length,
      text: own,
      key: keyOf(own),
      gap: readable.slice(end, from),
      isCapital: first !== first.toLowerCase(),
    })
    end = from + own.length
  }
  return words
}

const kept = new WeakMap<Passage, readonly Word[]>()

export function wordsOf(passage: Passage): readonly Word[] {
  const known = kept.get(passage)
  if (known) return known
  const words = wordsIn(passage.text)
  kept.set(passage, words)
  return words
}
