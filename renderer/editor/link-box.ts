import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Whether the box for a link's address stands open beside the selection. */
export const linkBoxKey = new PluginKey<boolean>('linkBox')

export function showLinkBox(state: EditorState, isShown: boolean): Transaction {
  return state.tr.setMeta(linkBoxKey, isShown).setMeta('addToHistory', false)
}

/** The box closes as soon as something else is written or selected. */
export function linkBox(): Plugin<boolean> {
  return new Plugin<boolean>({
    key: linkBoxKey,
    state: {
      init: () => false,
      apply(transaction, isShown) {
        const asked = transaction.getMeta(linkBoxKey) as boolean | undefined
        if (asked !== undefined) return asked
        const isOthers = transaction.getMeta('rebased') !== undefined
        return isShown && (isOthers || (!transaction.docChanged && !transaction.selectionSet))
      },
    },
    props: {
      // The box has the focus, so the browser no longer shows what is selected.
      decorations(state) {
        const { from, to, empty } = state.selection
        if (!linkBoxKey.getState(state) || empty) return null
        return DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: 'chosen' })])
      },
    },
  })
}
