import { useRef, useState } from 'react'
import { type ExportFormat, type ExportPurpose, exportPurposeSchema } from '../../../shared/model/export.ts'
import type { StoryId } from '../../../shared/model/ids.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/notice.ts'
import { openStory } from '../../state/open-story.ts'
import { explain, toastError } from '../../state/refused.ts'
import { saveFile } from '../../state/save-file.ts'
import { closeDialog } from '../../state/window.ts'
import { carryOut, Stopped } from '../../state/work.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Check } from '../../ui/Field.tsx'
import { Options } from '../../ui/Options.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { gateStrings } from '../../ui/strings/gate.ts'
import { type Explanation, exportNames, strings } from '../../ui/strings.ts'
import { Works } from '../../ui/Works.tsx'
import styles from './transfer.module.css'

const order: readonly ExportFormat[] = ['docx-backup', 'report', 'docx', 'html', 'md', 'txt', 'json']

/** Makes a file of a story and hands it to the browser to save. */
export function ExportDialog({ storyId }: { storyId: StoryId }) {
  const { link } = useDesk()
  const [format, setFormat] = useState<ExportFormat>('docx-backup')
  const [purpose, setPurpose] = useState<ExportPurpose>('internal')
  const [withConfidential, setWithConfidential] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Explanation | null>(null)
  const stopping = useRef<AbortController>(null)

  /** Nobody who leaves gets a file after all. */
  function leave() {
    stopping.current?.abort(new Stopped())
    closeDialog()
  }

  async function make() {
    setBusy(true)
    setFailure(null)
    try {
      stopping.current = new AbortController()
      const made = await carryOut(
        strings.work.exporting(exportNames[format].name),
        async (signal) => {
          await allSaved(storyId)
          return await link.client.transfer.exportStory(
            { storyId, as: format, purpose, withConfidential },
            { signal },
          )
        },
        stopping.current,
      )
      saveFile(link.blobUrl(made.hash), made.name)
      say(strings.export.done(made.name))
      closeDialog()
    } catch (error) {
      if (error instanceof Stopped) toastError(error)
      else setFailure(explain(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={strings.export.title}
      onClose={leave}
      foot={
        <>
          <Works />
          <Button tone="quiet" onClick={leave}>
            {strings.common.cancel}
          </Button>
          <Button tone="primary" disabled={isBusy} onClick={() => void make()}>
            {isBusy ? strings.export.making : strings.export.make}
          </Button>
        </>
      }
    >
      <Options
        label={strings.export.format}
        options={order.map((value) => ({ value, ...exportNames[value] }))}
        value={format}
        onChange={setFormat}
      />
      <div className={styles.confidential}>
        <Segments
          label={gateStrings.purpose}
          value={purpose}
          onChange={setPurpose}
          options={exportPurposeSchema.options.map((value) => ({
            value,
            name: gateStrings.purposes[value].name,
          }))}
        />
        <p className={styles.about}>{gateStrings.purposes[purpose].about}</p>
        <Check
          label={strings.export.confidential}
          {...(withConfidential ? {} : { hint: strings.export.confidentialOff })}
          checked={withConfidential}
          onChange={setWithConfidential}
        />
        {withConfidential ? (
          <p role="alert" className={styles.warning} ref={intoView}>
            {strings.export.confidentialOn}
          </p>
        ) : null}
      </div>
      {failure ? (
        <p role="alert" className={styles.failure} ref={intoView}>
          <strong>{failure.what}</strong> {failure.safe} {failure.next}
        </p>
      ) : null}
    </Dialog>
  )
}

/** What has just been said is not left below the edge of a low window. */
function intoView(said: HTMLElement | null): void {
  said?.scrollIntoView({ block: 'nearest' })
}

/** What was typed last is in the file too; a desk that cannot be reached answers for itself. */
async function allSaved(storyId: StoryId): Promise<void> {
  const story = openStory.get()
  if (story.kind !== 'open' || story.storyId !== storyId) return
  const { session } = story
  const untilMs = performance.now() + 5000
  while (session.hasUnsaved() && performance.now() < untilMs)
    await new Promise((resolve) => setTimeout(resolve, 40))
}
