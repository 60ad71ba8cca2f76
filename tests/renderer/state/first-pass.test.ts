import { TextSelection } from '@tiptap/pm/state'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FirstPassWatch, makeFirstPass } from '../../../renderer/state/first-pass.ts'
import { type FromWorker, type ToWorker, takeIn } from '../../../renderer/state/first-pass-messages.ts'
import { silentMs, watchedReader } from '../../../renderer/state/first-pass-reader.ts'
import { judging } from '../../../renderer/state/judging.ts'
import { openSession, type StorySession } from '../../../renderer/state/session.ts'
import { defaultDeskRules } from '../../../shared/check/rules.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { MarkedBlocks } from '../../../shared/mark/marked-blocks.ts'
import { defaultFirstPass } from '../../../shared/mark/settings.ts'
import { openAuthority } from './authority.ts'

const paragraphs = [
  'The mill was built in 1911 by forty men.',
  '“We heard it crack,” said Odile Brandt, “and then we ran for the river.”',
  'Nobody knows more.',
  'The repair cost 340,000 crowns in 2019.',
]

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  judging.set((now) => ({ ...now, rules: defaultDeskRules }))
  vi.useRealTimers()
})

const soon = (ms = 2000) => vi.advanceTimersByTimeAsync(ms)

/** A story under the first pass, of which a test says when the thread answers, where it wants to. */
async function open(texts: readonly string[] = paragraphs) {
  const document = buildDocument(
    { headline: 'The mill' },
    texts.map((text) => schema.node('paragraph', null, [schema.text(text)])),
  )
  const authority = openAuthority(document.toJSON())
  const wire = authority.connect(() => 1)
  const opening = openSession(wire.link, authority.storyId)
  await soon()
  const session = await opening
  const heard: ToWorker[] = []
  const held: (() => void)[] = []
  let isHeld = false
  /** How many of the threads that are still to be started break off at once, and how many were started. */
  let broken = 0
  let started = 0
  let breakOff = () => {}
  /** How many that were started run still. */
  let running = 0
  /** Whether a thread says nothing any more. */
  let hangs = false
  const watch = makeFirstPass(session, (hear) => {
    const story = new MarkedBlocks()
    let count = 0
    started++
    running++
    const isBroken = broken-- > 0
    breakOff = () => hear({ kind: 'failed' })
    return {
      send(message) {
        heard.push(structuredClone(message))
        if (hangs) return
        if (isBroken) {
          queueMicrotask(breakOff)
          return
        }
        takeIn(story, message)
        count++
        // In two parts, as a long story is told.
        const [first, ...rest] = story.read()
        const answer = () => {
          if (first) hear({ kind: 'marks', blocks: [first], isLast: false })
          hear({ kind: 'marks', blocks: rest, isLast: true })
        }
        if (isHeld) held.push(answer)
        else queueMicrotask(answer)
        const of = count
        setTimeout(() => hear({ kind: 'findings', findings: story.findings(), heard: of }), 500)
      },
      stop: () => {
        running--
      },
    }
  })
  const stop = watch.subscribe(() => {})
  await soon()
  return {
    session,
    watch,
    heard,
    stop,
    started: () => started,
    running: () => running,
    hang: (isSo: boolean) => {
      hangs = isSo
    },
    /** The thread breaks off, and so many of those that follow it. */
    fail: (more = 0) => {
      broken = more
      breakOff()
    },
    hold: () => {
      isHeld = true
    },
    answer: () => {
      isHeld = false
      for (const give of held.splice(0)) give()
    },
    words: () => watch.get().proposals.map((one) => one.mark.words),
    /** What would be painted now, without waiting for a list. */
    painted: () =>
      watch
        .between(0, session.editor.state.doc.childCount)
        .map(({ from, to }) => session.editor.state.doc.textBetween(from, to)),
  }
}

