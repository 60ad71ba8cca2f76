import { asRead } from '../../../shared/check/read.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import { asShown, shownBlocks } from '../../../shared/check/shown.ts'
import type { OpenedStory } from '../../../shared/contract/stories.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { clearingSchema } from '../../../shared/model/clearing.ts'
import type { GateLine } from '../../../shared/model/gate.ts'
import { overrideSchema } from '../../../shared/model/override.ts'
import { readingSchema } from '../../../shared/model/reading.ts'
import { click, type as typeInto } from '../../gallery/hand.ts'
import type { MadeAnswers } from '../../gallery/made/desk.ts'
import { me, writer } from '../../gallery/made/people.ts'
import { iceHouse } from '../../gallery/made/stories.ts'
import { emptyStory, iceHouseStory, opened, readText } from '../../gallery/made/texts.ts'
import type { GalleryPart, GalleryState } from '../../gallery/part.ts'
import styles from '../../gallery/rows.module.css'
import { WithSession } from '../../gallery/WithSession.tsx'
import { useGate } from '../../state/gate.ts'
import type { StorySession } from '../../state/session.ts'
import { show } from '../../state/window.ts'
import { GateButton } from './GateButton.tsx'
import { GatePanel } from './GatePanel.tsx'
import { LetPassDialog } from './LetPassDialog.tsx'

const hourMs = 3_600_000

const clearing = clearingSchema.parse({
  id: 'clearing-made-1',
  personId: me.id,
  atMs: Date.now() - 3 * hourMs,
  version: 40,
  overrideIds: [],
  asks: [],
  shown: shownBlocks(readDocument(iceHouseStory.document)).map(asShown),
})
const { id, personId, atMs, version } = clearing
const head = { id, personId, atMs, version }

/** What was cleared had one word otherwise, and one paragraph more. */
const otherwise = {
  ...clearing,
  shown: clearing.shown.flatMap((block, at) =>
    at === 5
      ? [block, { where: 'paragraph', words: 'The last block was sold to the brewery.' }]
      : [at === 4 ? { ...block, words: block.words.replace(/\S+$/u, 'altogether.') } : block],
  ),
}

const passing: OpenedStory = {
  ...iceHouseStory,
  claims: iceHouseStory.claims.map((claim) => ({
    ...claim,
    overrides: [
      overrideSchema.parse({
        id: `override-made-${claim.number}`,
        claimId: claim.id,
        kind: claim.status === 'wrong' ? 'wrong' : claim.status === 'onAuthor' ? 'onAuthor' : 'unverified',
        words: claim.words,
        reason: 'The letter lies in the safe; she read it out on the phone.',
        personId: me.id,
        atMs: Date.now() - hourMs,
      }),
    ],
  })),
}

/** Once it is worked out. */
function WithGate({ session }: { session: StorySession }) {
  return useGate(session) ? <GatePanel session={session} /> : <div data-waiting="" />
}

function ButtonWithGate({ session }: { session: StorySession }) {
  return useGate(session) ? <GateButton session={session} /> : <div data-waiting="" />
}

const panel =
  (of: OpenedStory, told: typeof clearing | null = null) =>
  () => (
    <div className={`${styles.panel} ${styles.filled}`}>
      <WithSession
        of={of}
        isInWindow
        story={told ? { clearing: head } : {}}
        answers={told ? answering(told) : {}}
      >
        {(session) => <WithGate session={session} />}
      </WithSession>
    </div>
  )

const answering = (told: typeof clearing): MadeAnswers => ({ gate: { clearing: () => told } })

const lines: GateLine[] = iceHouseStory.claims.slice(0, 2).map(({ id: claimId, number, words }) => ({
  kind: 'thin',
  claimId,
  number,
  where: 'paragraph',
  words,
  from: 1,
  to: 2,
}))

/** Its words alone: nothing is claimed, and all of it was read. */
const readStory = opened(iceHouse, readText, [])
const readClearing = { ...clearing, shown: shownBlocks(readText).map(asShown) }

const reading = readingSchema.parse({
  id: 'reading-made-1',
  personId: me.id,
  atMs: Date.now() - hourMs,
  isTakenBack: false,
  sentences: sentencesOf(readText).map(asRead),
  revision: 1,
})

const button =
  (of: OpenedStory, told: typeof clearing | null = null) =>
  () => (
    <WithSession of={of} story={told ? { clearing: head } : {}} answers={told ? answering(told) : {}}>
      {(session) => <ButtonWithGate session={session} />}
    </WithSession>
  )

const whole = (
  name: string,
  View: GalleryState['View'],
  given: Partial<GalleryState> = {},
): GalleryState => ({
  name,
  View,
  before: () => show({ right: 'gate' }),
  isWhole: true,
  ...given,
})

export const part: GalleryPart = {
  title: 'Gate',
  states: [
    { name: 'The button: much blocks', View: button(iceHouseStory) },
    { name: 'The button: nothing blocks', View: button({ ...readStory, readings: [reading] }) },
    { name: 'The button: cleared', View: button({ ...readStory, readings: [reading] }, readClearing) },
    { name: 'The button: cleared, and changed since', View: button(iceHouseStory, otherwise) },
    whole('While it is counted', () => (
      <div className={`${styles.panel} ${styles.filled}`}>
        <WithSession isInWindow>{(session) => <GatePanel session={session} />}</WithSession>
      </div>
    )),
    whole('Nothing blocks', panel({ ...readStory, readings: [reading] })),
    whole('Cleared', panel({ ...readStory, readings: [reading] }, readClearing)),
    whole('For who does not clear', panel(iceHouseStory), {
      answers: { people: { list: () => [{ ...me, role: 'checker' as const }, writer] } },
    }),
    whole('A line that is open', panel(iceHouseStory), {
      play: (place) => click(place, '[data-row="1"]'),
    }),
    {
      name: 'Why one may pass',
      isWhole: true,
      View: () => (
        <WithSession>
          {(session) => (
            <LetPassDialog session={session} asked={{ kind: 'letPass', lines: lines.slice(0, 1) }} />
          )}
        </WithSession>
      ),
      async play(place) {
        await typeInto(place, 'textarea', 'She read the letter out on the phone; it lies in the safe.')
        await click(place, '[role="dialog"] footer [data-tone="primary"]')
      },
    },
    {
      name: 'Much in the way',
      View: panel(iceHouseStory),
      before: () => show({ right: 'gate' }),
      isWhole: true,
    },
    {
      name: 'Some of it let pass',
      View: panel(passing),
      before: () => show({ right: 'gate' }),
      isWhole: true,
    },
    {
      name: 'Cleared, and changed since',
      View: panel(iceHouseStory, otherwise),
      before: () => show({ right: 'gate' }),
      isWhole: true,
    },
    {
      name: 'Cleared, and something blocks since',
      View: panel(iceHouseStory, clearing),
      before: () => show({ right: 'gate' }),
      isWhole: true,
    },
    {
      name: 'Of an empty story',
      View: panel(emptyStory),
      before: () => show({ right: 'gate' }),
      isWhole: true,
    },
    {
      name: 'Why two claims may pass',
      isWhole: true,
      View: () => (
        <WithSession>
          {(session) => <LetPassDialog session={session} asked={{ kind: 'letPass', lines }} />}
        </WithSession>
      ),
    },
  ],
}
