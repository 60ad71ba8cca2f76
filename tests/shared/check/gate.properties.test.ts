import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { expect, it } from 'vitest'
import { type Gate, gateOf, isCleared } from '../../../shared/check/gate.ts'
import { readWordsOf } from '../../../shared/check/read.ts'
import type { DeskRules } from '../../../shared/check/rules.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import { defaultFirstPass } from '../../../shared/mark/settings.ts'
import type { Claim, Status } from '../../../shared/model/claim.ts'
import type { KnownAsk } from '../../../shared/model/clearing.ts'
import { type AskKind, askKinds } from '../../../shared/model/gate.ts'
import { newPersonId } from '../../../shared/model/ids.ts'
import { type OverridableKind, overridableKinds } from '../../../shared/model/override.ts'
import type { Rank, SourceStanding } from '../../../shared/model/source.ts'
import {
  backupOn,
  checkerId,
  claimIdOf,
  claimOf,
  clearingOf,
  editorId,
  figure,
  fixOf,
  type MadeText,
  nowMs,
  overrideOf,
  settlingOf,
  sourceOf,
  textOfStory,
} from './gated.ts'

/*
 * A story is made out of a plan, in which it is known of everything how it was meant: these words are the old ones
 * but for a space. The oracle reads the plan alone, rule by rule as the decision paper says them; the gate reads
 * what was made.
 */

const otherId = newPersonId()
const dayMs = 24 * 60 * 60 * 1000

/** How remembered words stand to those in the text. */
const likeness = fc.constantFrom('same', 'typography', 'other')
type Likeness = 'same' | 'typography' | 'other'

function wordsAs(words: string, like: Likeness): string {
  if (like === 'same') return words
  return like === 'typography' ? words.replace(' ', '\u00a0\u00a0') : `${words} then`
}

const planOfSource = fc.record({
  kind: fc.constantFrom('document' as const, 'webPage' as const),
  group: fc.constantFrom('', 'Wire', 'wire '),
  standing: fc.constantFrom<SourceStanding>('stands', 'disputed', 'retracted'),
})

const statuses: Status[] = ['queried', 'confirmed', 'wrong', 'unverified', 'onAuthor', 'notAFact']

const planOfClaim = fc.record({
  presence: fc.constantFrom(
    'inText' as const,
    'inText' as const,
    'inText' as const,
    'removed' as const,
    'withdrawn' as const,
  ),
  isWhole: fc.boolean(),
  status: fc.option(fc.constantFrom(...statuses), { freq: 4 }),
  settledOn: likeness,
  isGroundOther: fc.boolean(),
  isAround: fc.constantFrom('same', 'other', 'unknown'),
  isOwn: fc.boolean(),
  subject: fc.constantFrom('none' as const, 'toll' as const, 'title' as const),
  ageDays: fc.constantFrom(0, 2, 40),
  isLegal: fc.boolean(),
  clearedFor: fc.option(likeness),
  second: fc.constantFrom('none', 'asked', 'read', 'readBySettler', 'readOtherWords'),
  fixes: fc.array(
    fc.record({
      remedy: fc.constantFrom('words' as const, 'stands' as const),
      decision: fc.option(fc.constantFrom('accepted' as const, 'rejected' as const)),
      words: likeness,
    }),
    { maxLength: 2 },
  ),
  overrides: fc.array(
    fc.record({ kind: fc.constantFrom<OverridableKind>(...overridableKinds), words: likeness }),
    { maxLength: 3 },
  ),
  backup: fc.array(
    fc.record({
      source: fc.nat(2),
      stance: fc.constantFrom(
        'supports' as const,
        'supports' as const,
        'contradicts' as const,
        'context' as const,
      ),
      rank: fc.constantFrom<Rank>('primary', 'secondary'),
    }),
    { maxLength: 3 },
  ),
  wasKnown: fc.option(fc.record({ kind: fc.constantFrom<AskKind>(...askKinds), words: likeness })),
})
type PlanOfClaim = typeof planOfClaim extends fc.Arbitrary<infer T> ? T : never

/** How a sentence was read: not at all, as it stands, with other typography, as other words, or once and taken back. */
const reading = fc.constantFrom(
  'asItStands',
  'asItStands',
  'typography',
  'no',
  'other',
  'takenBack',
  'allTagged',
)

