import type { PassageFacts } from '../statement/facts.ts'
import { type Finding, findingOf, type Placed } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'
import { byPerson, type PersonTrace, personOf } from './people.ts'

export interface TitleTrace {
  readonly person: PersonTrace
  readonly name: string
  /** The title as written. */
  readonly title: string
  readonly ladder: number
  readonly rung: number
  /** "foreign" of "foreign minister"; "" where none is given. */
  readonly office: string
  readonly from: number
  readonly to: number
}

export function titlesIn(facts: PassageFacts, text: string, lexicon: FindingLexicon): readonly TitleTrace[] {
  const { words } = facts
  const traces: TitleTrace[] = []
  for (const name of facts.names) {
    if (name.kind !== 'person' || (name.titleFirst === name.first && name.titleEnd === name.end)) continue
    const indexes: number[] = []
    for (let at = name.titleFirst; at < name.titleEnd; at++)
      if (at < name.first || at >= name.end) indexes.push(at)
    const before = words[name.titleFirst - 1]?.key ?? ''
    const keys = indexes.map((at) => words[at]?.key ?? '')
    // Who was something else once, or is to be, has no second title.
    if ([before, ...keys].some((key) => lexicon.finding.formers.has(key) || /^(?:ex|then)-/u.test(key)))
      continue
    const at = indexes.find((index) => rungAt(facts, index, lexicon) !== null)
    const rung = at === undefined ? null : rungAt(facts, at, lexicon)
    if (at === undefined || !rung) continue
    const several = indexes.filter(
      (index) => index !== at && index !== at - 1 && rungAt(facts, index, lexicon)?.ladder === rung.ladder,
    )
    if (several.length > 0) continue
    const officeWord = words[at - 1]?.key ?? ''
    const first = Math.min(name.first, rung.first)
    traces.push({
      person: personOf(facts, name),
      name: text.slice(name.from, name.to),
      title: text.slice(words[rung.first]?.from ?? 0, words[at]?.to ?? 0),
      ladder: rung.ladder,
      rung: rung.rung,
      office: lexicon.finding.offices.has(officeWord)
        ? officeWord.replace('defence', 'defense').replace('labour', 'labor')
        : '',
      from: words[first]?.from ?? name.from,
      to: Math.max(name.to, words[at]?.to ?? name.to),
    })
  }
  return traces
}

/** The rung of a title whose last word stands at `index`: "vice president" is another than "president". */
function rungAt(
  { words }: PassageFacts,
  index: number,
  lexicon: FindingLexicon,
): { ladder: number; rung: number; first: number } | null {
  const key = words[index]?.key ?? ''
  const pair = `${words[index - 1]?.key ?? ''} ${key}`
  const two = words[index]?.gap === ' ' ? lexicon.rungs.get(pair) : undefined
  if (two) return { ...two, first: index - 1 }
  const one = lexicon.rungs.get(key)
  if (!one) return null
  const hasOffice = lexicon.finding.offices.has(words[index - 1]?.key ?? '')
  return { ...one, first: hasOffice ? index - 1 : index }
}

const rankOf = ({ ladder, rung, office }: TitleTrace): string => `${ladder} ${rung} ${office}`

function differ(one: TitleTrace, other: TitleTrace): boolean {
  if (one.ladder !== other.ladder) return false
  if (one.rung !== other.rung) return true
  return one.office !== '' && other.office !== '' && one.office !== other.office
}

/** The first mention of each title. */
function firstOfEach(found: readonly Placed<TitleTrace>[]): readonly Placed<TitleTrace>[] {
  const kinds = new Map<string, Placed<TitleTrace>>()
  for (const one of found) {
    const rank = rankOf(one.trace)
    if (!kinds.has(rank)) kinds.set(rank, one)
  }
  return [...kinds.values()]
}

/** One person with two titles that nobody has at the same time. */
export function twoTitles(placed: readonly Placed<TitleTrace>[]): readonly Finding[] {
  return [...byPerson(placed)].flatMap(([person, found]) => {
    if (found.length < 2) return []
    const kinds = firstOfEach(found)
    const first = kinds.find((one) => kinds.some((other) => differ(one.trace, other.trace)))
    const other = first && kinds.find((next) => differ(first.trace, next.trace))
    if (!first || !other) return []
    const { name } = found.find(({ trace }) => trace.person.isFull)?.trace ?? first.trace
    const titles = [first.trace.title, other.trace.title].map((title) => title.toLowerCase()).sort()
    const places = [first, other].map(({ passage, trace: { from, to } }) => ({ passage, from, to }))
    return findingOf(
      { kind: 'twoTitles', name, one: first.trace.title, other: other.trace.title },
      [person, ...titles],
      places,
    )
  })
}
