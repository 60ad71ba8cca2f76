import { describe, expect, it } from 'vitest'
import { gateAhead, gateOf, isCleared } from '../../../shared/check/gate.ts'
import { nothingRead } from '../../../shared/check/read.ts'
import { defaultDeskRules } from '../../../shared/check/rules.ts'
import { schema } from '../../../shared/document/schema.ts'
import { askKinds, blockKinds, type GateKind } from '../../../shared/model/gate.ts'
import { isOverridable, mayShareReason, overridableKinds } from '../../../shared/model/override.ts'
import {
  backupOn,
  checkerId,
  claimOf,
  clearingOf,
  editorId,
  figure,
  fixOf,
  gatedOf,
  gateFor,
  linesOf,
  type MadeStory,
  nowMs,
  overrideOf,
  readAll,
  settled,
  settlingOf,
  sourceOf,
  textOfStory,
} from './gated.ts'

const words = 'four boats'
const body = ['He saw four boats. The bell rang.']
const register = sourceOf()
const backed = { backup: [backupOn(register.id)] }
const confirmed = settled(1, words, 'confirmed', backed)
/** A story in which nothing blocks and nothing is asked. */
const clear: MadeStory = { body, tagged: [words], claims: [confirmed], sources: [register] }

const place = {
  block: 'paragraph',
  sentence: 'He saw four boats.',
  preceding: '',
  following: 'The bell rang.',
  isQuoted: false,
  startsSentence: false,
}

function blocks(story: MadeStory): string[] {
  return linesOf(gateFor(story).blocks)
}

function asks(story: MadeStory): string[] {
  const gate = gateFor(story)
  expect(linesOf(gate.blocks)).toEqual([])
  return linesOf(gate.asks)
}

describe('the gate blocks', () => {
  it('nothing of a story that is read, checked and backed', () => {
    expect(gateFor(clear)).toEqual({ clear: true, blocks: [], asks: [], excused: [], cleared: null })
  })

  it('sentences that nobody read as they stand, with the very words', () => {
    const gate = gateOf({ ...gatedOf(clear), read: nothingRead })
    expect(linesOf(gate.blocks)).toEqual([
      'unread The mill',
      'unread By Ada Berg',
      'unread He saw four boats.',
      'unread The bell rang.',
    ])
    expect(gate.clear).toBe(false)
  })

  it('the same where a long story was gone through a little at a time before', () => {
    const paragraphs = Array.from({ length: 70 }, (_, at) => `Boat ${at} came. The bell rang ${at} times.`)
    const story: MadeStory = { ...clear, body: [...body, ...paragraphs] }
    const given = { ...gatedOf(story), read: nothingRead }
    const before = gateOf({ ...gatedOf(story), read: nothingRead })
    expect([...gateAhead(given)].length).toBeGreaterThan(2)
    expect(linesOf(gateOf(given).blocks)).toEqual(linesOf(before.blocks))
  })

  it('a claim that is unchecked, queried, wrong or unverified', () => {
    expect(blocks({ ...clear, claims: [claimOf(1, words)] })).toEqual(['unchecked 1'])
    for (const status of ['queried', 'wrong', 'unverified'] as const) {
      expect(blocks({ ...clear, claims: [settled(1, words, status)] })).toEqual([`${status} 1`])
    }
  })

  it('a claim that is settled on other words, and not one that differs in typography', () => {
    const on = (was: string) => ({ ...confirmed, settling: settlingOf('confirmed', was) })
    expect(blocks({ ...clear, claims: [on('five boats')] })).toEqual(['changed 1'])
    expect(blocks({ ...clear, claims: [on('four\u00a0boats')] })).toEqual([])
  })

  it('a claim that was settled on a source that is another now', () => {
    const moved = { backupId: backed.backup[0]?.id ?? ('' as never), parts: ['url' as const] }
    expect(blocks({ ...clear, claims: [{ ...confirmed, changedGround: [moved] }] })).toEqual(['changed 1'])
  })

  it('a claim that is confirmed without the backup that the desk wants', () => {
    expect(blocks({ ...clear, claims: [settled(1, words, 'confirmed')] })).toEqual(['thin 1'])
  })

  it('what stands on the author’s word, until an editor says yes', () => {
    const claim = settled(1, words, 'onAuthor')
    expect(blocks({ ...clear, claims: [claim] })).toEqual(['onAuthor 1'])
    const yes = { ...claim, overrides: [overrideOf('onAuthor', words)] }
    expect(blocks({ ...clear, claims: [yes] })).toEqual([])
  })

  it('fixes that nobody decided about, on removed claims too', () => {
    const open = { ...confirmed, fixes: [fixOf()] }
    expect(blocks({ ...clear, claims: [open] })).toEqual(['openFix 1'])
    expect(blocks({ body, claims: [{ ...open, presence: 'removed' as const }] })).toEqual(['openFix 1'])
    const decision = { kind: 'rejected' as const, reason: 'no', personId: editorId, atMs: nowMs }
    expect(blocks({ ...clear, claims: [{ ...open, fixes: [fixOf({ decision })] }] })).toEqual([])
  })

  it('a legal flag that is not cleared for these very words, or waits for its second reader', () => {
    const flagged = { ...confirmed, isLegal: true }
    expect(blocks({ ...clear, claims: [flagged] })).toEqual(['legal 1'])
    const clearedFor = (its: string) => ({
      ...flagged,
      legalClearing: { words: its, note: '', personId: editorId, atMs: nowMs },
    })
    expect(blocks({ ...clear, claims: [clearedFor('five boats')] })).toEqual(['legal 1'])
    expect(blocks({ ...clear, claims: [clearedFor(words)] })).toEqual([])
    const asked = { readerId: null, askedBy: editorId, askedAtMs: 0, done: null }
    expect(blocks({ ...clear, claims: [{ ...clearedFor(words), secondReading: asked }] })).toEqual([
      'legal 1',
    ])
  })

  it('TK wherever it stands, and no longer word or name that has those letters', () => {
    const tk = (text: string) => blocks({ body: [text] })
    expect(tk('There were TK boats.')).toEqual(['tk There were TK boats.'])
    expect(tk('There were [TKTK] boats; age tktk.')).toHaveLength(2)
    expect(tk('HTK and TKO and Atk, tk.')).toEqual([])
    const note = schema.node('editorsNote', null, [schema.text('TK')])
    expect(blocks({ body: ['The bell rang.', note], headline: 'The mill TK' })).toEqual([
      'tk The mill TK',
      'tk TK',
    ])
  })

  it('a story without a byline, and a figure without a credit', () => {
    expect(blocks({ body, byline: ' – ' })).toEqual(['noByline'])
    expect(blocks({ body: [...body, figure('')] })).toEqual(['noCredit The mill in May.'])
    expect(blocks({ body: [...body, figure('Anna Berg')] })).toEqual([])
  })
})

