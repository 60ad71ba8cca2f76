import type { Mark, Node } from 'prosemirror-model'

interface Stretch {
  text: string
  marks: string
}

function markKey(mark: Mark | Node): string {
  return JSON.stringify([mark.type.name, mark.attrs])
}

/** Runs of text whose sets of marks are the same, whatever order the marks stand in. */
function stretches(block: Node): Stretch[] {
  const result: Stretch[] = []
  block.forEach((node) => {
    const marks = node.marks.map(markKey).sort().join()
    const text = node.isText ? (node.text ?? '') : markKey(node)
    const last = result.at(-1)
    if (last && last.marks === marks && node.isText) last.text += text
    else result.push({ text, marks })
  })
  return result
}

/**
 * Whether two documents are the same story. The order of marks on the same words does not count: undoing an
 * untag puts an overlapping claim behind its neighbour, and equal neighbours then stay two text nodes.
 */
export function sameDocument(one: Node, other: Node): boolean {
  if (one === other) return true
  if (one.type !== other.type || JSON.stringify(one.attrs) !== JSON.stringify(other.attrs)) return false
  if (one.isTextblock) return JSON.stringify(stretches(one)) === JSON.stringify(stretches(other))
  if (one.childCount !== other.childCount) return false
  for (let i = 0; i < one.childCount; i++) if (!sameDocument(one.child(i), other.child(i))) return false
  return true
}
