import { MoreHorizontal } from 'lucide-react'
import { memo } from 'react'
import type { Story } from '../../../shared/model/story.ts'
import { useDesk } from '../../state/desk.ts'
import { goToStory } from '../../state/open-story.ts'
import { IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Flag } from '../../ui/FlagMark.tsx'
import { formatAgo, formatMoment } from '../../ui/format.ts'
import { Menu } from '../../ui/Menu.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { gateStrings } from '../../ui/strings/gate.ts'
import { stageNames, strings } from '../../ui/strings.ts'
import { StoryMenuItems } from './StoryMenu.tsx'
import styles from './stories.module.css'

export const StoryRow = memo(function StoryRow({
  story,
  isOpen,
  row,
}: {
  story: Story
  isOpen: boolean
  row: { tabIndex: 0 | -1; 'data-row': number }
}) {
  const { link } = useDesk()
  return (
    <div className={classes(styles.story, isOpen && styles.isOpen)}>
      <button
        type="button"
        className={styles.storyButton}
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => void goToStory(link, story.id)}
        {...row}
      >
        {/* Room for the menu is at the window's end, whichever way the headline runs. */}
        <span className={styles.storyHead}>
          <span className={styles.headline} dir="auto">
            {story.headline || story.slug}
          </span>
        </span>
        <span className={styles.meta}>
          <span className={styles.stage} data-stage={story.stage}>
            {stageNames[story.stage]}
          </span>
          {story.clearing ? (
            <Flag sign={story.isCleared ? 'cleared' : 'clearingEnded'}>
              {story.isCleared ? gateStrings.cleared : gateStrings.clearingEnded}
            </Flag>
          ) : null}
          <span className={styles.left}>{strings.stories.left(story.openCount, story.claimCount)}</span>
          <time
            className={styles.ago}
            dateTime={new Date(story.updatedAtMs).toISOString()}
            title={formatMoment(story.updatedAtMs)}
          >
            {formatAgo(story.updatedAtMs)}
          </time>
        </span>
        <Progress settled={story.claimCount - story.openCount} all={story.claimCount} />
      </button>
      <span className={styles.storyMenu}>
        <Menu
          trigger={
            <IconButton
              size="small"
              label={strings.stories.menu(story.slug)}
              icon={<MoreHorizontal size={15} />}
            />
          }
        >
          <StoryMenuItems story={story} />
        </Menu>
      </span>
    </div>
  )
})
