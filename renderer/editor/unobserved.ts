import type { EditorView } from '@tiptap/pm/view'

interface Watch {
  stop(): void
  start(): void
}

/** What prosemirror-view watches its page by; its types do not name it. */
function watchOf(view: EditorView): Watch | null {
  const watch: unknown = Reflect.get(view, 'domObserver')
  const isWatch = (value: unknown): value is Watch =>
    typeof value === 'object' && value !== null && 'stop' in value && 'start' in value
  return isWatch(watch) ? watch : null
}

/**
 * Changes attributes of marks without the editor's being told of each: it would look at every one of thousands, only to
 * leave it alone. Text and structure must stay as they are.
 */
export function unobserved(view: EditorView | null, work: () => void): void {
  const watch = view && !view.isDestroyed ? watchOf(view) : null
  watch?.stop()
  try {
    work()
  } finally {
    watch?.start()
  }
}
