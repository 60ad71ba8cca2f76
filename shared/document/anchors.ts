import type { Node } from 'prosemirror-model'
import { type AnchorSpan, anchorIndex, anchorsInBlock, anchorsInRun, type Crossing } from './anchor-index.ts'
import { changedBlocks } from './changed-blocks.ts'
import { wordsOf } from './words.ts'

export { type AnchorSpan, anchorId, anchorMarks, anchorsInBlock } from './anchor-index.ts'

/** Where one anchor stands, or undefined where it does not. */
export function anchorSpan(document: Node, id: string): AnchorSpan | undefined {
  const { runs, spans } = anchorIndex(document)
  const known = spans.get(id)
  if (known !== undefined) return known ?? undefined
  let [from, to] = [-1, -1]
  let offset = 0
  for (const run of runs) {
    const span = anchorsInRun(run).get(id)
    if (span && from < 0) from = offset + span.from
    if (span) to = offset + span.to
    offset += run.size
  }
  const found = from < 0 ? null : { from, to }
  spans.set(id, found)
  return found ?? undefined
}

export function hasAnchor(document: Node, id: string): boolean {
  return anchorSpan(document, id) !== undefined
}

/** The ids of all anchors in the order in which they begin; the same array while no edit changed that. */
export function anchorOrder(document: Node): readonly string[] {
  const index = anchorIndex(document)
  index.order ??= [...new Set(index.runs.flatMap((run) => [...anchorsInRun(run).keys()]))]
  return index.order
}

const spansOfDocument = new WeakMap<Node, ReadonlyMap<string, AnchorSpan>>()

/**
 * Every anchor of a document with its span, in the order in which they begin. Of the document's size: while somebody
 * types, ask {@link anchorSpan} for the ones that matter.
 */
export function anchorSpans(document: Node): ReadonlyMap<string, AnchorSpan> {
  const known = spansOfDocument.get(document)
  if (known) return known
  const spans = new Map<string, AnchorSpan>()
  document.forEach((block, offset) => {
    for (const [id, span] of anchorsInBlock(block)) {
      spans.set(id, { from: spans.get(id)?.from ?? offset + span.from, to: offset + span.to })
    }
  })
  spansOfDocument.set(document, spans)
  return spans
}

/** The anchors that stand in more than one top-level block, in no order. */
export function crossingAnchors(document: Node): readonly Crossing[] {
  return anchorIndex(document).crossing
}

/** The anchors that stand in some top-level blocks or reach across them, by the blocks' indexes, end exclusive. */
export function anchorsOfBlocks(document: Node, firstIndex: number, endIndex: number): Set<string> {
  const found = new Set<string>()
  for (const block of document.children.slice(firstIndex, endIndex)) {
    for (const id of anchorsInBlock(block).keys()) found.add(id)
  }
  for (const { id, first, last } of crossingAnchors(document)) {
    if (first < endIndex && last >= firstIndex) found.add(id)
  }
  return found
}

/**
 * The ids of the anchors whose words or surroundings an edit may have changed: those that stand in a changed block,
 * before or after, and those that reach across one. What it costs goes by what was changed, not by the document.
 */
export function touchedAnchors(before: Node, after: Node): Set<string> {
  if (before === after) return new Set()
  const { firstIndex, endIndexA, endIndexB } = changedBlocks(before, after)
  const touched = anchorsOfBlocks(before, firstIndex, endIndexA)
  for (const id of anchorsOfBlocks(after, firstIndex, endIndexB)) touched.add(id)
  return touched
}

/** The anchors that a position stands in; one that begins or ends there counts. */
export function anchorsAt(document: Node, position: number): string[] {
  const { index } = document.childAfter(position)
  const around = anchorsOfBlocks(document, Math.max(0, index - 1), index + 1)
  return [...around].filter((id) => {
    const span = anchorSpan(document, id)
    return span !== undefined && span.from <= position && span.to >= position
  })
}

/** The words of one anchor, or undefined where it does not stand in the document. */
export function anchorWords(document: Node, id: string): string | undefined {
  const span = anchorSpan(document, id)
  return span && wordsOf(document, span)
}
