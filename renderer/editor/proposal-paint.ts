import type { Editor } from '@tiptap/core'
import type { Stretch } from '../../shared/document/sentences.ts'
import { childrenInSight, paintInSight, putHighlight, rangeOf, type SightPaint } from './sight.ts'

/** The names of the style sheet's highlights. */
const proposedName = 'stet-proposed'
const chosenName = 'stet-proposed-chosen'

export interface ProposalPainting {
  /** What is proposed in some children of the document, by their indexes. */
  between(fromIndex: number, toIndex: number): Iterable<{ readonly parts: readonly Stretch[] }>
  /** The one that the next answer is for. */
  readonly chosen: readonly Stretch[]
}

/** Shows pale marks where the first pass proposes a claim. */
export function paintProposals(editor: Editor, painting: () => ProposalPainting | null): SightPaint {
  const ranges = (parts: Iterable<Stretch>): Range[] =>
    [...parts].flatMap((part) =>
      part.to <= editor.state.doc.content.size ? (rangeOf(editor.view, part) ?? []) : [],
    )

  return paintInSight(editor, [proposedName, chosenName], (highlights) => {
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
    putHighlight(highlights, proposedName, isForced ? [] : ranges(parts))
    putHighlight(highlights, chosenName, ranges(now.chosen), 2)
  })
}
