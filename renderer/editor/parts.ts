import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { AllSelection, type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { schema } from '../../shared/document/schema.ts'
import type { Stretch } from '../../shared/document/sentences.ts'

/** Whether a node is a field: one line of its own that never joins its neighbours. */
export function isField(node: Node): boolean {
  return node.isTextblock && node.type.spec.isolating === true
}

export function inBody($position: ResolvedPos): boolean {
  return $position.depth > 0 && $position.node(1).type.spec.group === 'block'
}

/** The body's blocks, from before the first to after the last. */
export function bodyRange(document: Node): Stretch {
  let from = -1
  let to = -1
  document.forEach((child, offset) => {
    if (child.type.spec.group !== 'block') return
    if (from < 0) from = offset
    to = offset + child.nodeSize
  })
  return { from, to }
}

/** The part of the story that a position stands in: its field, or the body. */
export function partAround($position: ResolvedPos): Stretch {
  if (isField($position.parent)) return { from: $position.start(), to: $position.end() }
  return inBody($position) || $position.depth > 0
    ? bodyRange($position.doc)
    : { from: 0, to: $position.doc.content.size }
}

/** Whether a selection reaches from one part of the story into another, so that deleting it whole would join them. */
export function crossesParts(selection: Selection): boolean {
  if (selection.empty) return false
  if (selection instanceof AllSelection) return true
  const { $from, $to } = selection
  const isOwn = ($position: ResolvedPos): boolean =>
    $position.depth > 0 && ($position.node(1).type.spec.isolating === true || isField($position.parent))
  if ($from.sameParent($to)) return $from.depth === 0 && !(inBodyAt($from) && inBodyAt($to, -1))
  return isOwn($from) || isOwn($to)
}

function inBodyAt($position: ResolvedPos, side: -1 | 1 = 1): boolean {
  const node = side > 0 ? $position.nodeAfter : $position.nodeBefore
  return node?.type.spec.group === 'block'
}

/** What to delete one by one so that every field stays what it is. */
function deletions(document: Node, from: number, to: number): (Stretch & { isBody: boolean })[] {
  const found: (Stretch & { isBody: boolean })[] = []
  const addField = (node: Node, position: number): void => {
    const start = Math.max(from, position + 1)
    const end = Math.min(to, position + node.nodeSize - 1)
    if (end > start) found.push({ from: start, to: end, isBody: false })
  }
  document.forEach((child, offset) => {
    const end = offset + child.nodeSize
    if (end <= from || offset >= to) return
    if (isField(child)) {
      addField(child, offset)
      return
    }
    const isWhole = from <= offset && to >= end
    // Notes go with their references, and never by themselves.
    if (child.type.spec.isolating && !(isWhole && child.type.spec.group === 'block')) {
      child.descendants((part, at) => {
        if (isField(part)) addField(part, offset + 1 + at)
        return !part.isTextblock
      })
      return
    }
    const last = found.at(-1)
    const stretch = { from: Math.max(from, offset), to: Math.min(to, end), isBody: true }
    if (last?.isBody && last.to === stretch.from) found[found.length - 1] = { ...stretch, from: last.from }
    else found.push(stretch)
  })
  return found
}

/**
 * Deletes a selection that reaches across parts: the words go, the parts stay, and a body that would be empty
 * keeps a paragraph. Null where the selection lies within one part.
 */
export function deleteParts(state: EditorState): Transaction | null {
  const { selection } = state
  if (!crossesParts(selection)) return null
  const transaction = state.tr
  const body = bodyRange(state.doc)
  for (const stretch of deletions(state.doc, selection.from, selection.to).reverse()) {
    if (!stretch.isBody) transaction.delete(stretch.from, stretch.to)
    else if (stretch.from <= body.from && stretch.to >= body.to) {
      transaction.replaceWith(body.from, body.to, schema.node('paragraph'))
    } else transaction.deleteRange(stretch.from, stretch.to)
  }
  const at = Math.min(transaction.mapping.map(selection.from, -1), transaction.doc.content.size)
  return transaction.setSelection(Selection.near(transaction.doc.resolve(at), 1)).scrollIntoView()
}

/** The text block after the one at `$position`, as the position of its first character; null at the very end. */
export function nextTextblock($position: ResolvedPos): number | null {
  let found: number | null = null
  const { doc } = $position
  if ($position.depth === 0) return null
  const after = $position.after()
  doc.nodesBetween(after, doc.content.size, (node, position) => {
    if (found !== null) return false
    if (position >= after && node.isTextblock) found = position + 1
    return found === null
  })
  return found
}

/** The field's or the body's text first; where that is selected already, everything. */
export function selectAllIn(state: EditorState): Transaction {
  const { doc, selection } = state
  const part = partAround(selection.$from)
  const within = TextSelection.between(doc.resolve(part.from), doc.resolve(part.to))
  const isAll = selection.from <= within.from && selection.to >= within.to
  return state.tr.setSelection(isAll ? new AllSelection(doc) : within)
}
