import type { Passage } from '../passage.ts'

/** What was computed of a few passages that follow each other; `start` is the index of the first among the story's. */
export interface Block<Value> {
  readonly start: number
  readonly value: Value
}

interface Kept<Value> {
  readonly passages: readonly Passage[]
  readonly language: string
  readonly value: Value
}

const size = 32

function isSame(passages: readonly Passage[], start: number, kept: readonly Passage[]): boolean {
  if (Math.min(size, passages.length - start) !== kept.length) return false
  return kept.every((one, index) => one === passages[start + index])
}

/**
 * Reads a story in blocks and keeps each as long as all of its passages are the same objects: a changed passage costs
 * its block, a new one those behind it.
 */
export function inBlocks<Value>(
  compute: (passages: readonly Passage[], language: string) => Value,
): (passages: readonly Passage[], language: string) => readonly Block<Value>[] {
  const kept = new WeakMap<Passage, Kept<Value>>()
  return (passages, language) => {
    const blocks: Block<Value>[] = []
    for (let start = 0; start < passages.length; start += size) {
      const first = passages[start]
      const known = first && kept.get(first)
      if (known?.language === language && isSame(passages, start, known.passages)) {
        blocks.push({ start, value: known.value })
        continue
      }
      const own = passages.slice(start, start + size)
      const value = compute(own, language)
      if (first) kept.set(first, { passages: own, language, value })
      blocks.push({ start, value })
    }
    return blocks
  }
}
