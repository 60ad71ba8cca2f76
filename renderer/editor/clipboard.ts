import { DOMSerializer, Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { anchorId, anchorMarks } from '../../shared/document/anchors.ts'
import { schema } from '../../shared/document/schema.ts'
import type { ClaimKind } from '../../shared/model/claim.ts'
import { crossesParts, deleteParts, isField } from './parts.ts'
import { findCopied, keepCopied } from './slice-store.ts'

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
    nodes.push(node.isText ? node.mark(change(node.marks)) : node.copy(mapMarks(node.content, change)))
  })
  return Fragment.fromArray(nodes)
}

function mapSlice(slice: Slice, change: (marks: readonly Mark[]) => readonly Mark[]): Slice {
  return new Slice(mapMarks(slice.content, change), slice.openStart, slice.openEnd)
}

/** What comes from outside names no claims of ours, whatever it says. */
export function withoutAnchors(slice: Slice): Slice {
  return mapSlice(slice, (marks) => marks.filter((mark) => mark.type.spec.anchored !== true))
}

/** Claims of another story become copies with ids of their own before they ever stand in this one. */
export function withOwnAnchors(slice: Slice, host: ClipboardHost, kinds: Record<string, ClaimKind>): Slice {
  const copies = new Map<string, string>()
  return mapSlice(slice, (marks) =>
    marks.map((mark) => {
      if (mark.type.spec.anchored !== true || host.knows(anchorId(mark))) return mark
      const id = anchorId(mark)
      const copy = copies.get(id) ?? host.copyOf(id, kinds[id] ?? 'statement')
      copies.set(id, copy)
      return mark.type.create({ ...mark.attrs, id: copy })
    }),
  )
}

/** The text of a slice as one line, marks and all, for a field. */
export function asOneLine(slice: Slice): Fragment {
  const nodes: Node[] = []
  slice.content.descendants((node) => {
    if (node.isTextblock && nodes.length > 0 && node.content.size > 0) nodes.push(schema.text(' '))
    if (node.isText) nodes.push(schema.text((node.text ?? '').replace(/\s*[\r\n]+\s*/gu, ' '), node.marks))
  })
  return Fragment.fromArray(nodes)
}

/** Fields and the parts of figures stand once in a story: what is pasted of them into the body is paragraphs. */
function asBody(slice: Slice): Slice {
  let { content, openStart, openEnd } = slice
  const only = content.childCount === 1 ? content.firstChild : null
  if (only?.type === schema.nodes.figure && (openStart > 0 || openEnd > 0)) {
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

/** Puts a slice in the place of the selection; a field stays one line. */
export function insertSlice(state: EditorState, slice: Slice): Transaction {
  const transaction = deleteParts(state) ?? state.tr
  const { $from, from, to } = transaction.selection
  if (isField($from.parent)) {
    const line = asOneLine(slice)
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

function kindsIn(slice: Slice, host: ClipboardHost): Record<string, ClaimKind> {
  const kinds: Record<string, ClaimKind> = {}
  slice.content.descendants((node) => {
    for (const mark of anchorMarks(node.marks)) kinds[anchorId(mark)] = host.kindOf(anchorId(mark))
  })
  return kinds
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
    const token = keepCopied({ slice: slice.toJSON() ?? {}, kinds: kindsIn(slice, host) })
    event.clipboardData.setData(clipboardType, token)
    return true
  }

  return new Plugin({
    props: {
      clipboardSerializer: cleanSerializer,
      clipboardTextSerializer: plainText,
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
        if (copied) {
          try {
            content = withOwnAnchors(Slice.fromJSON(schema, copied.slice), host, copied.kinds)
          } catch {
            // Written by another version of Stet: the clean text is pasted.
          }
        }
        if (content.size === 0) return false
        const transaction = insertSlice(view.state, content)
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
        const line = asOneLine(slice)
        transaction.insert(target, line)
        transaction.setSelection(TextSelection.create(transaction.doc, target, target + line.size))
        view.focus()
        view.dispatch(transaction.setMeta('uiEvent', 'drop'))
        return true
      },
    },
  })
}
