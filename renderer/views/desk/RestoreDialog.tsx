import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { DeskCopy } from '../../../shared/model/copy.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { useDesk } from '../../state/desk.ts'
import { sayRestoredNext } from '../../state/life.ts'
import { toastError } from '../../state/refused.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { formatMoment } from '../../ui/format.ts'
import { strings } from '../../ui/strings.ts'
import { contentOf } from './BackupsDialog.tsx'
import styles from './backups.module.css'

type Stage = 'asking' | 'restoring' | 'reopening'

/** Whatever spaces the locale puts into a date are as good as those that a keyboard has. */
function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().toLowerCase()
}

/** Says what would be lost, has the person name the backup, and takes the desk back to it. */
export function RestoreDialog({ copy, onBack }: { copy: DeskCopy; onBack: () => void }) {
  const { link } = useDesk()
  const form = useId()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [stage, setStage] = useState<Stage>('asking')
  const { data: loss } = useQuery({
    queryKey: ['copies', 'loss', copy.name],
    queryFn: () => link.client.desk.compareCopy({ name: copy.name }),
    staleTime: 0,
  })
  const moment = formatMoment(copy.atMs)
  const isNothing = loss && loss.stories + loss.changed + loss.steps + loss.events === 0

  async function restore(event: FormEvent) {
    event.preventDefault()
    if (plain(typed) !== plain(moment)) return setWrong(true)
    setStage('restoring')
    try {
      await link.client.desk.restore({ requestId: newRequestId(), name: copy.name })
      sayRestoredNext()
      setStage('reopening')
    } catch (error) {
      toastError(error)
      setStage('asking')
    }
  }

  return (
    <Dialog
      title={strings.backups.confirmTitle(moment)}
      lead={strings.backups.confirmLead}
      isAlert
      onClose={() => stage === 'asking' && closeDialog()}
      foot={
        stage === 'asking' ? (
          <>
            <Button onClick={onBack}>{strings.backups.back}</Button>
            <Button tone="danger" type="submit" form={form} disabled={!loss || plain(typed) === ''}>
              {strings.backups.restore}
            </Button>
          </>
        ) : undefined
      }
    >
      <p className={styles.content}>{contentOf(copy)}</p>
      <p role="status">
        {stage === 'restoring' ? strings.backups.restoring : null}
        {stage === 'reopening' ? strings.backups.reopening : null}
        {stage === 'asking' && !loss ? strings.backups.comparing : null}
        {stage === 'asking' && loss
          ? isNothing
            ? strings.backups.nothingLost
            : strings.backups.loss(loss.stories, loss.changed, loss.steps, loss.events)
          : null}
      </p>
      {stage === 'asking' ? (
        <form id={form} onSubmit={(event) => void restore(event)}>
          <Field
            label={strings.backups.confirmField(moment)}
            error={isWrong ? strings.backups.confirmError : undefined}
          >
            {(ids) => (
              <TextInput
                {...ids}
                value={typed}
                onChange={(event) => {
                  setTyped(event.target.value)
                  setWrong(false)
                }}
              />
            )}
          </Field>
        </form>
      ) : null}
    </Dialog>
  )
}
