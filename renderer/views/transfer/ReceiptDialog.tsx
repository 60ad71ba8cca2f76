import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import type { DroppedPart, Receipt } from '../../../shared/model/receipt.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/notice.ts'
import { goToStory } from '../../state/open-story.ts'
import { listQueries } from '../../state/queries.ts'
import { explain, perform } from '../../state/refused.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { home } from '../../ui/focus-home.ts'
import { formatNumber, formatSize, plural } from '../../ui/format.ts'
import { Empty, Failure, Loading } from '../../ui/Notice.tsx'
import { importWords } from '../../ui/strings/import-words.ts'
import { missingNames, receiptFormatNames, strings } from '../../ui/strings.ts'
import styles from './transfer.module.css'

/** What an import kept, changed and dropped, and what the story lacks. */
export function ReceiptDialog({ storyId, fresh }: { storyId: StoryId; fresh?: Receipt | undefined }) {
  const { link, queries } = useDesk()
  const { data, error, isPending } = useQuery({
    ...listQueries.receipt(link.client, storyId),
    ...(fresh ? { initialData: fresh } : {}),
  })
  const [isBusy, setBusy] = useState(false)

  async function putBack(parts?: readonly DroppedPart[]) {
    setBusy(true)
    await perform(async () => {
      const before = data?.dropped.filter((part) => part.isBack).length ?? 0
      const receipt = await link.client.transfer.putBack({
        requestId: newRequestId(),
        storyId,
        ...(parts ? { partIds: parts.map((part) => part.id) } : {}),
      })
      queries.setQueryData(listQueries.receipt(link.client, storyId).queryKey, receipt)
      say(strings.receipt.put(receipt.dropped.filter((part) => part.isBack).length - before))
    })
    setBusy(false)
  }

  const waiting = data?.dropped.filter((part) => !part.isBack) ?? []
  return (
    <Dialog
      title={strings.receipt.title}
      lead={
        data
          ? `${strings.receipt.from(data.name, receiptFormatNames[data.format])}, ${formatSize(data.sizeBytes)}`
          : undefined
      }
      size="wide"
      onClose={closeDialog}
      foot={
        data ? (
          <>
            {waiting.length > 0 ? (
              <Button disabled={isBusy} onClick={() => void putBack()}>
                {strings.receipt.putAllBack}
              </Button>
            ) : null}
            <Button
              tone="primary"
              onClick={() => {
                closeDialog()
                void goToStory(link, storyId)
              }}
            >
              {strings.receipt.open}
            </Button>
          </>
        ) : undefined
      }
    >
      {isPending ? <Loading label={strings.app.loading} /> : null}
      {error && !data ? <Failure title={strings.errors.loadStory} explanation={explain(error)} /> : null}
      {data === null ? <Empty title={strings.receipt.none} /> : null}
      {data ? (
        <ReceiptBody receipt={data} isBusy={isBusy} onPutBack={(part) => void putBack([part])} />
      ) : null}
    </Dialog>
  )
}

const keptOrder = Object.keys(strings.receipt.keptItems) as (keyof Receipt['kept'])[]

function ReceiptBody({
  receipt,
  isBusy,
  onPutBack,
}: {
  receipt: Receipt
  isBusy: boolean
  onPutBack: (part: DroppedPart) => void
}) {
  return (
    <div className={styles.receipt}>
      <section>
        <h3>{strings.receipt.kept}</h3>
        <ul className={styles.kept}>
          {keptOrder
            .filter((item) => receipt.kept[item] > 0)
            .map((item) => (
              <li key={item}>{plural(receipt.kept[item], ...strings.receipt.keptItems[item])}</li>
            ))}
        </ul>
      </section>
      <section>
        <h3>{strings.receipt.missing}</h3>
        <p>
          {receipt.missing.length === 0
            ? strings.receipt.nothingMissing
            : strings.receipt.missingLead(receipt.missing.map((part) => missingNames[part]))}
        </p>
      </section>
      <section>
        <h3>{strings.receipt.changed}</h3>
        {receipt.changed.length === 0 ? (
          <p>{strings.receipt.nothingChanged}</p>
        ) : (
          <ul className={styles.changed}>
            {receipt.changed.map((part) => (
              <li key={part.what}>
                {importWords(part.what)}
                {part.count > 1 ? (
                  <>
                    {' '}
                    <bdi className={styles.times}>× {formatNumber(part.count)}</bdi>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{strings.receipt.dropped}</h3>
        {receipt.dropped.length === 0 ? (
          <p>{strings.receipt.nothingDropped}</p>
        ) : (
          <ul className={styles.dropped}>
            {receipt.dropped.map((part) => (
              <li key={part.id} className={styles.part} {...home}>
                <p className={styles.partText} dir="auto">
                  {part.text}
                </p>
                <p className={styles.partWhy}>
                  {importWords(part.reason)}{' '}
                  <code title={strings.receipt.rule}>{importWords(part.rule)}</code>
                </p>
                {part.isBack ? (
                  <span className={styles.isBack}>{strings.receipt.isBack}</span>
                ) : (
                  <Button
                    size="small"
                    tone="quiet"
                    disabled={isBusy}
                    aria-label={`${strings.receipt.putBack}: ${part.text.slice(0, 80)}`}
                    onClick={() => onPutBack(part)}
                  >
                    {strings.receipt.putBack}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
