import { useMemo, useSyncExternalStore } from 'react'
import type { SaveState, StorySession } from '../state/session.ts'

/** So long everything has been saved before that is said. */
const calmMs = 300

interface CalmSave {
  subscribe(listener: () => void): () => void
  get(): SaveState
}

/**
 * The save state as a line of text can show it: what is not saved is said at once, that all is saved only once it
 * has been for a moment. While somebody types, a write follows the other, and to say each time that it arrived
 * would be two changes of the window a key.
 */
export function calmSave(session: Pick<StorySession, 'getState' | 'subscribe'>): CalmSave {
  let shown = session.getState().save
  let timer: ReturnType<typeof setTimeout> | undefined

  function isSame(save: SaveState): boolean {
    return save.kind === 'notSaved'
      ? shown.kind === 'notSaved' && shown.reason === save.reason
      : shown.kind === save.kind
  }

  return {
    get: () => shown,
    subscribe(listener) {
      const show = (save: SaveState): void => {
        if (isSame(save)) return
        shown = save
        listener()
      }
      const follow = (): void => {
        const { save } = session.getState()
        clearTimeout(timer)
        if (save.kind === 'saved' && shown.kind !== 'saved') timer = setTimeout(show, calmMs, save)
        else show(save)
      }
      follow()
      const stop = session.subscribe(follow)
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
  }
}

export function useCalmSave(session: StorySession): SaveState {
  const calm = useMemo(() => calmSave(session), [session])
  return useSyncExternalStore(calm.subscribe, calm.get)
}
