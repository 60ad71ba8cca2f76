import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { goHome } from '../../ui/focus-home.ts'
import { strings } from '../../ui/strings.ts'
import styles from './backup.module.css'

/**
 * A form within the open claim. Mod+Enter saves from any field; Escape leaves it with what was typed kept as a draft,
 * Cancel lets go of that.
 */
export function PanelForm({
  label,
  saves,
  canSave,
  save,
  onLeave,
  onDiscard,
  children,
}: {
  /** Its accessible name; the form is no landmark without one. */
  label?: string
  /** What is written on the button that saves. */
  saves: string
  canSave: boolean
  /** @returns whether it was saved: the form then goes, and its draft */
  save: () => Promise<boolean>
  onLeave: () => void
  onDiscard: () => void
  children: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const [isSaving, setSaving] = useState(false)
  const isReady = canSave && !isSaving
  // Whole, with what saves it, wherever the panel was scrolled to.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  async function submit() {
    setSaving(true)
    const isDone = await save()
    setSaving(false)
    if (isDone) onDiscard()
  }
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isReady) {
          event.preventDefault()
          event.stopPropagation()
          void submit()
        }
        if (event.key === 'Escape') {
          event.stopPropagation()
          goHome(event.currentTarget)
          onLeave()
        }
      }}
    >
      {children}
      <div className={styles.formFoot}>
        <Button tone="quiet" size="small" onClick={onDiscard}>
          {strings.common.cancel}
        </Button>
        <Button tone="primary" size="small" type="submit" disabled={!isReady}>
          {saves}
        </Button>
      </div>
    </form>
  )
}