const planOfStory = fc.record({
  byline: fc.boolean(),
  sentences: fc.array(
    fc.record({
      isTk: fc.boolean(),
      startsParagraph: fc.boolean(),
      claim: fc.option(planOfClaim, { freq: 3 }),
      figureAfter: fc.constantFrom('none', 'none', 'credited', 'bare'),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  readings: fc.array(reading, { minLength: 20, maxLength: 20 }),
  sources: fc.array(planOfSource, { minLength: 3, maxLength: 3 }),
  rules: fc.record({
    primarySources: fc.integer({ min: 1, max: 2 }),
    independentSources: fc.integer({ min: 1, max: 3 }),
    quotesWantRecord: fc.boolean(),
    namesOwnWords: fc.boolean(),
    blockingAsks: fc.subarray([...askKinds]),
    shelfLifeDays: fc.record({
      title: fc.constantFrom(30, null),
      toll: fc.constantFrom(1, null),
      age: fc.constant(365),
    }),
    firstPass: fc.constant(defaultFirstPass),
  }) satisfies fc.Arbitrary<DeskRules>,
  isDeskOfOne: fc.boolean(),
  clearing: fc.constantFrom('none', 'thisText', 'otherTypography', 'oneSentenceMore', 'otherByline'),
})
type Plan = typeof planOfStory extends fc.Arbitrary<infer T> ? T : never

const wordsOf = (index: number): string => `word${index}a word${index}b`
const sentenceOf = (plan: Plan, index: number): string =>
  `Here ${wordsOf(index)} stood${plan.sentences[index]?.isTk ? ' TK' : ''}.`
const taggedOf = (plan: Plan, index: number): string =>
  plan.sentences[index]?.claim?.isWhole ? sentenceOf(plan, index) : wordsOf(index)

function bodyOf(plan: Plan, space = ' '): (string | Node)[] {
  const body: (string | Node)[] = []
  plan.sentences.forEach(({ startsParagraph, figureAfter }, index) => {
    const sentence = sentenceOf(plan, index)
    const last = body.at(-1)
    if (typeof last === 'string' && !startsParagraph) {
      body[body.length - 1] = `${last}${space}${sentence}`
    } else body.push(sentence)
    if (figureAfter !== 'none')
      body.push(figure(figureAfter === 'bare' ? '' : `Credit ${index}.`, `Caption ${index}.`))
  })
  return body
}

function makeClaim(
  plan: Plan,
  index: number,
  one: PlanOfClaim,
  sources: readonly ReturnType<typeof sourceOf>[],
): Claim {
  const words = taggedOf(plan, index)
  const around = { block: 'paragraph', preceding: '', following: '', isQuoted: false, startsSentence: false }
  const place = { ...around, sentence: sentenceOf(plan, index) }
  const before = { ...place, sentence: one.isAround === 'other' ? 'It was said elsewhere.' : place.sentence }
  const backup = one.backup.map(({ source, stance, rank }) =>
    backupOn(sources[source]?.id ?? ('' as never), { stance, rank }),
  )
  const settling =
    one.status &&
    settlingOf(one.status, wordsAs(words, one.settledOn), {
      atMs: nowMs - one.ageDays * dayMs,
      place: one.isAround === 'unknown' ? null : before,
      writtenBy: one.isOwn ? [checkerId] : [otherId],
    })
  const secondBy = one.second === 'readBySettler' ? checkerId : otherId
  return claimOf(index + 1, words, {
    presence: one.presence,
    settling,
    place: settling?.place ? place : null,
    changedGround:
      settling && one.isGroundOther ? [{ backupId: 'backup-that-moved' as never, parts: ['url'] }] : [],
    subject: one.subject,
    backup,
    isLegal: one.isLegal,
    legalClearing: one.clearedFor && {
      words: wordsAs(words, one.clearedFor),
      note: '',
      personId: otherId,
      atMs: nowMs,
    },
    secondReading:
      one.second === 'none'
        ? null
        : {
            readerId: null,
            askedBy: editorId,
            askedAtMs: 0,
            done:
              one.second === 'asked'
                ? null
                : {
                    personId: secondBy,
                    atMs: 0,
                    words: wordsAs(words, one.second === 'readOtherWords' ? 'other' : 'same'),
                  },
          },
    fixes: one.fixes.map((fix) =>
      fixOf({
        remedy: fix.remedy,
        words: wordsAs(words, fix.words),
        decision: fix.decision && { kind: fix.decision, reason: 'why', personId: editorId, atMs: 0 },
      }),
    ),
    overrides: one.overrides.map((override) => overrideOf(override.kind, wordsAs(words, override.words))),
  })
}

function make(plan: Plan): Gate {
  const sources = plan.sources.map(({ kind, group, standing }) =>
    sourceOf({ kind, independenceGroup: group, standing }),
  )
  const tagged = plan.sentences.map(({ claim }, index) =>
    claim?.presence === 'inText' ? taggedOf(plan, index) : null,
  )
  const text: MadeText = { body: bodyOf(plan), byline: plan.byline ? 'By Ada Berg' : '', tagged }
  const document = textOfStory(text)
  const claims = plan.sentences.flatMap(({ claim }, index) =>
    claim ? [makeClaim(plan, index, claim, sources)] : [],
  )
  const read = readWordsOf(
    sentencesOf(document).map((sentence, index) => {
      const how = plan.readings[index] ?? 'no'
      const words = how === 'other' || how === 'typography' ? wordsAs(sentence.words, how) : sentence.words
      const covered: typeof sentence.tagged = how === 'allTagged' ? [[0, sentence.letters]] : sentence.tagged
      return { isTakenBack: how === 'takenBack', sentences: how === 'no' ? [] : [{ words, tagged: covered }] }
    }),
  )
  const asks = plan.sentences.flatMap(({ claim }, index): KnownAsk[] => {
    if (!claim?.wasKnown) return []
    const { kind, words } = claim.wasKnown
    return [{ kind, claimId: claimIdOf(index + 1), words: wordsAs(taggedOf(plan, index), words) }]
  })
  const cleared = {
    none: null,
    thisText: document,
    otherTypography: textOfStory({ ...text, body: bodyOf(plan, '\u00a0 ') }),
    oneSentenceMore: textOfStory({ ...text, body: [...bodyOf(plan), 'And one more.'] }),
    otherByline: textOfStory({ ...text, byline: 'By Somebody Else' }),
  }[plan.clearing]
  return gateOf({
    document,
    claims,
    read,
    rules: plan.rules,
    sources: new Map(sources.map((source) => [source.id, source])),
    isDeskOfOne: plan.isDeskOfOne,
    nowMs,
    clearing: cleared && clearingOf(cleared, { asks }),
  })
}

/** What the plan says of the gate. */
interface Expected {
  readonly blocks: string[]
  readonly asks: string[]
  readonly excused: string[]
  readonly differences: number | null
}

function unreadOf(plan: Plan): string[] {
  const shown: { words: string; isTagged: boolean }[] = [{ words: 'The mill', isTagged: false }]
  if (plan.byline) shown.push({ words: 'By Ada Berg', isTagged: false })
  plan.sentences.forEach(({ claim, figureAfter }, index) => {
    shown.push({
      words: sentenceOf(plan, index),
      isTagged: claim?.presence === 'inText' && claim.isWhole,
    })
    if (figureAfter !== 'none') shown.push({ words: `Caption ${index}.`, isTagged: false })
    if (figureAfter === 'credited') shown.push({ words: `Credit ${index}.`, isTagged: false })
  })
  return shown.flatMap(({ words, isTagged }, index) => {
    const how = plan.readings[index]
    return isTagged || how === 'asItStands' || how === 'typography' ? [] : [`unread ${words}`]
  })
}

function isThin(plan: Plan, { backup }: PlanOfClaim): boolean {
  const primary: string[] = []
  const all: string[] = []
  for (const { source, stance, rank } of backup) {
    const of = plan.sources[source]
    if (stance !== 'supports' || of === undefined || of.standing === 'retracted') continue
    const unit = of.group === '' ? `alone ${source}` : 'the wire'
    if (!all.includes(unit)) all.push(unit)
    if (rank === 'primary' && !primary.includes(unit)) primary.push(unit)
  }
  if (all.length === 0) return true
  return primary.length < plan.rules.primarySources && all.length < plan.rules.independentSources
}

function isChanged({ status, settledOn, isGroundOther }: PlanOfClaim): boolean {
  return status !== null && (settledOn === 'other' || isGroundOther)
}

function isHeldByLegal({ isLegal, clearedFor, second, status }: PlanOfClaim): boolean {
  if (!isLegal) return false
  if (clearedFor === null || clearedFor === 'other') return true
  return second === 'asked' || second === 'readOtherWords' || (second === 'readBySettler' && status !== null)
}

function isContradicted(plan: Plan, { backup }: PlanOfClaim): boolean {
  return backup.some(
    ({ stance, source }) => stance === 'contradicts' && plan.sources[source]?.standing !== 'retracted',
  )
}

function isOld({ rules }: Plan, { status, subject, ageDays }: PlanOfClaim): boolean {
  if ((status !== 'confirmed' && status !== 'onAuthor') || subject === 'none') return false
  const days = rules.shelfLifeDays[subject]
  return days !== null && ageDays > days
}

function saidOf(plan: Plan, claim: PlanOfClaim): string[] {
  const hasOpenFix = claim.fixes.some((fix) => fix.decision === null)
  if (claim.presence === 'withdrawn') return []
  if (claim.presence === 'removed') return [...(hasOpenFix ? ['openFix'] : []), 'removed']
  const said: string[] = []
  const { status } = claim
  if (status === null) said.push('unchecked')
  if (status !== null && status !== 'confirmed' && status !== 'notAFact') said.push(status)
  if (isChanged(claim)) said.push('changed')
  if (status === 'confirmed' && isThin(plan, claim)) said.push('thin')
  if (hasOpenFix) said.push('openFix')
  if (isHeldByLegal(claim)) said.push('legal')
  if (status !== null && !isChanged(claim) && claim.isAround === 'other') said.push('context')
  if (isContradicted(plan, claim)) said.push('contradicted')
  if (isOld(plan, claim)) said.push('old')
  if (status === 'confirmed' && claim.isOwn && plan.rules.namesOwnWords && !plan.isDeskOfOne) {
    said.push('ownWords')
  }
  return said
}

function isLetPass(kind: string, { overrides, fixes }: PlanOfClaim): boolean {
  if (overrides.some((one) => one.kind === kind && one.words !== 'other')) return true
  if (kind !== 'wrong') return false
  return fixes.some(
    ({ remedy, decision, words }) => remedy === 'stands' && decision === 'accepted' && words !== 'other',
  )
}

function isKnown(plan: Plan, kind: string, { wasKnown }: PlanOfClaim): boolean {
  return plan.clearing !== 'none' && wasKnown?.kind === kind && wasKnown.words !== 'other'
}

function expectedOf(plan: Plan): Expected {
  const blocks = unreadOf(plan)
  const asks: string[] = []
  const excused: string[] = []
  if (!plan.byline) blocks.push('noByline')
  plan.sentences.forEach(({ isTk, figureAfter, claim }, index) => {
    if (isTk) blocks.push(`tk ${index}`)
    if (figureAfter === 'bare') blocks.push(`noCredit Caption ${index}.`)
    if (!claim) return
    for (const kind of saidOf(plan, claim)) {
      const line = `${kind} ${index + 1}`
      const isAsked = askKinds.some((one) => one === kind && !plan.rules.blockingAsks.includes(one))
      if (isAsked) {
        if (!isKnown(plan, kind, claim)) asks.push(line)
      } else if (isLetPass(kind, claim)) excused.push(line)
      else blocks.push(line)
    }
  })
  const isTextCleared = plan.clearing === 'thisText' || plan.clearing === 'otherTypography'
  return {
    blocks: blocks.sort(),
    asks: asks.sort(),
    excused: excused.sort(),
    differences: plan.clearing === 'none' ? null : isTextCleared ? 0 : 1,
  }
}

function said({ blocks, asks, excused, cleared }: Gate): Expected {
  const lines = (of: Gate['blocks']) =>
    of
      .map(({ kind, number, words }) => {
        // Which sentence it is: its words are cut to what stands around.
        if (kind === 'tk') return `tk ${/word(\d+)b stood TK/u.exec(words)?.[1]}`
        return `${kind} ${number ?? words}`.trim()
      })
      .sort()
  return {
    blocks: lines(blocks),
    asks: lines(asks),
    excused: lines(excused.map(({ line }) => line)),
    differences: cleared?.differences.length ?? null,
  }
}

it('the gate says of any story what the rules say of it one by one', () => {
  fc.assert(
    fc.property(planOfStory, (plan) => {
      const gate = make(plan)
      const expected = expectedOf(plan)
      expect(said(gate)).toEqual(expected)
      expect(gate.clear).toBe(expected.blocks.length === 0)
      expect(isCleared(gate)).toBe(expected.blocks.length === 0 && expected.differences === 0)
      for (const lines of [gate.blocks, gate.asks]) {
        const places = lines.map(({ from }) => from ?? Number.POSITIVE_INFINITY)
        expect(places).toEqual([...places].sort((one, other) => one - other))
      }
    }),
    { numRuns: 400 },
  )
})
