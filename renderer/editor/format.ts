import type { Editor } from '@tiptap/core'
import { setBlockType, toggleMark } from '@tiptap/pm/commands'
import { redo, undo } from '@tiptap/pm/history'
import type { NodeType } from '@tiptap/pm/model'
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list'
import type { EditorState } from '@tiptap/pm/state'
import { isSafeHref } from '../../shared/document/href.ts'
import { type MarkName, schema } from '../../shared/document/schema.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import type { FormatCommand } from '../state/session.ts'
import { inBody } from './parts.ts'

function isInBody(state: EditorState): boolean {
  const { $from, $to } = state.selection
  const isText = (type: NodeType): boolean => type !== schema.nodes.figure && type !== schema.nodes.table
  return inBody($from) && inBody($to) && isText($from.node(1).type) && isText($to.node(1).type)
}

function toggleBlock(editor: Editor, name: 'crosshead' | 'pullQuote' | 'editorsNote', attrs = {}): boolean {
  const { $from } = editor.state.selection
  const isOn = $from.parent.hasMarkup(schema.nodes[name], attrs)
  const type = isOn ? schema.nodes.paragraph : schema.nodes[name]
  if (setBlockType(type, isOn ? null : attrs)(editor.state, editor.view.dispatch)) return true
  // Within a quotation or a list it has to come out first.
  while (
    editor.state.selection.$from.depth > 1 &&
    editor.commands.lift(editor.state.selection.$from.node(-1).type)
  ) {
    // Each round lifts it one level.
  }
  return setBlockType(type, isOn ? null : attrs)(editor.state, editor.view.dispatch)
}

/** Out of a list of this kind; to this kind from the other; else into one. */
function toggleList(editor: Editor, name: 'bulletList' | 'orderedList'): boolean {
  const { state, view } = editor
  const { $from } = state.selection
  const type = schema.nodes[name]
  for (let depth = $from.depth; depth > 0; depth--) {
    const list = $from.node(depth)
    if (list.type !== schema.nodes.bulletList && list.type !== schema.nodes.orderedList) continue
    if (list.type === type) return liftListItem(schema.nodes.listItem)(state, view.dispatch)
    view.dispatch(state.tr.setNodeMarkup($from.before(depth), type))
    return true
  }
  return wrapInList(type)(state, view.dispatch)
}

function insertRule(editor: Editor): boolean {
  const { state } = editor
  const after = state.selection.$to.after(1)
  editor.view.dispatch(state.tr.insert(after, schema.node('rule')).scrollIntoView())
  return true
}

/** Carries out a command of the toolbar or of a key. @returns false where it has nothing to act on */
export function format(editor: Editor, command: FormatCommand): boolean {
  const { state, view } = editor
  switch (command) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'superscript':
    case 'subscript':
      return toggleMark(schema.marks[command])(state, view.dispatch)
    case 'undo':
      return undo(state, view.dispatch)
    case 'redo':
      return redo(state, view.dispatch)
    case 'crosshead1':
      return isInBody(state) && toggleBlock(editor, 'crosshead', { level: 1 })
    case 'crosshead2':
      return isInBody(state) && toggleBlock(editor, 'crosshead', { level: 2 })
    case 'pullQuote':
    case 'editorsNote':
      return isInBody(state) && toggleBlock(editor, command)
    case 'paragraph':
      return isInBody(state) && setBlockType(schema.nodes.paragraph)(state, view.dispatch)
    case 'bulletList':
    case 'orderedList':
      return isInBody(state) && toggleList(editor, command)
    case 'blockquote':
      return isInBody(state) && editor.commands.toggleWrap('blockquote')
    case 'rule':
      return isInBody(state) && insertRule(editor)
    default:
      return exhaustive(command)
  }
}

/** Whether what is selected, or would be typed, has it. */
export function isFormatted(state: EditorState, command: FormatCommand): boolean {
  const { $from, from, to, empty } = state.selection
  const hasMark = (name: MarkName): boolean =>
    empty
      ? schema.marks[name].isInSet(state.storedMarks ?? $from.marks()) !== undefined
      : state.doc.rangeHasMark(from, to, schema.marks[name])
  const isWithin = (name: string): boolean => {
    for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === name) return true
    return false
  }
  switch (command) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'superscript':
    case 'subscript':
      return hasMark(command)
    case 'crosshead1':
    case 'crosshead2':
      return $from.parent.hasMarkup(schema.nodes.crosshead, { level: command === 'crosshead1' ? 1 : 2 })
    case 'paragraph':
    case 'pullQuote':
    case 'editorsNote':
      return $from.parent.type.name === command
    case 'bulletList':
    case 'orderedList':
    case 'blockquote':
      return isWithin(command)
    case 'rule':
    case 'undo':
    case 'redo':
      return false
    default:
      return exhaustive(command)
  }
}

/** The link at the caret or at the selection's start, with the stretch it covers. */
export function linkAt(state: EditorState): (Stretch & { href: string }) | null {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!parent.isTextblock) return null
  const around = parent.childAfter($from.parentOffset)
  const before = empty || !around.node ? parent.childBefore($from.parentOffset) : null
  const child = [around, before].find((one) => one?.node && schema.marks.link.isInSet(one.node.marks))
  const mark = child?.node && schema.marks.link.isInSet(child.node.marks)
  if (!child?.node || !mark) return null
  let from = child.offset
  let to = child.offset + child.node.nodeSize
  let { index } = child
  while (index > 0 && mark.isInSet(parent.child(index - 1).marks)) from -= parent.child(--index).nodeSize
  index = child.index
  while (index + 1 < parent.childCount && mark.isInSet(parent.child(index + 1).marks)) {
    to += parent.child(++index).nodeSize
  }
  return { from: $from.start() + from, to: $from.start() + to, href: String(mark.attrs.href) }
}

/** What people type for an address: a bare domain or mail address is completed. Null where it is unfit. */
export function completeHref(typed: string): string | null {
  const href = typed.trim()
  if (isSafeHref(href)) return href
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/u.test(href)) return `mailto:${href}`
  const isBare = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/u.test(href)
  return isBare ? `https://${href}` : null
}

/** Links the selection, or the link at the caret, to an address; null takes the link off. */
export function setLink(editor: Editor, href: string | null): boolean {
  const { state } = editor
  const { from, to, empty } = state.selection
  const target: Stretch | null = empty ? linkAt(state) : { from, to }
  if (!target) return false
  const transaction = state.tr.removeMark(target.from, target.to, schema.marks.link)
  if (href !== null) {
    const address = completeHref(href)
    if (!address) return false
    transaction.addMark(target.from, target.to, schema.mark('link', { href: address }))
  }
  editor.view.dispatch(transaction)
  return true
}
