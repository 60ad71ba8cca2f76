import { DOMSerializer, Fragment, type Mark, type Node, type NodeType, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { anchorId, anchorMarks } from '../../shared/document/anchors.ts'
import { footnotesOf } from '../../shared/document/footnotes.ts'
import { bringNotes } from '../../shared/document/pairing.ts'
import { schema } from '../../shared/document/schema.ts'
import type { ClaimKind } from '../../shared/model/claim.ts'
import { crossesParts, deleteParts, isField } from './parts.ts'
import { plainTables, tableOfText } from './pasted-tables.ts'
import { type Copied, findCopied, keepCopied } from './slice-store.ts'

export interface ClipboardHost {
  /** Whether the claim is one of this story. */
  knows(id: string): boolean
  kindOf(id: string): ClaimKind
  /** Makes a claim that is a copy of another story's. @returns its id */
  copyOf(id: string, kind: ClaimKind): string
}

/** Carries a token and nothing else. */
export const clipboardType = 'application/x-stet-copied'

function mapMarks(content: Fragment, change: (marks: readonly Mark[]) => readonly Mark[]): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    const inner = node.isText ? node : node.copy(mapMarks(node.content, change))
    nodes.push(node.isInline ? inner.mark(change(node.marks)) : inner)
  })
  return Fragment.fromArray(nodes)
}

function mapSlice(slice: Slice, change: (marks: readonly Mark[]) => readonly Mark[]): Slice {
  return new Slice(mapMarks(slice.content, change), slice.openStart, slice.openEnd)
}

function withoutReferences(content: Fragment): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    if (node.type !== schema.nodes.footnoteReference)
      nodes.push(node.isText ? node : node.copy(withoutReferences(node.content)))
  })
  return Fragment.fromArray(nodes)
}

/** What comes from outside names no claims and no notes of ours, whatever it says. */
export function withoutAnchors(slice: Slice): Slice {
  const plain = mapSlice(slice, (marks) => marks.filter((mark) => mark.type.spec.anchored !== true))
  return new Slice(withoutReferences(plain.content), plain.openStart, plain.openEnd)
}

/** Claims of another story become copies with ids of their own before they ever stand in this one. */
export function withOwnAnchors(slice: Slice, host: ClipboardHost, kinds: Record<string, ClaimKind>): Slice {
  const rename = ownAnchors(host, kinds)
  return mapSlice(slice, rename)
}

function ownAnchors(
  host: ClipboardHost,
  kinds: Record<string, ClaimKind>,
): (marks: readonly Mark[]) => readonly Mark[] {
  const copies = new Map<string, string>()
  return (marks) =>
    marks.map((mark) => {
      if (mark.type.spec.anchored !== true || host.knows(anchorId(mark))) return mark
      const id = anchorId(mark)
      const copy = copies.get(id) ?? host.copyOf(id, kinds[id] ?? 'statement')
      copies.set(id, copy)
      return mark.type.create({ ...mark.attrs, id: copy })
    })
}

/** What was copied in Stet, ready for this story: its slice, and the notes of the references in it. */
export function unpack(copied: Copied, host: ClipboardHost): { slice: Slice; notes: Map<string, Node> } {
  const rename = ownAnchors(host, copied.kinds)
  const notes = new Map<string, Node>()
  const slice = mapSlice(Slice.fromJSON(schema, copied.slice), rename)
  for (const [id, json] of Object.entries(copied.notes)) {
    const note = schema.nodeFromJSON(json)
    if (note.type === schema.nodes.footnote) notes.set(id, note.copy(mapMarks(note.content, rename)))
  }
  return { slice, notes }
}

/** The text of a slice as one line, marks and all, for a field. */
export function asOneLine(slice: Slice): Fragment {
  const nodes: Node[] = []
  slice.content.descendants((node) => {
    if (node.isTextblock && nodes.length > 0 && node.content.size > 0) nodes.push(schema.text(' '))
    if (node.isText) nodes.push(schema.text((node.text ?? '').replace(/\s*[\r\n]+\s*/gu, ' '), node.marks))
    else if (node.type === schema.nodes.footnoteReference) nodes.push(node)
  })
  return Fragment.fromArray(nodes)
}

const wrappers = new Set<NodeType>([
  schema.nodes.figure,
  schema.nodes.table,
  schema.nodes.tableRow,
  schema.nodes.footnotes,
])

/**
 * Fields and the parts of figures, cells and notes stand only in their places: what is pasted of them into the body
 * is paragraphs. Several rows of a table are a table.
 */
function asBody(slice: Slice): Slice {
  let { content, openStart, openEnd } = slice
  for (;;) {
    const only = content.childCount === 1 ? content.firstChild : null
    if (!only || !wrappers.has(only.type) || (openStart === 0 && openEnd === 0)) break
    if (only.type === schema.nodes.table && only.childCount > 1) return new Slice(content, 0, 0)
    content = only.content
    openStart = Math.max(0, openStart - 1)
    openEnd = Math.max(0, openEnd - 1)
  }
  const single = content.childCount === 1 ? content.firstChild : null
  if (single && isField(single)) return new Slice(single.content, 0, 0)
  const nodes: Node[] = []
  content.forEach((node) => {
    if (!isField(node)) nodes.push(node)
    else if (node.content.size > 0) nodes.push(schema.node('paragraph', null, node.content))
  })
  const isCut = nodes.length !== content.childCount
  return new Slice(Fragment.fromArray(nodes), isCut ? 0 : openStart, isCut ? 0 : openEnd)
}

/** Without the references that may not stand there. */
function fittingLine(parent: Node, line: Fragment): Fragment {
  return parent.type.validContent(line) ? line : withoutReferences(line)
}

