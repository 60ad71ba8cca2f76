import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  acceptAlike,
  acceptProposal,
  dismissProposal,
  goToProposal,
  takeBackLastDecision,
} from '../../../renderer/app/first-pass-commands.ts'
import {
  choice,
  chooseNothing,
  chosenProposal,
  decidedSentence,
  proposalsInOrder,
} from '../../../renderer/state/chosen-proposal.ts'
import { watchFirstPass } from '../../../renderer/state/first-pass.ts'
import { type FromWorker, type ToWorker, takeIn } from '../../../renderer/state/first-pass-messages.ts'
import { openStory } from '../../../renderer/state/open-story.ts'
import { openSession } from '../../../renderer/state/session.ts'
import { toasts } from '../../../renderer/state/toasts.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import { MarkedBlocks } from '../../../shared/mark/marked-blocks.ts'
import { openAuthority } from '../state/authority.ts'

/** Reads at once what a thread of its own reads in a window. */
class ReaderHere {
  readonly #story = new MarkedBlocks()
  #hear: ((event: { data: FromWorker }) => void) | null = null

  addEventListener(name: string, hear: (event: { data: FromWorker }) => void): void {
    if (name === 'message') this.#hear = hear
  }

  postMessage(message: ToWorker): void {
    takeIn(this.#story, message)
    const blocks = this.#story.read()
    queueMicrotask(() => this.#hear?.({ data: { kind: 'marks', blocks, isLast: true } }))
  }

  terminate(): void {}
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', ReaderHere)
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
})
afterEach(() => {
  openStory.set({ kind: 'none' })
  chooseNothing()
  toasts.set([])
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const soon = () => vi.advanceTimersByTimeAsync(2000)

const repair = 'The repair cost 340,000 crowns in 2019.'
const mill = 'The mill burned down in 1911.'
const quay = 'The quay was raised by 23 feet.'

/** An open story of these paragraphs, none of which stands to any other. */
async function open(...texts: string[]) {
  const document = buildDocument(
    { headline: 'A day' },
    texts.map((text) => schema.node('paragraph', null, [schema.text(text)])),
  )
  const authority = openAuthority(document.toJSON())
  const wire = authority.connect(() => 1)
  const opening = openSession(wire.link, authority.storyId)
  await soon()
  const session = await opening
  openStory.set({ kind: 'open', storyId: authority.storyId, session })
  const watch = watchFirstPass(session)
  watch.subscribe(() => {})
  await soon()
  const choose = (words: string) =>
    goToProposal(
      session,
      must(
        watch.get().proposals.find(({ mark }) => mark.words.includes(words)),
        words,
      ),
    )
  return {
    authority,
    session,
    watch,
    choose,
    at: () => watch.get().proposals.map((one) => one.mark.words),
    chosen: () => chosenProposal(session)?.mark.words,
  }
}

const told = () => toasts.get().map((one) => one.text)

test('a key that is held dismisses once, and goes on once', async () => {
  const { session, choose, at } = await open(repair, mill, quay)
  const ask = vi.spyOn(session.dismissals, 'dismiss')
  const before = at()
  choose('340,000')
  const held = [dismissProposal(session), dismissProposal(session), dismissProposal(session)]
  acceptProposal(session)
  acceptAlike(session)
  await soon()
  await Promise.all(held)
  expect(ask).toHaveBeenCalledTimes(1)
  expect(told()).toEqual(['Dismissed.'])
  expect(at()).toEqual(before.filter((one) => !one.includes('340,000')))
  expect(session.getState().claims.size).toBe(0)
  expect(decidedSentence.get()?.words).toBe(repair)
})

test('nothing is offered to be undone where somebody else had dismissed it already', async () => {
  const { session, choose, watch } = await open(repair, mill)
  vi.spyOn(session.dismissals, 'dismiss').mockResolvedValue([])
  choose('340,000')
  const dismissing = dismissProposal(session)
  await soon()
  await dismissing
  expect(watch.get().isOn).toBe(true)
  expect(toasts.get().map((one) => one.undo)).toEqual([undefined])
})

test('a story that was left while the desk was asked steers nothing in the next', async () => {
  const { session, choose } = await open(repair, mill)
  choose('340,000')
  const dismissing = dismissProposal(session)
  openStory.set({ kind: 'none' })
  chooseNothing()
  await soon()
  await dismissing
  expect(choice.get().key).toBeNull()
  expect(told()).toEqual([])
})

test('whoever has chosen another meanwhile stays at it', async () => {
  const { session, choose, chosen } = await open(repair, mill, quay)
  choose('340,000')
  const dismissing = dismissProposal(session)
  choose('23 feet')
  await soon()
  await dismissing
  expect(chosen()).toContain('23 feet')
})

test('of several that read the same, the next in order is gone on to when one is accepted', async () => {
  const said = (who: string) => `“We knew of it,” said ${who}, who was paid 340,000 crowns in 2019.`
  const { session } = await open(said('Odile Brandt'), said('Jonas Veer'), said('Ada Roe'), quay)
  const same = proposalsInOrder(session).filter(({ mark }) => mark.words === '“We knew of it,”')
  expect(same).toHaveLength(3)
  goToProposal(session, must(same[1], 'the second of three'))
  acceptProposal(session)
  await soon()
  expect(chosenProposal(session)?.from).toBe(same[2]?.from)
})

test('a decision that could not be taken back can be taken back again', async () => {
  const { session, choose, at } = await open(repair, mill)
  const before = at()
  choose('340,000')
  const dismissing = dismissProposal(session)
  await soon()
  await dismissing
  expect(at()).not.toEqual(before)
  const refused = vi.spyOn(session.dismissals, 'takeBack').mockRejectedValueOnce(new Error('gone'))
  const first = takeBackLastDecision(session)
  await soon()
  await first
  expect(refused).toHaveBeenCalledTimes(1)
  expect(at()).not.toEqual(before)
  const second = takeBackLastDecision(session)
  await soon()
  await second
  expect(at()).toEqual(before)
})

test('what somebody has worked on stays a claim when accepting is taken back, and how much that is is said', async () => {
  const { session, choose } = await open(repair, mill)
  choose('340,000')
  acceptAlike(session)
  await soon()
  const claims = session.getState().claims
  const [[id, claim] = []] = [...claims]
  if (!id || !claim) throw new Error('nothing was accepted')
  const count = claims.size
  vi.spyOn(session, 'getState').mockReturnValue({
    ...session.getState(),
    claims: claims.with(new Map([[id, { ...claim, note: 'asked the mill' }]])),
  })
  toasts.set([])
  await takeBackLastDecision(session)
  const [toast] = toasts.get()
  expect(toast?.text).toBe(count > 1 ? 'Taken back.' : 'Not taken back.')
  expect(toast?.detail).toBe('One stays a claim, because somebody has worked on it.')
})
