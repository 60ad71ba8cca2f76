import { Check, CloudOff, LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { exhaustive } from '../../shared/lib/assert.ts'
import { notice, say } from '../state/notice.ts'
import { openStory, useSession } from '../state/open-story.ts'
import { useMe } from '../state/queries.ts'
import type { SaveState, StorySession } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { classes } from '../ui/classes.ts'
import { readingMinutes } from '../ui/format.ts'
import { strings } from '../ui/strings.ts'
import { Works } from '../ui/Works.tsx'
import styles from './status-bar.module.css'
import { useCalmSave } from './useCalmSave.ts'
import { usePaused } from './usePaused.ts'

/** The last line of the window: saved or not, what just happened, how much there is, who works here. */
export function StatusBar() {
  const session = useStore(openStory, (now) => (now.kind === 'open' ? now.session : null))
  const last = useStore(notice, (now) => now)
  const me = useMe()
  return (
    <footer className={styles.bar}>
      {session ? <Saving session={session} /> : null}
      <Works />
      <p className={styles.notice} role="status" data-testid="notice">
        {/* Two equal notices in a row differ by a space, so that the second is read out too. */}
        {last.at % 2 === 0 ? last.text : `${last.text}\u00a0`}
      </p>
      {session ? <Counts key={session.storyId} session={session} /> : null}
      {me ? <span className={styles.person}>{me.name}</span> : null}
    </footer>
  )
}

function Saving({ session }: { session: StorySession }) {
  const save = useCalmSave(session)
  const tagNotice = useSession(session, (state) => state.tagNotice)
  const [trouble, setTrouble] = useState<'none' | 'now' | 'over'>('none')
  const next = troubleAfter(trouble, save.kind)
  if (next !== trouble) setTrouble(next)
  useEffect(() => {
    if (tagNotice) say(tagNotice)
  }, [tagNotice])
  return (
    <>
      <span
        className={classes(styles.save, save.kind === 'notSaved' && styles.notSaved)}
        data-testid="save"
        data-save={save.kind}
      >
        <SaveMark save={save} />
      </span>
      {/* Said only when something is wrong or right again: "saving" at every key is noise. */}
      <span role="status" className="visually-hidden">
        {save.kind === 'notSaved'
          ? strings.status.notSavedBecause(save.reason)
          : trouble === 'over'
            ? strings.status.savedAgain
            : ''}
      </span>
    </>
  )
}

function troubleAfter(trouble: 'none' | 'now' | 'over', save: SaveState['kind']): 'none' | 'now' | 'over' {
  if (save === 'notSaved') return 'now'
  if (trouble === 'now' && save === 'saved') return 'over'
  return trouble === 'over' && save === 'saving' ? 'none' : trouble
}

function SaveMark({ save }: { save: SaveState }) {
  switch (save.kind) {
    case 'saved':
      return (
        <>
          <Check size={13} aria-hidden="true" />
          {strings.status.saved}
        </>
      )
    case 'saving':
      return (
        <>
          <LoaderCircle size={13} aria-hidden="true" />
          {strings.status.saving}
        </>
      )
    case 'notSaved':
      return (
        <>
          <CloudOff size={13} aria-hidden="true" />
          <span title={strings.status.notSavedBecause(save.reason)}>{strings.status.notSaved}</span>
        </>
      )
    default:
      return exhaustive(save)
  }
}

function Counts({ session }: { session: StorySession }) {
  const words = usePaused(useSession(session, (state) => state.wordCount))
  const left = useSession(session, (state) => state.story.openCount)
  const claims = useSession(session, (state) => state.story.claimCount)
  const unread = usePaused(useSession(session, (state) => state.story.unreadCount))
  return (
    <span className={styles.counts}>
      {claims > 0 ? <span>{strings.status.left(left)}</span> : null}
      {claims > 0 && unread > 0 ? (
        <span className={styles.reading}>{strings.pencil.unread(unread)}</span>
      ) : null}
      <span>{strings.status.words(words)}</span>
      <span className={styles.reading} title={strings.status.readingLong(readingMinutes(words))}>
        {strings.status.reading(readingMinutes(words))}
      </span>
    </span>
  )
}