/** Puts a slice in the place of the selection; a field stays one line. */
export function insertSlice(state: EditorState, slice: Slice): Transaction {
  const transaction = deleteParts(state) ?? state.tr
  const { $from, from, to } = transaction.selection
  if (isField($from.parent)) {
    const line = fittingLine($from.parent, asOneLine(slice))
    transaction.replaceWith(from, to, line)
    return transaction.setSelection(TextSelection.create(transaction.doc, from + line.size))
  }
  const fitting = asBody(slice)
  const only = fitting.openStart === 0 && fitting.openEnd === 0 && fitting.content.childCount === 1
  const node = only ? fitting.content.firstChild : null
  if (node && !node.isInline) return transaction.replaceSelectionWith(node, false)
  return transaction.replaceSelection(fitting)
}

const markless = Object.fromEntries(
  Object.entries(DOMSerializer.marksFromSchema(schema)).filter(
    ([name]) => schema.marks[name as 'claim'].spec.anchored !== true,
  ),
)
const cleanSerializer = new DOMSerializer(DOMSerializer.nodesFromSchema(schema), markless)

function plainText(slice: Slice): string {
  const blocks: string[] = []
  slice.content.descendants((node) => {
    if (node.isTextblock) blocks.push(node.textContent)
  })
  if (blocks.length === 0) return slice.content.textBetween(0, slice.content.size)
  return blocks.filter((text) => text !== '').join('\n\n')
}

/** What waits for a paste: a slice of `document` with the kinds of its claims and the notes of its references. */
export function pack(document: Node, slice: Slice, host: Pick<ClipboardHost, 'kindOf'>): Copied {
  const kinds: Record<string, ClaimKind> = {}
  const notes: Copied['notes'] = {}
  const read = (node: Node): void => {
    for (const mark of anchorMarks(node.marks)) kinds[anchorId(mark)] = host.kindOf(anchorId(mark))
    if (node.type !== schema.nodes.footnoteReference) return
    const note = footnotesOf(document).notes.find(({ id }) => id === node.attrs.id)?.node
    if (!note) return
    notes[String(node.attrs.id)] = note.toJSON()
    note.descendants(read)
  }
  slice.content.descendants(read)
  return { slice: slice.toJSON() ?? {}, kinds, notes }
}

/**
 * Copying, cutting, pasting and dropping. Other programs get clean HTML and text; within Stet claims travel
 * along, also to other stories and windows, and `followAnchors` judges whether they moved or were copied.
 */
export function clipboard(host: ClipboardHost): Plugin {
  let isShiftDown = false

  function copy(view: EditorView, event: ClipboardEvent): boolean {
    const { selection } = view.state
    if (selection.empty || !event.clipboardData) return false
    const slice = selection.content()
    const { dom, text } = view.serializeForClipboard(slice)
    event.preventDefault()
    event.clipboardData.clearData()
    event.clipboardData.setData('text/html', dom.innerHTML)
    event.clipboardData.setData('text/plain', text)
    const token = keepCopied(pack(view.state.doc, slice, host))
    event.clipboardData.setData(clipboardType, token)
    return true
  }

  return new Plugin({
    props: {
      clipboardSerializer: cleanSerializer,
      clipboardTextSerializer: plainText,
      transformPastedHTML: plainTables,
      // ProseMirror reads null as its own way of parsing, which its types do not say.
      clipboardTextParser: (text, _context, isPlain) => (isPlain ? null : tableOfText(text)) as Slice,
      transformPasted: (slice, view) => (view.dragging?.slice === slice ? slice : withoutAnchors(slice)),
      handleDOMEvents: {
        keydown(_view, event) {
          isShiftDown = event.shiftKey
          return false
        },
        keyup(_view, event) {
          isShiftDown = event.shiftKey
          return false
        },
        copy: (view, event) => copy(view, event),
        cut(view, event) {
          if (!view.editable || !copy(view, event)) return false
          const transaction = deleteParts(view.state) ?? view.state.tr.deleteSelection()
          view.dispatch(transaction.scrollIntoView().setMeta('uiEvent', 'cut'))
          return true
        },
      },
      handlePaste(view, event, slice) {
        const token = isShiftDown ? '' : (event.clipboardData?.getData(clipboardType) ?? '')
        const copied = token === '' ? null : findCopied(token)
        let content = slice
        let notes: ReadonlyMap<string, Node> = new Map()
        if (copied) {
          try {
            const unpacked = unpack(copied, host)
            content = unpacked.slice
            notes = unpacked.notes
          } catch {
            // Written by another version of Stet: the clean text is pasted.
          }
        }
        if (content.size === 0) return false
        const transaction = bringNotes(insertSlice(view.state, content), notes)
        view.dispatch(transaction.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
        return true
      },
      handleDrop(view, event, slice, moved) {
        if (moved && crossesParts(view.state.selection)) return true
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (!at || slice.size === 0) return false
        const $at = view.state.doc.resolve(at.pos)
        const isFromParts = slice.content.firstChild ? isField(slice.content.firstChild) : false
        if (!isField($at.parent) && !isFromParts) return false
        const transaction = view.state.tr
        if (moved) transaction.deleteSelection()
        const target = transaction.mapping.map(at.pos)
        const line = fittingLine($at.parent, asOneLine(slice))
        transaction.insert(target, line)
        transaction.setSelection(TextSelection.create(transaction.doc, target, target + line.size))
        view.focus()
        view.dispatch(transaction.setMeta('uiEvent', 'drop'))
        return true
      },
    },
  })
}
