import { buildDocument } from '../../../shared/document/build.ts'
import { type Dismissal, dismissalIdSchema } from '../../../shared/model/dismissal.ts'
import { Window } from '../../app/Window.tsx'
import { click, found, storyInWindow } from '../../gallery/hand.ts'
import { me, writer } from '../../gallery/made/people.ts'
import { emptyStory, iceHouseStory, readText } from '../../gallery/made/texts.ts'
import { paragraph } from '../../gallery/made/words.ts'
import type { GalleryPart, GalleryState } from '../../gallery/part.ts'
import { WithSession } from '../../gallery/WithSession.tsx'
import { choice, chooseNothing, type PassScope } from '../../state/chosen-proposal.ts'
import { reveal } from '../../state/panels.ts'
import { show } from '../../state/window.ts'
import { FirstPassDialog } from './FirstPassDialog.tsx'

const untagged = { ...iceHouseStory, document: readText.toJSON(), claims: [] }

/** In which a name is spelled in two ways and a date is no such day. */
const askedOf = {
  ...untagged,
  document: buildDocument({ headline: 'The quay is raised' }, [
    paragraph('Lina Khatib spoke first. The quay was measured on Monday, 5 March 2024.'),
    paragraph('After that Ms. Khatieb spoke of the colour, and the “color” of the stones.'),
  ]).toJSON(),
}

const dismissals: Dismissal[] = ['for the third time since 1951', 'in 19 days'].map((words, at) => ({
  id: dismissalIdSchema.parse(`dismissal-made-${at}`),
  what: 'statement',
  words,
  facets: ['figure'],
  personId: me.id,
  atMs: Date.now() - (at + 1) * 3_600_000,
  isTakenBack: false,
  revision: 1,
}))

const inWindow = (name: string, of = iceHouseStory, given: Partial<GalleryState> = {}): GalleryState => ({
  name,
  isWhole: true,
  View: () => (
    <WithSession of={of} isInWindow>
      {() => <Window />}
    </WithSession>
  ),
  before: () => {
    chooseNothing()
    show({ right: 'firstPass' })
  },
  async play() {
    await storyInWindow()
    reveal('right')
    await found(document, '[data-testid="proposed-count"]:not(:empty)')
  },
  ...given,
})

/** What the panel lists beside what is proposed. */
const listing = (scope: PassScope, first = '#first-pass [data-row="0"]'): Partial<GalleryState> => ({
  async play() {
    await storyInWindow()
    reveal('right')
    choice.set((now) => ({ ...now, scope }))
    await found(document, first)
  },
})

export const part: GalleryPart = {
  title: 'First pass',
  states: [
    inWindow('What is proposed', iceHouseStory, {
      async play() {
        await storyInWindow()
        reveal('right')
        await found(document, '#first-pass [data-row="0"]')
      },
    }),
    inWindow('One is chosen', iceHouseStory, {
      async play(place) {
        await storyInWindow()
        reveal('right')
        await found(document, '[data-testid="proposed-count"]:not(:empty)')
        await click(place.ownerDocument, '#first-pass [data-row="0"]')
      },
    }),
    inWindow('What is asked', iceHouseStory, listing('questions')),
    inWindow('What was dismissed', { ...iceHouseStory, dismissals }, listing('dismissed')),
    inWindow('A question is chosen', askedOf, {
      async play(place) {
        await listing('questions').play?.(place)
        await click(place.ownerDocument, '#first-pass [data-row="0"]')
      },
    }),
    inWindow('Everything fits together', untagged, listing('questions', '#first-pass')),
    inWindow('Nothing was dismissed', untagged, listing('dismissed', '#first-pass')),
    inWindow('Little to propose', untagged),
    inWindow('Of an empty story', emptyStory),
    { name: 'Its rules', isWhole: true, View: FirstPassDialog },
    {
      name: 'Its rules, for who does not set them',
      isWhole: true,
      View: FirstPassDialog,
      answers: { people: { list: () => [{ ...me, role: 'checker' as const }, writer] } },
    },
  ],
}
