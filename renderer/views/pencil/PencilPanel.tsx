import { PenLine, X } from 'lucide-react'
import { useEffect } from 'react'
import { walkOrders } from '../../../shared/check/walk.ts'
import { useCommands } from '../../app/commands.ts'
import { keysOf } from '../../app/keys.ts'
import { stopOfClaim } from '../../app/pencil-commands.ts'
import { useSession } from '../../state/open-story.ts'
import { goToStop, pencil } from '../../state/pencil.ts'
import { prefer, preferences } from '../../state/preferences.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Check } from '../../ui/Field.tsx'
import { home } from '../../ui/focus-home.ts'
import { Keys } from '../../ui/Keys.tsx'
import { Empty } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { strings, walkOrderNames } from '../../ui/strings.ts'
import { OpenClaim } from '../claims/OpenClaim.tsx'
import styles from './pencil.module.css'
import { SentenceStop } from './SentenceStop.tsx'
import { SourceBeside } from './SourceBeside.tsx'
import { UsedSources } from './UsedSources.tsx'

/** The right panel while a story is gone through: the stop, what it rests on, and how much is left. */
export function PencilPanel({ session }: { session: StorySession }) {
  const openId = useSession(session, (state) => state.openClaimId)
  const stop = useStore(pencil, (now) => now.stop)
  // A claim that was opened in the text or the list is the stop from then on.
  useEffect(() => {
    const now = pencil.get().stop
    if (!openId || (now?.kind === 'claim' && now.id === openId)) return
    const opened = stopOfClaim(session, openId)
    if (opened) goToStop(opened)
  }, [session, openId])
  return (
    <div className={styles.panel} {...home}>
      <Head session={session} />
      {openId ? (
        <>
          <div className={styles.claim}>
            <OpenClaim key={openId} session={session} id={openId} />
            <UsedSources session={session} />
          </div>
          <SourceBeside key={`beside ${openId}`} session={session} id={openId} />
        </>
      ) : stop?.kind === 'sentence' ? (
        <SentenceStop session={session} sentence={stop.sentence} />
      ) : (
        <Rest session={session} />
      )}
    </div>
  )
}

function Head({ session }: { session: StorySession }) {
  const commands = useCommands()
  const all = useSession(session, (state) => state.story.claimCount)
  const left = useSession(session, (state) => state.story.openCount)
  const unread = useSession(session, (state) => state.story.unreadCount)
  const order = useStore(preferences, (now) => now.pencilOrder)
  const isDimming = useStore(preferences, (now) => now.pencilDims)
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>
          <PenLine size={15} aria-hidden="true" />
          {strings.pencil.title}
        </h2>
        <IconButton
          label={strings.pencil.putDown}
          keys={keysOf('redPencil').single}
          icon={<X size={15} />}
          onClick={() => commands.run('redPencil')}
        />
      </div>
      <p className={styles.left} role="status" data-testid="pencil-left">
        <span>{strings.pencil.facts(left)}</span>
        <span>{strings.pencil.unread(unread)}</span>
      </p>
      <Progress settled={all - left} all={all} />
      <div className={styles.options}>
        <Segments
          size="small"
          label={strings.pencil.order}
          value={order}
          onChange={(pencilOrder) => prefer({ pencilOrder })}
          options={walkOrders.map((value) => ({ value, name: walkOrderNames[value] }))}
        />
        <Check
          label={strings.pencil.dim}
          checked={isDimming}
          onChange={(pencilDims) => prefer({ pencilDims })}
        />
      </div>
    </header>
  )
}

/** Before the first stop and behind the last. */
function Rest({ session }: { session: StorySession }) {
  const commands = useCommands()
  const left = useSession(session, (state) => state.story.openCount + state.story.unreadCount)
  if (left === 0) return <Empty title={strings.pencil.done} hint={strings.pencil.doneHint} />
  return (
    <Empty title={strings.pencil.title} hint={strings.pencil.beginHint}>
      <Button tone="primary" onClick={() => commands.run('nextOpenClaim')}>
        {strings.pencil.begin}
        <Keys keys={keysOf('nextOpenClaim').single ?? ''} />
      </Button>
    </Empty>
  )
}
