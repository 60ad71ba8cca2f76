import type { Stretch } from '../document/sentences.ts'
import { type Facet, facets, type Reason } from './facet.ts'
import type { Passage } from './passage.ts'
import { perPassage } from './per-passage.ts'
import { clausesIn, hasVerb, wordsWithin } from './statement/clauses.ts'
import { factsOf, type PassageFacts } from './statement/facts.ts'
import { type Lexicon, lexiconOf } from './statement/lexicon.ts'
import { type Piece, piecesOf } from './statement/pieces.ts'
import { firstFrom } from './statement/sign-order.ts'
import { isFacet, isLinked, type SetApart, type Sign, setsApart, signsIn } from './statement/signs.ts'
import { trimmed } from './statement/span.ts'
import type { Word } from './word.ts'

/** Words of a passage that can be checked, told from judgement. */
export interface Statement extends Stretch {
  /** In the order of `facets`, at least one. */
  readonly facets: readonly Facet[]
  /** In the order of the text. */
  readonly reasons: readonly (Reason & Stretch)[]
  /** What in it no source can settle: the statement is proposed for its facets all the same. */
  readonly setApart: readonly SetApart[]
}

const isApart = (shows: Sign['shows']): shows is SetApart => (setsApart as readonly string[]).includes(shows)
/** Sure enough to be asked about beside a judgement, a hedge or the writer's own voice. */
const hardFacets: ReadonlySet<Facet> = new Set([
  'legal',
  'accusation',
  'figure',
  'money',
  'share',
  'date',
  'title',
  'unnamedSource',
])
const joiningFacets: ReadonlySet<Facet> = new Set([
  'absolute',
  'cause',
  'comparison',
  'attribution',
  'accusation',
])

/** Who said it, and nothing of what. */
const sayingFacets: ReadonlySet<Facet> = new Set(['attribution', 'name', 'place'])

interface Weighed {
  readonly facets: ReadonlySet<Facet>
  readonly signs: readonly Sign[]
  readonly setApart: readonly SetApart[]
}

function weigh(signs: readonly Sign[]): Weighed {
  return {
    signs,
    facets: new Set(signs.flatMap((sign) => (isFacet(sign.shows) ? [sign.shows] : []))),
    setApart: [...new Set(signs.flatMap((sign) => (isApart(sign.shows) ? [sign.shows] : [])))],
  }
}

/** Enough by themselves where the clause leaves nothing open and judges nothing. */
const aloneFacets: ReadonlySet<Facet> = new Set(['cause', 'comparison', 'attribution'])

/** Whether a clause says something that can be checked, enough to ask somebody about it. */
function isWorthAsking({ facets, signs, setApart }: Weighed): boolean {
  const strong = signs.filter((sign) => sign.isStrong && isFacet(sign.shows))
  // Whoever is said to have said it left it open, not the writer.
  const isTheirs = facets.has('attribution') && facets.size > 1 && setApart.every((one) => one === 'hedge')
  if (setApart.length > 0 && !isTheirs) {
    return strong.some((sign) => isFacet(sign.shows) && hardFacets.has(sign.shows))
  }
  if (strong.length > 0) return true
  if ([...facets].some((facet) => aloneFacets.has(facet))) return true
  return facets.size >= 2 && [...facets].some((facet) => joiningFacets.has(facet))
}

/** Words of a clause that is proposed for a cause, a comparison or an attribution alone. */
const shortestAlone = 5

/** A line of a table, a list's number or a bare date says nothing; a clause does, and so does a title beside its name. */
function saysSomething(
  words: readonly Word[],
  { first, end }: { first: number; end: number },
  signs: readonly Sign[],
  lexicon: Lexicon,
): boolean {
  const isLong = end - first >= shortestAlone || signs.some((sign) => sign.isStrong)
  if (hasVerb(words, first, end, lexicon)) return end - first > 1 && isLong
  const shown = signs.flatMap((sign) => (isFacet(sign.shows) ? [sign.shows] : []))
  const figures = words.slice(first, end).filter((word) => /^\p{N}/u.test(word.text)).length
  if (figures * 2 >= end - first) return false
  return shown.some((facet) => facet !== 'date' && facet !== 'name' && facet !== 'place') && end - first > 2
}

/** Of signs in the order of the text those that stand wholly in a stretch of it. */
function within(signs: readonly Sign[], { from, to }: Stretch): readonly Sign[] {
  const found: Sign[] = []
  for (let at = firstFrom(signs, from); (signs[at]?.from ?? to) < to; at++) {
    const sign = signs[at]
    if (sign && sign.to <= to) found.push(sign)
  }
  return found
}

/** "Ada Holm, who …, was called a fraud": whom it accuses stands before the clause. */
function withLegal(
  signs: readonly Sign[],
  stretch: Stretch,
  headFrom: number,
  words: readonly Word[],
  lexicon: Lexicon,
): readonly Sign[] {
  const wrong = within(signs, stretch).find(
    (sign) =>
      sign.shows === 'accusation' ||
      (sign.shows === 'wrong' && isLinked(words, wordsWithin(words, sign).first, lexicon)),
  )
  if (!wrong) return signs
  let at = firstFrom(signs, headFrom)
  while (signs[at]?.from === headFrom && signs[at]?.shows !== 'name' && signs[at]?.shows !== 'title') at++
  if (signs[at]?.from !== headFrom) return signs
  const accused: readonly Sign[] = [
    { ...wrong, shows: 'accusation', isStrong: true },
    { ...wrong, shows: 'legal', isStrong: true },
  ]
  return [...signs, ...accused].sort((one, other) => one.from - other.from)
}

