import type { QuoteSpan } from '../../document/quotes.ts'
import type { Stretch } from '../../document/sentences.ts'
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
  const before = subjectsBefore(reading, lexicon)
  let lastSpeech = -1
  for (const [index, span] of spans.entries()) {
    const lastIndex = lastSpeech < 0 ? result.length - 1 : lastSpeech
    const last = result[lastIndex]
    const between = text.slice(last?.to ?? 0, span.from)
    let mention = own.get(index) ?? null
    let goesOn = false
    let isLoose = false
    const sentence = sentenceOf[index] ?? 0
    const isAlone = alone.has(index) || (mention === null && own.has(index))
    if (isAlone && last) {
      const lastSentence = sentenceOf[lastIndex] ?? 0
      const isNext = sentence - lastSentence <= 1
      if (isNext && !between.trimEnd().endsWith(':')) {
        mention = last.mention
        isLoose = last.isLoose && mention === null
        goesOn = alone.has(index)
      }
    }
    if (isAlone && mention === null && sentence > 0) mention = before.leading(sentence)
    if (mention === null && (last === undefined || last.isLoose)) isLoose = true
    if (mention === null && last && !isLoose) mention = last.mention
    if (mention?.isPronoun && !mention.antecedent) mention = withAntecedent(reading, mention, before, lexicon)
    const { kind, reason } = kindOfSpan(text, span, mention, alone.has(index), lexicon)
    if (kind === 'speech') lastSpeech = index
    result.push({ ...span, kind, reason, mention, goesOn: goesOn || joins(last, between, mention), isLoose })
  }
  return { spans: lookingAhead(text, result), closes: closesAt(text, spans) }
}

/** What the sentences of a passage say of what follows them; each is read once, however much follows. */
interface SubjectsBefore {
  /** What the sentence before says, for a quotation that is a sentence of its own. */
  leading(sentence: number): Mention | null
  subject(sentence: number): Mention | null
}

function subjectsBefore(reading: Reading, lexicon: Lexicon): SubjectsBefore {
  const leads = new Map<number, Mention | null>()
  const subjects = new Map<number, Mention | null>()
  const once = (
    known: Map<number, Mention | null>,
    sentence: number,
    read: (stretch: Stretch) => Mention | null,
  ): Mention | null => {
    const before = known.get(sentence)
    if (before !== undefined) return before
    const stretch = reading.sentences[sentence]
    const found = stretch ? read(stretch) : null
    known.set(sentence, found)
    return found
  }
  return {
    leading: (sentence) =>
      once(leads, sentence - 1, (before) => {
        const quote = reading.tokens.slice(before.from, before.to).findLast((token) => token.kind === 'quote')
        if (quote) return attributionsIn(reading, before, lexicon).get(quote.span) ?? null
        return subjectOfSentence(reading, before, lexicon)
      }),
    subject: (sentence) =>
      once(subjects, sentence, (stretch) => subjectOfSentence(reading, stretch, lexicon)),
  }
}

/** The sentence that a place is in or before; their number where it is behind all. */
function sentenceAt({ tokens, sentences }: Reading, place: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    const end = tokens[(sentences[middle]?.to ?? 0) - 1]?.to ?? 0
    if (end < place) low = middle + 1
    else high = middle
  }
  return low
}

/** Fills in what "they" stands for, out of the nearest sentence before that speaks of somebody. */
function withAntecedent(
  reading: Reading,
  mention: Mention,
  before: SubjectsBefore,
  lexicon: Lexicon,
): Mention {
  const words = reading.text.slice(mention.from, mention.to).toLowerCase()
  if (!lexicon.table.signs.ofThings.test(words)) return mention
  const found = sentenceAt(reading, mention.to)
  const own = found < reading.sentences.length ? found : -1
  for (let index = own - 1; index >= Math.max(0, own - 2); index--) {
    const antecedent = before.subject(index)
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
