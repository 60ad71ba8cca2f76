import { type AgeTrace, agesIn, twoAges } from './finding/ages.ts'
import { type Block, inBlocks } from './finding/blocks.ts'
import { type CountTrace, countsIn, twoCounts } from './finding/counts.ts'
import { type EventTrace, eventsIn, twoDates } from './finding/events.ts'
import type { Finding, Placed } from './finding/finding.ts'
import { type Body, bodyOf, headlineSaysMore } from './finding/headline.ts'
import { type FindingLexicon, findingLexiconOf } from './finding/lexicon.ts'
import { missingParts } from './finding/missing.ts'
import { NameIndex } from './finding/name-index.ts'
import { percentagesThatDoNotFit } from './finding/percentages.ts'
import { type OwnedQuotation, quotesWithTwoOwners } from './finding/quote-owners.ts'
import { sharesThatDoNotSum } from './finding/shares.ts'
import { type SpellingTrace, spellingsIn } from './finding/spelling.ts'
import { mixedStyles, type StyleTrace, type StyleWays, stylesIn, waysOf } from './finding/styles.ts'
import { type TitleTrace, titlesIn, twoTitles } from './finding/titles.ts'
import { type TollTrace, tollsIn, twoTolls } from './finding/tolls.ts'
import {
  datelineYear,
  twoWeekdays,
  type WeekdayTrace,
  weekdaysIn,
  wrongWeekdays,
} from './finding/weekdays.ts'
import type { Passage } from './passage.ts'
import { perPassage } from './per-passage.ts'
import { quotationsOf } from './quotations.ts'
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
  readonly events: readonly EventTrace[]
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
    events: eventsIn(facts, text, lexicon),
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

type Rare = 'ages' | 'counts' | 'titles' | 'tolls' | 'weekdays' | 'events' | 'own'
type Kept = { [Name in Rare]: Placed<Traces[Name][number]>[] }

const nothing = (): Kept => ({
  ages: [],
  counts: [],
  titles: [],
  tolls: [],
  weekdays: [],
  events: [],
  own: [],
})

function gather<Trace>(into: Placed<Trace>[], traces: readonly Trace[], passage: number): void {
  for (const trace of traces) into.push({ passage, trace })
}

/** What was taken from the passages of a block; indexes are counted from its first. */
interface BlockTraces {
  readonly kept: Kept
  readonly spellings: readonly (readonly SpellingTrace[])[]
  readonly styles: StyleWays
  readonly bodies: readonly Body[]
}

const blocksOf = inBlocks((passages, language): BlockTraces => {
  const traces = passages.flatMap((passage) => tracesOf(passage, language) ?? [])
  const kept = nothing()
  for (const [passage, one] of traces.entries()) {
    gather(kept.ages, one.ages, passage)
    gather(kept.counts, one.counts, passage)
    gather(kept.titles, one.titles, passage)
    gather(kept.tolls, one.tolls, passage)
    gather(kept.weekdays, one.weekdays, passage)
    gather(kept.events, one.events, passage)
    gather(kept.own, one.own, passage)
  }
  return {
    kept,
    spellings: traces.map(({ spellings }) => spellings),
    styles: waysOf(traces.map(({ styles }) => styles)),
    bodies: passages.flatMap((passage) => bodyOf(passage, language) ?? []),
  }
})

function move<Trace>(into: Placed<Trace>[], placed: readonly Placed<Trace>[], start: number): void {
  for (const { passage, trace } of placed) into.push({ passage: passage + start, trace })
}

function gathered(blocks: readonly Block<BlockTraces>[]): Kept {
  const kept = nothing()
  for (const { start, value } of blocks) {
    move(kept.ages, value.kept.ages, start)
    move(kept.counts, value.kept.counts, start)
    move(kept.titles, value.kept.titles, start)
    move(kept.tolls, value.kept.tolls, start)
    move(kept.weekdays, value.kept.weekdays, start)
    move(kept.events, value.kept.events, start)
    move(kept.own, value.kept.own, start)
  }
  return kept
}

/** Of the story that was asked about last: whoever types asks about one again and again. */
const names = new NameIndex()

/**
 * What within a story does not fit together, without any knowledge of the world: each is a question, and blocks nothing.
 * In a language without a vocabulary there are none.
 *
 * @param quotations those of the story, where they are known already
 */
export function findingsOf(
  passages: readonly Passage[],
  language: string,
  quotations: readonly OwnedQuotation[] = quotationsOf(passages, language),
): readonly Finding[] {
  const lexicon = findingLexiconOf(language)
  if (!lexicon) return []
  const facts = (passage: Passage) => factsOf(passage, language)
  const blocks = blocksOf(passages, language)
  const kept = gathered(blocks)
  const own = kept.own.map(({ passage, trace }) => ({
    ...trace,
    places: trace.places.map((place) => ({ ...place, passage })),
  }))
  const storyYear = datelineYear(passages, facts)
  return [
    ...headlineSaysMore(
      passages,
      blocks.map(({ value }) => value.bodies),
      language,
      lexicon,
    ),
    ...quotesWithTwoOwners(quotations, passages),
    ...names.findings(blocks.map(({ value }) => value.spellings)),
    ...twoTitles(kept.titles),
    ...twoTolls(kept.tolls),
    ...twoCounts(kept.counts),
    ...twoAges(kept.ages),
    ...twoDates(kept.events),
    ...wrongWeekdays(kept.weekdays, storyYear),
    ...twoWeekdays(kept.weekdays, storyYear),
    ...own,
    ...missingParts(passages, facts),
    ...mixedStyles(blocks.map(({ start, value }) => ({ start, value: value.styles }))),
  ]
}
