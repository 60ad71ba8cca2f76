import { defaultDeskRules } from '../../../shared/check/rules.ts'
import { must } from '../../../shared/lib/assert.ts'
import { fileHashSchema, requestIdSchema } from '../../../shared/model/ids.ts'
import { click, found, type as typeInto } from '../../gallery/hand.ts'
import { madeCopies } from '../../gallery/made/copies.ts'
import { pending } from '../../gallery/made/desk.ts'
import { me, writer } from '../../gallery/made/people.ts'
import { iceHouse } from '../../gallery/made/stories.ts'
import type { GalleryPart } from '../../gallery/part.ts'
import { LinkBroken } from '../../link/broken.ts'
import { PeopleDialog } from '../people/PeopleDialog.tsx'
import { DeleteStoryDialog } from '../striking/DeleteStoryDialog.tsx'
import { StrikeDialog } from '../striking/StrikeDialog.tsx'
import { WindowLanguageDialog } from '../window/WindowLanguageDialog.tsx'
import { BackupsDialog } from './BackupsDialog.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { RulesDialog } from './RulesDialog.tsx'

const restoring = () => <RestoreDialog copy={must(madeCopies[1], 'there are several')} onBack={() => {}} />

const deleting = () => <DeleteStoryDialog storyId={iceHouse.id} slug={iceHouse.slug} />

const files = [
  {
    hash: fileHashSchema.parse('a'.repeat(64)),
    names: ['ledger-volume-12-leaf-40.pdf'],
    sizeBytes: 2_481_330,
    usedAs: 'source' as const,
  },
]

export const part: GalleryPart = {
  title: 'The desk',
  states: [
    { name: 'Its people', isWhole: true, View: PeopleDialog },
    {
      name: 'Somebody joins',
      isWhole: true,
      View: PeopleDialog,
      play: (place) => click(place, 'footer button:last-child'),
    },
    { name: 'What it asks of a check', isWhole: true, View: RulesDialog },
    {
      name: 'What it asks of a check, a number that cannot be',
      isWhole: true,
      View: RulesDialog,
      async play(place) {
        await typeInto(place, '[role="dialog"] input[inputmode="numeric"]', '0')
      },
    },
    {
      name: 'What it asks of a check, for who does not set it',
      isWhole: true,
      View: RulesDialog,
      answers: {
        people: { list: () => [{ ...me, role: 'checker' as const }, writer] },
        desk: {
          rules: () => ({ ...defaultDeskRules, primarySources: 2, blockingAsks: ['contradicted', 'old'] }),
        },
      },
    },
    {
      name: 'What it asks of a check, while that is read',
      isWhole: true,
      View: RulesDialog,
      answers: { desk: { rules: pending } },
    },
    {
      name: 'What it asks of a check cannot be read',
      isWhole: true,
      View: RulesDialog,
      answers: { desk: { rules: () => Promise.reject(new LinkBroken('gone')) } },
    },
    { name: 'The language of the window', isWhole: true, View: WindowLanguageDialog },
    { name: 'Its backups', isWhole: true, View: BackupsDialog },
    {
      name: 'A desk without backups',
      isWhole: true,
      View: BackupsDialog,
      answers: { desk: { copies: () => ({ kept: 10, copies: [] }) } },
    },
    {
      name: 'Its backups, while they are read',
      isWhole: true,
      View: BackupsDialog,
      answers: { desk: { copies: pending } },
    },
    {
      name: 'Its backups cannot be read',
      isWhole: true,
      View: BackupsDialog,
      answers: { desk: { copies: () => Promise.reject(new LinkBroken('gone')) } },
    },
    {
      name: 'A backup is being made',
      isWhole: true,
      View: BackupsDialog,
      answers: { desk: { copyNow: pending } },
      play: (place) => click(place, 'footer button'),
    },
    {
      name: 'Going back to a backup',
      isWhole: true,
      View: restoring,
      answers: { desk: { compareCopy: () => ({ stories: 1, changed: 2, steps: 811, events: 34 }) } },
    },
    {
      name: 'Going back where nothing is lost',
      isWhole: true,
      View: restoring,
      answers: { desk: { compareCopy: () => ({ stories: 0, changed: 0, steps: 0, events: 0 }) } },
    },
    {
      name: 'Going back, while it is compared',
      isWhole: true,
      View: restoring,
      answers: { desk: { compareCopy: pending } },
    },
    { name: 'Striking a name', isWhole: true, View: StrikeDialog },
    {
      name: 'Where the name stands',
      isWhole: true,
      View: StrikeDialog,
      answers: {
        striking: {
          preview: () => ({
            places: { text: 3, steps: 41, claims: 2, trail: 5 },
            forms: [
              { text: 'Aksel Rønn', count: 4 },
              { text: 'Rønns', count: 1 },
            ],
            stories: 2,
            files,
            copies: 4,
          }),
        },
      },
      play: async (place) => {
        await typeInto(place, '[role="alertdialog"] input', 'Aksel Rønn')
        await click(place, '[role="alertdialog"] form button, [role="alertdialog"] [type="submit"]')
      },
    },
    {
      name: 'Striking is for editors',
      isWhole: true,
      View: StrikeDialog,
      answers: { people: { list: () => [{ ...me, role: 'checker' as const }, writer] } },
    },
    {
      name: 'Deleting a story for good',
      isWhole: true,
      View: deleting,
      answers: {
        striking: {
          previewDeletion: () => ({
            steps: 811,
            claims: 21,
            settlings: 34,
            backup: 9,
            queries: 3,
            fixes: 2,
            events: 77,
            files,
            copies: 4,
          }),
        },
      },
    },
    {
      name: 'A story is gone for good',
      isWhole: true,
      View: deleting,
      answers: {
        striking: {
          previewDeletion: () => ({
            steps: 811,
            claims: 21,
            settlings: 34,
            backup: 9,
            queries: 3,
            fixes: 2,
            events: 77,
            files: [],
            copies: 4,
          }),
          deleteStory: () => ({
            strikingId: requestIdSchema.parse('request-made-1'),
            places: { text: 1, steps: 811, claims: 21, trail: 77 },
            filesRemoved: [],
            filesKept: [],
            copiesRewritten: 4,
            copiesDeleted: [{ name: 'backups/stet-20260302.sqlite', reason: 'it is not a database' }],
            left: ['notes/rønn.txt'],
          }),
        },
      },
      play: async (place) => {
        const inputs = '[role="alertdialog"] textarea, [role="alertdialog"] input'
        await found(place, inputs)
        await typeInto(place, '[role="alertdialog"] textarea', 'It was never ours.')
        await typeInto(place, '[role="alertdialog"] input', iceHouse.slug)
        await click(place, 'footer [data-tone="danger"]')
      },
    },
  ],
}
