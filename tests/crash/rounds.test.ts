import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { TextSelection } from '@tiptap/pm/state'
import { expect, it, onTestFinished } from 'vitest'
import { openSession, type StorySession } from '../../renderer/state/session.ts'
import { isOpenClaim } from '../../shared/check/standing.ts'
import { readDocument } from '../../shared/document/build.ts'
import { newRequestId, type PersonId, type StoryId } from '../../shared/model/ids.ts'
import { type DeskProcess, linkTo, startDeskProcess, type WindowLink } from './desk-process.ts'
import { makeDice } from './dice.ts'

/** The long form runs 200: `npm run crash`. */
const rounds = Number(process.env.STET_KILLS ?? 6)
const seed = Number(process.env.STET_SEED ?? 1)
const targets = ['desk', 'starter', 'window'] as const
type Target = (typeof targets)[number]

/** A window with a person at it, who types, tags and settles. */
interface Hand {
  readonly session: StorySession
  readonly link: WindowLink
  /** Words typed, in order; each stands for itself alone in the story. */
  readonly typed: string[]
  /** How many of them the window said were saved. */
  saved: number
  /** Settlings that were answered. */
  settled: number
  /** Settlings that were asked for and not answered yet. */
  readonly settling: Set<Promise<void>>
}

async function sitDown(desk: DeskProcess, personId: PersonId, storyId: StoryId): Promise<Hand> {
  const link = linkTo(desk, personId)
  await link.lasting.whenOpen()
  const session = await openSession(link, storyId)
  const hand: Hand = { session, link, typed: [], saved: 0, settled: 0, settling: new Set() }
  session.subscribe(() => {
    if (!session.hasUnsaved()) hand.saved = hand.typed.length
  })
  return hand
}

function type(hand: Hand, word: string, dice: () => number): void {
  const { state, view } = hand.session.editor
  const ends: number[] = []
  state.doc.descendants((node, position) => {
    if (node.type.name === 'paragraph') ends.push(position + node.nodeSize - 1)
  })
  const at = ends[Math.floor(dice() * ends.length)]
  if (at === undefined) throw new Error('the story has no paragraph')
  hand.typed.push(word)
  view.dispatch(state.tr.insertText(` ${word}.`, at))
}

function tag(hand: Hand, word: string): void {
  const { state, view } = hand.session.editor
  let found = -1
  state.doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(word) : -1
    if (at >= 0 && found < 0) found = position + at
  })
  if (found < 0) return
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, found, found + word.length)))
  hand.session.tagAtCaret()
}

function settle(hand: Hand, dice: () => number): void {
  const { claims, order } = hand.session.getState()
  const open = order.filter((id) => {
    const claim = claims.get(id)
    return claim !== undefined && isOpenClaim(claim)
  })
  const id = open[Math.floor(dice() * open.length)]
  if (id === undefined) return
  const asked = hand.session.settle(id, 'confirmed').then(
    () => {
      hand.settled++
    },
    // Somebody else changed the words or settled it: the desk says so, and nothing was written.
    () => {},
  )
  hand.settling.add(asked)
  void asked.finally(() => hand.settling.delete(asked))
}

/** Types on until told to stop; the words are named by round and window, so that each is itself alone. */
async function work(hand: Hand, name: string, dice: () => number, isOver: () => boolean): Promise<void> {
  for (let count = 1; !isOver(); count++) {
    const word = `${name}w${count}`
    type(hand, word, dice)
    if (dice() < 0.25) tag(hand, word)
    if (dice() < 0.25) settle(hand, dice)
    await wait(dice() * 25)
  }
}

async function rests(hand: Hand): Promise<void> {
  const deadlineMs = Date.now() + 60_000
  while (hand.session.hasUnsaved() || hand.settling.size > 0) {
    if (Date.now() > deadlineMs) throw new Error(`not saved: ${JSON.stringify(hand.session.getState().save)}`)
    await wait(10)
  }
}

