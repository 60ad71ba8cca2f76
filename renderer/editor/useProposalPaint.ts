import { useEffect } from 'react'
import { choice, chosenProposal } from '../state/chosen-proposal.ts'
import { watchFirstPass } from '../state/first-pass.ts'
import type { StorySession } from '../state/session.ts'
import { paintProposals } from './proposal-paint.ts'

/** Shows in the galley what the first pass proposes, for as long as the galley stands and its marks are shown. */
export function useProposalPaint(session: StorySession, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const watch = watchFirstPass(session)
    const paint = paintProposals(session.editor, () =>
      session.marksHidden()
        ? null
        : {
            between: watch.between,
            chosen: chosenProposal(session)?.parts ?? [],
          },
    )
    const stops = [watch.subscribe(paint.refresh), choice.subscribe(paint.refresh)]
    let wereHidden = session.marksHidden()
    stops.push(
      session.subscribe(() => {
        if (session.marksHidden() === wereHidden) return
        wereHidden = session.marksHidden()
        paint.refresh()
      }),
    )
    return () => {
      for (const stop of stops) stop()
      paint.end()
    }
  }, [session, isOn])
}
