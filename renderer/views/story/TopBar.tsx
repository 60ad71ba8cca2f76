import {
  Command,
  Eye,
  EyeOff,
  FileOutput,
  Highlighter,
  ListChecks,
  Minus,
  Monitor,
  Moon,
  MoreHorizontal,
  PanelLeft,
  PenLine,
  Plus,
  Sun,
} from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { stageSchema } from '../../../shared/model/story.ts'
import { useCommands } from '../../app/commands.ts'
import { keysOf } from '../../app/keys.ts'
import { useStoryCommands } from '../../app/story-commands.ts'
import { useSession } from '../../state/open-story.ts'
import { drawerMedia } from '../../state/panels.ts'
import { pencil } from '../../state/pencil.ts'
import { prefer, preferences, zoomSteps } from '../../state/preferences.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { openDialog, windowState } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { formatPercent } from '../../ui/format.ts'
import { Menu, MenuChoice, MenuChoices } from '../../ui/Menu.tsx'
import { stageNames, strings } from '../../ui/strings.ts'
import { useMedia } from '../../ui/useMedia.ts'
import { FirstPassButton } from '../first-pass/FirstPassButton.tsx'
import { GateButton } from '../gate/GateButton.tsx'
import { StoryMenuItems } from '../stories/StoryMenu.tsx'
import { InsertMenu } from './InsertMenu.tsx'
import { Present } from './Present.tsx'
import styles from './story.module.css'

export function TopBar({ session }: { session: StorySession }) {
  const story = useSession(session, (state) => state.story)
  const commands = useStoryCommands()
  return (
    <header className={styles.bar}>
      <StoriesSwitch />
      <button
        type="button"
        className={styles.slug}
        dir="auto"
        title={strings.top.slug(story.slug)}
        aria-label={strings.top.slug(story.slug)}
        onClick={() => openDialog({ kind: 'slug', storyId: story.id, slug: story.slug })}
      >
        {story.slug}
      </button>
      <Menu
        align="start"
        trigger={
          <Button tone="quiet" size="small" aria-label={`${strings.top.stage}: ${stageNames[story.stage]}`}>
            {stageNames[story.stage]}
          </Button>
        }
      >
        <MenuChoices
          label={strings.top.stage}
          value={story.stage}
          onChange={(stage) => void commands.setStage(story, stageSchema.parse(stage))}
        >
          {stageSchema.options.map((stage) => (
            <MenuChoice key={stage} value={stage}>
              {stageNames[stage]}
            </MenuChoice>
          ))}
        </MenuChoices>
      </Menu>
      <GateButton session={session} />
      <span className={styles.space} />
      <Present session={session} />
      <TagButton session={session} />
      <FirstPassButton session={session} />
      <PencilSwitch />
      <InsertMenu session={session} />
      <MarksSwitch session={session} />
      <ViewControls />
      <Button
        size="small"
        className={styles.export}
        aria-label={strings.top.export}
        onClick={() => openDialog({ kind: 'export', storyId: story.id })}
      >
        <FileOutput size={13} aria-hidden="true" />
        <span className={styles.exportName}>{strings.top.export}</span>
      </Button>
      <Menu trigger={<IconButton label={strings.top.more} icon={<MoreHorizontal size={16} />} />}>
        <StoryMenuItems story={story} />
      </Menu>
      <ClaimsSwitch />
    </header>
  )
}

/** Where no story is open. */
export function BareBar() {
  return (
    <header className={styles.bar}>
      <StoriesSwitch />
      <span className={styles.space} />
      <ViewControls />
    </header>
  )
}

export function StoriesSwitch() {
  const commands = useCommands()
  const isDrawer = useMedia(drawerMedia.left)
  const isHidden = useStore(windowState, (now) => now.hidden.includes('left'))
  if (!isDrawer && !isHidden) return null
  return (
    <IconButton
      label={strings.top.openStories}
      keys={keysOf('stories').single}
      icon={<PanelLeft size={16} className="mirrored" />}
      onClick={() => commands.run('stories')}
    />
  )
}