function placeOf(session: StorySession, words: string): number {
  let found = -1
  session.editor.state.doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (at >= 0 && found < 0) found = position + at
  })
  if (found < 0) throw new Error(`no “${words}” in the text`)
  return found
}

function type(session: StorySession, text: string, before: string): void {
  const { state, view } = session.editor
  view.dispatch(state.tr.insertText(text, placeOf(session, before)))
}

function askedOf(watch: FirstPassWatch, words: string) {
  const found = watch.get().proposals.find((one) => one.mark.words === words)
  if (!found) throw new Error(`“${words}” is not proposed`)
  return found.asked
}

const quote = '“We heard it crack,” “and then we ran for the river.”'

describe('what is proposed in an open story', () => {
  test('is listed with where it stands, a quote of several parts as one', async () => {
    const { words, watch, session } = await open()
    expect(words()).toContain(quote)
    const found = watch.get().proposals.find((one) => one.mark.words === quote)
    expect(found?.parts.map(({ from, to }) => session.editor.state.doc.textBetween(from, to))).toEqual([
      '“We heard it crack,”',
      '“and then we ran for the river.”',
    ])
  })

  test('is told to the thread by the blocks that changed, and by no others', async () => {
    const { session, heard } = await open()
    type(session, 'very ', 'forty')
    await soon()
    expect(heard).toHaveLength(2)
    expect(heard.at(-1)).toMatchObject({
      kind: 'change',
      removed: 1,
      blocks: [[{ text: 'The mill was built in 1911 by very forty men.' }]],
    })
  })

  test('stays on its words while they are edited, before the thread has answered', async () => {
    const { session, painted, hold, answer } = await open()
    const before = painted()
    hold()
    type(session, 'Look: ', 'The repair')
    await soon(130)
    type(session, 'Well. ', 'Nobody')
    expect(painted()).toEqual(before)
    type(session, 'x', '1911')
    expect(painted()).not.toContain(before[0])
    answer()
    await soon()
    expect(painted()).toContain('“We heard it crack,” said Odile Brandt, “and then we ran for the river.”')
  })

  test('follows edits that come while the thread is at work: its answer is for the text of which it was told', async () => {
    const { session, painted, hold, answer } = await open()
    hold()
    type(session, 'In 1987 it had 23 wheels. ', 'Nobody')
    await soon(130)
    const { state, view } = session.editor
    view.dispatch(
      state.tr.insert(
        0 + state.doc.child(0).nodeSize + state.doc.child(1).nodeSize + 4,
        schema.node('paragraph', null, [schema.text('And before.')]),
      ),
    )
    answer()
    expect(painted().some((one) => one.includes('1987'))).toBe(true)
    await soon()
    expect(painted().some((one) => one.includes('1987'))).toBe(true)
  })

  test('is not shown where a claim has a word of it, and is when the claim is gone', async () => {
    const { session, words, painted } = await open()
    const { state, view } = session.editor
    const from = placeOf(session, '340,000')
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, from + 7)))
    session.tagAtCaret()
    expect(painted().some((one) => one.includes('340,000'))).toBe(false)
    await soon()
    expect(words().some((one) => one.includes('340,000'))).toBe(false)
    session.format('undo')
    await soon()
    expect(words().some((one) => one.includes('340,000'))).toBe(true)
  })

  test('is gone once it is dismissed, stays so through an edit, and comes back when that is taken back', async () => {
    const { session, words, watch } = await open()
    const dismissing = session.dismissals.dismiss([{ ...askedOf(watch, quote), facets: ['quote'] }])
    await soon()
    const made = await dismissing
    watch.refresh()
    expect(words()).not.toContain(quote)
    type(session, 'old ', 'river')
    await soon()
    type(session, '', 'river')
    session.format('undo')
    await soon()
    expect(words()).not.toContain(quote)
    const taking = session.dismissals.takeBack(made.map((one) => one.id))
    await soon()
    await taking
    expect(words()).toContain(quote)
  })

  test('of one person is proposed still when the same words of another are dismissed', async () => {
    const { session, words, watch } = await open([
      '“We knew of it,” said Odile Brandt.',
      '“We knew of it,” said Jonas Veer.',
      '“We knew of it,” said Odile Brandt again.',
      'Odile Brandt was accused of fraud in May. Jonas Veer was accused of fraud in June.',
    ])
    const yes = '“We knew of it,”'
    expect(words().filter((one) => one === yes)).toHaveLength(3)
    const first = watch.get().proposals[0]
    expect(first?.mark.speaker?.name).toBe('Odile Brandt')
    const dismissing = session.dismissals.dismiss([{ ...askedOf(watch, yes), facets: ['quote'] }])
    await soon()
    await dismissing
    watch.refresh()
    const left = watch.get().proposals.filter((one) => one.mark.words === yes)
    expect(left.map((one) => one.mark.speaker?.name)).toEqual(['Jonas Veer'])
    const accusations = () => watch.get().proposals.filter((one) => one.mark.facets.includes('accusation'))
    expect(accusations()).toHaveLength(2)
    const [accusation] = accusations()
    const putting = session.dismissals.dismiss([
      { what: 'statement', words: accusation?.asked.words ?? '', facets: ['accusation'] },
    ])
    await soon()
    await putting
    watch.refresh()
    expect(accusations()).toHaveLength(1)
  })

  test('becomes claims of the very words in one step, with who said it and what it was proposed for', async () => {
    const { session, watch, words } = await open()
    const plans = watch.get().proposals.map(({ mark, from, to }) => ({
      from,
      to,
      kind: mark.kind,
      speaker: mark.speaker,
      facets: mark.facets,
    }))
    const before = words().length
    const ids = session.tagProposed(plans)
    expect(ids).toHaveLength(before)
    const { claims } = session.getState()
    const made = ids.map((id) => claims.get(id))
    expect(made.map((claim) => claim?.proposedFor)).toEqual(plans.map((plan) => plan.facets))
    const quoted = made.find((claim) => claim?.kind === 'quote')
    expect(quoted?.speaker?.name).toBe('Odile Brandt')
    expect(quoted?.words).toBe('“We heard it crack,” said Odile Brandt, “and then we ran for the river.”')
    watch.refresh()
    expect(words()).toEqual([])
    session.format('undo')
    watch.refresh()
    expect(words()).toHaveLength(before)
  })

  test('is nothing where the desk wants none, and all of it again when it does', async () => {
    const { words, watch } = await open()
    const isOn = (on: boolean) =>
      judging.set((now) => ({
        ...now,
        rules: { ...now.rules, firstPass: { ...now.rules.firstPass, isOn: on } },
      }))
    const before = words()
    isOn(false)
    expect(watch.get()).toEqual({
      isOn: false,
      hasFailed: false,
      progress: null,
      proposals: [],
      findings: [],
      isQuestioned: false,
    })
    isOn(true)
    await soon()
    expect(words()).toEqual(before)
  })

  test('names each by its words and which of them it is, the same when one before it goes', async () => {
    const { session, watch } = await open()
    const { state, view } = session.editor
    const text = schema.node('paragraph', null, [schema.text('The repair cost 340,000 crowns in 2019.')])
    view.dispatch(state.tr.insert(state.doc.child(0).nodeSize + 6, text))
    await soon()
    const keys = watch.get().proposals.map((one) => one.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => key.includes('340000')).map((key) => key.at(-1))).toEqual(['1', '2'])
  })
})

