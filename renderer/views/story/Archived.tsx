import { Archive } from 'lucide-react'
import { useStoryCommands } from '../../app/story-commands.ts'
import { useSession } from '../../state/open-story.ts'
import type { StorySession } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { strings } from '../../ui/strings.ts'
import styles from './archived.module.css'

/** Above an archived story: why it cannot be written in, and the way out. */
export function Archived({ session }: { session: StorySession }) {
  const story = useSession(session, (state) => state.story)
  const isUnsaved = useSession(session, (state) => state.save.kind !== 'saved')
  const commands = useStoryCommands()
  const isArchived = story.archivedAtMs !== null
  return (
    <div role="status">
      {isArchived ? (
        <div className={styles.archived} data-unsaved={isUnsaved}>
          <Archive size={14} aria-hidden="true" />
          <p className={styles.words}>
            {strings.stories.isArchived}
            {isUnsaved ? ` ${strings.stories.archivedUnsaved}` : ''}
          </p>
          <Button size="small" onClick={() => void commands.restore(story)}>
            {strings.stories.restore}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
