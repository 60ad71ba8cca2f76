import { type ReactNode, useId, useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { strings } from './strings.ts'

/** A field or two in a small dialog, to be saved or left. */
export function FormDialog({
  title,
  canSave = true,
  saveWords = strings.common.save,
  isReading,
  save,
  onClose,
  children,
}: {
  title: string
  canSave?: boolean
  /** Nothing of it can be changed by whoever has it open. */
  isReading?: boolean
  /** What the button that saves says. */
  saveWords?: string
  /** @returns what is to be said where it was not saved; the dialog then stays open */
  save: () => Promise<string | undefined>
  onClose: () => void
  /** @param error what `save` said last, for the field that it is about */
  children: (error: string | undefined) => ReactNode
}) {
  const formId = useId()
  const [error, setError] = useState<string>()
  const [isSaving, setIsSaving] = useState(false)

  async function submit() {
    if (isSaving) return
    setIsSaving(true)
    const failed = await save().finally(() => setIsSaving(false))
    setError(failed)
    if (failed === undefined) onClose()
  }

  return (
    <Dialog
      title={title}
      size="small"
      isReading={isReading}
      onClose={onClose}
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            {strings.common.cancel}
          </Button>
          <Button tone="primary" type="submit" form={formId} disabled={!canSave}>
            {saveWords}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave) void submit()
        }}
      >
        {children(error)}
      </form>
    </Dialog>
  )
}
