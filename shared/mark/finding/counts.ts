import type { PassageFacts } from '../statement/facts.ts'
import { type Finding, findingOf, type Placed } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'

/** A number that tells which thing is meant: "the $40 million bridge", "the six-member council". */
export interface CountTrace {
  /** What is counted and of what: "$ bridge", "member council". */
  readonly key: string
  readonly value: number
  readonly words: string
  readonly from: number
  readonly to: number
}

const noun = /^\p{L}[\p{L}-]{3,}$/u

export function countsIn(facts: PassageFacts, text: string, lexicon: FindingLexicon): readonly CountTrace[] {
  const { words, figures } = facts
  const traces: CountTrace[] = []
  for (const figure of figures) {
    const { kind, value, unit, first, end } = figure
    const isCompound = words[end - 1]?.key.includes('-') === true
    if (value === null || unit === '' || !(isCompound || kind === 'money') || kind === 'age') continue
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
    if (!isNamed || !before || !lexicon.finding.definite.has(before.key)) continue
    const from = before.from
    traces.push({ key: `${unit} ${next.key}`, value, words: text.slice(from, next.to), from, to: next.to })
  }
  return traces
}

/** One thing that is counted twice and differently. */
export function twoCounts(placed: readonly Placed<CountTrace>[]): readonly Finding[] {
  const byKey = Map.groupBy(placed, ({ trace }) => trace.key)
  return [...byKey].flatMap(([key, found]) => {
    const first = found[0]
    const other = found.find(({ trace }) => trace.value !== first?.trace.value)
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
