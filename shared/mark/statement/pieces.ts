import { type QuoteSpan, quoteSpans } from '../../document/quotes.ts'
import { type Stretch, sentenceRanges } from '../../document/sentences.ts'
import type { Lexicon } from './lexicon.ts'

/** Words of a quotation that is more than a title or a few words mentioned. */
const shortestQuote = 6

/** Part of a sentence; `isBesideQuote` where a quotation stands right before or behind it. */
export interface Piece extends Stretch {
  readonly isBesideQuote: boolean
}

/**
 * A quotation is long, ends with a mark of its own, or stands behind a colon or before ", said"; else its words are a
 * title or mentioned, and part of a statement.
 */
function isQuotation(text: string, span: QuoteSpan, lexicon: Lexicon): boolean {
  const own = text.slice(span.from, span.to)
  if (!span.isClosed || /[.,!?…]\s*.$/u.test(own) || /:\s*$/u.test(text.slice(0, span.from))) return true
  const verb = /^,\s+(\p{L}+)/u.exec(text.slice(span.to, span.to + 40))?.[1]
  if (verb && lexicon.sets.speech.has(verb.toLowerCase())) return true
  return own.trim().split(/\s+/u).length >= shortestQuote
}

/** What lies within quotation marks belongs to the quote: the parts of a text's sentences outside of them. */
export function piecesOf(text: string, lexicon: Lexicon): readonly Piece[] {
  const quotes = quoteSpans(text).filter((span) => isQuotation(text, span, lexicon))
  const sentences = sentenceRanges(text)
  if (quotes.length === 0) return sentences.map((sentence) => ({ ...sentence, isBesideQuote: false }))
  return sentences.flatMap((sentence) => {
    const pieces: Piece[] = []
    const near = quotes.filter((quote) => quote.from < sentence.to && quote.to > sentence.from)
    let { from } = sentence
    for (const quote of [...near, { from: sentence.to, to: sentence.to }]) {
      if (quote.from > from) pieces.push({ from, to: quote.from, isBesideQuote: near.length > 0 })
      from = Math.max(from, quote.to)
    }
    return pieces
  })
}
