import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { Stretch } from '../../shared/document/sentences.ts'
import { oncePainted } from '../ui/after-paint.ts'

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

/** Something that is painted over what is in sight. */
export interface SightPaint {
  /** Paints with the next frame. */
  refresh(): void
  end(): void
}

/**
 * Paints by highlights of the browser, without touching the text or its history: again after edits and scrolling, and
 * where colours begin or end to be forced, at most once a frame.
 *
 * @param names of the highlights that `paint` sets; they go at the end
 */
export function paintInSight(
  editor: Editor,
  names: readonly string[],
  paint: (highlights: HighlightRegistry) => void,
): SightPaint {
  const highlights = typeof CSS === 'undefined' ? undefined : CSS.highlights
  let frame: number | null = null
  let seen: Node | null = null
  let isEnded = false

  function paintNow(): void {
    if (!highlights || isEnded || editor.isDestroyed) return
    seen = editor.state.doc
    paint(highlights)
  }

  function refresh(): void {
    frame ??= requestAnimationFrame(() => {
      frame = null
      paintNow()
    })
  }

  // Its ranges move with the letters by themselves, so that the letter that was typed need not wait for this.
  const afterLetter = oncePainted(() => {
    if (editor.state.doc !== seen) paintNow()
  })
  const onTransaction = (): void => {
    if (editor.state.doc !== seen) afterLetter()
  }
  editor.on('transaction', onTransaction)
  document.addEventListener('scroll', refresh, { capture: true, passive: true })
  window.addEventListener('resize', refresh)
  const forced = matchMedia('(forced-colors: active)')
  forced.addEventListener('change', refresh)
  refresh()

  return {
    refresh,
    end() {
      isEnded = true
      if (frame !== null) cancelAnimationFrame(frame)
      editor.off('transaction', onTransaction)
      document.removeEventListener('scroll', refresh, { capture: true })
      window.removeEventListener('resize', refresh)
      forced.removeEventListener('change', refresh)
      for (const name of names) highlights?.delete(name)
    },
  }
}

const isSameRange = (one: AbstractRange, other: AbstractRange | undefined): boolean =>
  one.startContainer === other?.startContainer &&
  one.startOffset === other.startOffset &&
  one.endContainer === other.endContainer &&
  one.endOffset === other.endOffset

/** What is put there anew is drawn in a frame of its own, which the next key may have to wait for: where it stands it stays. */
export function putHighlight(
  highlights: HighlightRegistry,
  name: string,
  ranges: readonly Range[],
  priority = 0,
): void {
  const before = [...(highlights.get(name) ?? [])]
  if (before.length === ranges.length && before.every((one, at) => isSameRange(one, ranges[at]))) return
  const highlight = new Highlight(...ranges)
  highlight.priority = priority
  highlights.set(name, highlight)
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
