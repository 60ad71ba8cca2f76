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

interface DocumentAnchors {
  readonly spans: ReadonlyMap<string, AnchorSpan>
  /** Ids of the anchors that stand in more than one block. */
  readonly crossing: readonly string[]
}

const anchorsOfDocument = new WeakMap<Node, DocumentAnchors>()

function readAnchors(document: Node): DocumentAnchors {
  const known = anchorsOfDocument.get(document)
  if (known) return known
  const spans = new Map<string, AnchorSpan>()
  const crossing = new Set<string>()
  document.forEach((block, offset) => {
    for (const [id, span] of anchorsInBlock(block)) {
      const first = spans.get(id)
      if (first) crossing.add(id)
      spans.set(id, { from: first?.from ?? offset + span.from, to: offset + span.to })
    }
  })
  const anchors = { spans, crossing: [...crossing] }
  anchorsOfDocument.set(document, anchors)
  return anchors
}

/** Every anchor of a document with its span, in the order in which they begin. */
export function anchorSpans(document: Node): ReadonlyMap<string, AnchorSpan> {
  return readAnchors(document).spans
}

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

export function changedBlocks(before: Node, after: Node): ChangedBlocks {
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

/**
 * The ids of the anchors whose words an edit may have changed: those that stand in a changed block, before or
 * after, and those that reach across one.
 */
export function touchedAnchors(before: Node, after: Node): Set<string> {
  const changed = changedBlocks(before, after)
  const touched = new Set<string>()
  const read = (document: Node, endIndex: number, from: number, to: number): void => {
    for (let index = changed.firstIndex; index < endIndex; index++) {
      for (const id of anchorsInBlock(document.child(index)).keys()) touched.add(id)
    }
    const { spans, crossing } = readAnchors(document)
    for (const id of crossing) {
      const span = spans.get(id)
      if (span && span.from < to && span.to > from) touched.add(id)
    }
  }
  if (before === after) return touched
  read(before, changed.endIndexA, changed.fromA, changed.toA)
  read(after, changed.endIndexB, changed.fromB, changed.toB)
  return touched
}

/** The words of one anchor, or undefined where it does not stand in the document. */
export function anchorWords(document: Node, id: string): string | undefined {
  const span = anchorSpans(document).get(id)
  return span && wordsOf(document, span)
}
