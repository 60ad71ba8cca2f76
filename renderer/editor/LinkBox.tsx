import { Check, Unlink } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { StorySession } from '../state/session.ts'
import { strings } from '../ui/strings.ts'
import { linkAt } from './format.ts'
import styles from './galley.module.css'
import { showLinkBox } from './link-box.ts'

/** The address of the link at the selection: Enter sets it, Escape leaves it as it was. */
export function LinkBox({ session }: { session: StorySession }) {
  const { editor } = session
  const before = linkAt(editor.state)?.href ?? ''
  const [href, setHref] = useState(before)
  const [isUnfit, setUnfit] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    // The box is placed before it is seen; focusing it earlier would scroll the page to where it was.
    const frame = requestAnimationFrame(() => {
      input.current?.focus({ preventScroll: true })
      input.current?.select()
    })
    return () => cancelAnimationFrame(frame)
  }, [])

  const close = () => {
    editor.view.dispatch(showLinkBox(editor.state, false))
    editor.view.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (session.setLink(href.trim() === '' ? null : href)) close()
    else setUnfit(true)
  }
  return (
    <form className={styles.linkBox} onSubmit={submit}>
      <input
        ref={input}
        className={styles.linkInput}
        aria-label={strings.link.address}
        aria-invalid={isUnfit}
        aria-describedby={isUnfit ? 'link-unfit' : undefined}
        placeholder={strings.link.example}
        value={href}
        onChange={(event) => {
          setHref(event.target.value)
          setUnfit(false)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
      />
      <button type="submit" className={styles.tool} aria-label={strings.link.set} title={strings.link.set}>
        <Check size={16} />
      </button>
      {before === '' ? null : (
        <button
          type="button"
          className={styles.tool}
          aria-label={strings.link.remove}
          title={strings.link.remove}
          onClick={() => {
            session.setLink(null)
            close()
          }}
        >
          <Unlink size={16} />
        </button>
      )}
      {isUnfit ? (
        <p id="link-unfit" className={styles.unfit} role="alert">
          {strings.link.unfit}
        </p>
      ) : null}
    </form>
  )
}
