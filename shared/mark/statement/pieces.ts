import { type Stretch, sentenceRanges } from '../../document/sentences.ts'
import type { Passage } from '../passage.ts'
import { saidIn } from '../quotation/said.ts'

/** Part of a sentence; `isBesideQuote` where a quotation stands right before or behind it. */
export interface Piece extends Stretch {
  readonly isBesideQuote: boolean
}

/** What was said or written by somebody; a title or a word mentioned is part of what is said around it. */
function quotesIn(passage: Passage, language: string): readonly Stretch[] {
  const { spans, closes } = saidIn(passage, language)
  const spoken = spans.filter(({ kind }) => kind === 'speech')
  // A mark that only closes ends what an earlier paragraph began.
  return closes > 0 ? [{ from: 0, to: closes }, ...spoken] : spoken
}

/** What lies within quotation marks belongs to the quote: the parts of a passage's sentences outside of them. */
export function piecesOf(passage: Passage, language: string): readonly Piece[] {
  const quotes = quotesIn(passage, language)
  const sentences = sentenceRanges(passage.text)
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
