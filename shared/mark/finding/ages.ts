import type { PassageFacts } from '../statement/facts.ts'
import type { Figure } from '../statement/figures.ts'
import type { NameMention } from '../statement/names.ts'
import { type Finding, findingOf, type Placed } from './finding.ts'
import { byPerson, type PersonTrace, personOf } from './people.ts'
import { type SentenceFacts, sentencesOf } from './sentence.ts'

export interface AgeTrace {
  readonly person: PersonTrace
  readonly name: string
  readonly age: number
  readonly from: number
  readonly to: number
}

const oldest = 115

/** "Ada Holm, 36," and "Ada Holm (36)" are ages; "Ada Holm, 36 others" is none. */
function isBehind(name: NameMention, figure: Figure, text: string): boolean {
  const between = text.slice(name.to, figure.from)
  const after = text.slice(figure.to, figure.to + 1)
  if (between === ' (') return after === ')'
  return /^, (?:aged |age )?$/u.test(between) && /^[,.;)]?$/u.test(after)
}

/** "36-year-old Ada Holm", "36-year-old mayor Ada Holm". */
function isBefore(name: NameMention, figure: Figure, facts: PassageFacts): boolean {
  const distance = name.titleFirst - figure.end
  if (distance < 0 || name.first - figure.end > 4) return false
  return (
    facts.words.slice(figure.end, name.first + 1).every((word) => /^[\s.]*$/u.test(word.gap)) && distance <= 1
  )
}

export function agesIn(facts: PassageFacts, text: string): readonly AgeTrace[] {
  return sentencesOf(facts).flatMap((sentence) =>
    sentence.names.flatMap((name) => ageOf(name, sentence, facts, text)),
  )
}

function ageOf(name: NameMention, sentence: SentenceFacts, facts: PassageFacts, text: string): AgeTrace[] {
  if (name.kind !== 'person' && name.kind !== 'other') return []
  const figure = sentence.figures.find(
    (one) =>
      (one.kind === 'number' && one.unit === '' && one.first === name.end && isBehind(name, one, text)) ||
      (one.kind === 'age' && isBefore(name, one, facts)) ||
      (one.kind === 'age' &&
        one.first >= name.end &&
        /^ (?:is|was|ist|war) $|^, (?:aged |age )?$/u.test(text.slice(name.to, one.from))),
  )
  if (!figure || figure.value === null || figure.value > oldest || !Number.isInteger(figure.value)) return []
  return [
    {
      person: personOf(facts, name),
      name: text.slice(name.from, name.to),
      age: figure.value,
      from: Math.min(name.from, figure.from),
      to: Math.max(name.to, figure.to) + (text[figure.to] === ')' && text[figure.from - 1] === '(' ? 1 : 0),
    },
  ]
}

/** One person with two ages. */
export function twoAges(placed: readonly Placed<AgeTrace>[]): readonly Finding[] {
  return [...byPerson(placed)].flatMap(([person, found]) => {
    const first = found[0]
    const other = found.find(({ trace }) => trace.age !== first?.trace.age)
    if (!first || !other) return []
    const { name } = found.find(({ trace }) => trace.person.isFull)?.trace ?? first.trace
    const ages = [first.trace.age, other.trace.age].sort((one, next) => one - next)
    const places = found.map(({ passage, trace: { from, to } }) => ({ passage, from, to }))
    return findingOf(
      { kind: 'twoAges', name, one: first.trace.age, other: other.trace.age },
      [person, ...ages],
      places,
    )
  })
}