/** Whether a sign says whom the words of a stretch accuse, who stands before them. */
function isLegalOf({ shows, from, to }: Sign, stretch: Stretch): boolean {
  return shows === 'legal' && from < stretch.from && to > stretch.from && to <= stretch.to
}

function statementFrom(stretch: Stretch, signs: readonly Sign[], text: string): Statement {
  const own = weigh(within(signs, stretch))
  const reasons = own.signs.flatMap(({ shows, from, to }) =>
    isFacet(shows) ? [{ facet: shows, words: text.slice(from, to), from, to }] : [],
  )
  return {
    ...stretch,
    facets: facets.filter((facet) => own.facets.has(facet)),
    reasons,
    setApart: own.setApart,
  }
}

/** The statements of one sentence, or of the part of it outside quotations. */
function statementsOf(
  sentence: Piece,
  passage: Passage,
  facts: PassageFacts,
  signs: readonly Sign[],
  lexicon: Lexicon,
): readonly Statement[] {
  const { words } = facts
  const { text } = passage
  const range = wordsWithin(words, sentence)
  const own = within(signs, sentence)
  if (own.length === 0 || range.end <= range.first || text[sentence.to - 1] === '?') return []
  const titles = own.filter((sign) => sign.shows === 'title')
  const legals = own.filter((sign) => sign.shows === 'legal')
  if (sentence.isBesideQuote) {
    // "…," said Ada Holm, the mayor: who speaks is the quote's, but the title is to be checked.
    const others = own.filter((sign) => sign.isStrong && sign.shows !== 'title')
    if (others.length === 0) return titles.map((sign) => statementFrom(sign, own, text))
  }
  const clauses = clausesIn(words, { kind: 'own', ...range }, lexicon)
  const statements: Statement[] = []
  let head: { readonly first: number; isEmitted: boolean } | null = null
  for (const [index, clause] of clauses.entries()) {
    if (clause.kind === 'own' || !head) head = { first: clause.first, isEmitted: false }
    const next = clauses[index + 1]
    const isWithoutVerb = !hasVerb(words, clause.first, clause.end, lexicon)
    // "Ada Holm, who …": a head that says nothing by itself goes along with the first clause about it.
    if (
      next &&
      next.kind === 'about' &&
      isWithoutVerb &&
      clause.end - clause.first <= 6 &&
      clause.kind === 'own'
    )
      continue
    const { first: headFirst } = head
    const isHeadNear = !head.isEmitted && clauses[index - 1]?.first === headFirst
    const isHeadOpen =
      clause.kind === 'about' && isHeadNear && !hasVerb(words, headFirst, clause.first, lexicon)
    // What an aside broke in two is said by both halves together, and goes with it.
    const isBroken = clause.kind === 'resumed' && clauses[index - 1]?.kind === 'aside'
    // "Ada Holm, the mayor, said …" is one statement.
    const isSaid = clause.kind === 'resumed' && lexicon.sets.speech.has(words[clause.first]?.key ?? '')
    const isWhole = isBroken || isSaid
    const isResumed = clause.kind === 'resumed' && (isWhole || !head.isEmitted)
    const first = isResumed || isHeadOpen ? headFirst : clause.first
    let stretch = trimmed(words, { ...clause, first }, text, own, lexicon, sentence.isBesideQuote)
    // Who is accused is part of what is said, or two people’s accusations would be the same words.
    const named = legals.find((sign) => isLegalOf(sign, stretch))
    const known =
      clause.kind === 'resumed' && !named
        ? withLegal(own, stretch, words[head.first]?.from ?? 0, words, lexicon)
        : own
    const accused = known === own ? named?.from : words[headFirst]?.from
    const from = Math.min(stretch.from, accused ?? stretch.from)
    const isLonger = from < stretch.from
    if (isLonger) stretch = { from, to: stretch.to }
    while ((isWhole || isLonger) && (statements.at(-1)?.to ?? 0) > stretch.from) statements.pop()
    const range = wordsWithin(words, stretch)
    const isSaying = saysSomething(words, range, within(known, stretch), lexicon)
    const weighed = weigh(within(known, stretch))
    if (!isSaying || !isWorthAsking(weighed)) continue
    // "the mayor said it was “…”": what was said is the quote.
    if (sentence.isBesideQuote && [...weighed.facets].every((facet) => sayingFacets.has(facet))) continue
    statements.push(statementFrom(stretch, known, text))
    head.isEmitted = true
  }
  return statements
}

/** Block quotes are quotes; the others are lines of names and dates by their nature. */
const unproposed: ReadonlySet<string> = new Set(['blockquote', 'pullQuote', 'byline', 'dateline', 'credit'])

/**
 * What can be checked in a passage, in the order of the text; no two overlap, and none reaches into a quotation.
 */
export const statementsIn: (passage: Passage, language: string) => readonly Statement[] = perPassage(
  (passage, language) => {
    const lexicon = lexiconOf(language)
    if (!lexicon || unproposed.has(passage.where)) return []
    const facts = factsOf(passage, language)
    const signs = signsIn(facts, lexicon)
    if (signs.length === 0) return []
    const statements: Statement[] = []
    for (const piece of piecesOf(passage, language))
      statements.push(...statementsOf(piece, passage, facts, signs, lexicon))
    return statements
  },
)
