import { ORPCError } from '@orpc/client'
import { undo } from '@tiptap/pm/history'
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSession, type StorySession } from '../../../renderer/state/session.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import { openAuthority } from './authority.ts'

const paragraphs = [
  'The bridge opened in 1931. It carries 40,000 cars a day.',
  '“We are closing it,” said Mayor Anna Berg, “and we will not say when.”',
  'Nobody knows more.',
]

const story = () =>
  buildDocument(
    { headline: 'Bridge to close' },
    paragraphs.map((text) => schema.node('paragraph', null, [schema.text(text)])),
  )

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const soon = (ms = 2000) => vi.advanceTimersByTimeAsync(ms)

async function open(authority = openAuthority(story().toJSON()), delayMs: () => number = () => 5) {
  const wire = authority.connect(delayMs)
  const opening = openSession(wire.link, authority.storyId)
  await soon(1000)
  const session = await opening
  return { authority, session, ...wire }
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

function caret(session: StorySession, words: string): void {
  const { state, view } = session.editor
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, placeOf(session, words) + 1)))
}

function select(session: StorySession, words: string): void {
  const { state, view } = session.editor
  const from = placeOf(session, words)
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, from + words.length)))
}

function type(session: StorySession, text: string, before: string): void {
  const { state, view } = session.editor
  view.dispatch(state.tr.insertText(text, placeOf(session, before)))
}

const openClaim = (session: StorySession): Claim => {
  const { claims, openClaimId } = session.getState()
  return must(openClaimId && claims.get(openClaimId), 'a claim is open')
}

describe('what is written', () => {
  test('is said to be saving, reaches the desk and is then said to be saved', async () => {
    const { session, authority } = await open()
    expect(session.getState().save).toEqual({ kind: 'saved' })
    type(session, 'old ', 'bridge')
    expect(session.getState().save).toEqual({ kind: 'saving' })
    await soon()
    expect(session.getState().save).toEqual({ kind: 'saved' })
    expect(authority.document().textContent).toContain('The old bridge')
  })

  test('is gathered into the next write while one is under way', async () => {
    const { session, authority } = await open(undefined, () => 200)
    type(session, 'a ', 'bridge')
    await soon(150)
    for (const word of ['b ', 'c ', 'd ', 'e ']) type(session, word, 'bridge')
    await soon()
    expect(authority.writes()).toBe(2)
    expect(authority.version()).toBe(5)
  })

  test('is sent all the same where the page draws no more frames', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 1)
    vi.stubGlobal('cancelAnimationFrame', () => {})
    const { session, authority } = await open()
    type(session, 'old ', 'bridge')
    await soon()
    vi.unstubAllGlobals()
    expect(session.getState().save).toEqual({ kind: 'saved' })
    expect(authority.document().textContent).toContain('The old bridge')
  })

  test('is not saved at once when the link is lost, and is sent when it is back', async () => {
    const { session, authority, cut, mend } = await open()
    cut()
    type(session, 'old ', 'bridge')
    expect(session.getState().save).toEqual({ kind: 'notSaved', reason: 'the desk cannot be reached' })
    expect(session.hasUnsaved()).toBe(true)
    await soon(20_000)
    mend()
    await soon()
    expect(session.getState().save).toEqual({ kind: 'saved' })
    expect(authority.document().textContent).toContain('The old bridge')
  })

  test('whose answer was lost is there once', async () => {
    const authority = openAuthority(story().toJSON())
    let losing = 0
    const wire = authority.connect(
      () => 5,
      () => losing-- > 0,
    )
    const opening = openSession(wire.link, authority.storyId)
    await soon()
    const session = await opening
    losing = 1
    type(session, 'old ', 'bridge')
    await soon(10_000)
    expect(session.getState().save).toEqual({ kind: 'saved' })
    expect(authority.version()).toBe(1)
    expect(authority.document().textContent.split('old')).toHaveLength(2)
  })

  test('and could not be stored is sent again as the same request', async () => {
    const { session, authority } = await open()
    authority.refuse(new ORPCError('NOT_SAVED', { status: 503, data: { reason: 'the disk is full' } }))
    type(session, 'old ', 'bridge')
    await soon()
    const reason = expect.stringContaining('the disk is full')
    expect(session.getState().save).toEqual({ kind: 'notSaved', reason })
    authority.refuse(null)
    await soon(10_000)
    expect(session.getState().save).toEqual({ kind: 'saved' })
    expect(authority.requests().length).toBeGreaterThan(1)
    expect(new Set(authority.requests()).size).toBe(1)
  })

  test('and refused stays in the window with the reason, and is taken when it can be', async () => {
    const { session, authority } = await open()
    authority.refuse(new ORPCError('STEP_REFUSED', { status: 422, data: { reason: 'no' } }))
    type(session, 'old ', 'bridge')
    await soon()
    expect(session.getState().save).toMatchObject({
      kind: 'notSaved',
      reason: expect.stringContaining('(no)'),
    })
    expect(session.editor.state.doc.textContent).toContain('The old bridge')
    authority.refuse(null)
    type(session, 'very ', 'old')
    await soon()
    expect(session.getState().save).toEqual({ kind: 'saved' })
    expect(authority.document().textContent).toContain('The very old bridge')
  })

  test('is waited for by closing', async () => {
    const { session, authority, cut, mend } = await open()
    cut()
    type(session, 'old ', 'bridge')
    let isClosed = false
    const closing = session.close().then(() => {
      isClosed = true
    })
    await soon()
    expect(isClosed).toBe(false)
    mend()
    await soon(10_000)
    await closing
    expect(authority.document().textContent).toContain('The old bridge')
  })
})

