import { type CSSProperties, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { unknownLanguage } from '../../shared/model/language.ts'
import { useSession } from '../state/open-story.ts'
import { pencil } from '../state/pencil.ts'
import { preferences } from '../state/preferences.ts'
import type { StorySession } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { galleyStrings } from '../ui/strings/galley.ts'
import { Bubble } from './Bubble.tsx'
import './claims.css'
import { putOnPage } from './draw-ahead.ts'
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

/** What the page says where nothing is written yet; the style sheet puts it there. */
const begin = { '--begin': JSON.stringify(galleyStrings.begin) } as CSSProperties

/** The story on its page, to be read and written, with its claims under the words. */
export function Galley({ session }: { session: StorySession }) {
  const { editor } = session
  const page = useRef<HTMLDivElement>(null)
  const [isMounted, setMounted] = useState(false)
  const areMarksHidden = useSyncExternalStore(session.subscribe, session.marksHidden)
  const language = useSession(session, (state) => state.story.language)
  const isGoingThrough = useStore(pencil, (now) => now.isOn)
  const isDimming = useStore(preferences, (now) => now.pencilDims)
  useReadPaint(session, isMounted && isGoingThrough)
  useProposalPaint(session, isMounted)
  const isFinding = useEditorValue(editor, (state) => findKey.getState(state)?.isOpen === true)

  useEffect(() => {
    if (!page.current) return
    const takeOff = putOnPage(editor, page.current)
    setMounted(true)
    return () => {
      setMounted(false)
      takeOff()
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
          style={begin}
          data-pencil={isGoingThrough ? (isDimming ? 'dimmed' : 'on') : undefined}
          data-marks={areMarksHidden ? 'hidden' : 'shown'}
        />
      </div>
      {isMounted ? <Bubble session={session} /> : null}
      {isMounted ? <TableTools session={session} /> : null}
    </div>
  )
}
