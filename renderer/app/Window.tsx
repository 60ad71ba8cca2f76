import { type ReactNode, useEffect, useMemo } from 'react'
import { storyIdSchema } from '../../shared/model/ids.ts'
import { useDesk, useLinkState } from '../state/desk.ts'
import { takenBack } from '../state/life.ts'
import { goToStory, openStory } from '../state/open-story.ts'
import { drawerMedia } from '../state/panels.ts'
import { pencil } from '../state/pencil.ts'
import { preferences } from '../state/preferences.ts'
import { useStories } from '../state/queries.ts'
import type { StorySession } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { dropLostLink } from '../state/toasts.ts'
import { warnWhenLeaving } from '../state/unsaved.ts'
import { show, type WindowState, windowState } from '../state/window.ts'
import { Button } from '../ui/Button.tsx'
import { home } from '../ui/focus-home.ts'
import { firstPassStrings } from '../ui/strings/first-pass.ts'
import { gateStrings } from '../ui/strings/gate.ts'
import { strings } from '../ui/strings.ts'
import { Toasts } from '../ui/Toasts.tsx'
import { useAfterPaint } from '../ui/useAfterPaint.ts'
import { useMedia } from '../ui/useMedia.ts'
import { ClaimsPanel } from '../views/claims/ClaimsPanel.tsx'
import { FirstPassPanel } from '../views/first-pass/FirstPassPanel.tsx'
import { GatePanel } from '../views/gate/GatePanel.tsx'
import { PencilPanel } from '../views/pencil/PencilPanel.tsx'
import { QueriesView } from '../views/queries/QueriesView.tsx'
import { SourcesView } from '../views/sources/SourcesView.tsx'
import { StoriesPanel } from '../views/stories/StoriesPanel.tsx'
import { StoryView } from '../views/story/StoryView.tsx'
import { Tour } from '../views/tour/Tour.tsx'
import { DropTarget } from '../views/transfer/DropTarget.tsx'
import { Boundary } from './Boundary.tsx'
import { CommandsContext, createCommands } from './commands.ts'
import { Dialogs } from './Dialogs.tsx'
import { Panel } from './Panel.tsx'
import { StatusBar } from './StatusBar.tsx'
import { useKeys } from './useKeys.ts'
import { useShell } from './useShell.ts'
import { useTitle } from './useTitle.ts'
import styles from './window.module.css'

const rightLabels = {
  claims: strings.app.rightLabel,
  gate: gateStrings.panel,
  firstPass: firstPassStrings.title,
} as const satisfies Record<WindowState['right'], string>

/** The whole window, once it is known who works here. */
export function Window() {
  const desk = useDesk()
  const commands = useMemo(() => createCommands(desk), [desk])
  const view = useStore(windowState, (now) => now.view)
  const right = useStore(windowState, (now) => now.right)
  const session = useStore(openStory, (now) => (now.kind === 'open' ? now.session : null))
  // The place beside the text is kept for what is still to come: the lines would be broken anew when it comes.
  const hasText = useStore(
    openStory,
    (now) => now.kind === 'open' || (now.kind === 'opening' && now.text !== null),
  )
  const isGoingThrough = useStore(pencil, (now) => now.isOn)
  useKeys(commands)
  useEffect(warnWhenLeaving, [])
  useShell(desk, commands)
  useTitle(session)
  const isNarrow = useMedia(drawerMedia.right)
  useEffect(() => {
    if (!isNarrow) show({ drawer: null })
  }, [isNarrow])

  return (
    <CommandsContext value={commands}>
      <div className={styles.window}>
        <button type="button" className={styles.skip} onClick={() => commands.run('focusText')}>
          {strings.app.skip}
        </button>
        <ConnectionBanner />
        <Panel side="left" label={strings.app.leftLabel}>
          <Boundary>
            <StoriesPanel />
          </Boundary>
        </Panel>
        <main className={styles.middle} aria-label={strings.app.mainLabel} {...home}>
          <Boundary>
            {/* The story stays as it is, caret and all, while the library is in front of it. */}
            <div className={styles.page} hidden={view !== 'story'}>
              <StoryView />
            </div>
            {view === 'sources' ? <SourcesView /> : null}
            {view === 'queries' ? <QueriesView /> : null}
          </Boundary>
        </main>
        {hasText && view === 'story' ? (
          <Panel side="right" label={rightLabels[right]}>
            <Boundary>
              {session ? (
                <AfterText key={session.storyId}>
                  <RightPanel session={session} isGoingThrough={isGoingThrough} />
                </AfterText>
              ) : null}
            </Boundary>
          </Panel>
        ) : null}
        <StatusBar />
      </div>
      <Tour />
      <LastStory />
      <Dialogs />
      <DropTarget />
      <Toasts />
    </CommandsContext>
  )
}

/** The words of a story come first; what stands beside them is drawn in the frames after. */
function AfterText({ children }: { children: ReactNode }) {
  return useAfterPaint() ? children : null
}

function RightPanel({ session, isGoingThrough }: { session: StorySession; isGoingThrough: boolean }) {
  const right = useStore(windowState, (now) => now.right)
  if (right === 'gate') return <GatePanel session={session} />
  if (isGoingThrough) return <PencilPanel session={session} />
  return right === 'firstPass' ? <FirstPassPanel session={session} /> : <ClaimsPanel session={session} />
}

function ConnectionBanner() {
  const state = useLinkState()
  useEffect(() => {
    if (state === 'open') dropLostLink()
  }, [state])
  const isTakenBack = useStore(takenBack, (now) => now)
  if (isTakenBack)
    return (
      <div role="alert" className={styles.bannerPlace}>
        <p className={styles.banner}>
          {strings.connection.takenBack}{' '}
          <Button size="small" onClick={() => location.reload()}>
            {strings.errors.crashed.reload}
          </Button>
        </p>
      </div>
    )
  return (
    <div role="alert" className={styles.bannerPlace}>
      {state === 'closed' ? <p className={styles.banner}>{strings.connection.lost}</p> : null}
    </div>
  )
}

/**
 * At its start a window opens the story that was open in it last, where it is still there. A component of its own: it
 * watches the list of stories, which is read again whenever typing pauses.
 */
function LastStory() {
  const { link } = useDesk()
  const { data: stories } = useStories()
  useEffect(() => {
    const last = storyIdSchema.safeParse(preferences.get().storyId)
    if (!stories || !last.success || openStory.get().kind !== 'none') return
    if (stories.some((story) => story.id === last.data)) void goToStory(link, last.data)
  }, [link, stories])
  return null
}
