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
  const shorter = Math.min(before.childCount, after.childCount)
  let head = 0
  let from = 0
  while (head < shorter && before.child(head) === after.child(head)) from += before.child(head++).nodeSize
  let endIndexA = before.childCount
  let endIndexB = after.childCount
  let toA = before.content.size
  let toB = after.content.size
  while (endIndexA > head && endIndexB > head) {
    const block = before.child(endIndexA - 1)
    if (block !== after.child(endIndexB - 1)) break
    toA -= block.nodeSize
    toB -= block.nodeSize
    endIndexA--
    endIndexB--
  }
  return { firstIndex: head, endIndexA, endIndexB, fromA: from, toA, fromB: from, toB }
}
