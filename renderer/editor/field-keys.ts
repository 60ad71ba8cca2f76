import {
  baseKeymap,
  chainCommands,
  deleteSelection,
  joinBackward,
  liftEmptyBlock,
  selectNodeBackward,
  splitBlockAs,
} from '@tiptap/pm/commands'
import { GapCursor } from '@tiptap/pm/gapcursor'
import { keydownHandler } from '@tiptap/pm/keymap'
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list'
import { type Command, NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import { acrossFootnote, deleteFootnote } from '../../shared/document/pairing.ts'
import { schema } from '../../shared/document/schema.ts'
import { bodyRange, deleteParts, inBody, isField, nextTextblock } from './parts.ts'
import { selectWhole } from './pictures.ts'
import { leaveTable, stepCell } from './tables.ts'

const deleteAcross: Command = (state, dispatch) => {
  const transaction = deleteParts(state)
  if (!transaction) return false
  dispatch?.(transaction)
  return true
}

/** Enter goes on from a field to the next one; it never splits one. */
const nextField: Command = (state, dispatch) => {
  const { $head } = state.selection
  if (!isField($head.parent)) return false
  const next = nextTextblock($head)
  if (next === null) return true
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, next)).scrollIntoView())
  return true
}

/** The caret's place in its block, or null where something is selected. */
function caretOf(state: Parameters<Command>[0]) {
  const { selection } = state
  return selection instanceof TextSelection ? selection.$cursor : null
}

/** Backspace at the start of a field, and Delete at its end, would join it with its neighbour. */
const keepFieldStart: Command = (state) => {
  const $caret = caretOf(state)
  return $caret !== null && isField($caret.parent) && $caret.parentOffset === 0
}
const keepFieldEnd: Command = (state) => {
  const $caret = caretOf(state)
  return $caret !== null && isField($caret.parent) && $caret.parentOffset === $caret.parent.content.size
}

/** At the body's first letter a crosshead becomes a paragraph and a list is left, but nothing leaves the body. */
const keepBodyStart: Command = (state, dispatch) => {
  const $caret = caretOf(state)
  if ($caret?.parentOffset !== 0 || !inBody($caret)) return false
  const body = bodyRange(state.doc)
  if ($caret.before(1) !== body.from || $caret.index(0) < 0) return false
  for (let depth = 1; depth < $caret.depth; depth++) if ($caret.index(depth) > 0) return false
  if ($caret.depth > 1) return false
  if ($caret.parent.type !== schema.nodes.paragraph) {
    dispatch?.(state.tr.setNodeMarkup($caret.before(), schema.nodes.paragraph))
    return true
  }
  const isOnly = body.to === $caret.after()
  if ($caret.parent.content.size === 0 && !isOnly) {
    const transaction = state.tr.delete($caret.before(), $caret.after())
    dispatch?.(transaction.setSelection(TextSelection.near(transaction.doc.resolve(body.from), 1)))
  }
  return true
}

const keepBodyEnd: Command = (state) => {
  const $caret = caretOf(state)
  if (!$caret || !inBody($caret) || $caret.parentOffset !== $caret.parent.content.size) return false
  return $caret.after() + ($caret.depth - 1) >= bodyRange(state.doc).to
}

/**
 * A crosshead, pull quote or note is left with Enter at its end, as headings are; at its start a paragraph
 * comes before it.
 */
const paragraphBeside: Command = (state, dispatch) => {
  const $caret = caretOf(state)
  if ($caret?.depth !== 1 || !inBody($caret)) return false
  const { parent } = $caret
  const isAtEnd = $caret.parentOffset === parent.content.size
  if (parent.type === schema.nodes.paragraph || (!isAtEnd && $caret.parentOffset > 0)) return false
  const at = isAtEnd ? $caret.after() : $caret.before()
  const transaction = state.tr.insert(at, schema.node('paragraph'))
  if (isAtEnd) transaction.setSelection(TextSelection.create(transaction.doc, at + 1))
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** Enter on a selected picture or rule, or in the gap beside one, makes room to write behind it. */
const paragraphNear: Command = (state, dispatch) => {
  const { selection } = state
  const isNode = selection instanceof NodeSelection && selection.node.isBlock
  if (!isNode && !(selection instanceof GapCursor)) return false
  if (selection.$from.depth !== 0) return false
  const transaction = state.tr.insert(selection.to, schema.node('paragraph'))
  transaction.setSelection(TextSelection.create(transaction.doc, selection.to + 1))
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** ProseMirror would take the field behind the body for the block to go on with, as the schema lets it end there. */
const splitBody = splitBlockAs((_node, isAtEnd) => (isAtEnd ? { type: schema.nodes.paragraph } : null))

const nothing: Command = () => false
const base = (key: string): Command => baseKeymap[key] ?? nothing

/** Enter in a footnote goes back to the text; Backspace in an empty one takes it away. */
const backToText: Command = (state, dispatch) => {
  if (state.selection.$head.parent.type !== schema.nodes.footnote) return false
  const transaction = acrossFootnote(state)
  if (!transaction) return false
  dispatch?.(transaction)
  return true
}
const dropEmptyFootnote: Command = (state, dispatch) => {
  if (state.selection.$head.parent.content.size > 0) return false
  const transaction = deleteFootnote(state)
  if (!transaction) return false
  dispatch?.(transaction)
  return true
}

const enter = chainCommands(
  deleteAcross,
  backToText,
  nextField,
  paragraphBeside,
  paragraphNear,
  splitListItem(schema.nodes.listItem),
  liftEmptyBlock,
  splitBody,
)
const backspace = chainCommands(
  deleteAcross,
  dropEmptyFootnote,
  keepFieldStart,
  keepBodyStart,
  deleteSelection,
  joinBackward,
  selectNodeBackward,
)
const remove = chainCommands(deleteAcross, keepFieldEnd, keepBodyEnd, base('Delete'))

const bindings: Record<string, Command> = {
  Enter: enter,
  'Shift-Enter': enter,
  'Mod-Enter': chainCommands(leaveTable, enter),
  Backspace: backspace,
  'Shift-Backspace': backspace,
  'Mod-Backspace': backspace,
  Delete: remove,
  'Mod-Delete': remove,
  Escape: selectWhole,
  Tab: chainCommands(stepCell(1), sinkListItem(schema.nodes.listItem)),
  'Shift-Tab': chainCommands(stepCell(-1), liftListItem(schema.nodes.listItem)),
}

/** Enter, Backspace, Delete and Tab, by the conventions of a page whose parts never run into each other. */
export function fieldKeys(): Plugin {
  const handleKey = keydownHandler(bindings)
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => !view.composing && handleKey(view, event),
      /** Typing over a selection that reaches across parts takes their words and leaves the parts. */
      handleTextInput(view, _from, _to, text) {
        if (view.state.selection instanceof GapCursor) {
          paragraphNear(view.state, view.dispatch)
          view.dispatch(view.state.tr.insertText(text))
          return true
        }
        const transaction = deleteParts(view.state)
        if (!transaction) return false
        view.dispatch(transaction.insertText(text).scrollIntoView())
        return true
      },
      handleDOMEvents: {
        compositionstart(view) {
          const transaction = deleteParts(view.state)
          if (transaction) view.dispatch(transaction)
          return false
        },
      },
    },
  })
}
