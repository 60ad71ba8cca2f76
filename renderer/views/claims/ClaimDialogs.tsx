import { useState } from 'react'
import { settle } from '../../app/claim-commands.ts'
import { settleSeveral } from '../../app/settle-several.ts'
import type { StorySession } from '../../state/session.ts'
import { closeDialog, type OpenDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { severalStrings } from '../../ui/strings/several.ts'
import { statusNames, strings } from '../../ui/strings.ts'
import styles from './open-claim.module.css'

/** *Not a fact* wants a reason. */
export function ReasonDialog({
  session,
  asked,
}: {
  session: StorySession
  asked: Extract<OpenDialog, { kind: 'reason' }>
}) {
  return (
    <AskReason
      title={strings.claims.reasonTitle(asked.number)}
      lead={strings.claims.reasonLead}
      onSave={(reason) => void settle(session, asked.claimId, 'notAFact', reason)}
    />
  )
}

export function ReasonForSeveralDialog({
  session,
  asked,
}: {
  session: StorySession
  asked: Extract<OpenDialog, { kind: 'reasonForSeveral' }>
}) {
  return (
    <AskReason
      title={severalStrings.reasonTitle(asked.claimIds.length)}
      lead={severalStrings.reasonLead}
      onSave={(reason) => void settleSeveral(session, asked.claimIds, 'notAFact', reason)}
    />
  )
}

function AskReason({
  title,
  lead,
  onSave,
}: {
  title: string
  lead: string
  onSave: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  const save = () => {
    if (!reason.trim()) return
    closeDialog()
    onSave(reason.trim())
  }
  return (
    <Dialog
      size="small"
      title={title}
      lead={lead}
      onClose={closeDialog}
      foot={
        <>
          <Button tone="quiet" onClick={closeDialog}>
            {strings.common.cancel}
          </Button>
          <Button tone="primary" disabled={!reason.trim()} onClick={save}>
            {strings.claims.reasonSave}
          </Button>
        </>
      }
    >
      <Field label={strings.claims.reasonLabel} hideLabel>
        {(ids) => (
          <TextArea
            {...ids}
            dir="auto"
            autoFocus
            placeholder={strings.claims.reasonPlaceholder}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey) return
              event.preventDefault()
              save()
            }}
          />
        )}
      </Field>
    </Dialog>
  )
}

/** The words moved between the look and the key: both wordings, and the choice to look again. */
export function MovedDialog({
  session,
  moved,
}: {
  session: StorySession
  moved: Extract<OpenDialog, { kind: 'moved' }>
}) {
  return (
    <Dialog
      isAlert
      title={strings.claims.movedTitle}
      lead={strings.claims.movedLead(moved.number)}
      onClose={closeDialog}
      foot={
        <>
          <Button
            onClick={() => {
              closeDialog()
              void settle(session, moved.claimId, moved.status, moved.note)
            }}
          >
            {strings.claims.movedSettle(statusNames[moved.status])}
          </Button>
          <Button
            tone="primary"
            onClick={() => {
              closeDialog()
              session.openClaim(moved.claimId, { scroll: true })
            }}
          >
            {strings.claims.movedAgain}
          </Button>
        </>
      }
    >
      <dl className={styles.moved}>
        <dt>{strings.claims.movedSeen}</dt>
        <dd dir="auto">{moved.seen}</dd>
        <dt>{strings.claims.movedNow}</dt>
        <dd dir="auto">{moved.now}</dd>
      </dl>
    </Dialog>
  )
}
