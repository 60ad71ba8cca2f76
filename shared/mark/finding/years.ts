import type { PassageFacts } from '../statement/facts.ts'
import { type Finding, findingOf, type Placed } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'
import { byPerson, type PersonTrace, personOf } from './people.ts'
import { sentenceAround } from './sentence.ts'

/** The year of what happens once: somebody's birth, a founding. */
export interface YearTrace {
  readonly name: string
  readonly person: PersonTrace
  /** What happened, as the vocabulary counts it. */
  readonly event: number
  readonly year: number
  readonly from: number
  readonly to: number
}

/** Words between a name and what happened to it, and from there to its year. */
const nearest = 4

export function yearsIn(facts: PassageFacts, text: string, lexicon: FindingLexicon): readonly YearTrace[] {
  const { words, dates, names } = facts
  if (!dates.some((date) => date.year !== null)) return []
  const traces: YearTrace[] = []
  for (const [at, word] of words.entries()) {
    const event = lexicon.once.get(word.key)
    if (event === undefined) continue
    const sentence = sentenceAround(words, at)
    const own = dates.filter(
      (date) => date.year !== null && date.first >= sentence.first && date.end <= sentence.end,
    )
    const date = own[0]
    // With several years in it a sentence does not say which is whose.
    if (own.length !== 1 || !date || Math.abs(date.first - at) > nearest + 2) continue
    const name = names.findLast((one) => one.end <= at && one.first >= sentence.first)
    if (
      !name ||
      at - name.end > nearest ||
      words.slice(name.end, at + 1).some((one) => /[,;:—–]/u.test(one.gap))
    )
      continue
    traces.push({
      name: text.slice(name.from, name.to),
      person: personOf(facts, name),
      event,
      year: date.year ?? 0,
      from: name.from,
      to: Math.max(date.to, word.to),
    })
  }
  return traces
}

/** "was founded in 1998", "was founded in 1999". */
export function twoYears(placed: readonly Placed<YearTrace>[]): readonly Finding[] {
  const events = [...Map.groupBy(placed, ({ trace }) => trace.event)]
  const groups = events.flatMap(([event, own]) =>
    [...byPerson(own)].map(([name, found]) => ({ key: `${name} ${event}`, found })),
  )
  return groups.flatMap(({ key, found }) => {
    const first = found[0]
    const other = found.find(({ trace }) => trace.year !== first?.trace.year)
    if (!first || !other) return []
    const years = [first.trace.year, other.trace.year].sort((one, next) => one - next)
    const places = found.map(({ passage, trace: { from, to } }) => ({ passage, from, to }))
    return findingOf(
      { kind: 'twoYears', name: first.trace.name, one: first.trace.year, other: other.trace.year },
      [key, ...years],
      places,
    )
  })
}
