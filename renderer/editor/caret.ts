import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Brings the editor's selection up to the browser's caret. Keys and pointer move the caret at once, but the
 * browser tells of it in an event that comes later; whatever reads the selection in between would act on where
 * the caret was before. So the event is sent now: the editor takes it as the browser's own, and finds nothing new
 * in the one that follows.
 */
export function followCaret(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}

/** Stands before all plugins that act on keys, so that each acts on the caret that the key was pressed at. */
export function caretFirst(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view) {
        followCaret(view)
        return false
      },
    },
  })
}
