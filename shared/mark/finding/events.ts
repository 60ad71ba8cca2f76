import type { DateMention } from '../statement/dates.ts'
import type { PassageFacts } from '../statement/facts.ts'
import type { NameMention } from '../statement/names.ts'
import { type Finding, findingOf, type Placed } from './finding.ts'
import type { FindingLexicon, HappeningKind } from './lexicon.ts'
import { byPerson, type PersonTrace, personOf } from './people.ts'
import { hasWord, type SentenceFacts, sentencesOf } from './sentence.ts'

/** When something happened to somebody or something by name. */
export interface EventTrace {
  readonly name: string
  readonly person: PersonTrace
  readonly happening: HappeningKind
  readonly date: Pick<DateMention, 'year' | 'month' | 'day' | 'weekday'>
  /** The date as written. */
  readonly when: string
  readonly from: number
  readonly to: number
}

/** Words between a name and what happened to it, and from there to its date. */
const nearest = 4
const nearestDate = 6
const endsClause = /[,;:—–“”"„«»]/u

/** "Holm was arrested" or, where nobody stands before, "arrested Ada Holm". */
function whose({ words }: PassageFacts, { names }: SentenceFacts, at: number): NameMention | null {
  const isNear = (from: number, to: number): boolean =>
    to - from <= nearest && !words.slice(from, to + 1).some((word) => endsClause.test(word.gap))
  const before = names.findLast((name) => name.end <= at)
  if (before) return isNear(before.end, at) ? before : null
  const behind = names.find((name) => name.first > at)
  return behind && behind.titleFirst === at + 1 && isNear(at + 1, behind.first) ? behind : null
}

export function eventsIn(facts: PassageFacts, text: string, lexicon: FindingLexicon): readonly EventTrace[] {
  return sentencesOf(facts).flatMap((sentence) => {
    const date = sentence.dates[0]
    // With several dates in it a sentence does not say which is whose.
    if (!date || sentence.dates.length !== 1) return []
    const traces: EventTrace[] = []
    for (
      let at = Math.max(sentence.first, date.first - nearestDate);
      at < Math.min(sentence.end, date.end + nearestDate);
      at++
    ) {
      const happening = lexicon.happenings.get(facts.words[at]?.key ?? '')
      const name = happening && whose(facts, sentence, at)
      if (happening && name) traces.push(...traceOf(facts, at, happening, name, date, text))
    }
    return traces.length > 0 && hasWord(facts, sentence, lexicon.finding.partial) ? [] : traces
  })
}

function traceOf(
  facts: PassageFacts,
  at: number,
  happening: HappeningKind,
  name: NameMention,
  date: DateMention,
  text: string,
): EventTrace[] {
  const word = facts.words[at]
  if (!word || (name.kind === 'place' && !happening.isOnce)) return []
  return [
    {
      name: text.slice(name.from, name.to),
      person: personOf(facts, name),
      happening,
      date,
      when: text.slice(date.from, date.to),
      from: Math.min(name.from, date.from, word.from),
      to: Math.max(name.to, date.to, word.to),
    },
  ]
}

/** Whether two dates of one event cannot both be right; what only one of them says is no difference. */
function differ({ date: one, happening }: EventTrace, { date: other }: EventTrace): boolean {
  if (one.year !== null && other.year !== null && one.year !== other.year) return happening.isOnce
  if (one.month !== null && other.month !== null) {
    return one.month !== other.month || (one.day !== null && other.day !== null && one.day !== other.day)
  }
  const hasDay = one.day !== null || other.day !== null
  return !hasDay && one.weekday !== null && other.weekday !== null && one.weekday !== other.weekday
}

/** "was founded in 1998", "was founded in 1999"; "was arrested on Monday", "was arrested on Tuesday". */
export function twoDates(placed: readonly Placed<EventTrace>[]): readonly Finding[] {
  const happenings = [...Map.groupBy(placed, ({ trace }) => trace.happening.name)]
  const groups = happenings.flatMap(([event, own]) =>
    [...byPerson(own)].map(([name, found]) => ({ key: `${name} ${event}`, found })),
  )
  return groups.flatMap(({ key, found }) => {
    const first = found.find((one) => found.some((other) => differ(one.trace, other.trace)))
    const other = first && found.find((one) => differ(first.trace, one.trace))
    if (!first || !other) return []
    const [one, two] = [first.trace.when, other.trace.when]
    const dates = [one, two].map((when) => when.toLowerCase()).sort()
    const places = found.map(({ passage, trace: { from, to } }) => ({ passage, from, to }))
    return findingOf({ kind: 'twoDates', name: first.trace.name, one, other: two }, [key, ...dates], places)
  })
}
