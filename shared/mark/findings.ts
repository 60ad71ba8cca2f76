import { type Digest, digestOf } from './digest.ts'
import { twoAges } from './finding/ages.ts'
import { twoCounts } from './finding/counts.ts'
import { twoDates } from './finding/events.ts'
import type { Finding, Placed } from './finding/finding.ts'
import { Bodies } from './finding/headline.ts'
import { findingLexiconOf } from './finding/lexicon.ts'
import { missingParts } from './finding/missing.ts'
import { NameIndex } from './finding/name-index.ts'
import { quotesWithTwoOwners, type Unworded, wordedFinding } from './finding/quote-owners.ts'
import { Styles } from './finding/styles.ts'
import { twoTitles } from './finding/titles.ts'
import { twoTolls } from './finding/tolls.ts'
import type { RareTraces } from './finding/traces.ts'
import { datelineYear, twoWeekdays, wrongWeekdays } from './finding/weekdays.ts'
import type { Passage } from './passage.ts'
import { QuotedStory } from './quotation/quoted-story.ts'

export type { Finding, FindingKind, FindingReason, StyleKind } from './finding/finding.ts'

type Kept = { readonly [Name in keyof RareTraces]: Placed<RareTraces[Name][number]>[] }

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

function gathered(digests: readonly Digest[]): Kept {
  const kept = nothing()
  for (const [passage, { traces }] of digests.entries()) {
    const rare = traces?.rare
    if (!rare) continue
    gather(kept.ages, rare.ages, passage)
    gather(kept.counts, rare.counts, passage)
    gather(kept.titles, rare.titles, passage)
    gather(kept.tolls, rare.tolls, passage)
    gather(kept.weekdays, rare.weekdays, passage)
    gather(kept.events, rare.events, passage)
    gather(kept.own, rare.own, passage)
  }
  return kept
}

/** Finds again what it did where it is given the same traces in the same places. */
function remembering<Trace>(
  find: (placed: readonly Placed<Trace>[], year: number | null) => readonly Finding[],
) {
  let last: { placed: readonly Placed<Trace>[]; year: number | null; found: readonly Finding[] } | null = null
  return (placed: readonly Placed<Trace>[], year: number | null = null): readonly Finding[] => {
    const isSame =
      last?.year === year &&
      last.placed.length === placed.length &&
      last.placed.every(
        (one, index) => one.trace === placed[index]?.trace && one.passage === placed[index].passage,
      )
    if (last && isSame) return last.found
    const found = find(placed, year)
    last = { placed, year, found }
    return found
  }
}

/** What does not fit together in a story that changes: what passages give is taken up once, as they come and go. */
export class StoryFindings {
  #digests: readonly Digest[] = []
  readonly #names = new NameIndex()
  readonly #styles = new Styles()
  readonly #bodies = new Bodies()
  readonly #titles = remembering(twoTitles)
  readonly #tolls = remembering(twoTolls)
  readonly #counts = remembering(twoCounts)
  readonly #ages = remembering(twoAges)
  readonly #dates = remembering(twoDates)

  #follow(digests: readonly Digest[]): void {
    const before = this.#digests
    const shorter = Math.min(before.length, digests.length)
    let first = 0
    while (first < shorter && before[first] === digests[first]) first++
    let tail = 0
    while (tail < shorter - first && before[before.length - 1 - tail] === digests[digests.length - 1 - tail])
      tail++
    for (let at = first; at < before.length - tail; at++) this.#take(before[at], -1)
    for (let at = first; at < digests.length - tail; at++) this.#take(digests[at], 1)
    this.#digests = digests
  }

  #take(digest: Digest | undefined, times: 1 | -1): void {
    const traces = digest?.traces
    if (!traces) return
    if (times > 0) this.#names.add(traces.spellings)
    else this.#names.remove(traces.spellings)
    this.#styles.add(traces.styles, times)
    if (traces.body) this.#bodies.add(traces.body, times)
  }

  /** A headline that says more than its text: a figure, a name or a superlative which the text has not. */
  #headlineSaysMore(): readonly Finding[] {
    if (!this.#bodies.isLongEnough) return []
    return this.#digests.flatMap(({ traces }, passage) =>
      (traces?.claims ?? []).flatMap((claim) =>
        this.#bodies.says(claim) ? [] : [{ ...claim.finding, places: placedAt(claim.finding, passage) }],
      ),
    )
  }

  /** Each is a question, and blocks nothing. In a language without a vocabulary there are none. */
  of(story: QuotedStory): readonly Unworded[] {
    const digests = story.entries.map(({ digest }) => digest)
    this.#follow(digests)
    if (!digests.some(({ traces }) => traces)) return []
    const kept = gathered(digests)
    const storyYear = datelineYear(digests)
    const none: readonly never[] = []
    return [
      ...this.#headlineSaysMore(),
      ...quotesWithTwoOwners(story),
      ...this.#names.findings(() => digests.map(({ traces }) => traces?.spellings ?? none)),
      ...this.#titles(kept.titles),
      ...this.#tolls(kept.tolls),
      ...this.#counts(kept.counts),
      ...this.#ages(kept.ages),
      ...this.#dates(kept.events),
      ...wrongWeekdays(kept.weekdays, storyYear),
      ...twoWeekdays(kept.weekdays, storyYear),
      ...kept.own.map(({ passage, trace }) => ({ ...trace, places: placedAt(trace, passage) })),
      ...missingParts(digests),
      ...this.#styles.findings(() => digests.map(({ traces }) => traces?.styles ?? none)),
    ]
  }
}

function placedAt({ places }: Finding, passage: number): Finding['places'] {
  return places.map((place) => ({ ...place, passage }))
}

/** What within a story does not fit together, without any knowledge of the world. */
export function findingsOf(passages: readonly Passage[], language: string): readonly Finding[] {
  if (!findingLexiconOf(language)) return []
  const story = new QuotedStory()
  story.replace(
    0,
    0,
    passages.map((passage) => digestOf(passage, language)),
  )
  return new StoryFindings()
    .of(story)
    .flatMap(
      (finding) =>
        wordedFinding(finding, ({ passage, from, to }) => passages[passage]?.text.slice(from, to) ?? '') ??
        [],
    )
}
