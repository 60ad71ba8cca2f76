import type { Stretch } from '../../document/sentences.ts'
import type { Word } from '../word.ts'
import type { Lexicon } from './lexicon.ts'

/**
 * How a clause hangs on what stands before it. `own`: it can stand alone. `about`: it goes on about a word before it
 * ("who …", "allowing …"). `aside`: set apart by dashes. `resumed`: the sentence goes on after one of those.
 */
export type ClauseKind = 'own' | 'about' | 'aside' | 'resumed'

/** Indexes of words, end exclusive. */
export interface Clause {
  readonly kind: ClauseKind
  readonly first: number
  readonly end: number
}

const dash = /\s[—–-]\s|—/u
const hard = /[;:]/u

export function isVerb(word: Word | undefined, lexicon: Lexicon): boolean {
  if (!word) return false
  const { sets, vocabulary } = lexicon
  if (sets.verbs.has(word.key) || sets.speech.has(word.key)) return true
  if (word.isCapital || word.key.length < 5) return false
  return vocabulary.verbEndings.some((ending) => word.key.endsWith(ending))
}

export function hasVerb(words: readonly Word[], first: number, end: number, lexicon: Lexicon): boolean {
  for (let at = first; at < end; at++) if (isVerb(words[at], lexicon)) return true
  return false
}

/** Whether somebody or something and a verb follow within a few words, before the next comma. */
function hasSubjectAndVerb(words: readonly Word[], first: number, end: number, lexicon: Lexicon): boolean {
  if (isVerb(words[first], lexicon)) return false
  for (let at = first + 1; at < Math.min(end, first + 8); at++) {
    const word = words[at]
    if (!word || /[,;:—–()]/u.test(word.gap)) return false
    if (isVerb(word, lexicon)) return true
  }
  return false
}

function kindAt(
  words: readonly Word[],
  index: number,
  first: number,
  end: number,
  lexicon: Lexicon,
): ClauseKind | null {
  const word = words[index]
  if (!word) return null
  const { sets, vocabulary } = lexicon
  if (dash.test(word.gap)) return 'aside'
  if (hard.test(word.gap)) return 'own'
  const next = words[index + 1]
  if (word.gap.includes(',')) {
    if (sets.joining.has(word.key) && hasSubjectAndVerb(words, index + 1, end, lexicon)) return 'own'
    if (sets.relating.has(word.key) && hasVerb(words, index + 1, end, lexicon)) return 'about'
    if (
      vocabulary.participles.some(
        (ending) => word.key.endsWith(ending) && word.key.length > ending.length + 3,
      )
    ) {
      return sets.speech.has(word.key) || word.isCapital || sets.noParticiples.has(word.key) ? null : 'about'
    }
    return sets.resuming.has(word.key) ? 'resumed' : null
  }
  // "The bridge was closed and the line has been cut": the second half has its own subject and verb.
  const isJoined = sets.joining.has(word.key) && next !== undefined && sets.articles.has(next.key)
  const isWhole = isJoined && hasVerb(words, first, index, lexicon)
  return isWhole && hasSubjectAndVerb(words, index + 1, end, lexicon) ? 'own' : null
}

/** The clauses of a sentence, in order; together they have all its words. */
export function clausesIn(words: readonly Word[], sentence: Clause, lexicon: Lexicon): readonly Clause[] {
  const clauses: Clause[] = []
  let { first, kind } = sentence
  let isAside = false
  for (let index = first + 1; index < sentence.end; index++) {
    const found = kindAt(words, index, first, sentence.end, lexicon)
    if (!found) continue
    clauses.push({ kind, first, end: index })
    // The second dash ends what the first began.
    kind = found === 'aside' && isAside ? 'resumed' : found
    isAside = kind === 'aside'
    first = index
  }
  clauses.push({ kind, first, end: sentence.end })
  return clauses
}

/** Indexes of the words within a stretch. */
export function wordsWithin(words: readonly Word[], stretch: Stretch): { first: number; end: number } {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.from ?? 0) < stretch.from) low = middle + 1
    else high = middle
  }
  let end = low
  while ((words[end]?.to ?? Number.POSITIVE_INFINITY) <= stretch.to) end++
  return { first: low, end }
}
