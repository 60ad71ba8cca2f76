import { RadioGroup } from 'radix-ui'
import { useId, useState } from 'react'
import { lastPrinted, type Printed, printStory } from '../../state/printing.ts'
import type { StorySession } from '../../state/session.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatMoment } from '../../ui/format.ts'
import { printStrings } from '../../ui/strings/print.ts'
import { strings } from '../../ui/strings.ts'
import styles from '../transfer/transfer.module.css'

const names: Record<Printed, { name: string; about: string }> = {
  story: { name: printStrings.story, about: printStrings.storyAbout },
  proof: { name: printStrings.proof, about: printStrings.proofAbout },
}

/** What of the open story goes on paper; the system's own dialog comes after it. */
export function PrintDialog({ session }: { session: StorySession }) {
  const labels = useId()
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
      <RadioGroup.Root
        aria-label={printStrings.what}
        className={styles.formats}
        value={printed}
        onValueChange={(value) => setPrinted(value === 'proof' ? 'proof' : 'story')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          print()
        }}
      >
        {(['story', 'proof'] as const).map((each) => (
          <RadioGroup.Item
            key={each}
            value={each}
            className={styles.format}
            aria-labelledby={`${labels}${each}`}
            aria-describedby={`${labels}${each}-about`}
          >
            <span className={styles.dot} aria-hidden="true" />
            <span id={`${labels}${each}`} className={styles.formatName}>
              {names[each].name}
            </span>
            <span id={`${labels}${each}-about`} className={styles.formatAbout}>
              {names[each].about}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <p className={styles.hint}>{printStrings.reportHint}</p>
    </Dialog>
  )
}
