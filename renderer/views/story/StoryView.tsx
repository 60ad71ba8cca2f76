import { useEffect } from 'react'
import { Galley } from '../../editor/Galley.tsx'
import { useDesk } from '../../state/desk.ts'
import { goToStory, leaveStory, openAnew, openStory, useSession } from '../../state/open-story.ts'
import { useStories } from '../../state/queries.ts'
import { explain } from '../../state/refused.ts'
import { isWhole, type StorySession, type TextAhead } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { Failure, Loading } from '../../ui/Notice.tsx'
import { strings } from '../../ui/strings.ts'
import { EmptyDesk } from '../start/EmptyDesk.tsx'
import { Archived } from './Archived.tsx'
import styles from './story.module.css'
import { BareBar, TopBar } from './TopBar.tsx'

/** The middle of the window: one open story, or the offer to open one. */
export function StoryView() {
  const { link } = useDesk()
  const story = useStore(openStory, (now) => now)
  const { data: stories } = useStories()
  switch (story.kind) {
    case 'none':
      return (
        <>
          <BareBar />
          {stories ? <EmptyDesk hasStories={stories.length > 0} /> : null}
        </>
      )
    case 'opening':
      return story.text ? (
        <OpenStoryView key={story.storyId} story={story.text} />
      ) : (
        <>
          <BareBar />
          <div className={styles.opening}>
            <Loading label={strings.app.loading} lines={8} />
          </div>
        </>
      )
    case 'failed':
      return (
        <>
          <BareBar />
          <Failure
            title={strings.errors.loadStory}
            explanation={explain(story.error)}
            onAgain={() => void goToStory(link, story.storyId)}
          />
        </>
      )
    case 'open':
      return <OpenStoryView key={story.storyId} story={story.session} />
  }
}

/** The text stays as it was drawn when the rest of the session has come. */
function OpenStoryView({ story }: { story: StorySession | TextAhead }) {
  return (
    <>
      {isWhole(story) ? <OpenBar session={story} /> : <BareBar />}
      <div className={styles.galley} data-testid="galley-frame">
        <Galley story={story} />
      </div>
    </>
  )
}

function OpenBar({ session }: { session: StorySession }) {
  const { link } = useDesk()
  const isGone = useSession(session, (state) => state.isGone)
  useEffect(() => {
    if (isGone) leaveStory()
  }, [isGone])
  const isStruck = useSession(session, (state) => state.isStruck)
  useEffect(() => {
    if (isStruck) void openAnew(link, session)
  }, [isStruck, link, session])
  return (
    <>
      <TopBar session={session} />
      <Archived session={session} />
    </>
  )
}