describe('a thread that breaks off', () => {
  test('is followed by another, which reads the story as it is now', async () => {
    const { session, watch, words, fail, started, heard } = await open()
    type(session, 'In 1987 it had 23 wheels. ', 'Nobody')
    fail()
    await soon()
    expect(started()).toBe(2)
    expect(heard.at(-1)?.kind).toBe('begin')
    expect(watch.get()).toMatchObject({ hasFailed: false, progress: null })
    expect(words().some((one) => one.includes('1987'))).toBe(true)
    fail()
    await soon()
    expect(started()).toBe(3)
    expect(watch.get().hasFailed).toBe(false)
  })

  test('is given up when the second does too, until somebody begins it anew; what was found stays on its words', async () => {
    const { session, watch, words, fail, started } = await open()
    const before = words()
    fail(1)
    await soon()
    expect(watch.get()).toMatchObject({ isOn: true, hasFailed: true, progress: null })
    expect(started()).toBe(2)
    expect(words()).toEqual(before)
    type(session, 'In 1987 it had 23 wheels. ', 'Nobody')
    await soon()
    expect(started()).toBe(2)
    expect(words()).toEqual(before)
    watch.again()
    expect(watch.get().hasFailed).toBe(false)
    await soon()
    expect(started()).toBe(3)
    expect(words().some((one) => one.includes('1987'))).toBe(true)
    expect(words()).toEqual(expect.arrayContaining(before))
  })

  test('that was stopped is not heard any more', async () => {
    const { watch, fail, started, stop } = await open()
    stop()
    fail()
    await soon()
    expect(started()).toBe(1)
    expect(watch.get().hasFailed).toBe(false)
  })
})

