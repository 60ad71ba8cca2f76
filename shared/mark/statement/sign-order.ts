import type { Stretch } from '../../document/sentences.ts'

/** Of what is in the order of the text, the index of the first that begins at or behind a place. */
export function firstFrom(signs: readonly Stretch[], from: number): number {
  let low = 0
  let high = signs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((signs[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
