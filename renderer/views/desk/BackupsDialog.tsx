import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type DeskCopy, keptCopiesSchema } from '../../../shared/model/copy.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/notice.ts'
import { listQueries } from '../../state/queries.ts'
import { explain, perform } from '../../state/refused.ts'
import { toast } from '../../state/toasts.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { formatMoment, formatSize } from '../../ui/format.ts'
import { Failure } from '../../ui/Notice.tsx'
import { strings } from '../../ui/strings.ts'
import styles from './backups.module.css'
import { RestoreDialog } from './RestoreDialog.tsx'

/** Every backup of the desk: making one, how many are kept, going back to one. */
export function BackupsDialog() {
  const { link, queries } = useDesk()
  const { data, error, refetch } = useQuery(listQueries.copies(link.client))
  const [chosen, setChosen] = useState<DeskCopy | null>(null)
  const [isMaking, setMaking] = useState(false)
  if (chosen) return <RestoreDialog copy={chosen} onBack={() => setChosen(null)} />

  async function make() {
    setMaking(true)
    await perform(async () => {
      const { isNew } = await link.client.desk.copyNow({ requestId: newRequestId() })
      await queries.invalidateQueries({ queryKey: ['copies'] })
      say(isNew ? strings.backups.made : strings.backups.madeBefore)
    })
    setMaking(false)
  }

  return (
    <Dialog
      title={strings.backups.title}
      lead={strings.backups.lead}
      size="wide"
      onClose={closeDialog}
      foot={
        <Button tone="primary" disabled={isMaking} onClick={() => void make()}>
          {isMaking ? strings.backups.making : strings.backups.make}
        </Button>
      }
    >
      {error && !data ? (
        <Failure
          title={strings.backups.notRead}
          explanation={explain(error)}
          onAgain={() => void refetch()}
        />
      ) : null}
      <p role="status" className={isMaking || !(data || error) ? undefined : 'visually-hidden'}>
        {isMaking ? strings.backups.making : data || error ? '' : strings.backups.loading}
      </p>
      {data?.copies.length === 0 ? <p className={styles.none}>{strings.backups.none}</p> : null}
      {data && data.copies.length > 0 ? (
        <ul className={styles.copies} aria-label={strings.backups.list}>
          {data.copies.map((copy) => (
            <CopyLine key={copy.name} copy={copy} onOpen={() => setChosen(copy)} />
          ))}
        </ul>
      ) : null}
      {data ? <KeptField key={data.kept} kept={data.kept} /> : null}
    </Dialog>
  )
}

/** What is in a backup, in one line. */
export function contentOf({ stories, lastChangeMs, sizeBytes, trouble }: DeskCopy): string {
  if (trouble !== null) return strings.backups.trouble(trouble)
  const lastChange = lastChangeMs === null ? null : formatMoment(lastChangeMs)
  return strings.backups.content(stories, lastChange, formatSize(sizeBytes))
}

function CopyLine({ copy, onOpen }: { copy: DeskCopy; onOpen: () => void }) {
  const moment = formatMoment(copy.atMs)
  return (
    <li className={styles.copy}>
      <span className={styles.moment}>
        <bdi>{moment}</bdi>
        <bdi className={styles.occasion}>{strings.backups.occasions[copy.occasion]}</bdi>
      </span>
      <span className={styles.content}>{contentOf(copy)}</span>
      {copy.trouble === null ? (
        <Button size="small" aria-label={strings.backups.openLabel(moment)} onClick={onOpen}>
          {strings.backups.open}
        </Button>
      ) : null}
    </li>
  )
}

/** Takes effect as soon as it is a number that can be kept. */
function KeptField({ kept }: { kept: number }) {
  const { link, queries } = useDesk()
  const [text, setText] = useState(String(kept))

  async function setKept(count: number) {
    await link.client.desk.keepCopies({ requestId: newRequestId(), kept: count })
    await queries.invalidateQueries({ queryKey: ['copies'] })
  }

  function keep() {
    const wanted = keptCopiesSchema.safeParse(Number(text))
    if (!wanted.success) return setText(String(kept))
    if (wanted.data === kept) return
    void perform(async () => {
      await setKept(wanted.data)
      // The oldest go only when the next is made.
      if (wanted.data < kept)
        toast(strings.backups.keptSaved(wanted.data), { undo: () => void perform(() => setKept(kept)) })
      else say(strings.backups.keptSaved(wanted.data))
    })
  }

  return (
    <Field label={strings.backups.kept} hint={strings.backups.keptHint} className={styles.kept}>
      {(ids) => (
        <TextInput
          {...ids}
          type="number"
          min={1}
          max={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep()
          }}
        />
      )}
    </Field>
  )
}
