import { useEffect } from 'react'
import { stopStretch } from '../app/pencil-commands.ts'
import { pencil } from '../state/pencil.ts'
import type { StorySession } from '../state/session.ts'
import { paintReading } from './read-paint.ts'

/** Shows in the galley what is unread and where the pencil stands, as long as the story is gone through. */
export function useReadPaint(session: StorySession, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const paint = paintReading(session.editor, () => ({
      read: session.readWords(),
      stop: stopStretch(session),
    }))
    let seen = ''
    const stateOf = (): string => {
      const { readChanges, openClaimId } = session.getState()
      return `${readChanges} ${openClaimId}`
    }
    const stopSession = session.subscribe(() => {
      // Typing tells of itself by the text.
      if (stateOf() === seen) return
      seen = stateOf()
      paint.refresh()
    })
    const stopPencil = pencil.subscribe(paint.refresh)
    return () => {
      stopSession()
      stopPencil()
      paint.end()
    }
  }, [session, isOn])
}
