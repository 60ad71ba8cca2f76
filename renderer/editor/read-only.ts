import { Plugin } from '@tiptap/pm/state'

/**
 * While `isClosed` says so the story is there to be read, selected and copied alone: nothing is typed, and no
 * command changes it. What comes from the desk still arrives.
 */
export function readOnly(isClosed: () => boolean): Plugin {
  return new Plugin({
    filterTransaction(transaction) {
      if (!transaction.docChanged || !isClosed()) return true
      const isDesks = transaction.getMeta('rebased') !== undefined
      // What a plugin adds to news of the desk; whatever it could add to an edit here falls with that edit.
      return isDesks || transaction.getMeta('appendedTransaction') !== undefined
    },
    props: {
      editable: () => !isClosed(),
      // What cannot be typed in loses its place among the things that Tab reaches, unless it is given one.
      attributes: (): Record<string, string> =>
        isClosed() ? { tabindex: '0', 'aria-readonly': 'true' } : {},
    },
  })
}
