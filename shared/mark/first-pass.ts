import { sentenceRanges } from '../document/sentences.ts'
import type { Candidate } from './candidate.ts'
import type { Facet, Reason } from './facet.ts'
import { candidateAt, type Mark, type PartAhead } from './marks.ts'
import { riskOfFacets } from './order.ts'
import type { Passage } from './passage.ts'
import { perPassage } from './per-passage.ts'
import { type Quotation, quotationsOf } from './quotations.ts'
import type { Eagerness, FirstPassSettings } from './settings.ts'
import { statementsIn } from './statements.ts'
import { worthOf } from './worth.ts'

/** Who wrote it, of whom a picture is, and what only says again what the story says: nothing in these is proposed. */
const unproposed: ReadonlySet<string> = new Set([
  'byline',
  'dateline',
  'credit',
  'altText',
  'pullQuote',
  'searchTitle',
  'searchDescription',
  'socialLine',
])

/** Below it a statement is not proposed. What may do most harm is proposed whatever it is worth. */
const leastWorth: Readonly<Record<Eagerness, number>> = { few: 0.5, usual: 0.1, many: 0 }
const harmful: ReadonlySet<string> = new Set(['legal', 'quote', 'accusation'])

/** What is read first is asked about before the rest of its risk, however few words it has. */
const leading: ReadonlySet<string> = new Set(['headline', 'dek'])
const leadingWorth = 0.5
/** Who says so is asked also where little else is said. */
const unnamedWorth = 0.2

/** What stands beside a judgement or a hedge is asked about later than what is said outright. */
const apart = 0.6

const sentencesIn = perPassage(({ text }, language) =>
  sentenceRanges(text).map(({ from, to }) => ({ from, to, worth: worthOf(text.slice(from, to), language) })),
)

function worthAt(passage: Passage, language: string, from: number): number {
  return sentencesIn(passage, language).find((one) => from < one.to)?.worth ?? 0
}

/** A mark before the desk's settings are asked. */
type Found = Omit<Mark, 'risk'>

const statementsFound = perPassage((passage, language) =>
  statementsIn(passage, language).map(({ from, to, facets, reasons, setApart }): Found => {
    const worth = Math.max(
      worthAt(passage, language, from) * (setApart.length > 0 ? apart : 1),
      leading.has(passage.where) ? leadingWorth : 0,
      facets.includes('unnamedSource') ? unnamedWorth : 0,
    )
    return {
      parts: [{ ahead: 0, from, to }],
      words: passage.text.slice(from, to),
      kind: 'statement',
      facets,
      reasons,
      speaker: null,
      worth,
    }
  }),
)

const quoteFacets: readonly Facet[] = ['quote']

function quoteFound(
  passages: readonly Passage[],
  index: number,
  quote: Quotation,
  language: string,
): Found | null {
  const parts = quote.parts.map(({ passage, from, to }): PartAhead => ({ ahead: passage - index, from, to }))
  const [first, ...rest] = parts
  const passage = passages[index]
  if (!first || !passage) return null
  const words = quote.parts
    .map((part) => passages[part.passage]?.text.slice(part.from, part.to) ?? '')
    .join(' ')
  const reasons: Reason[] = [{ facet: 'quote', words }]
  return {
    parts: [first, ...rest],
    words,
    kind: 'quote',
    facets: quoteFacets,
    reasons,
    speaker: quote.speaker && { name: quote.speaker.name, role: quote.speaker.role },
    worth: worthAt(passage, language, first.from),
  }
}

/** What a desk wants of what was found. */
function wanted(found: Found, settings: FirstPassSettings): Mark | null {
  const facets = found.facets.filter((one) => settings.facets.includes(one))
  if (facets.length === 0) return null
  const risk = riskOfFacets(facets)
  if (found.worth < leastWorth[settings.eagerness] && !harmful.has(risk)) return null
  if (facets.length === found.facets.length) return { ...found, risk }
  return { ...found, facets, reasons: found.reasons.filter((one) => facets.includes(one.facet)), risk }
}

