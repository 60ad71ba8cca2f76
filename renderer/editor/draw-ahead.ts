import type { Editor } from '@tiptap/core'

/** Editors whose text is drawn, but stands in no page yet. */
const waiting = new WeakSet<Editor>()

/** Draws a text before its page is there to take it; {@link putOnPage} does not draw it again. */
export function drawAhead(editor: Editor): void {
  if (typeof document === 'undefined') return
  editor.mount(document.createElement('div'))
  waiting.add(editor)
}

/** @returns takes it off the page again */
export function putOnPage(editor: Editor, page: HTMLElement): () => void {
  if (waiting.delete(editor)) page.append(editor.view.dom)
  else editor.mount(page)
  return () => {
    if (!editor.isDestroyed) editor.unmount()
  }
}
