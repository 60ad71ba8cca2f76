import { keptWords } from '../interned.ts'
import type { Passage } from '../passage.ts'
import { factsOf } from '../statement/facts.ts'
import { type AgeTrace, agesIn } from './ages.ts'
import { type CountTrace, countsIn } from './counts.ts'
import { type EventTrace, eventsIn } from './events.ts'
import type { Finding } from './finding.ts'
import { type Body, bodyOf, type HeadClaim, headClaimsIn } from './headline.ts'
import { findingLexiconOf } from './lexicon.ts'
import { percentagesThatDoNotFit } from './percentages.ts'
import { sharesThatDoNotSum } from './shares.ts'
import { type SpellingTrace, spellingsIn } from './spelling.ts'
import { type StyleTrace, stylesIn } from './styles.ts'
import { type TitleTrace, titlesIn } from './titles.ts'
import { type TollTrace, tollsIn } from './tolls.ts'
import { type WeekdayTrace, weekdaysIn } from './weekdays.ts'

/** What few passages have. */
export interface RareTraces {
  readonly ages: readonly AgeTrace[]
  readonly counts: readonly CountTrace[]
  readonly titles: readonly TitleTrace[]
  readonly tolls: readonly TollTrace[]
  readonly weekdays: readonly WeekdayTrace[]
  readonly events: readonly EventTrace[]
  /** What does not fit within the passage; its places have the passage's index 0. */
  readonly own: readonly Finding[]
}

/** What the finders take from one passage to hold against the others. */
export interface Traces {
  readonly rare: RareTraces | null
  readonly spellings: readonly SpellingTrace[]
  readonly styles: readonly StyleTrace[]
  /** Null for what is no part of the text. */
  readonly body: Body | null
  /** What a headline says, for the text to say too. */
  readonly claims: readonly HeadClaim[]
  /** Of a dateline or a byline: its first year, and whether it has a date. */
  readonly year: number | null
  readonly hasDate: boolean
}

/** The same without the text that it was read in. */
function kept<Value>(value: Value): Value {
  if (typeof value === 'string') return keptWords(value) as Value
  if (Array.isArray(value)) return (value.length === 0 ? nothing : value.map(kept)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, kept(part)])) as Value
}

const nothing: readonly never[] = []
const dated: ReadonlySet<string> = new Set(['dateline', 'byline'])

/** Null in a language without a vocabulary. */
export function tracesIn(passage: Passage, language: string): Traces | null {
  const lexicon = findingLexiconOf(language)
  if (!lexicon) return null
  const facts = factsOf(passage, language)
  const { text } = passage
  const rare: RareTraces = {
    ages: agesIn(facts, text),
    counts: countsIn(facts, text, lexicon),
    titles: titlesIn(facts, text, lexicon),
    tolls: tollsIn(facts, text, lexicon),
    weekdays: weekdaysIn(facts, text),
    events: eventsIn(facts, text, lexicon),
    own: [
      ...sharesThatDoNotSum(facts, text, 0, lexicon),
      ...percentagesThatDoNotFit(facts, text, 0, lexicon),
    ],
  }
  const hasAny = Object.values(rare).some((traces) => traces.length > 0)
  const dates = dated.has(passage.where) ? facts.dates : nothing
  return {
    rare: hasAny ? kept(rare) : null,
    spellings: kept(spellingsIn(facts, text, lexicon)),
    styles: kept(stylesIn(facts, text, lexicon)),
    body: kept(bodyOf(passage, facts)),
    claims: kept(headClaimsIn(passage, facts, lexicon)),
    year: dates.find((date) => date.year !== null)?.year ?? null,
    hasDate: dates.some(({ day, year, weekday }) => day !== null || year !== null || weekday !== null),
  }
}
