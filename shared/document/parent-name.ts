import type { Node } from 'prosemirror-model'

const startsOfDocument = new WeakMap<Node, readonly number[]>()

/** The positions just before each child. */
function startsOf(document: Node): readonly number[] {
  const known = startsOfDocument.get(document)
  if (known) return known
  const starts: number[] = []
  document.forEach((_, offset) => {
    starts.push(offset)
  })
  startsOfDocument.set(document, starts)
  return starts
}

/**
 * The type of the node that holds a position. For asking of many positions in one document: resolving each would
 * walk over all blocks before it.
 */
export function parentNameAt(document: Node, position: number): string {
  const starts = startsOf(document)
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < position) low = middle + 1
    else high = middle
  }
  const child = document.maybeChild(low - 1)
  const inside = position - (starts[low - 1] ?? 0) - 1
  if (!child || child.isLeaf || inside > child.content.size) return document.type.name
  return child.isTextblock ? child.type.name : child.resolve(inside).parent.type.name
}
