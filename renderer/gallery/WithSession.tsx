import { type ReactNode, useEffect, useState } from 'react'
import type { OpenedStory } from '../../shared/contract/stories.ts'
import { packClaims } from '../../shared/model/packed-claims.ts'
import type { Story } from '../../shared/model/story.ts'
import { useDesk } from '../state/desk.ts'
import { openStory } from '../state/open-story.ts'
import { openSession, type StorySession } from '../state/session.ts'
import { type MadeAnswers, madeDesk } from './made/desk.ts'
import { iceHouseStory } from './made/texts.ts'
import { madeClaimId } from './made/words.ts'

/** Opens a made story as the window would, and shows what is made of it. */
export function WithSession({
  of = iceHouseStory,
  story,
  openClaim,
  isInWindow = false,
  answers = {},
  children,
}: {
  of?: OpenedStory
  /** What is otherwise with the story's own record. */
  story?: Partial<Story>
  /** The number of the claim that is open. */
  openClaim?: number
  /** Is the story that the window has open; only where a state takes the whole window. */
  isInWindow?: boolean
  /** What the desk answers to the session beside the story itself. */
  answers?: MadeAnswers
  children: (session: StorySession) => ReactNode
}) {
  const { link } = useDesk()
  const [session, setSession] = useState<StorySession | null>(null)
  // What is shown is made once, whatever is given later.
  const [made] = useState({ link, of, story, openClaim, isInWindow, answers })
  useEffect(() => {
    const { link, of, openClaim, isInWindow } = made
    let opened: StorySession | null = null
    let isOver = false
    const opening = { ...of, story: { ...of.story, ...made.story } }
    const desk = madeDesk({
      ...made.answers,
      stories: { ...made.answers.stories, openText: () => opening, claims: () => packClaims(opening.claims) },
    })
    void openSession({ ...link, client: desk.link.client }, of.story.id).then((next) => {
      if (isOver) return void next.close()
      opened = next
      if (openClaim !== undefined) next.openClaim(madeClaimId(openClaim))
      if (isInWindow) openStory.set({ kind: 'open', storyId: next.storyId, session: next })
      setSession(next)
    })
    return () => {
      isOver = true
      void opened?.close()
      if (isInWindow) openStory.set({ kind: 'none' })
    }
  }, [made])
  return session ? children(session) : <div data-waiting="" />
}
