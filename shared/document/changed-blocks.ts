import type { Node } from 'prosemirror-model'

/** The part of two documents that differs, by the identity of their top-level blocks. */
export interface ChangedBlocks {
  /** Index of the first changed block, in both documents. */
  readonly firstIndex: number
  readonly endIndexA: number
  readonly endIndexB: number
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** Many ask for the same pair in a row. The older document is not kept alive by the answer. */
const lately = new WeakMap<Node, { before: WeakRef<Node>; changed: ChangedBlocks }>()

export function changedBlocks(before: Node, after: Node): ChangedBlocks {
  const known = lately.get(after)
  if (known?.before.deref() === before) return known.changed
  const changed = compare(before, after)
  lately.set(after, { before: new WeakRef(before), changed })
  return changed
}

function compare(before: Node, after: Node): ChangedBlocks {
  const [a, b] = [before.children, after.children]
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [endIndexA, endIndexB] = [a.length - tail, b.length - tail]
  const from = sizeOf(b, 0, head)
  return {
    firstIndex: head,
    endIndexA,
    endIndexB,
    fromA: from,
    toA: from + sizeOf(a, head, endIndexA),
    fromB: from,
    toB: from + sizeOf(b, head, endIndexB),
  }
}

function sizeOf(blocks: readonly Node[], from: number, to: number): number {
  let size = 0
  for (let at = from; at < to; at++) size += blocks[at]?.nodeSize ?? 0
  return size
}
