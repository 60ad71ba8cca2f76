/** A sentence with the score that it was given, and whether somebody found it worth a check. */
export interface Scored {
  readonly score: number
  readonly isWorth: boolean
}

function descending(list: readonly Scored[]): Scored[] {
  return [...list].sort((one, other) => other.score - one.score)
}

/** How well what is worth a check stands at the top of one list, from 0 to 1; null where nothing in it is. */
export function averagePrecision(list: readonly Scored[]): number | null {
  let found = 0
  let sum = 0
  descending(list).forEach(({ isWorth }, index) => {
    if (!isWorth) return
    found++
    sum += found / (index + 1)
  })
  return found === 0 ? null : sum / found
}

/** Of several lists, those left out in which nothing is worth a check. */
export function meanAveragePrecision(lists: Iterable<readonly Scored[]>): number {
  return mean([...lists].map(averagePrecision).filter((one) => one !== null))
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** F1 where the score from which on a sentence counts as worth a check is the best there is. */
export function bestF1(list: readonly Scored[]): number {
  const sorted = descending(list)
  const worth = sorted.filter(({ isWorth }) => isWorth).length
  let right = 0
  let best = 0
  sorted.forEach(({ score, isWorth }, index) => {
    if (isWorth) right++
    if (sorted[index + 1]?.score !== score) best = Math.max(best, (2 * right) / (index + 1 + worth))
  })
  return best
}

/** A stretch of a text, end exclusive. */
export type Range = readonly [from: number, to: number]

/** Counts of one text, to be added up. */
export interface Matches {
  readonly gold: number
  readonly found: number
  /** How many of the gold are found, and of the found are gold. */
  readonly goldHit: number
  readonly foundHit: number
}

export function matchesOf(
  gold: readonly Range[],
  found: readonly Range[],
  isSame: (one: Range, other: Range) => boolean,
): Matches {
  return {
    gold: gold.length,
    found: found.length,
    goldHit: gold.filter((one) => found.some((other) => isSame(one, other))).length,
    foundHit: found.filter((one) => gold.some((other) => isSame(other, one))).length,
  }
}

export const hasSameStart = (one: Range, other: Range): boolean => one[0] === other[0]
export const isEqual = (one: Range, other: Range): boolean => one[0] === other[0] && one[1] === other[1]
export const touches = (one: Range, other: Range): boolean => one[0] < other[1] && one[1] > other[0]

/** Of all texts together; 0 where nothing was found. */
export function f1(all: readonly Matches[]): number {
  const sum = (key: keyof Matches) => all.reduce((total, one) => total + one[key], 0)
  const precision = sum('foundHit') / sum('found')
  const recall = sum('goldHit') / sum('gold')
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}
