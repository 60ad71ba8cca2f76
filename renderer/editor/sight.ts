import type { EditorView } from '@tiptap/pm/view'
import type { Stretch } from '../../shared/document/sentences.ts'

/** Children of the document in sight, by their index, with one more at each end. */
export function childrenInSight(view: EditorView): { from: number; to: number } {
  const frame = view.dom.closest<HTMLElement>('[data-testid="galley-scroller"]')
  const { top, bottom } = (frame ?? view.dom).getBoundingClientRect()
  const blocks = view.dom.children
  // Blocks lie one below the other: the first whose end is in sight is found by halves.
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) < top) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < blocks.length && (blocks[end]?.getBoundingClientRect().top ?? 0) <= bottom) end++
  const indexOf = (at: number): number | null => {
    const block = blocks[Math.max(0, Math.min(blocks.length - 1, at))]
    if (!block) return null
    return view.state.doc.resolve(view.posAtDOM(block, 0)).index(0)
  }
  return { from: indexOf(low - 1) ?? 0, to: (indexOf(end) ?? view.state.doc.childCount) + 1 }
}

/** Where a stretch of the text is drawn; null while the text is being drawn anew: the next frame has it. */
export function rangeOf(view: EditorView, { from, to }: Stretch): Range | null {
  try {
    const start = view.domAtPos(from, 1)
    const end = view.domAtPos(to, -1)
    const range = document.createRange()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    return range
  } catch {
    return null
  }
}