function ClaimsSwitch() {
  const commands = useCommands()
  const isDrawer = useMedia(drawerMedia.right)
  const isHidden = useStore(windowState, (now) => now.hidden.includes('right'))
  if (!isDrawer && !isHidden) return null
  return (
    <IconButton
      label={strings.top.openClaims}
      data-tour="openClaims"
      keys={keysOf('claims').single}
      icon={<ListChecks size={16} />}
      onClick={() => commands.run('claims')}
    />
  )
}

/** Tags what is selected in the text, or the quote or sentence at its caret. */
function TagButton({ session }: { session: StorySession }) {
  return (
    <IconButton
      label={strings.top.tag}
      data-tour="tag"
      keys={keysOf('tag').single}
      icon={<Highlighter size={16} />}
      // The text keeps the focus and what is selected in it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => session.tagAtCaret()}
    />
  )
}

function PencilSwitch() {
  const commands = useCommands()
  const isOn = useStore(pencil, (now) => now.isOn)
  return (
    <IconButton
      className={styles.pencil}
      label={isOn ? strings.pencil.putDown : strings.pencil.takeUp}
      keys={keysOf('redPencil').single}
      aria-pressed={isOn}
      icon={<PenLine size={16} />}
      onClick={() => commands.run('redPencil')}
    />
  )
}

function MarksSwitch({ session }: { session: StorySession }) {
  const isHidden = useSyncExternalStore(session.subscribe, session.marksHidden)
  return (
    <IconButton
      className={styles.marks}
      label={isHidden ? strings.top.showMarks : strings.top.hideMarks}
      keys={keysOf('marks').single}
      aria-pressed={isHidden}
      icon={isHidden ? <EyeOff size={16} /> : <Eye size={16} />}
      onClick={() => session.toggleMarks()}
    />
  )
}

function ViewControls() {
  const commands = useCommands()
  const zoom = useStore(preferences, (now) => now.zoom)
  const theme = useStore(preferences, (now) => now.theme)
  const themeIcon = { system: <Monitor size={15} />, light: <Sun size={15} />, dark: <Moon size={15} /> }[
    theme
  ]
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: three commands that belong together, no form */}
      <span className={styles.zoom} role="group" aria-label={strings.top.zoomReset(formatPercent(zoom))}>
        <IconButton
          size="small"
          label={strings.top.zoomOut}
          keys={keysOf('smaller').single}
          disabled={zoom <= zoomSteps[0]}
          icon={<Minus size={13} />}
          onClick={() => commands.run('smaller')}
        />
        <button
          type="button"
          className={styles.percent}
          aria-label={strings.top.zoomReset(formatPercent(zoom))}
          onClick={() => commands.run('plainSize')}
        >
          {formatPercent(zoom)}
        </button>
        <IconButton
          size="small"
          label={strings.top.zoomIn}
          keys={keysOf('larger').single}
          disabled={zoom >= 2}
          icon={<Plus size={13} />}
          onClick={() => commands.run('larger')}
        />
      </span>
      <Menu trigger={<IconButton className={styles.theme} label={strings.top.theme} icon={themeIcon} />}>
        <MenuChoices
          label={strings.top.theme}
          value={theme}
          onChange={(value) => {
            if (value === 'system' || value === 'light' || value === 'dark') prefer({ theme: value })
          }}
        >
          {(['system', 'light', 'dark'] as const).map((each) => (
            <MenuChoice key={each} value={each}>
              {strings.top.themes[each]}
            </MenuChoice>
          ))}
        </MenuChoices>
      </Menu>
      <IconButton
        label={strings.top.commands}
        data-tour="palette"
        keys={keysOf('palette').chord}
        icon={<Command size={15} />}
        onClick={() => commands.run('palette')}
      />
    </>
  )
}