describe('two windows on one story', () => {
  test('see each other’s words and claims', async () => {
    const { authority, session: one } = await open()
    const { session: other } = await open(authority)
    type(one, 'old ', 'bridge')
    caret(other, 'Nobody')
    other.tagAtCaret()
    await soon()
    expect(sameDocument(one.editor.state.doc, other.editor.state.doc)).toBe(true)
    const [id] = one.getState().order
    expect(one.getState().claims.get(must(id, 'a claim'))?.words).toBe('Nobody knows more.')
  })

  /** One letter that nothing else can come into the midst of. */
  const token = (i: number): string => String.fromCodePoint(0x4e00 + i)

  const edit = fc.record({
    who: fc.constantFrom(0, 1),
    at: fc.nat({ max: 160 }),
    waitMs: fc.constantFrom(0, 0, 3, 40, 400),
    link: fc.constantFrom('keep', 'keep', 'keep', 'cut', 'mend'),
  })

  test('lose nothing and double nothing, whatever the link does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 24 }), fc.nat(), async (edits, seed) => {
        const authority = openAuthority(story().toJSON())
        let turn = seed
        const chance = (): number => {
          turn = (turn * 1103515245 + 12345) % 2147483648
          return turn / 2147483648
        }
        let areAnswersLost = true
        const wires = [0, 1].map(() =>
          authority.connect(
            () => Math.floor(chance() * 120),
            () => areAnswersLost && chance() < 0.2,
          ),
        )
        areAnswersLost = false
        const opening = wires.map((wire) => openSession(wire.link, authority.storyId))
        await soon(500)
        const sessions = await Promise.all(opening)
        areAnswersLost = true
        for (const [i, one] of edits.entries()) {
          const session = must(sessions[one.who], 'two sessions')
          const { state, view } = session.editor
          const place = TextSelection.near(state.doc.resolve(Math.min(one.at, state.doc.content.size)))
          view.dispatch(state.tr.insertText(token(i), place.head))
          const wire = must(wires[one.who], 'two wires')
          if (one.link === 'cut') wire.cut()
          if (one.link === 'mend') wire.mend()
          await soon(one.waitMs)
        }
        areAnswersLost = false
        for (const wire of wires) wire.mend()
        await soon(60_000)
        const text = authority.document().textContent
        for (const i of edits.keys()) expect(text.split(token(i)).length).toBe(2)
        for (const session of sessions) {
          expect(session.getState().save).toEqual({ kind: 'saved' })
          expect(session.editor.state.doc.toJSON()).toEqual(authority.document().toJSON())
        }
      }),
      { numRuns: 60 },
    )
  })

  const action = fc.record({
    who: fc.constantFrom(0, 1),
    kind: fc.constantFrom('type', 'delete', 'tag', 'untag', 'undo', 'split'),
    at: fc.nat({ max: 200 }),
    length: fc.nat({ max: 25 }),
    waitMs: fc.constantFrom(0, 0, 10, 150),
    link: fc.constantFrom('keep', 'keep', 'cut', 'mend'),
  })

  test('come to the same text and the same claims after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 24 }), async (actions) => {
        const authority = openAuthority(story().toJSON())
        const wires = [7, 31].map((ms) => authority.connect(() => ms))
        const opening = wires.map((wire) => openSession(wire.link, authority.storyId))
        await soon(500)
        const sessions = await Promise.all(opening)
        for (const one of actions) {
          const session = must(sessions[one.who], 'two sessions')
          const { state, view } = session.editor
          const size = state.doc.content.size
          const from = TextSelection.near(state.doc.resolve(Math.min(one.at, size))).from
          const $from = state.doc.resolve(from)
          const to = Math.min($from.end(), from + one.length)
          switch (one.kind) {
            case 'type':
              view.dispatch(state.tr.insertText('new words ', from))
              break
            case 'delete':
              view.dispatch(state.tr.delete(from, to))
              break
            case 'tag':
              view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
              session.tagAtCaret()
              break
            case 'untag': {
              const id = session.getState().order[0]
              if (id) session.untag(id)
              break
            }
            case 'undo':
              undo(state, view.dispatch)
              break
            case 'split':
              if ($from.parent.type.name === 'paragraph') view.dispatch(state.tr.split(from))
          }
          const wire = must(wires[one.who], 'two wires')
          if (one.link === 'cut') wire.cut()
          if (one.link === 'mend') wire.mend()
          await soon(one.waitMs)
        }
        for (const wire of wires) wire.mend()
        await soon(60_000)
        const atDesk = new Map([...authority.claims()].filter(([, claim]) => claim.presence === 'inText'))
        for (const session of sessions) {
          expect(session.getState().save).toEqual({ kind: 'saved' })
          expect(session.editor.state.doc.toJSON()).toEqual(authority.document().toJSON())
          const inText = [...session.getState().claims.values()].filter(
            (claim) => claim.presence === 'inText',
          )
          expect(new Map(inText.map((claim) => [claim.id, claim.words]))).toEqual(
            new Map([...atDesk].map(([id, claim]) => [id, claim.words])),
          )
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('tagging', () => {
  test('one press tags the sentence at the caret, further presses widen, the other key narrows', async () => {
    const { session } = await open()
    caret(session, '1931')
    session.tagAtCaret()
    expect(openClaim(session)).toMatchObject({ kind: 'statement', words: 'The bridge opened in 1931.' })
    session.tagAtCaret()
    expect(openClaim(session).words).toBe(paragraphs[0])
    session.tagAtCaret()
    expect(session.getState().tagNotice).toContain('whole paragraph')
    session.narrowTag()
    session.narrowTag()
    expect(openClaim(session).words).toBe('1931')
    expect(session.getState().order).toHaveLength(1)
  })

  test('within quotation marks the whole quote is tagged, with its speaker', async () => {
    const { session, authority } = await open()
    caret(session, 'closing')
    session.tagAtCaret()
    expect(openClaim(session)).toMatchObject({
      kind: 'quote',
      words: paragraphs[1],
      speaker: { name: 'Anna Berg', role: 'Mayor' },
    })
    await soon()
    expect(authority.claims().get(openClaim(session).id)?.speaker?.name).toBe('Anna Berg')
  })

  test('a selection is tagged as it is selected', async () => {
    const { session } = await open()
    select(session, '40,000 cars')
    session.tagAtCaret()
    expect(openClaim(session).words).toBe('40,000 cars')
  })

  test('the same sentence is not tagged twice', async () => {
    const { session } = await open()
    caret(session, '1931')
    session.tagAtCaret()
    caret(session, 'opened')
    session.tagAtCaret()
    expect(session.getState().order).toHaveLength(1)
  })

  test('from the headline into the body is refused with the reason, until something else is done', async () => {
    const { session } = await open()
    const { state, view } = session.editor
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, 3, placeOf(session, 'bridge') + 3)))
    session.tagAtCaret()
    expect(session.getState().tagNotice).toBe('One claim cannot reach from the headline into the body.')
    expect(session.getState().order).toHaveLength(0)
    caret(session, '1931')
    expect(session.getState().tagNotice).toBeNull()
  })

  test('a claim can be put on other words, split, merged and untagged', async () => {
    const { session, authority } = await open()
    select(session, 'The bridge')
    session.tagAtCaret()
    const { id } = openClaim(session)
    select(session, 'It carries 40,000 cars a day.')
    session.changeSpan(id)
    expect(session.getState().claims.get(id)?.words).toBe('It carries 40,000 cars a day.')
    caret(session, '40,000')
    const { state, view } = session.editor
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, placeOf(session, '40,000'))))
    session.split(id)
    const words = () => session.getState().order.map((one) => session.getState().claims.get(one)?.words)
    expect(words()).toEqual(['It carries', '40,000 cars a day.'])
    await soon()
    const second = must(session.getState().order[1], 'a second claim')
    expect(authority.claims().get(second)?.copiedFrom).toBe(id)
    session.untag(id)
    expect(words()).toEqual(['40,000 cars a day.'])
  })

  test('undoing a tag takes the claim away, redoing brings it back', async () => {
    const { session } = await open()
    caret(session, '1931')
    session.tagAtCaret()
    session.format('undo')
    expect(session.getState().order).toHaveLength(0)
    session.format('redo')
    expect(session.getState().order).toHaveLength(1)
  })
})