interface Known {
  readonly language: string
  readonly settings: FirstPassSettings
  /** Where the passage stood when its quotes were found, from which their parts are counted. */
  readonly index: number
  /** They follow from other passages too. */
  readonly quotes: readonly Quotation[]
  /** The passages that the parts of those stand in, one after the other. */
  readonly quoted: readonly (Passage | undefined)[]
  readonly marks: readonly Mark[]
}

const marksOfPassage = new WeakMap<Passage, Known>()
const none: readonly Mark[] = []
const unquoted: readonly Quotation[] = []

function isSameQuote(one: Quotation, other: Quotation | undefined, moved: number): boolean {
  if (one === other && moved === 0) return true
  if (!other || one.parts.length !== other.parts.length) return false
  if (one.speaker?.name !== other.speaker?.name || one.speaker?.role !== other.speaker?.role) return false
  return one.parts.every(({ passage, from, to }, at) => {
    const part = other.parts[at]
    return part?.passage === passage + moved && part.from === from && part.to === to
  })
}

/** The passages of which quotes have words: an edit in the second of two may leave all places as they were. */
function quotedIn(passages: readonly Passage[], quotes: readonly Quotation[]): (Passage | undefined)[] {
  return quotes.flatMap((quote) => quote.parts.map((part) => passages[part.passage]))
}

function marksIn(
  passages: readonly Passage[],
  index: number,
  quotes: readonly Quotation[],
  language: string,
  settings: FirstPassSettings,
): readonly Mark[] {
  const passage = passages[index]
  if (!passage || unproposed.has(passage.where)) return none
  const known = marksOfPassage.get(passage)
  if (
    known?.language === language &&
    known.settings === settings &&
    known.quotes.length === quotes.length &&
    known.quotes.every((one, at) => isSameQuote(one, quotes[at], index - known.index)) &&
    quotedIn(passages, quotes).every((one, at) => one === known.quoted[at])
  )
    return known.marks
  const foundQuotes = quotes.flatMap((quote) => quoteFound(passages, index, quote, language) ?? [])
  const marks = [...foundQuotes, ...statementsFound(passage, language)]
    .sort((one, other) => one.parts[0].from - other.parts[0].from)
    .flatMap((found) => wanted(found, settings) ?? [])
  marksOfPassage.set(passage, {
    language,
    settings,
    index,
    quotes,
    quoted: quotedIn(passages, quotes),
    marks,
  })
  return marks
}

/** The quotations of people, by the passage that each begins in. */
function quotesByPassage(passages: readonly Passage[], language: string): ReadonlyMap<number, Quotation[]> {
  const byPassage = new Map<number, Quotation[]>()
  for (const quote of quotationsOf(passages, language)) {
    const first = quote.parts[0]?.passage
    if (quote.kind !== 'speech' || first === undefined) continue
    const known = byPassage.get(first)
    if (known) known.push(quote)
    else byPassage.set(first, [quote])
  }
  return byPassage
}

/**
 * What the first pass proposes of each passage of a story, in the order of the text: the same list as the last time for
 * a passage of which nothing changed.
 *
 * @param language as BCP 47 names it
 * @param settings whoever asks again with the same settings gives the same object
 */
export function firstPassMarks(
  passages: readonly Passage[],
  language: string,
  settings: FirstPassSettings,
): readonly (readonly Mark[])[] {
  if (!settings.isOn) return passages.map(() => none)
  const quotes = quotesByPassage(passages, language)
  return passages.map((_, index) =>
    marksIn(passages, index, quotes.get(index) ?? unquoted, language, settings),
  )
}

/** All that the first pass proposes of a story, in the order of the text. */
export function firstPass(
  passages: readonly Passage[],
  language: string,
  settings: FirstPassSettings,
): Candidate[] {
  return firstPassMarks(passages, language, settings).flatMap((marks, index) =>
    marks.map((mark) => candidateAt(mark, index)),
  )
}
