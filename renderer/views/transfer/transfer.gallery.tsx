import { ORPCError } from '@orpc/client'
import { click, found, type as typeInto } from '../../gallery/hand.ts'
import { pending } from '../../gallery/made/desk.ts'
import { madeReceipt, plainReceipt } from '../../gallery/made/receipts.ts'
import { iceHouse } from '../../gallery/made/stories.ts'
import type { GalleryPart } from '../../gallery/part.ts'
import { DropTarget } from './DropTarget.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'

const exporting = () => <ExportDialog storyId={iceHouse.id} />

export const part: GalleryPart = {
  title: 'In and out',
  states: [
    { name: 'Importing', isWhole: true, View: ImportDialog },
    {
      name: 'Importing what cannot be read',
      isWhole: true,
      View: ImportDialog,
      play: async (place) => {
        await typeInto(place, 'textarea', 'Some words.')
        await click(place, 'footer [data-tone="primary"]')
        await found(place, '[role="alert"]')
      },
    },
    {
      name: 'A receipt with parts that were dropped',
      isWhole: true,
      View: () => <ReceiptDialog storyId={iceHouse.id} fresh={madeReceipt} />,
    },
    {
      name: 'A receipt of plain text',
      isWhole: true,
      View: () => <ReceiptDialog storyId={iceHouse.id} fresh={plainReceipt} />,
    },
    {
      name: 'No receipt',
      isWhole: true,
      View: () => <ReceiptDialog storyId={iceHouse.id} />,
      answers: { transfer: { receipt: () => null } },
    },
    { name: 'Exporting', isWhole: true, View: exporting },
    {
      name: 'Exporting with confidential sources',
      isWhole: true,
      View: exporting,
      play: (place) => click(place, 'input[type="checkbox"]'),
    },
    {
      name: 'An export is being made',
      isWhole: true,
      View: exporting,
      answers: { transfer: { exportStory: pending } },
      play: (place) => click(place, 'footer [data-tone="primary"]'),
    },
    {
      name: 'An export failed',
      isWhole: true,
      View: exporting,
      answers: {
        transfer: {
          exportStory: () =>
            Promise.reject(new ORPCError('NOT_SAVED', { status: 503, data: { reason: 'the disk is full' } })),
        },
      },
      play: async (place) => {
        await click(place, 'footer [data-tone="primary"]')
        await found(place, '[role="alert"]')
      },
    },
    {
      name: 'A file over the window',
      isWhole: true,
      View: DropTarget,
      play: (place) => {
        const carried = new DataTransfer()
        carried.items.add(new File(['words'], 'story.txt', { type: 'text/plain' }))
        place.dispatchEvent(new DragEvent('dragover', { dataTransfer: carried, bubbles: true }))
      },
    },
  ],
}
