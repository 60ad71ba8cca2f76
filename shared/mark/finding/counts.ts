import type { PassageFacts } from '../statement/facts.ts'
import type { Figure } from '../statement/figures.ts'
import { type Finding, findingOf, type Placed } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'
import { type SentenceFacts, sentencesOf } from './sentence.ts'

/** A number that tells which thing is meant: "the $40 million bridge", "the six-member council". */
export interface CountTrace {
  /** What is counted and of what: "$ bridge", "member council". */
  readonly key: string
  readonly value: number
  /** A count of what was done, not a part of a name. */
  readonly isPlain: boolean
  readonly words: string
  readonly from: number
  readonly to: number
}

const noun = /^\p{L}[\p{L}-]{3,}$/u
/** Plain counts further apart than this are of two things sooner than of one that was counted twice. */
const farthest = 1.5

/** "the $40 million bridge", "the six-member council": a number that is part of what a thing is called. */
function namedIn(
  facts: PassageFacts,
  figure: Figure,
  text: string,
  lexicon: FindingLexicon,
): CountTrace | null {
  const { words } = facts
  const { kind, value, unit, first, end } = figure
  const isCompound = words[end - 1]?.key.includes('-') === true
  if (value === null || unit === '' || !(isCompound || kind === 'money') || kind === 'age') return null
  const next = words[end]
  const before = words[first - 1]
  const isNamed =
    next?.gap === ' ' &&
    // A thing with a name comes in several sizes.
    !(next.isCapital && lexicon.vocabulary.isCapitalAName) &&
    noun.test(next.key) &&
    !lexicon.sets.noNames.has(next.key) &&
    !lexicon.sets.verbs.has(next.key) &&
    !lexicon.months.has(next.key) &&
    !lexicon.finding.changes.has(next.key)
  if (!isNamed || !before || !lexicon.finding.definite.has(before.key)) return null
  const { from } = before
  return {
    key: `${unit} ${next.key}`,
    value,
    isPlain: false,
    words: text.slice(from, next.to),
    from,
    to: next.to,
  }
}

/** "40 houses burned": what was done by or to so many, said without "about" and without a year. */
function plainIn(
  facts: PassageFacts,
  sentence: SentenceFacts,
  figure: Figure,
  text: string,
  lexicon: FindingLexicon,
): CountTrace | null {
  const { words } = facts
  const { kind, value, unit, first, end, from } = figure
  const counted = words[end]
  const verb = words[end + 1]
  if (
    kind !== 'number' ||
    value === null ||
    value < 2 ||
    counted?.key !== unit ||
    unit === '' ||
    !noun.test(unit)
  )
    return null
  // Tolls are held together whatever words they have.
  if (verb?.gap !== ' ' || !/ed$|^[^\p{Lu}].*(?:te|ten)$/u.test(verb.text) || lexicon.tolls.has(verb.key))
    return null
  const around = words.slice(Math.max(0, first - 3), end + 3)
  if (around.some(({ key }) => lexicon.finding.partial.has(key) || lexicon.finding.approximate.has(key)))
    return null
  if (sentence.dates.some((date) => date.year !== null)) return null
  return {
    key: `${unit} ${verb.key}`,
    value,
    isPlain: true,
    words: text.slice(from, verb.to),
    from,
    to: verb.to,
  }
}

export function countsIn(facts: PassageFacts, text: string, lexicon: FindingLexicon): readonly CountTrace[] {
  return sentencesOf(facts).flatMap((sentence) =>
    sentence.figures.flatMap(
      (figure) =>
        namedIn(facts, figure, text, lexicon) ?? plainIn(facts, sentence, figure, text, lexicon) ?? [],
    ),
  )
}

function differ(one: CountTrace, other: CountTrace): boolean {
  if (one.value === other.value) return false
  const ratio = Math.max(one.value, other.value) / Math.min(one.value, other.value)
  return !(one.isPlain || other.isPlain) || ratio <= farthest
}

/** One thing that is counted twice and differently. */
export function twoCounts(placed: readonly Placed<CountTrace>[]): readonly Finding[] {
  const byKey = Map.groupBy(placed, ({ trace }) => trace.key)
  return [...byKey].flatMap(([key, found]) => {
    const first = found.find((one) => found.some((other) => differ(one.trace, other.trace)))
    const other = first && found.find((one) => differ(first.trace, one.trace))
    if (!first || !other) return []
    const values = [first.trace.value, other.trace.value].sort((one, next) => one - next)
    const places = found.map(({ passage, trace: { from, to } }) => ({ passage, from, to }))
    return findingOf(
      { kind: 'twoNumbers', one: first.trace.words, other: other.trace.words },
      [key, ...values],
      places,
    )
  })
}
