import type { ReactNode } from 'react'
import type { newRequestId } from '../../../shared/model/ids.ts'
import type { StrikingReceipt } from '../../../shared/model/striking.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { strings } from '../../ui/strings.ts'
import { FailureLine, ReceiptOfStriking } from './StrikingParts.tsx'
import styles from './striking.module.css'
import type { Striking } from './useStriking.ts'

/** The dialog of what cannot be undone: shut while it works, and giving way to the receipt. */
export function StrikingFrame({
  words,
  striking,
  isReady,
  act,
  instead,
  children,
}: {
  words: { title: string; lead: string; act: string; working: string; done: string; doneLead: string }
  striking: Striking
  isReady: boolean
  act: (requestId: ReturnType<typeof newRequestId>) => Promise<StrikingReceipt>
  /** A button in the place of the last one, for as long as there is something to do before. */
  instead?: ReactNode
  children: ReactNode
}) {
  const { receipt, isBusy, failure } = striking
  if (receipt) return <ReceiptOfStriking receipt={receipt} title={words.done} lead={words.doneLead} />
  return (
    <Dialog
      title={words.title}
      lead={words.lead}
      isAlert
      onClose={() => !isBusy && closeDialog()}
      foot={
        <>
          <Button tone="quiet" disabled={isBusy} onClick={closeDialog}>
            {strings.common.cancel}
          </Button>
          {instead ?? (
            <Button tone="danger" disabled={!isReady || isBusy} onClick={() => void striking.run(act)}>
              {words.act}
            </Button>
          )}
        </>
      }
    >
      {children}
      <p role="status" className={isBusy ? styles.working : undefined}>
        {isBusy ? words.working : ''}
      </p>
      <FailureLine failure={failure} />
    </Dialog>
  )
}