describe('the gate asks, and does not block', () => {
  it('about a claim in another context', () => {
    const other = { ...place, sentence: 'He saw four boats, he said.' }
    const settling = settlingOf('confirmed', words, { place: other })
    expect(asks({ ...clear, claims: [{ ...confirmed, settling, place }] })).toEqual(['context 1'])
  })

  it('about removed claims, and says nothing else of them', () => {
    const removed = settled(1, words, 'wrong', { presence: 'removed', isLegal: true })
    expect(asks({ body, claims: [removed] })).toEqual(['removed 1'])
  })

  it('about a source that says otherwise and still stands', () => {
    const other = sourceOf({ title: 'The log' })
    const claim = { ...confirmed, backup: [...backed.backup, backupOn(other.id, { stance: 'contradicts' })] }
    expect(asks({ ...clear, claims: [claim], sources: [register, other] })).toEqual(['contradicted 1'])
    const retracted = { ...other, standing: 'retracted' as const }
    expect(asks({ ...clear, claims: [claim], sources: [register, retracted] })).toEqual([])
  })

  it('about a check that is older than the desk allows', () => {
    const atMs = nowMs - 2 * 24 * 60 * 60 * 1000
    const claim = {
      ...confirmed,
      subject: 'toll' as const,
      settling: settlingOf('confirmed', words, { atMs }),
    }
    expect(asks({ ...clear, claims: [claim] })).toEqual(['old 1'])
    expect(asks({ ...clear, claims: [{ ...claim, subject: 'none' as const }] })).toEqual([])
  })

  it('about words that were confirmed by who wrote them, unless one person works alone', () => {
    const settling = settlingOf('confirmed', words, { writtenBy: [checkerId] })
    const own = { ...clear, claims: [{ ...confirmed, settling }] }
    expect(asks(own)).toEqual(['ownWords 1'])
    expect(asks({ ...own, given: { isDeskOfOne: true } })).toEqual([])
  })

  it('what a desk moved among its blocks does block, and can be let pass', () => {
    const removed = settled(1, words, 'confirmed', { presence: 'removed' })
    const given = { rules: { ...defaultDeskRules, blockingAsks: ['removed' as const] } }
    expect(blocks({ body, claims: [removed], given })).toEqual(['removed 1'])
    const passed = { ...removed, overrides: [overrideOf('removed', words)] }
    expect(gateFor({ body, claims: [passed], given })).toMatchObject({
      clear: true,
      asks: [],
      excused: [{ line: { kind: 'removed' } }],
    })
  })
})

