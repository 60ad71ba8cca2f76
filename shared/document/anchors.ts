import type { Mark, Node } from 'prosemirror-model'
import { wordsOf } from './words.ts'

/** Where an anchored mark stands: from its first marked character to the end of its last. */
export interface AnchorSpan {
  readonly from: number
  readonly to: number
}

/** The marks among `marks` that tie words to a record. */
export function anchorMarks(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => mark.type.spec.anchored === true)
}

/** The id of the record that an anchored mark names. */
export function anchorId(mark: Mark): string {
  return String(mark.attrs.id)
}

const spansOfBlock = new WeakMap<Node, ReadonlyMap<string, AnchorSpan>>()

/**
 * The anchors of one node of the document, positions counted from the node's own start (`0` is just before
 * it). Unchanged blocks keep their identity through an edit, so each is read once.
 */
export function anchorsInBlock(block: Node): ReadonlyMap<string, AnchorSpan> {
  const known = spansOfBlock.get(block)
  if (known) return known
  const spans = new Map<string, AnchorSpan>()
  const read = (node: Node, position: number): void => {
    for (const mark of anchorMarks(node.marks)) {
      const id = anchorId(mark)
      const from = spans.get(id)?.from ?? position
      spans.set(id, { from, to: position + node.nodeSize })
    }
  }
  if (block.isText) read(block, 0)
  else block.descendants((node, position) => read(node, position + 1))
  spansOfBlock.set(block, spans)
  return spans
}

const spansOfDocument = new WeakMap<Node, ReadonlyMap<string, AnchorSpan>>()

/** Every anchor of a document with its span, in the order in which they begin. */
export function anchorSpans(document: Node): ReadonlyMap<string, AnchorSpan> {
  const known = spansOfDocument.get(document)
  if (known) return known
  const spans = new Map<string, AnchorSpan>()
  document.forEach((block, offset) => {
    for (const [id, span] of anchorsInBlock(block)) {
      const from = spans.get(id)?.from ?? offset + span.from
      spans.set(id, { from, to: offset + span.to })
    }
  })
  spansOfDocument.set(document, spans)
  return spans
}

/** The part of two documents that differs, by the identity of their top-level blocks. */
export function changedBlocks(
  before: Node,
  after: Node,
): { fromA: number; toA: number; fromB: number; toB: number } {
  const shorter = Math.min(before.childCount, after.childCount)
  let head = 0
  let from = 0
  while (head < shorter && before.child(head) === after.child(head)) from += before.child(head++).nodeSize
  let tail = 0
  let toA = before.content.size
  let toB = after.content.size
  while (tail < shorter - head) {
    const block = before.child(before.childCount - 1 - tail)
    if (block !== after.child(after.childCount - 1 - tail)) break
    toA -= block.nodeSize
    toB -= block.nodeSize
    tail++
  }
  return { fromA: from, toA, fromB: from, toB }
}

/**
 * The ids of the anchors whose words an edit may have changed: those that stand in a changed block, before or
 * after, and those that span one.
 */
export function touchedAnchors(before: Node, after: Node): Set<string> {
  const { fromA, toA, fromB, toB } = changedBlocks(before, after)
  const touched = new Set<string>()
  for (const [document, from, to] of [
    [before, fromA, toA],
    [after, fromB, toB],
  ] as const) {
    for (const [id, span] of anchorSpans(document)) {
      if (span.from < to && span.to > from) touched.add(id)
    }
  }
  return touched
}

/** The words of one anchor, or undefined where it does not stand in the document. */
export function anchorWords(document: Node, id: string): string | undefined {
  const span = anchorSpans(document).get(id)
  return span && wordsOf(document, span)
}
