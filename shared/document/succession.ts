import { diffArrays } from 'diff'

/** Beyond this many differing tokens the comparison is given up: a text so different has no common thread. */
const maxDifferences = 4000

function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
}

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}

/**
 * Which part of a new text took the place of a part of the old one.
 *
 * Words that stand in both are followed one to one. Where words were replaced, all that replaced them counts
 * as their successor. Words added at the part's outer edges do not.
 *
 * @param part offsets into `before`, end exclusive
 * @returns offsets into `after`, or null where nothing took its place
 */
export function successorOf(
  before: string,
  after: string,
  part: { from: number; to: number },
): { from: number; to: number } | null {
  const changes = diffArrays(tokens(before), tokens(after), { maxEditLength: maxDifferences })
  if (!changes) {
    const words = before.slice(part.from, part.to)
    const again = after.indexOf(words)
    return again >= 0 ? { from: again, to: again + words.length } : { from: 0, to: after.length }
  }
  let from = -1
  let to = -1
  const take = (start: number, end: number): void => {
    if (end <= start) return
    if (from < 0) from = start
    to = end
  }
  let atBefore = 0
  let atAfter = 0
  for (let i = 0; i < changes.length; i++) {
    const change = changes[i]
    if (!change) continue
    const length = lengthOf(change.value)
    if (!change.added && !change.removed) {
      const start = Math.max(part.from, atBefore)
      const end = Math.min(part.to, atBefore + length)
      if (end > start) take(atAfter + start - atBefore, atAfter + end - atBefore)
      atBefore += length
      atAfter += length
      continue
    }
    // A replacement is a removal and an addition side by side, in either order.
    const next = changes[i + 1]
    const pair = next && (next.added || next.removed) && next.added !== change.added ? next : undefined
    if (pair) i++
    const removed = change.removed ? change : pair
    const added = change.added ? change : pair
    const removedLength = removed ? lengthOf(removed.value) : 0
    const addedLength = added ? lengthOf(added.value) : 0
    const start = Math.max(part.from, atBefore)
    const end = Math.min(part.to, atBefore + removedLength)
    const inPart = before.slice(start, end).trim() !== ''
    if (inPart) take(atAfter, atAfter + addedLength)
    atBefore += removedLength
    atAfter += addedLength
  }
  if (from < 0 || after.slice(from, to).trim() === '') return null
  return { from, to }
}