describe('an override', () => {
  it('lets pass what it names, for the words that it names, and is listed with its reason', () => {
    const wrong = settled(1, words, 'wrong', { overrides: [overrideOf('wrong', words)] })
    const gate = gateFor({ ...clear, claims: [wrong] })
    expect(gate).toMatchObject({
      clear: true,
      blocks: [],
      excused: [{ line: { kind: 'wrong', number: 1 }, excuse: { reason: 'The letter lies in the safe.' } }],
    })
  })

  it('lapses when the words change, and not when their typography does', () => {
    const was = (its: string) => settled(1, words, 'wrong', { overrides: [overrideOf('wrong', its)] })
    expect(blocks({ ...clear, claims: [was('five boats')] })).toEqual(['wrong 1'])
    expect(blocks({ ...clear, claims: [was('four  boats')] })).toEqual([])
  })

  it('says nothing of another kind', () => {
    const claim = settled(1, words, 'unverified', { overrides: [overrideOf('wrong', words)] })
    expect(blocks({ ...clear, claims: [claim] })).toEqual(['unverified 1'])
  })

  it('is also that a wrong fact stands as it was said, for an editor’s reason', () => {
    const decision = { kind: 'accepted' as const, reason: 'He said so.', personId: editorId, atMs: nowMs }
    const fix = fixOf({ remedy: 'stands', words, newWords: '', decision })
    expect(gateFor({ ...clear, claims: [settled(1, words, 'wrong', { fixes: [fix] })] })).toMatchObject({
      clear: true,
      excused: [{ excuse: { reason: 'He said so.', fixId: fix.id } }],
    })
    const other = { ...fix, words: 'five boats' }
    expect(blocks({ ...clear, claims: [settled(1, words, 'wrong', { fixes: [other] })] })).toEqual([
      'wrong 1',
    ])
  })

  it('is for what is judged: never for what is still to be done, nor for legal', () => {
    const all: readonly GateKind[] = [...blockKinds, ...askKinds]
    expect(all.filter((kind) => !isOverridable(kind))).toEqual([
      'unread',
      'unchecked',
      'queried',
      'changed',
      'openFix',
      'legal',
      'tk',
      'noByline',
      'noCredit',
    ])
    expect(overridableKinds.filter(mayShareReason)).toEqual(['thin', 'onAuthor'])
  })
})

