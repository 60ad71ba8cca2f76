import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useCallback, useSyncExternalStore } from 'react'

/** Reads something of an editor's state that keeps its identity while it is the same: a word, or a plugin's own state. */
export function useEditorValue<T>(editor: Editor, read: (state: EditorState) => T): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => {
        editor.off('transaction', listener)
      }
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, () => read(editor.state))
}
