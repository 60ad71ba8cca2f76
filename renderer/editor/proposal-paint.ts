import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Stretch } from '../../shared/document/sentences.ts'
import { childrenInSight, rangeOf } from './sight.ts'

/** The names of the style sheet's highlights. */
const proposedName = 'stet-proposed'
const chosenName = 'stet-proposed-chosen'

export interface ProposalPainting {
  /** What is proposed in some children of the document, by their indexes. */
  between(fromIndex: number, toIndex: number): Iterable<{ readonly parts: readonly Stretch[] }>
  /** The one that the next answer is for. */
  readonly chosen: readonly Stretch[]
}

export interface ProposalPaint {
  /** Paints with the next frame. */
  refresh(): void
  end(): void
}

/**
 * Shows pale marks where the first pass proposes a claim, without touching the text or its history: as highlights of
 * the browser over what is in sight. Paints again after edits and scrolling, at most once a frame.
 */
export function paintProposals(editor: Editor, painting: () => ProposalPainting | null): ProposalPaint {
  const highlights = typeof CSS === 'undefined' ? undefined : CSS.highlights
  let frame: number | null = null
  let seen: Node | null = null

  const ranges = (parts: Iterable<Stretch>): Range[] =>
    [...parts].flatMap((part) =>
      part.to <= editor.state.doc.content.size ? (rangeOf(editor.view, part) ?? []) : [],
    )

  function paint(): void {
    frame = null
    if (!highlights || editor.isDestroyed) return
    seen = editor.state.doc
    const now = painting()
    if (!now) {
      highlights.delete(proposedName)
      highlights.delete(chosenName)
      return
    }
    const { from, to } = childrenInSight(editor.view)
    const parts = [...now.between(from, to)].flatMap((one) => one.parts)
    // Forced colours would show each as selected; the panel has them all, and the chosen one is marked.
    const isForced = matchMedia('(forced-colors: active)').matches
    highlights.set(proposedName, new Highlight(...(isForced ? [] : ranges(parts))))
    const chosen = new Highlight(...ranges(now.chosen))
    chosen.priority = 2
    highlights.set(chosenName, chosen)
  }

  function refresh(): void {
    frame ??= requestAnimationFrame(paint)
  }

  const onTransaction = (): void => {
    if (editor.state.doc !== seen) refresh()
  }
  editor.on('transaction', onTransaction)
  document.addEventListener('scroll', refresh, { capture: true, passive: true })
  window.addEventListener('resize', refresh)
  refresh()

  return {
    refresh,
    end() {
      if (frame !== null) cancelAnimationFrame(frame)
      editor.off('transaction', onTransaction)
      document.removeEventListener('scroll', refresh, { capture: true })
      window.removeEventListener('resize', refresh)
      highlights?.delete(proposedName)
      highlights?.delete(chosenName)
    },
  }
}
