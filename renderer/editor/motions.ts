import { Plugin, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { bodyRange } from './parts.ts'

/** Lines that stay in sight when the caret goes a page up or down, and room around what is shown. */
const keptPx = 60

/** A caret that comes nearer to an edge is brought away from it. */
export const edgePx = 48

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
}

/** After two frames blocks that came into sight have been laid out. */
function afterLayout(view: EditorView, work: () => void): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (!view.isDestroyed) work()
    }),
  )
}

/**
 * Brings a place into sight, to the middle where it is out of it, wherever the focus is: ProseMirror scrolls to its
 * selection only while the caret is in the text.
 */
export function showPlace(view: EditorView, position: number): void {
  const look = (): void => {
    const scroller = scrollerOf(view)
    const frame = scroller.getBoundingClientRect()
    const { top, bottom } = view.coordsAtPos(position)
    if (top >= frame.top + keptPx && bottom <= frame.bottom - keptPx) return
    scroller.scrollTop += (top + bottom - frame.top - frame.bottom) / 2
  }
  look()
  afterLayout(view, look)
}

/** A caret that goes further than this, in positions, may come to blocks that were never laid out. */
const farAway = 1000

/**
 * Whether the caret stands in a text block of the page itself, as far from the edges as ProseMirror would bring it.
 * ProseMirror asks the size and the style of every element up to the window to know it, at every letter.
 */
function isWellInSight(view: EditorView, frame: Element): boolean {
  const { selection } = view.state
  if (!(selection instanceof TextSelection) || selection.$head.depth !== 1) return false
  const { top, bottom } = frame.getBoundingClientRect()
  const caret = view.coordsAtPos(selection.head, 1)
  return caret.top >= top + edgePx && caret.bottom <= bottom - edgePx
}

/**
 * Blocks that were never laid out get their real height when they come into sight, which moves what is in them:
 * after a jump, wherever it came from, the caret is looked for once more.
 */
function lookTwice(): (view: EditorView) => boolean {
  let last = 0
  let frame: Element | null = null
  return (view) => {
    const { head } = view.state.selection
    const isFar = Math.abs(head - last) > farAway
    last = head
    if (isFar)
      afterLayout(view, () => {
        if (view.state.selection.head === head) view.dispatch(view.state.tr.scrollIntoView())
      })
    // A text that did not scroll yet may by now.
    if (!frame?.contains(view.dom) || frame === document.documentElement) frame = scrollerOf(view)
    return !isFar && isWellInSight(view, frame)
  }
}

/** By pages; where several follow each other, the caret stays as far from the edge as it was before the first. */
function pages(): (view: EditorView, direction: -1 | 1, extend: boolean) => void {
  let goal = { head: -1, left: 0 }
  return (view, direction, extend) => {
    const scroller = scrollerOf(view)
    const { head } = view.state.selection
    const caret = view.coordsAtPos(head)
    const left = goal.head === head ? goal.left : caret.left
    const frame = scroller.getBoundingClientRect()
    const top = Math.max(frame.top, 0)
    const height = Math.min(scroller.clientHeight, window.innerHeight)
    const isInSight = caret.top >= top && caret.bottom <= top + height
    const before = scroller.scrollTop
    scroller.scrollTop = before + direction * Math.max(height - keptPx, keptPx)
    const moved = Math.abs(scroller.scrollTop - before)
    afterLayout(view, () => {
      if (moved < 1) {
        const edge = direction < 0 ? Selection.atStart(view.state.doc) : Selection.atEnd(view.state.doc)
        moveTo(view, edge.head, extend)
        return
      }
      const y = isInSight ? (caret.top + caret.bottom) / 2 : top + height / 2
      const found = view.posAtCoords({
        left: left + 1,
        top: Math.min(Math.max(y, top + 4), top + height - 4),
      })
      if (found) moveTo(view, found.pos, extend)
      goal = { head: view.state.selection.head, left }
    })
  }
}

/**
 * Motions that browsers get wrong across blocks that are not laid out (`content-visibility: auto`): to the end
 * of the text and by pages, with and without selecting.
 */
export function motions(isMac: boolean): Plugin {
  const movePage = pages()
  return new Plugin({
    props: {
      handleScrollToSelection: lookTwice(),
      handleKeyDown(view, event) {
        if (view.composing) return false
        if (event.key === 'PageDown' || event.key === 'PageUp') {
          // On a Mac the page moves and the caret stays; with Option it goes along.
          if (event.ctrlKey || event.metaKey || event.altKey !== isMac) return false
          movePage(view, event.key === 'PageDown' ? 1 : -1, event.shiftKey)
          return true
        }
        const mod = isMac ? event.metaKey : event.ctrlKey
        if (!mod || event.altKey) return false
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
