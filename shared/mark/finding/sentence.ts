import type { Word } from '../word.ts'

const ends = /[.!?…][“”"’»)\]]*\s|[\n]/u
const abbreviation = /^(?:\p{Lu}|mr|mrs|ms|dr|prof|sen|gov|gen|lt|col|st|nr|no|ca|jr|sr)$/iu

function endsBefore(words: readonly Word[], index: number): boolean {
  const word = words[index]
  return word !== undefined && ends.test(word.gap) && !abbreviation.test(words[index - 1]?.text ?? '')
}

/** Indexes of the words of the sentence around a word, end exclusive; cheap, and near enough for words beside each other. */
export function sentenceAround(words: readonly Word[], index: number): { first: number; end: number } {
  let first = index
  while (first > 0 && !endsBefore(words, first)) first--
  let end = index + 1
  while (end < words.length && !endsBefore(words, end)) end++
  return { first, end }
}
