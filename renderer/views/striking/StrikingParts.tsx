import type { FoundFile, Places, StrikingReceipt } from '../../../shared/model/striking.ts'
import { placeKindSchema } from '../../../shared/model/striking.ts'
import { useMe } from '../../state/queries.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextArea, TextInput } from '../../ui/Field.tsx'
import { type Explanation, fileUses, placeNames, strings } from '../../ui/strings.ts'
import styles from './striking.module.css'

export function PlaceList({ places }: { places: Places }) {
  return (
    <ul className={styles.places}>
      {placeKindSchema.options.map((kind) => {
        const count = places[kind]
        return count ? <li key={kind}>{placeNames[kind](count)}</li> : null
      })}
    </ul>
  )
}

/** What a kept file is called and what it is to the desk. */
export function nameOfFile({ names, usedAs }: FoundFile): string {
  return `${names.join(', ') || strings.striking.noName} (${fileUses[usedAs]})`
}

/** Whether the desk would take it from whoever works here; where that is not known yet, it is left to the desk. */
export function useIsEditor(): boolean {
  const me = useMe()
  return !me || me.role === 'editor'
}

/** Said before anything is asked for, to whoever would be refused in the end. */
export function EditorsOnly() {
  if (useIsEditor()) return null
  return (
    <p role="alert" className={styles.warning}>
      {strings.striking.editorsOnly}
    </p>
  )
}

export function FailureLine({ failure }: { failure: Explanation | null }) {
  if (!failure) return null
  return (
    <p role="alert" className={styles.failure}>
      <strong>{failure.what}</strong> {failure.safe} {failure.next}
    </p>
  )
}

/** The reason, and the words typed once more, without which the button stays shut. */
export function Confirming({
  words,
  reasonHint,
  reason,
  typed,
  onReason,
  onTyped,
}: {
  words: string
  reasonHint: string
  reason: string
  typed: string
  onReason: (reason: string) => void
  onTyped: (typed: string) => void
}) {
  return (
    <>
      <Field label={strings.striking.reason} hint={reasonHint}>
        {(ids) => (
          <TextArea
            {...ids}
            value={reason}
            maxLength={2000}
            onChange={(event) => onReason(event.target.value)}
          />
        )}
      </Field>
      <p className={styles.soft}>{strings.striking.outOfReach}</p>
      <Field label={strings.striking.confirm(words)}>
        {(ids) => (
          <TextInput
            {...ids}
            value={typed}
            spellCheck={false}
            onChange={(event) => onTyped(event.target.value)}
          />
        )}
      </Field>
    </>
  )
}

/** What was struck or deleted, to be read and closed. */
export function ReceiptOfStriking({
  receipt,
  title,
  lead,
}: {
  receipt: StrikingReceipt
  title: string
  lead: string
}) {
  const { places, filesRemoved, filesKept, copiesRewritten, copiesDeleted, left } = receipt
  return (
    <Dialog
      title={title}
      lead={lead}
      onClose={closeDialog}
      isReading
      foot={
        <Button tone="primary" onClick={closeDialog}>
          {strings.common.close}
        </Button>
      }
    >
      <div className={styles.results} data-testid="striking-receipt">
        <PlaceList places={places} />
        {filesRemoved.length > 0 ? <p>{strings.striking.filesRemoved(filesRemoved.length)}</p> : null}
        {filesKept.length > 0 ? <p>{strings.striking.filesKept(filesKept.length)}</p> : null}
        {copiesRewritten > 0 ? <p>{strings.striking.copiesRewritten(copiesRewritten)}</p> : null}
        {copiesDeleted.map(({ name, reason }) => (
          <p key={name}>{strings.striking.copyDeleted(name, reason)}</p>
        ))}
        {left.map((path) => (
          <p key={path} className={styles.warning}>
            {strings.striking.left(path)}
          </p>
        ))}
      </div>
    </Dialog>
  )
}
