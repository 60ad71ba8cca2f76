import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { must } from '../../shared/lib/assert.ts'
import { strings } from '../ui/strings.ts'
import { type FindState, findKey, replaceAll, replaceCurrent, setFind, stepFind } from './find.ts'
import styles from './galley.module.css'
import { showPlace } from './motions.ts'
import { useEditorValue } from './useEditorValue.ts'

const words = strings.find

function countOf(find: FindState): string {
  if (find.query === '') return ''
  if (find.matches.length === 0) return words.noMatch
  return words.count(find.current + 1, find.matches.length)
}

/** Finding and replacing in the story, where the browser's own search would know nothing of replacing. */
export function FindBar({ editor }: { editor: Editor }) {
  const find = useEditorValue(editor, (state) => must(findKey.getState(state), 'the editor can find'))
  const [replacement, setReplacement] = useState('')
  const [done, setDone] = useState('')
  const input = useRef<HTMLInputElement>(null)

  const { asked } = find
  useEffect(() => {
    if (asked === 0) return
    input.current?.focus()
    input.current?.select()
  }, [asked])

  const dispatch = (transaction: Transaction | null) => {
    if (transaction) editor.view.dispatch(transaction)
  }
  /** The text does not scroll by itself while the focus is here. */
  const showCurrent = () => {
    const { matches, current } = must(findKey.getState(editor.state), 'the editor can find')
    const match = matches[current]
    if (match) showPlace(editor.view, match.from)
  }
  const change = (changed: Partial<FindState>) => {
    setDone('')
    dispatch(setFind(editor.state, changed))
    showCurrent()
  }
  const close = () => {
    dispatch(setFind(editor.state, { isOpen: false }))
    editor.view.focus()
  }
  const step = (direction: -1 | 1) => {
    dispatch(stepFind(editor.state, direction))
    showCurrent()
  }
  const replace = () => {
    dispatch(replaceCurrent(editor.state, replacement))
    step(1)
  }
  const everywhere = () => {
    const count = find.matches.length
    if (count === 0) return
    const before = editor.state.doc
    dispatch(replaceAll(editor.state, replacement))
    // An archived story takes no edit.
    if (editor.state.doc !== before) setDone(words.replaced(count))
  }
  const keys = (onEnter: (isBackwards: boolean) => void) => (event: KeyboardEvent) => {
    const isMod = event.ctrlKey || event.metaKey
    if (event.key === 'Enter') onEnter(event.shiftKey)
    else if (event.key === 'F3' || (isMod && event.key.toLowerCase() === 'g')) step(event.shiftKey ? -1 : 1)
    else if (isMod && event.key.toLowerCase() === 'f') input.current?.select()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search
      className={styles.find}
      aria-label={words.title}
      data-testid="find-bar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <div className={styles.findRow}>
        <input
          ref={input}
          className={styles.findInput}
          aria-label={words.find}
          placeholder={words.find}
          value={find.query}
          onChange={(event) => change({ query: event.target.value })}
          onKeyDown={keys((isBackwards) => step(isBackwards ? -1 : 1))}
        />
        <output className={styles.count}>{done || countOf(find)}</output>
        <button type="button" className={styles.tool} aria-label={words.previous} onClick={() => step(-1)}>
          <ChevronUp size={16} />
        </button>
        <button type="button" className={styles.tool} aria-label={words.next} onClick={() => step(1)}>
          <ChevronDown size={16} />
        </button>
        <span className={styles.choices}>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={find.matchCase}
            onClick={() => change({ matchCase: !find.matchCase })}
          >
            {words.matchCase}
          </button>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={find.wholeWords}
            onClick={() => change({ wholeWords: !find.wholeWords })}
          >
            {words.wholeWords}
          </button>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={find.withReplace}
            onClick={() => change({ withReplace: !find.withReplace })}
          >
            {words.replace}
          </button>
        </span>
        <button type="button" className={styles.tool} aria-label={words.close} onClick={close}>
          <X size={16} />
        </button>
      </div>
      {find.withReplace ? (
        <div className={styles.findRow}>
          <input
            className={styles.findInput}
            aria-label={words.replaceWith}
            placeholder={words.replaceWith}
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={keys(replace)}
          />
          <button type="button" className={styles.choice} aria-disabled={find.current < 0} onClick={replace}>
            {words.replaceThis}
          </button>
          <button
            type="button"
            className={styles.choice}
            aria-disabled={find.current < 0}
            onClick={everywhere}
          >
            {words.replaceAll}
          </button>
        </div>
      ) : null}
    </search>
  )
}
