import type { Node } from 'prosemirror-model'
import { schema } from './schema.ts'

/** A reference in the text: the id of its note, and the position just before it. */
export interface FootnoteReference {
  readonly id: string
  readonly at: number
}

/** A note at the story's end, and the position just before it. */
export interface Footnote {
  readonly id: string
  readonly at: number
  readonly node: Node
}

const referencesOfBlock = new WeakMap<Node, readonly FootnoteReference[]>()

/**
 * The references within one node of the document, positions counted from the node's own start. Unchanged blocks
 * keep their identity through an edit, so each is read once.
 */
export function referencesInBlock(block: Node): readonly FootnoteReference[] {
  const known = referencesOfBlock.get(block)
  if (known) return known
  const found: FootnoteReference[] = []
  block.descendants((node, position) => {
    if (node.type === schema.nodes.footnoteReference)
      found.push({ id: String(node.attrs.id), at: position + 1 })
  })
  referencesOfBlock.set(block, found)
  return found
}

/** Everything that a document says of its footnotes. */
export interface Footnotes {
  /** In the order of the text. */
  readonly references: readonly FootnoteReference[]
  /** In the order in which they stand at the end. */
  readonly notes: readonly Footnote[]
  /**
   * By id, from 1: notes are numbered by the order of their references; those that have none, which only edits of
   * two windows at once can leave, come after them.
   */
  readonly numbers: ReadonlyMap<string, number>
}

const ofDocument = new WeakMap<Node, Footnotes>()

export function footnotesOf(document: Node): Footnotes {
  const known = ofDocument.get(document)
  if (known) return known
  const references: FootnoteReference[] = []
  const notes: Footnote[] = []
  document.forEach((block, offset) => {
    for (const { id, at } of referencesInBlock(block)) references.push({ id, at: offset + at })
    if (block.type !== schema.nodes.footnotes) return
    block.forEach((node, inside) => {
      notes.push({ id: String(node.attrs.id), at: offset + 1 + inside, node })
    })
  })
  const numbers = new Map<string, number>()
  for (const { id } of [...references, ...notes]) if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
  const footnotes = { references, notes, numbers }
  ofDocument.set(document, footnotes)
  return footnotes
}

/** Where the notes stand or would stand: behind the body. */
export function footnotesPlace(document: Node): { from: number; to: number; block: Node | null } {
  let from = 0
  for (let i = 0; i < document.childCount; i++) {
    const child = document.child(i)
    if (child.type === schema.nodes.footnotes) return { from, to: from + child.nodeSize, block: child }
    if (child.type === schema.nodes.searchTitle) return { from, to: from, block: null }
    from += child.nodeSize
  }
  return { from, to: from, block: null }
}
