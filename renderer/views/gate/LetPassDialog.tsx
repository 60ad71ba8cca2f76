import { useState } from 'react'
import { must } from '../../../shared/lib/assert.ts'
import { letPass } from '../../app/gate-commands.ts'
import { failureOf } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { closeDialog, type OpenDialog } from '../../state/window.ts'
import { Field, TextArea } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { gateKinds, gateStrings } from '../../ui/strings/gate.ts'
import styles from './gate.module.css'

/** An editor says why something may pass; the reason stands in every report. */
export function LetPassDialog({
  session,
  asked: { lines },
}: {
  session: StorySession
  asked: Extract<OpenDialog, { kind: 'letPass' }>
}) {
  const [reason, setReason] = useState('')
  const { kind } = must(lines[0], 'something is let pass')
  return (
    <FormDialog
      title={gateStrings.letPassTitle(gateKinds[kind])}
      canSave={reason.trim() !== ''}
      saveWords={gateStrings.letsPass}
      onClose={closeDialog}
      save={() => failureOf(() => letPass(session, lines, reason))}
    >
      {(error) => (
        <>
          <ul className={styles.passing}>
            {lines.map(({ claimId, words }) => (
              <li key={claimId} dir="auto">
                {words}
              </li>
            ))}
          </ul>
          <Field label={gateStrings.reason} hint={gateStrings.reasonHint} error={error}>
            {(ids) => (
              <TextArea
                {...ids}
                dir="auto"
                rows={3}
                autoFocus
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
                  event.preventDefault()
                  event.currentTarget.form?.requestSubmit()
                }}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  )
}
