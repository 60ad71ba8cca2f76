import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect } from 'react'

/**
 * Puts a menu beside its words anew when it becomes larger or smaller: tiptap does so only when the text or the
 * selection changes, and what grew would lie on the words that it is about.
 *
 * @param pluginKey of the menu
 */
export function usePlacedAgain(editor: Editor, pluginKey: string, menu: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = menu.current
    if (!element) return
    const watch = new ResizeObserver(() => {
      if (editor.isDestroyed || !element.isConnected) return
      const transaction = editor.state.tr.setMeta(pluginKey, 'updatePosition').setMeta('addToHistory', false)
      editor.view.dispatch(transaction)
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [editor, pluginKey, menu])
}