const minute = 60_000

describe('a thread with nothing to do', () => {
  test('is let go a minute after everything was delivered, and what it found stays', async () => {
    const { session, watch, words, painted, running, heard } = await open()
    const before = { words: words(), painted: painted(), findings: watch.get().findings }
    await soon(minute - 3000)
    expect(running()).toBe(1)
    type(session, 'x', 'Nobody')
    session.format('undo')
    await soon(minute - 3000)
    expect(running()).toBe(1)
    await soon(5000)
    expect(running()).toBe(0)
    await soon(10 * minute)
    expect(running()).toBe(0)
    expect(heard.map(({ kind }) => kind).filter((kind) => kind === 'begin')).toHaveLength(1)
    expect({ words: words(), painted: painted(), findings: watch.get().findings }).toEqual(before)
  })

  test('begins again at the next change, and nothing goes or is said to be read while it reads', async () => {
    const { session, watch, words, painted, running, heard, hold, answer } = await open()
    await soon(2 * minute)
    expect(running()).toBe(0)
    const keys = () => watch.get().proposals.map((one) => one.key)
    const before = { keys: keys(), painted: painted() }
    const seen: unknown[] = []
    watch.subscribe(() => {
      const { progress, proposals } = watch.get()
      seen.push([progress, proposals.length >= before.keys.length])
    })
    hold()
    type(session, 'In 1987 it had 23 wheels. ', 'Nobody')
    await soon()
    expect(running()).toBe(1)
    expect(heard.at(-1)?.kind).toBe('begin')
    expect({ keys: keys(), painted: painted() }).toEqual(before)
    answer()
    await soon()
    expect(keys()).toEqual(expect.arrayContaining(before.keys))
    expect(words().some((one) => one.includes('1987'))).toBe(true)
    expect(seen.length).toBeGreaterThan(0)
    for (const one of seen) expect(one).toEqual([null, true])
    await soon(2 * minute)
    expect(running()).toBe(0)
  })

  test('begins again when the desk wants something else', async () => {
    const { words, running } = await open()
    await soon(2 * minute)
    expect(running()).toBe(0)
    judging.set((now) => ({
      ...now,
      rules: { ...now.rules, firstPass: { ...now.rules.firstPass, facets: ['quote'] } },
    }))
    await soon()
    expect(words()).toEqual([quote])
  })
})

test('other settings are told alone, and the story is not read again for them', async () => {
  const { words, heard } = await open()
  const before = words()
  const look = (facets: readonly string[]) =>
    judging.set((now) => ({
      ...now,
      rules: {
        ...now.rules,
        firstPass: {
          ...now.rules.firstPass,
          facets: defaultFirstPass.facets.filter((one) => facets.includes(one)),
        },
      },
    }))
  look(['quote'])
  await soon()
  expect(words()).toEqual([quote])
  look(defaultFirstPass.facets)
  await soon()
  expect(words()).toEqual(before)
  expect(heard.map(({ kind }) => kind)).toEqual(['begin', 'judge', 'judge'])
})