describe('a clearing', () => {
  const before = textOfStory(clear)
  const clearing = clearingOf(before)
  const nowShowing = (text: readonly string[], given: Partial<MadeStory> = {}) => {
    const document = textOfStory({ ...clear, body: text, ...given })
    return gateFor({ ...clear, given: { document, read: readAll(before), clearing } })
  }

  it('stands while the story shows what was cleared', () => {
    expect(isCleared(nowShowing(body))).toBe(true)
    expect(isCleared(gateFor(clear))).toBe(false)
  })

  it('stands through typography, and paragraphs that are parted or joined', () => {
    expect(isCleared(nowShowing(['He saw four boats.  The bell rang.']))).toBe(true)
    expect(isCleared(nowShowing(['He saw four boats.', 'The bell rang.']))).toBe(true)
  })

  it('ends with any other change of words, and the gate shows the difference only', () => {
    const gate = nowShowing(['He saw four boats. The bells rang.'])
    expect(isCleared(gate)).toBe(false)
    expect(linesOf(gate.blocks)).toEqual(['unread The bells rang.'])
    expect(gate.cleared?.differences).toMatchObject([
      { where: 'paragraph', before: body[0], after: 'He saw four boats. The bells rang.' },
    ])
  })

  it('ends where words are only taken away, although nothing blocks', () => {
    const gate = nowShowing(['He saw four boats.'])
    expect(gate).toMatchObject({ clear: true, blocks: [] })
    expect(isCleared(gate)).toBe(false)
    expect(gate.cleared?.differences).toMatchObject([{ before: body[0], after: 'He saw four boats.' }])
  })

  it('counts again when the old words are back', () => {
    expect(isCleared(nowShowing(['He saw four boats. The bells rang.']))).toBe(false)
    expect(isCleared(nowShowing(body))).toBe(true)
  })

  it('ends when a paragraph becomes a pull quote, and when a picture is another one', () => {
    const quote = schema.node('pullQuote', null, [schema.text('The bell rang.')])
    const of = (one: typeof quote) => textOfStory({ body: ['He saw four boats.', one] })
    const shownAs = (document: typeof before, was: typeof before) =>
      gateFor({ body: [], given: { document, clearing: clearingOf(was), read: readAll(document) } })
    const plain = of(schema.node('paragraph', null, [schema.text('The bell rang.')]))
    expect(shownAs(of(quote), plain).cleared?.differences).toHaveLength(1)
    const picture = of(figure('Anna Berg'))
    const other = of(figure('Anna Berg').type.create({ hash: 'b'.repeat(64) }, figure('Anna Berg').content))
    expect(shownAs(other, picture).cleared?.differences).toMatchObject([{ where: 'picture' }])
    expect(shownAs(picture, picture).cleared?.differences).toEqual([])
  })

  it('shows what came, what went and what moved, each where it stands', () => {
    const of = (...texts: string[]) => textOfStory({ body: texts })
    const from = of('One is here.', 'Two is here.', 'Three is here.', 'Four is here.')
    const differences = (...texts: string[]) => {
      const document = of(...texts)
      const gate = gateFor({ body: [], given: { document, clearing: clearingOf(from) } })
      return gate.cleared?.differences.map((one) => [one.before, one.after])
    }
    expect(differences('One is here.', 'Three is here.', 'Four is here.')).toEqual([['Two is here.', '']])
    expect(differences('One is here.', 'Two is here.', 'A half.', 'Three is here.', 'Four is here.')).toEqual(
      [['', 'A half.']],
    )
    expect(differences('Two is here.', 'One is here.', 'Three is here.', 'Four is gone.')).toEqual([
      expect.arrayContaining(['']),
      expect.arrayContaining(['']),
      ['Four is here.', 'Four is gone.'],
    ])
  })

  it('does not outlive a claim that is settled as wrong, a reading taken back, or a claim tagged since', () => {
    const still = (story: MadeStory) => gateFor({ ...story, given: { clearing, ...story.given } })
    expect(isCleared(still(clear))).toBe(true)
    for (const story of [
      { ...clear, claims: [settled(1, words, 'wrong')] },
      { ...clear, given: { read: nothingRead } },
      { ...clear, tagged: [words, 'bell'], claims: [confirmed, claimOf(2, 'bell')] },
    ]) {
      const gate = still(story)
      expect(isCleared(gate)).toBe(false)
      expect(gate.cleared?.differences).toEqual([])
      expect(gate.blocks.length).toBeGreaterThan(0)
    }
  })

  it('is not asked again what was known then, unless the words are others', () => {
    const removed = settled(2, 'the bell', 'confirmed', { presence: 'removed' })
    const story = { ...clear, claims: [confirmed, removed] }
    expect(asks(story)).toEqual(['removed 2'])
    const known = (its: string) => ({ kind: 'removed' as const, claimId: removed.id, words: its })
    const given = (its: string) => ({ clearing: clearingOf(before, { asks: [known(its)] }) })
    expect(asks({ ...story, given: given('the bell') })).toEqual([])
    expect(asks({ ...story, given: given('the bells') })).toEqual(['removed 2'])
  })
})

it('the lines stand in the order of the text, those out of it last, each with where it is', () => {
  const story: MadeStory = {
    body: ['The bell TK rang.', 'He saw four boats.', figure('')],
    tagged: ['four boats', 'bell'],
    claims: [
      claimOf(1, 'four boats'),
      claimOf(2, 'bell'),
      settled(3, 'gone', 'wrong', { presence: 'removed', fixes: [fixOf()] }),
    ],
  }
  const { blocks: lines } = gateFor(story)
  expect(lines.map(({ kind, where }) => `${kind} ${where}`)).toEqual([
    'unchecked paragraph',
    'tk paragraph',
    'unchecked paragraph',
    'noCredit figure',
    'openFix ',
  ])
  const { document } = gatedOf(story)
  expect(lines.slice(0, 3).map(({ from, to }) => document.textBetween(from ?? 0, to ?? 0))).toEqual([
    'bell',
    'TK',
    'four boats',
  ])
})
