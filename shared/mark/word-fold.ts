/**
 * Words as numbers: the same words, typography aside, have the same fold, and those of two stretches follow from the
 * folds of both. Other words have the same about once in 10¹⁵ pairs, so whoever has the text reads it before it counts.
 */
export interface WordFold {
  readonly count: number
  readonly one: number
  readonly other: number
}

export const noWords: WordFold = { count: 0, one: 0, other: 0 }

/** Below 2²⁶, so that products are exact. */
const moduli = [67_108_859, 67_108_837] as const
const bases = [48_271_393, 39_916_801] as const

/** Letters and figures alone, in lower case, with single spaces. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function numberOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function raised(base: number, exponent: number, modulus: number): number {
  let result = 1
  let factor = base
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * factor) % modulus
    factor = (factor * factor) % modulus
  }
  return result
}

export function foldOf(text: string): WordFold {
  let [count, one, other] = [0, 0, 0]
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    const number = numberOf(word)
    count++
    one = (one * bases[0] + (number % moduli[0])) % moduli[0]
    other = (other * bases[1] + ((number ^ 0x5bd1e995) >>> 0)) % moduli[1]
  }
  return count === 0 ? noWords : { count, one, other }
}

/** The fold of the words of both, one behind the other. */
export function joinedFold(before: WordFold, behind: WordFold): WordFold {
  if (before.count === 0) return behind
  if (behind.count === 0) return before
  const join = (left: number, right: number, at: 0 | 1): number =>
    (left * raised(bases[at], behind.count, moduli[at]) + right) % moduli[at]
  return {
    count: before.count + behind.count,
    one: join(before.one, behind.one, 0),
    other: join(before.other, behind.other, 1),
  }
}

export const foldKey = ({ count, one, other }: WordFold): string => `${count} ${one} ${other}`
