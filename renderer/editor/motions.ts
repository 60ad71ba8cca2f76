import { Plugin, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { bodyRange } from './parts.ts'

/** Lines that stay in sight when the caret goes a page up or down. */
const keptPx = 60

/** The element that scrolls the text. */
export function scrollerOf(view: EditorView): HTMLElement {
  for (let element = view.dom.parentElement; element; element = element.parentElement) {
    const { overflowY } = getComputedStyle(element)
    if (/auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight) return element
  }
  return document.documentElement
}

/** The end of the body; from there, or behind it, the end of everything. */
export function endOfText(state: { doc: Transaction['doc']; selection: Selection }): number {
  const { doc, selection } = state
  const body = Selection.near(doc.resolve(bodyRange(doc).to), -1).head
  return selection.head < body ? body : Selection.atEnd(doc).head
}

function moveTo(view: EditorView, head: number, extend: boolean): void {
  const { doc, selection } = view.state
  const $head = doc.resolve(head)
  const next = extend ? TextSelection.between(selection.$anchor, $head) : Selection.near($head, -1)
  view.dispatch(view.state.tr.setSelection(next).scrollIntoView())
  // Blocks that were never laid out get their real height when they come into sight: look again then.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (!view.isDestroyed && view.state.selection.head === next.head) {
        view.dispatch(view.state.tr.scrollIntoView())
      }
    }),
  )
}

function movePage(view: EditorView, direction: -1 | 1, extend: boolean): void {
  const scroller = scrollerOf(view)
  const { head } = view.state.selection
  const caret = view.coordsAtPos(head)
  const frame = scroller.getBoundingClientRect()
  const top = Math.max(frame.top, 0)
  const height = Math.min(scroller.clientHeight, window.innerHeight)
  const isInSight = caret.top >= top && caret.bottom <= top + height
  const before = scroller.scrollTop
  scroller.scrollTop = before + direction * Math.max(height - keptPx, keptPx)
  const moved = Math.abs(scroller.scrollTop - before)
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (view.isDestroyed) return
      if (moved < 1) {
        const edge = direction < 0 ? Selection.atStart(view.state.doc) : Selection.atEnd(view.state.doc)
        moveTo(view, edge.head, extend)
        return
      }
      const y = isInSight ? (caret.top + caret.bottom) / 2 : top + height / 2
      const found = view.posAtCoords({
        left: caret.left + 1,
        top: Math.min(Math.max(y, top + 4), top + height - 4),
      })
      if (found) moveTo(view, found.pos, extend)
    }),
  )
}

/**
 * Motions that browsers get wrong across blocks that are not laid out (`content-visibility: auto`): to the end
 * of the text and by pages, with and without selecting.
 */
export function motions(isMac: boolean): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.altKey || view.composing) return false
        const mod = isMac ? event.metaKey : event.ctrlKey
        if (event.key === 'PageDown' || event.key === 'PageUp') {
          if (event.ctrlKey || event.metaKey) return false
          movePage(view, event.key === 'PageDown' ? 1 : -1, event.shiftKey)
          return true
        }
        if (!mod) return false
        if (event.key === 'End' || (isMac && event.key === 'ArrowDown')) {
          moveTo(view, endOfText(view.state), event.shiftKey)
          return true
        }
        if (event.key === 'Home' || (isMac && event.key === 'ArrowUp')) {
          moveTo(view, Selection.atStart(view.state.doc).head, event.shiftKey)
          return true
        }
        return false
      },
    },
  })
}
