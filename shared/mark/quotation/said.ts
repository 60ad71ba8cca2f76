import type { QuoteSpan } from '../../document/quotes.ts'
import type { Passage } from '../passage.ts'
import { perPassage } from '../per-passage.ts'
import { attributionsIn, subjectOfSentence } from './attribution.ts'
import { kindOfSpan, type QuotationKind, type QuotationReason } from './kind.ts'
import type { Mention } from './mention.ts'
import { type Lexicon, lexiconFor } from './speech/lexicon.ts'
import { type Reading, readingOf } from './tokens.ts'

/** A quotation within one passage, with what the passage alone says of it. */
export interface SaidSpan extends QuoteSpan {
  readonly kind: QuotationKind
  readonly reason: QuotationReason
  /** Who the passage says it is from; null where it does not say. */
  readonly mention: Mention | null
  /** Goes on from the one before: nothing but their attribution stands between. */
  readonly goesOn: boolean
  /** Stands for itself at the start of its passage, so that what is before may say whose it is. */
  readonly isLoose: boolean
}

/** What one passage alone says of its quotations. */
export interface Said {
  readonly spans: readonly SaidSpan[]
  /** Where a mark closes what this passage did not open, behind the mark; -1 where none does. */
  readonly closes: number
}

const nothing: Said = { spans: [], closes: -1 }
const anyMark = /["“”„«»‘’‚‹›「」『』']/u
const onlyMarks = /^[\s.,;:!?)\]—–-]*$/u
const orphan = /["”“»](?=$|[\s.,;:!?)])/u

function closesAt(text: string, spans: readonly QuoteSpan[]): number {
  const end = spans[0]?.from ?? text.length
  const found = orphan.exec(text.slice(0, end))
  return found && found.index > 0 && /\S/u.test(text[found.index - 1] ?? ' ') ? found.index + 1 : -1
}

function readSaid(passage: Passage, language: string): Said {
  const { text } = passage
  const lexicon = lexiconFor(language)
  if (!anyMark.test(text)) return nothing
  const reading = readingOf(passage, language)
  const { spans, sentences } = reading
  if (spans.length === 0) return { spans: [], closes: closesAt(text, spans) }
  const own = new Map<number, Mention | null>()
  /** Spans that are a sentence of their own. */
  const alone = new Set<number>()
  const sentenceOf: number[] = []
  for (const [index, sentence] of sentences.entries()) {
    const tokens = reading.tokens.slice(sentence.from, sentence.to)
    const quotes = tokens.filter((token) => token.kind === 'quote')
    for (const quote of quotes) sentenceOf[quote.span] = index
    if (quotes.length === 0) continue
    if (tokens.some((token) => token.kind === 'word' || token.kind === 'number')) {
      for (const [span, mention] of attributionsIn(reading, sentence, lexicon)) own.set(span, mention)
    } else for (const quote of quotes) alone.add(quote.span)
  }
  const result: SaidSpan[] = []
  for (const [index, span] of spans.entries()) {
    const last = result.findLast((one) => one.kind === 'speech') ?? result.at(-1)
    const lastIndex = last ? result.indexOf(last) : -1
    const between = text.slice(last?.to ?? 0, span.from)
    let mention = own.get(index) ?? null
    let goesOn = false
    let isLoose = false
    const sentence = sentenceOf[index] ?? 0
    const isAlone = alone.has(index) || (mention === null && own.has(index))
    if (isAlone && last) {
      const lastSentence = sentenceOf[lastIndex] ?? 0
      const isNext = sentence - lastSentence <= 1
      if (isNext && !/:\s*$/u.test(between)) {
        mention = last.mention
        isLoose = last.isLoose && mention === null
        goesOn = alone.has(index)
      }
    }
    if (isAlone && mention === null && sentence > 0) mention = leadingSubject(reading, sentence, lexicon)
    if (mention === null && (last === undefined || last.isLoose)) isLoose = true
    if (mention === null && last && !isLoose) mention = last.mention
    if (mention?.isPronoun && !mention.antecedent) mention = withAntecedent(reading, mention, lexicon)
    const { kind, reason } = kindOfSpan(text, span, mention, alone.has(index), lexicon)
    result.push({ ...span, kind, reason, mention, goesOn: goesOn || joins(last, between, mention), isLoose })
  }
  return { spans: lookingAhead(text, result), closes: closesAt(text, spans) }
}

/** What the sentence before says, for a quotation that is a sentence of its own. */
function leadingSubject(reading: Reading, sentence: number, lexicon: Lexicon): Mention | null {
  const before = reading.sentences[sentence - 1]
  if (!before) return null
  const quote = reading.tokens.slice(before.from, before.to).findLast((token) => token.kind === 'quote')
  if (quote) return attributionsIn(reading, before, lexicon).get(quote.span) ?? null
  return subjectOfSentence(reading, before, lexicon)
}

/** Fills in what "they" stands for, out of the nearest sentence before that speaks of somebody. */
function withAntecedent(reading: Reading, mention: Mention, lexicon: Lexicon): Mention {
  const { text, tokens, sentences } = reading
  if (!lexicon.table.signs.ofThings.test(text.slice(mention.from, mention.to).toLowerCase())) return mention
  const own = sentences.findIndex(({ to }) => (tokens[to - 1]?.to ?? 0) >= mention.to)
  for (let index = own - 1; index >= Math.max(0, own - 2); index--) {
    const sentence = sentences[index]
    const antecedent = sentence ? subjectOfSentence(reading, sentence, lexicon) : null
    if (antecedent && !antecedent.isPronoun) return { ...mention, antecedent }
  }
  return mention
}

/** "A," she said, "B." */
function joins(last: SaidSpan | undefined, between: string, mention: Mention | null): boolean {
  if (!last || !mention || !last.mention || last.kind !== 'speech') return false
  const isSame = last.mention.from === mention.from
  const isWithin = mention.from >= last.to && mention.to <= last.to + between.length
  return isSame && isWithin && between.length <= 160 && /[,—–:-]\s*$/u.test(between)
}

/** A quotation that begins its passage has the speaker of the next where the passage names one later. */
function lookingAhead(text: string, spans: SaidSpan[]): readonly SaidSpan[] {
  const first = spans.findIndex((span) => !span.isLoose)
  if (first <= 0) return spans
  const named = spans[first]
  if (!named?.mention?.isSaid || !onlyMarks.test(text.slice(0, spans[0]?.from ?? 0))) return spans
  return spans.map((span, index) =>
    index < first && named.mention ? { ...span, mention: named.mention, isLoose: false } : span,
  )
}

/** What a passage says of its quotations. */
export const saidIn = perPassage(readSaid)
