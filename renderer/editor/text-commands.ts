import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type TextCommandId, textCommandOf } from './keys.ts'

/** Does what a key of the table says. @returns false to leave the key to the browser */
export type RunTextCommand = (id: TextCommandId, view: EditorView) => boolean

export function isMacLike(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iP(?:hone|ad|od)/.test(navigator.platform)
}

/** The keys of `keys.ts`, in the text. */
export function textCommands(run: RunTextCommand): Plugin {
  const isMac = isMacLike()
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (view.composing || event.isComposing) return false
        const id = textCommandOf(event, isMac)
        return id !== null && run(id, view)
      },
    },
  })
}