describe('a thread that hangs', () => {
  test('is ended after a minute without a word and begun again once, with the story as it is now', async () => {
    const { session, watch, words, hang, started, running } = await open()
    hang(true)
    type(session, 'In 1987 it had 23 wheels. ', 'Nobody')
    await soon(minute - 5000)
    expect(started()).toBe(1)
    hang(false)
    await soon(10_000)
    expect([started(), running()]).toEqual([2, 1])
    expect(watch.get().hasFailed).toBe(false)
    expect(words().some((one) => one.includes('1987'))).toBe(true)
  })

  test('is told to have broken off when the next hangs too, and what was found stays', async () => {
    const { session, watch, words, hang, started, running } = await open()
    const before = words()
    hang(true)
    type(session, 'In 1987 it had 23 wheels. ', 'Nobody')
    await soon(3 * minute)
    expect([started(), running()]).toEqual([2, 0])
    expect(watch.get()).toMatchObject({ hasFailed: true, progress: null })
    expect(words()).toEqual(before)
    hang(false)
    watch.again()
    await soon()
    expect(watch.get().hasFailed).toBe(false)
    expect(words().some((one) => one.includes('1987'))).toBe(true)
  })

  test('is not one that says how far it is', async () => {
    vi.useFakeTimers()
    const heard: FromWorker[] = []
    let say: (message: FromWorker) => void = () => {}
    const reader = watchedReader((hear) => {
      say = hear
      return { send: () => {}, stop: () => {} }
    })((message) => heard.push(message))
    reader.send({ kind: 'judge', settings: defaultFirstPass })
    for (let read = 0; read < 10; read++) {
      await soon(1.5 * silentMs)
      say({ kind: 'progress', read, all: 10 })
    }
    expect(heard.map(({ kind }) => kind)).not.toContain('failed')
    say({ kind: 'marks', blocks: [], isLast: true })
    await soon(3 * silentMs)
    expect(heard.at(-1)?.kind).toBe('failed')
  })
})

describe('what does not fit together', () => {
  test('is nothing only once the story was gone through for it', async () => {
    const { watch, stop } = await open()
    expect(watch.get()).toMatchObject({ isQuestioned: true, findings: [] })
    stop()
    const other = makeFirstPass((await open()).session, () => ({ send: () => {}, stop: () => {} }))
    other.subscribe(() => {})
    await soon()
    expect(other.get()).toMatchObject({ isOn: true, isQuestioned: false, findings: [] })
  })

  test('is asked with its places, which follow the text, and no more once it is dismissed', async () => {
    const { session, watch } = await open()
    const { state, view } = session.editor
    const insert = (text: string) =>
      view.dispatch(
        session.editor.state.tr.insert(
          state.doc.child(0).nodeSize + 6,
          schema.node('paragraph', null, [schema.text(text)]),
        ),
      )
    insert('Monday, 5 May 2020 was cold.')
    await soon()
    const asked = () => watch.get().findings.filter((one) => one.reason.kind === 'weekday')
    const [finding] = asked()
    expect(asked()).toHaveLength(1)
    const read = () =>
      (finding ? watch.placesOf(finding) : []).map(({ from, to }) =>
        session.editor.state.doc.textBetween(from, to),
      )
    const before = read()
    expect(before.join()).toContain('Monday')
    insert('It rained.')
    expect(read()).toEqual(before)
    await soon()
    const dismissing = session.dismissals.dismiss([
      { what: 'finding', words: finding?.key ?? '', facets: [] },
    ])
    await soon()
    await dismissing
    watch.refresh()
    expect(asked()).toEqual([])
  })
})
