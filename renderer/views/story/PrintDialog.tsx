import { useState } from 'react'
import { lastPrinted, type Printed, printStory } from '../../state/printing.ts'
import type { StorySession } from '../../state/session.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Options } from '../../ui/Options.tsx'
import { printStrings } from '../../ui/strings/print.ts'
import { strings } from '../../ui/strings.ts'
import styles from '../transfer/transfer.module.css'

const printable: { value: Printed; name: string; about: string }[] = [
  { value: 'story', name: printStrings.story, about: printStrings.storyAbout },
  { value: 'proof', name: printStrings.proof, about: printStrings.proofAbout },
]

/** What of the open story goes on paper; the system's own dialog comes after it. */
export function PrintDialog({ session }: { session: StorySession }) {
  const [printed, setPrinted] = useState<Printed>(lastPrinted.get)

  function print() {
    const { story } = session.getState()
    closeDialog()
    // The dialog is gone, and the page as it was, before a sheet is made of it.
    setTimeout(() =>
      printStory(printed, {
        slug: story.slug,
        stands:
          printed === 'proof'
            ? printStrings.stands(
                formatMoment(Date.now()),
                strings.stories.left(story.openCount, story.claimCount),
              )
            : '',
      }),
    )
  }

  return (
    <Dialog
      title={printStrings.title}
      onClose={closeDialog}
      foot={
        <>
          <Button tone="quiet" onClick={closeDialog}>
            {strings.common.cancel}
          </Button>
          <Button tone="primary" onClick={print}>
            {printStrings.print}
          </Button>
        </>
      }
    >
      <Options
        label={printStrings.what}
        options={printable}
        value={printed}
        onChange={setPrinted}
        onEnter={print}
      />
      <p className={styles.hint}>{printStrings.reportHint}</p>
    </Dialog>
  )
}
