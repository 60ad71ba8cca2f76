import { type CSSProperties, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { directionOfStory } from '../../shared/document/direction.ts'
import { unknownLanguage } from '../../shared/model/language.ts'
import { pencil } from '../state/pencil.ts'
import { preferences } from '../state/preferences.ts'
import { isWhole, type StorySession, type TextAhead } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { galleyStrings } from '../ui/strings/galley.ts'
import { Bubble } from './Bubble.tsx'
import './claims.css'
import { FindBar } from './FindBar.tsx'
import { findKey } from './find.ts'
import './galley.css'
import './proposals.css'
import './reading.css'
import styles from './galley.module.css'
import { TableTools } from './TableTools.tsx'
import { useEditorValue } from './useEditorValue.ts'
import { useProposalPaint } from './useProposalPaint.ts'
import { useReadPaint } from './useReadPaint.ts'

const neverChanges = () => () => {}
const waiting = () => true

/** What the page says beside the story's own words; the style sheet puts it there. */
const words = {
  '--begin': JSON.stringify(galleyStrings.begin),
  '--description': JSON.stringify(galleyStrings.description),
  '--footnote': JSON.stringify(galleyStrings.footnote),
} as CSSProperties

/**
 * The story on its page, to be read and written, with its claims under the words; or its text alone while the records
 * of its claims are on their way, for until then their lines would not be true.
 */
export function Galley({ story }: { story: StorySession | TextAhead }) {
  const { editor } = story
  const session = isWhole(story) ? story : null
  const page = useRef<HTMLDivElement>(null)
  const [isMounted, setMounted] = useState(false)
  const areMarksHidden = useSyncExternalStore(
    session?.subscribe ?? neverChanges,
    session?.marksHidden ?? waiting,
  )
  const language = useSyncExternalStore(session?.subscribe ?? neverChanges, () =>
    isWhole(story) ? story.getState().story.language : story.language,
  )
  const isGoingThrough = useStore(pencil, (now) => now.isOn)
  const isDimming = useStore(preferences, (now) => now.pencilDims)
  const isFinding = useEditorValue(editor, (state) => findKey.getState(state)?.isOpen === true)
  const direction = useEditorValue(editor, (state) => directionOfStory(state.doc))

  useEffect(() => {
    if (!page.current) return
    editor.mount(page.current)
    setMounted(true)
    return () => {
      setMounted(false)
      if (!editor.isDestroyed) editor.unmount()
    }
  }, [editor])

  return (
    <div className={styles.frame} data-tour="text">
      {isFinding ? <FindBar editor={editor} /> : null}
      <div className={styles.scroller} data-testid="galley-scroller">
        <div
          ref={page}
          className={`galley ${styles.page}`}
          // Spelling, hyphenation and reading aloud go by it.
          lang={language === unknownLanguage ? undefined : language}
          dir={direction ?? undefined}
          style={words}
          aria-busy={session ? undefined : true}
          data-pencil={isGoingThrough ? (isDimming ? 'dimmed' : 'on') : undefined}
          data-marks={areMarksHidden ? 'hidden' : 'shown'}
        />
      </div>
      {isMounted && session ? <Tools session={session} isGoingThrough={isGoingThrough} /> : null}
    </div>
  )
}

/** What stands over the text and is painted on it. */
function Tools({ session, isGoingThrough }: { session: StorySession; isGoingThrough: boolean }) {
  useReadPaint(session, isGoingThrough)
  useProposalPaint(session, true)
  return (
    <>
      <Bubble session={session} />
      <TableTools session={session} />
    </>
  )
}
