import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { footnotesOf } from '../../shared/document/footnotes.ts'
import {
  acrossFootnote,
  deleteFootnote,
  insertFootnote,
  touchesFootnotes,
} from '../../shared/document/pairing.ts'
import { schema } from '../../shared/document/schema.ts'
import { newFootnoteId } from '../../shared/model/ids.ts'
import { strings } from '../ui/strings.ts'

/** Which ids have which numbers, as one word that stays the same while they do. */
function sequenceOf(document: Node): string {
  return [...footnotesOf(document).numbers.keys()].join()
}

function drawNumbers(document: Node): DecorationSet {
  const { references, notes, numbers } = footnotesOf(document)
  const decorations: Decoration[] = []
  for (const { id, at } of references) {
    const number = `${numbers.get(id)}`
    decorations.push(
      Decoration.node(at, at + 1, {
        'data-number': number,
        role: 'doc-noteref',
        'aria-label': strings.editor.footnote(number),
        title: strings.editor.footnoteTip(number),
      }),
    )
  }
  for (const { id, at, node } of notes) {
    decorations.push(
      Decoration.node(at, at + node.nodeSize, {
        'data-number': `${numbers.get(id)}`,
        ...(node.content.size === 0 ? { 'data-empty': '' } : {}),
      }),
    )
  }
  return DecorationSet.create(document, decorations)
}

interface Numbers {
  readonly sequence: string
  readonly drawn: DecorationSet
}

const numbersKey = new PluginKey<Numbers>('footnoteNumbers')

/** The numbers of references and notes, and the way from one to the other with the mouse. */
export function footnotes(): Plugin<Numbers> {
  return new Plugin<Numbers>({
    key: numbersKey,
    state: {
      init: (_, { doc }) => ({ sequence: sequenceOf(doc), drawn: drawNumbers(doc) }),
      apply(transaction, before) {
        if (!transaction.docChanged) return before
        const mapped = (): Numbers => ({
          ...before,
          drawn: before.drawn.map(transaction.mapping, transaction.doc),
        })
        // Most keys are typed where no footnote is: they cost no look at the whole story.
        if (!touchesFootnotes(transaction.before, transaction.doc))
          return before.sequence === '' ? before : mapped()
        const sequence = sequenceOf(transaction.doc)
        const isInNotes = transaction.selection.$head.parent.type === schema.nodes.footnote
        // A note that is written in may have become empty, or no longer be.
        return sequence === before.sequence && !isInNotes
          ? mapped()
          : { sequence, drawn: drawNumbers(transaction.doc) }
      },
    },
    props: {
      decorations: (state) => numbersKey.getState(state)?.drawn,
      handleClickOn(view, _position, node, nodePosition, event) {
        if (event.button !== 0 || node.type !== schema.nodes.footnoteReference) return false
        const { doc } = view.state
        const note = footnotesOf(doc).notes.find(({ id }) => id === node.attrs.id)
        const at = note ? note.at + 1 + note.node.content.size : nodePosition + 1
        view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, at)).scrollIntoView())
        return true
      },
    },
  })
}

export type FootnoteCommand = 'footnote' | 'acrossFootnote' | 'deleteFootnote'

/** @returns false where the caret stands at nothing that it could act on */
export function runFootnoteCommand(view: EditorView, command: FootnoteCommand): boolean {
  const transaction = {
    footnote: () => insertFootnote(view.state, newFootnoteId()),
    acrossFootnote: () => acrossFootnote(view.state),
    deleteFootnote: () => deleteFootnote(view.state),
  }[command]()
  if (transaction) view.dispatch(transaction)
  return transaction !== null
}
