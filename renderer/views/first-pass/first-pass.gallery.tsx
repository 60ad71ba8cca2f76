import { useMemo } from 'react'
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
import { watchFirstPass } from '../../state/first-pass.ts'
import { type StartReader, startWorker } from '../../state/first-pass-reader.ts'
import { reveal } from '../../state/panels.ts'
import type { StorySession } from '../../state/session.ts'
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

const dismissed = [
  { what: 'statement', words: 'for the third time since 1951', facets: ['figure'], personId: me.id },
  {
    what: 'quote',
    words: '“We heard it before we saw it,”\nSigne Torvald',
    facets: ['quote'],
    personId: writer.id,
  },
  { what: 'statement', words: 'in 19 days', facets: ['figure'], personId: me.id },
] as const
const dismissals: Dismissal[] = dismissed.map(({ facets, ...rest }, at) => ({
  ...rest,
  facets: [...facets],
  id: dismissalIdSchema.parse(`dismissal-made-${at}`),
  atMs: Date.now() - (at + 1) * 3_600_000,
  isTakenBack: false,
  revision: 1,
}))

/** Reads the story once and never again. */
function readsOnce(): StartReader {
  let hasRead = false
  return (hear) => {
    if (hasRead) throw new Error('made for the gallery')
    return startWorker((message) => {
      hear(message)
      if (message.kind !== 'findings') return
      hasRead = true
      // Once what was found is listed.
      setTimeout(() => hear({ kind: 'failed' }), 100)
    })
  }
}

const neverReads: StartReader = () => {
  throw new Error('made for the gallery')
}

function BreaksOff({ session, start }: { session: StorySession; start: StartReader }) {
  useMemo(() => watchFirstPass(session, start), [session, start])
  return <Window />
}

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
    inWindow('It broke off', iceHouseStory, {
      View: () => (
        <WithSession isInWindow>
          {(session) => <BreaksOff session={session} start={readsOnce()} />}
        </WithSession>
      ),
      async play() {
        await storyInWindow()
        reveal('right')
        await found(document, '#first-pass [role="alert"]')
        await found(document, '#first-pass [data-row="0"]')
      },
    }),
    inWindow('It could not begin', iceHouseStory, {
      View: () => (
        <WithSession isInWindow>
          {(session) => <BreaksOff session={session} start={neverReads} />}
        </WithSession>
      ),
      async play() {
        await storyInWindow()
        reveal('right')
        await found(document, '#first-pass [role="alert"]')
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
