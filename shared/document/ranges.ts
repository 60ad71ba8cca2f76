import type { Transaction } from 'prosemirror-state'
import type { StepMap } from 'prosemirror-transform'

/** A replaced range: `A` in the document before, `B` in the document after. */
export interface ChangedRange {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** What a run of transactions replaced, as ranges that do not touch, in order. Marks alone replace nothing. */
export function changedRanges(transactions: readonly Transaction[]): ChangedRange[] {
  return rangesOf(transactions.flatMap((transaction) => transaction.mapping.maps))
}

/** What the steps behind these maps replaced, one after the other. */
export function rangesOf(maps: readonly StepMap[]): ChangedRange[] {
  const ranges: ChangedRange[] = []
  maps.forEach((map, index) => {
    const later = maps.slice(index + 1)
    const earlier = maps
      .slice(0, index)
      .reverse()
      .map((step) => step.invert())
    map.forEach((fromOld, toOld, fromNew, toNew) => {
      ranges.push({
        fromA: earlier.reduce((position, step) => step.map(position, -1), fromOld),
        toA: earlier.reduce((position, step) => step.map(position, 1), toOld),
        fromB: later.reduce((position, step) => step.map(position, -1), fromNew),
        toB: later.reduce((position, step) => step.map(position, 1), toNew),
      })
    })
  })
  ranges.sort((one, other) => one.fromB - other.fromB || one.toB - other.toB)
  const merged: ChangedRange[] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    const meets = last && (range.fromB <= last.toB || (range.fromA < last.toA && range.toA > last.fromA))
    if (!last || !meets) {
      merged.push(range)
      continue
    }
    merged[merged.length - 1] = {
      fromA: Math.min(last.fromA, range.fromA),
      toA: Math.max(last.toA, range.toA),
      fromB: last.fromB,
      toB: Math.max(last.toB, range.toB),
    }
  }
  return merged
}
