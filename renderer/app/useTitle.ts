import { useEffect } from 'react'
import type { SessionState, StorySession } from '../state/session.ts'
import { strings } from '../ui/strings.ts'

const nameOf = ({ story }: SessionState) => story.headline || story.slug

/** The window is called as its story is, in the system's lists of windows and tabs. */
export function useTitle(session: StorySession | null): void {
  useEffect(() => {
    let named: string | null = null
    const name = () => {
      const next = session ? strings.app.title(nameOf(session.getState())) : strings.app.name
      // Saying the same again is not free: the browser tells the system each time.
      if (next !== named) document.title = next
      named = next
    }
    name()
    return session?.subscribe(name)
  }, [session])
}
