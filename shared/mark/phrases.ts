import type { Word } from './word.ts'

/** Phrases to be found among words; each has what it stands for. */
export interface Phrases<Meaning> {
  /** The longest phrase that begins with the word at `index`, and how many words it has. */
  at(words: readonly Word[], index: number): { readonly meaning: Meaning; readonly length: number } | null
}

interface Entry<Meaning> {
  readonly parts: readonly string[]
  readonly meaning: Meaning
}

const shortestStem = 3

/** "accus*" fits every word that begins so. */
function fits(part: string, key: string): boolean {
  return part.endsWith('*') ? key.startsWith(part.slice(0, -1)) : part === key
}

/** Marks between two words part them; hyphens, spaces and a dropped stop do not. */
const joined = /^[\s.]*$/u

/**
 * @param lists phrases by what they stand for: words in lower case with a space between them, "*" at the end of a word
 * for any ending
 */
export function phrasesFor<Meaning extends string>(
  lists: Readonly<Record<Meaning, readonly string[]>>,
): Phrases<Meaning> {
  const whole = new Map<string, Entry<Meaning>[]>()
  const stems = new Map<string, Entry<Meaning>[]>()
  for (const meaning of Object.keys(lists) as Meaning[]) {
    for (const phrase of lists[meaning]) {
      const parts = phrase.split(' ')
      const first = parts[0] ?? ''
      const index = first.endsWith('*') ? stems : whole
      const key = first.endsWith('*') ? first.slice(0, -1) : first
      const entries = index.get(key)
      if (entries) entries.push({ parts, meaning })
      else index.set(key, [{ parts, meaning }])
    }
  }
  for (const entries of [...whole.values(), ...stems.values()]) {
    entries.sort((one, other) => other.parts.length - one.parts.length)
  }
  const longestStem = Math.max(0, ...[...stems.keys()].map((stem) => stem.length))

  function fitting(
    entries: readonly Entry<Meaning>[],
    words: readonly Word[],
    index: number,
  ): Entry<Meaning> | null {
    for (const entry of entries) {
      const isHere = entry.parts.every((part, offset) => {
        const word = words[index + offset]
        return word !== undefined && (offset === 0 || (fits(part, word.key) && joined.test(word.gap)))
      })
      if (isHere) return entry
    }
    return null
  }

  return {
    at(words, index) {
      const key = words[index]?.key
      if (key === undefined) return null
      const entries = whole.get(key)
      const found = entries ? fitting(entries, words, index) : null
      if (found) return { meaning: found.meaning, length: found.parts.length }
      for (let length = Math.min(longestStem, key.length); length >= shortestStem; length--) {
        const candidates = stems.get(key.slice(0, length))
        const stemmed = candidates ? fitting(candidates, words, index) : null
        if (stemmed) return { meaning: stemmed.meaning, length: stemmed.parts.length }
      }
      return null
    },
  }
}