describe('the claims of a session', () => {
  test('follow the words as they are typed, before the desk has answered', async () => {
    const { session } = await open()
    caret(session, '1931')
    session.tagAtCaret()
    type(session, 'old ', 'bridge')
    expect(openClaim(session).words).toBe('The old bridge opened in 1931.')
  })

  test('are listed as removed with their last words when the words are deleted, and return with undo', async () => {
    const { session } = await open()
    caret(session, 'Nobody')
    session.tagAtCaret()
    const { id } = openClaim(session)
    await soon()
    select(session, 'Nobody knows more.')
    const { state, view } = session.editor
    view.dispatch(state.tr.deleteSelection())
    expect(session.getState().claims.get(id)).toMatchObject({
      presence: 'removed',
      words: 'Nobody knows more.',
    })
    await soon()
    expect(session.getState().claims.get(id)?.presence).toBe('removed')
    session.format('undo')
    expect(session.getState().claims.get(id)?.presence).toBe('inText')
  })

  test('stand in the order of the text', async () => {
    const { session } = await open()
    for (const words of ['Nobody', '1931', 'bridge']) {
      select(session, words)
      session.tagAtCaret()
    }
    const { order, claims } = session.getState()
    expect(order.map((id) => claims.get(id)?.words)).toEqual(['bridge', '1931', 'Nobody'])
  })

  test('open when the caret comes into them, but not by typing', async () => {
    const { session } = await open()
    select(session, 'Nobody knows')
    session.tagAtCaret()
    const { id } = openClaim(session)
    session.openClaim(null)
    type(session, 'now ', 'knows')
    expect(session.getState().openClaimId).toBeNull()
    caret(session, 'knows')
    expect(session.getState().openClaimId).toBe(id)
  })

  test('are settled with the words that are seen, after these are at the desk', async () => {
    const { session, authority } = await open()
    caret(session, '1931')
    session.tagAtCaret()
    type(session, 'old ', 'bridge')
    const { id } = openClaim(session)
    const settling = session.settle(id, 'confirmed')
    expect(session.getState().claims.get(id)?.status).toBe('confirmed')
    await soon()
    await settling
    expect(authority.claims().get(id)?.status).toBe('confirmed')
    expect(session.getState().claims.get(id)?.status).toBe('confirmed')
  })

  test('are taken back after what was settled just before has reached the desk', async () => {
    const { session, authority } = await open()
    caret(session, '1931')
    session.tagAtCaret()
    type(session, 'old ', 'bridge')
    const { id } = openClaim(session)
    const settling = session.settle(id, 'wrong')
    const takingBack = session.takeBackMany([id])
    await soon()
    await settling
    expect(await takingBack).toBe(1)
    expect(authority.claims().get(id)?.status).toBe('unchecked')
  })

  test('say which settling the person saw, but none on top of an own one that is on its way', async () => {
    const { session, authority } = await open()
    caret(session, '1931')
    session.tagAtCaret()
    const { id } = openClaim(session)
    await soon()
    const settlings = [session.settle(id, 'wrong'), session.settle(id, 'confirmed')]
    await soon()
    await Promise.all(settlings)
    const others = { personId: authority.claims().get(id)?.taggedBy ?? '', atMs: 7 }
    const onTop = session.settle(id, 'queried', '', others as never)
    await soon()
    await onTop
    expect(authority.seenSettlings()).toEqual([null, undefined, others])
  })

  test('are settled several at once; those that moved at the desk meanwhile go back to what they were', async () => {
    const { session, authority } = await open()
    const ids: ClaimId[] = []
    for (const words of ['1931', 'knows']) {
      caret(session, words)
      session.tagAtCaret()
      ids.push(openClaim(session).id)
    }
    await soon()
    const [kept, moved] = ids
    if (!kept || !moved || kept === moved) throw new Error('two claims were tagged')
    const atDesk = authority.claims().get(moved)
    if (!atDesk) throw new Error('the desk has the claim')
    authority.claims().set(moved, { ...atDesk, words: 'other words' })
    const statusOf = (id: ClaimId) => session.getState().claims.get(id)?.status
    const settling = session.settleMany(ids, 'confirmed')
    expect(ids.map(statusOf)).toEqual(['confirmed', 'confirmed'])
    await soon()
    expect(await settling).toEqual([moved])
    expect([statusOf(kept), statusOf(moved)]).toEqual(['confirmed', 'unchecked'])
    const takingBack = session.takeBackMany(ids)
    await soon()
    expect(await takingBack).toBe(1)
    expect([statusOf(kept), statusOf(moved)]).toEqual(['unchecked', 'unchecked'])
  })

  test('show a change at once and take it back when the desk refuses', async () => {
    const { session } = await open()
    caret(session, '1931')
    session.tagAtCaret()
    const { id } = openClaim(session)
    await soon()
    const refused = session.setNote(id, 'refuse me')
    const outcome = expect(refused).rejects.toMatchObject({ code: 'NO_PERSON' })
    expect(session.getState().claims.get(id)?.note).toBe('refuse me')
    await soon()
    await outcome
    expect(session.getState().claims.get(id)?.note).toBe('')
  })

  test('cannot be settled while the text cannot be brought to the desk', async () => {
    const { session, cut } = await open()
    caret(session, '1931')
    session.tagAtCaret()
    const { id } = openClaim(session)
    cut()
    const refused = session.settle(id, 'wrong')
    const outcome = expect(refused).rejects.toThrow('the desk cannot be reached')
    await soon()
    await outcome
    expect(session.getState().claims.get(id)?.status).toBe('unchecked')
  })
})
