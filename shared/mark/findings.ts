import { type AgeTrace, agesIn, twoAges } from './finding/ages.ts'
import { type CountTrace, countsIn, twoCounts } from './finding/counts.ts'
import type { Finding, Placed } from './finding/finding.ts'
import { headlineSaysMore } from './finding/headline.ts'
import { type FindingLexicon, findingLexiconOf } from './finding/lexicon.ts'
import { missingParts } from './finding/missing.ts'
import { percentagesThatDoNotFit } from './finding/percentages.ts'
import { type OwnedQuotation, quotesWithTwoOwners } from './finding/quote-owners.ts'
import { sharesThatDoNotSum } from './finding/shares.ts'
import { type SpellingTrace, spellingsIn, twoSpellings } from './finding/spelling.ts'
import { mixedStyles, type StyleTrace, stylesIn } from './finding/styles.ts'
import { type TitleTrace, titlesIn, twoTitles } from './finding/titles.ts'
import { type TollTrace, tollsIn, twoTolls } from './finding/tolls.ts'
import { datelineYear, type WeekdayTrace, weekdaysIn, wrongWeekdays } from './finding/weekdays.ts'
import { twoYears, type YearTrace, yearsIn } from './finding/years.ts'
import type { Passage } from './passage.ts'
import { perPassage } from './per-passage.ts'
import { factsOf } from './statement/facts.ts'

export type { Finding, FindingKind, FindingReason, StyleKind } from './finding/finding.ts'

/** What a finder takes from one passage to hold against the others. */
interface Traces {
  readonly ages: readonly AgeTrace[]
  readonly counts: readonly CountTrace[]
  readonly spellings: readonly SpellingTrace[]
  readonly styles: readonly StyleTrace[]
  readonly titles: readonly TitleTrace[]
  readonly tolls: readonly TollTrace[]
  readonly weekdays: readonly WeekdayTrace[]
  readonly years: readonly YearTrace[]
  /** What does not fit within the passage; its places have the passage's index 0. */
  readonly own: readonly Finding[]
}

function tracesIn(passage: Passage, language: string, lexicon: FindingLexicon): Traces {
  const facts = factsOf(passage, language)
  const { text } = passage
  return {
    ages: agesIn(facts, text),
    counts: countsIn(facts, text, lexicon),
    spellings: spellingsIn(facts, text, lexicon),
    styles: stylesIn(facts, text, lexicon),
    titles: titlesIn(facts, text, lexicon),
    tolls: tollsIn(facts, text, lexicon),
    weekdays: weekdaysIn(facts, text),
    years: yearsIn(facts, text, lexicon),
    own: [
      ...sharesThatDoNotSum(facts, text, 0, lexicon),
      ...percentagesThatDoNotFit(facts, text, 0, lexicon),
    ],
  }
}

const tracesOf = perPassage((passage, language) => {
  const lexicon = findingLexiconOf(language)
  return lexicon ? tracesIn(passage, language, lexicon) : null
})

type Kept = { [Name in keyof Traces]: Placed<Traces[Name][number]>[] }

/** Everything that was taken from the passages, each with its passage. */
function gathered(passages: readonly Passage[], language: string): Kept {
  const kept: Kept = {
    ages: [],
    counts: [],
    spellings: [],
    styles: [],
    titles: [],
    tolls: [],
    weekdays: [],
    years: [],
    own: [],
  }
  for (const [passage, one] of passages.entries()) {
    const traces = tracesOf(one, language)
    if (!traces) continue
    for (const trace of traces.ages) kept.ages.push({ passage, trace })
    for (const trace of traces.counts) kept.counts.push({ passage, trace })
    for (const trace of traces.spellings) kept.spellings.push({ passage, trace })
    for (const trace of traces.styles) kept.styles.push({ passage, trace })
    for (const trace of traces.titles) kept.titles.push({ passage, trace })
    for (const trace of traces.tolls) kept.tolls.push({ passage, trace })
    for (const trace of traces.weekdays) kept.weekdays.push({ passage, trace })
    for (const trace of traces.years) kept.years.push({ passage, trace })
    for (const trace of traces.own) kept.own.push({ passage, trace })
  }
  return kept
}

/**
 * What within a story does not fit together, without any knowledge of the world: each is a question, and blocks nothing.
 * In a language without a vocabulary there are none.
 *
 * @param quotations those of the story, for whose words are given to two people
 */
export function findingsOf(
  passages: readonly Passage[],
  language: string,
  quotations: readonly OwnedQuotation[] = [],
): readonly Finding[] {
  const lexicon = findingLexiconOf(language)
  if (!lexicon) return []
  const facts = (passage: Passage) => factsOf(passage, language)
  const kept = gathered(passages, language)
  const own = kept.own.map(({ passage, trace }) => ({
    ...trace,
    places: trace.places.map((place) => ({ ...place, passage })),
  }))
  return [
    ...headlineSaysMore(passages, language, lexicon),
    ...quotesWithTwoOwners(quotations, passages),
    ...twoSpellings(kept.spellings),
    ...twoTitles(kept.titles),
    ...twoTolls(kept.tolls),
    ...twoCounts(kept.counts),
    ...twoAges(kept.ages),
    ...twoYears(kept.years),
    ...wrongWeekdays(kept.weekdays, datelineYear(passages, facts)),
    ...own,
    ...missingParts(passages, facts),
    ...mixedStyles(kept.styles),
  ]
}
