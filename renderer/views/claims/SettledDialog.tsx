import { settle } from '../../app/claim-commands.ts'
import { usePeopleById } from '../../state/queries.ts'
import type { StorySession } from '../../state/session.ts'
import { closeDialog, type OpenDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatAgo } from '../../ui/format.ts'
import { togetherStrings } from '../../ui/strings/together.ts'
import { statusNames, strings } from '../../ui/strings.ts'
import styles from './open-claim.module.css'

/** Somebody settled the claim between the look and the key: theirs is shown, and may be settled on top of. */
export function SettledDialog({
  session,
  asked,
}: {
  session: StorySession
  asked: Extract<OpenDialog, { kind: 'settledMeanwhile' }>
}) {
  const people = usePeopleById()
  const { settling } = asked
  const name = settling ? (people.get(settling.personId)?.name ?? strings.common.nobody) : ''
  return (
    <Dialog
      isAlert
      title={togetherStrings.settledTitle}
      lead={togetherStrings.settledLead(asked.number)}
      onClose={closeDialog}
      foot={
        <>
          <Button
            onClick={() => {
              closeDialog()
              void settle(session, asked.claimId, asked.status, asked.note, settling)
            }}
          >
            {togetherStrings.settleOnTop(statusNames[asked.status])}
          </Button>
          <Button
            tone="primary"
            onClick={() => {
              closeDialog()
              session.openClaim(asked.claimId, { scroll: true })
            }}
          >
            {togetherStrings.leave}
          </Button>
        </>
      }
    >
      {settling ? (
        <dl className={styles.moved}>
          <dt>{togetherStrings.settledBy(statusNames[settling.status], name, formatAgo(settling.atMs))}</dt>
          <dd dir="auto">{settling.words}</dd>
          {settling.note ? (
            <>
              <dt>{strings.claims.note}</dt>
              <dd dir="auto">{settling.note}</dd>
            </>
          ) : null}
        </dl>
      ) : (
        <p>{togetherStrings.settledBack}</p>
      )}
    </Dialog>
  )
}