it(`${rounds} times desk, starter or window is killed while two windows type, tag and settle: nothing acknowledged is lost, nothing comes twice`, {
  timeout: 60_000 + rounds * 30_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-crash-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const desk = await startDeskProcess(folder)
  onTestFinished(() => desk.stop())
  const dice = makeDice(seed)
  const hall = linkTo(desk, null)
  await hall.lasting.whenOpen()
  const people: PersonId[] = []
  for (const [name, initials] of [
    ['Ada Quill', 'AQ'],
    ['Grace Marten', 'GM'],
  ] as const) {
    const person = { name, initials, role: 'checker' as const }
    people.push((await hall.client.people.add({ requestId: newRequestId(), person })).id)
  }
  const [ada, grace] = people
  if (!ada || !grace) throw new Error('two people work here')
  hall.lasting.setPerson(ada)
  const { id: storyId } = await hall.client.stories.create({ requestId: newRequestId(), headline: 'Plug' })
  const first = await openSession(hall, storyId)
  const paragraphs = ['Start.', 'Middle.', 'End.'].map((text) =>
    first.editor.schema.node('paragraph', null, [first.editor.schema.text(text)]),
  )
  first.editor.view.dispatch(first.editor.state.tr.insert(first.editor.state.doc.content.size, paragraphs))
  while (first.hasUnsaved()) await wait(10)
  await first.close()

  let hands = [await sitDown(desk, ada, storyId), await sitDown(desk, grace, storyId)]
  /** Words that windows said were saved, and those of windows that crashed before they could be. */
  const acknowledged: string[] = []
  const unsure = new Set<string>()
  let settlings = 0
  let unsureSettlings = 0
  const counts = { desk: 0, starter: 0, window: 0 } satisfies Record<Target, number>
  const sums = { words: 0, savedAtKill: 0, settlings: 0 }

  for (let round = 1; round <= rounds; round++) {
    const target = targets[Math.floor(dice() * targets.length)] ?? 'desk'
    counts[target]++
    let isOver = false
    const working = hands.map((hand, at) =>
      work(hand, `r${round}${at === 0 ? 'a' : 'g'}`, dice, () => isOver),
    )
    await wait(40 + dice() * 260)
    sums.savedAtKill += hands.reduce((sum, hand) => sum + hand.saved, 0)
    if (target === 'window') {
      const gone = hands[0]
      if (!gone) throw new Error('a window is there')
      // What it was told is what counts; a page that is gone hears and sends nothing more.
      const { saved, settled } = gone
      unsureSettlings += gone.settling.size
      gone.link.crash()
      isOver = true
      await Promise.all(working)
      acknowledged.push(...gone.typed.slice(0, saved))
      for (const word of gone.typed.slice(saved)) unsure.add(word)
      settlings += settled
      void gone.session.close().catch(() => {})
      hands = [await sitDown(desk, ada, storyId), ...hands.slice(1)]
    } else {
      await (target === 'desk' ? desk.kill() : desk.killStarter())
      // The windows type on while nobody answers.
      await wait(dice() * 60)
      isOver = true
      await Promise.all(working)
      await desk.start()
    }
    // By themselves: nobody opens anything again.
    for (const hand of hands) {
      await rests(hand)
      sums.words += hand.typed.length
      sums.settlings += hand.settled
      acknowledged.push(...hand.typed.splice(0))
      hand.saved = 0
      settlings += hand.settled
      hand.settled = 0
    }

    const opened = await hall.client.stories.open({ storyId })
    const text = readDocument(opened.document).textContent
    const lost = acknowledged.filter((word) => text.split(`${word}.`).length < 2)
    const twice = [...acknowledged, ...unsure].filter((word) => text.split(`${word}.`).length > 2)
    expect({ round, target, lost, twice }).toEqual({ round, target, lost: [], twice: [] })
    for (const hand of hands) expect(hand.session.editor.state.doc.textContent).toBe(text)
    const trail = await hall.client.stories.trail({ storyId })
    const settledEvents = trail.filter((event) => event.kind === 'claim.settled').length
    expect(settledEvents).toBeGreaterThanOrEqual(settlings)
    expect(settledEvents).toBeLessThanOrEqual(settlings + unsureSettlings)
    if (round % 10 === 0 || round === rounds) {
      expect((await hall.client.desk.verify()).findings).toEqual([])
    }
  }
  console.log(
    JSON.stringify({
      rounds,
      seed,
      ...counts,
      ...sums,
      acknowledged: acknowledged.length,
      settlings,
      lost: 0,
      twice: 0,
    }),
  )
  for (const hand of hands) {
    await hand.session.close()
    hand.link.lasting.close()
  }
  hall.lasting.close()
})
