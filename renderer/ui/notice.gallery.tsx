import type { GalleryPart } from '../gallery/part.ts'
import styles from '../gallery/rows.module.css'
import { LinkBroken } from '../link/broken.ts'
import { explain } from '../state/refused.ts'
import { toasts } from '../state/toasts.ts'
import { Button } from './Button.tsx'
import { Empty, Failure, Loading } from './Notice.tsx'
import { Progress } from './Progress.tsx'
import { Toasts } from './Toasts.tsx'

export const part: GalleryPart = {
  title: 'Notices',
  states: [
    {
      name: 'Nothing there',
      View: () => (
        <Empty title="No claim fits these filters." hint="There are 21 claims in the story.">
          <Button size="small">Show all</Button>
        </Empty>
      ),
    },
    {
      name: 'Something failed',
      View: () => (
        <Failure
          title="The stories could not be read"
          explanation={explain(new LinkBroken('gone'))}
          onAgain={() => {}}
        />
      ),
    },
    { name: 'Waiting', View: () => <Loading label="Opening" /> },
    {
      name: 'Progress: none, some, all',
      View: () => (
        <div className={styles.stack}>
          <Progress settled={0} all={21} />
          <Progress settled={9} all={21} />
          <Progress settled={21} all={21} />
        </div>
      ),
    },
    {
      name: 'Toasts',
      isWhole: true,
      View: Toasts,
      before: () =>
        toasts.set([
          { id: 1, text: 'Saved as halmsund-ice-house.docx.', tone: 'note' },
          { id: 2, text: 'The backup was taken off the claim.', tone: 'note', undo: () => {} },
          {
            id: 3,
            text: 'The desk could not write this (the disk is full).',
            detail:
              'What you typed is safe in this window. Make room on the disk; it is tried again by itself.',
            tone: 'error',
          },
        ]),
    },
  ],
}
