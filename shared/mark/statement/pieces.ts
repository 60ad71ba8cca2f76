import type { Stretch } from '../../document/sentences.ts'
import type { Passage } from '../passage.ts'
import { sentencesOfPassage } from '../passage-sentences.ts'
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
  const sentences = sentencesOfPassage(passage, language)
  if (quotes.length === 0) return sentences.map((sentence) => ({ ...sentence, isBesideQuote: false }))
  let next = 0
  return sentences.flatMap((sentence) => {
    const pieces: Piece[] = []
    // Both are in the order of the text.
    while ((quotes[next]?.to ?? Number.POSITIVE_INFINITY) <= sentence.from) next++
    let end = next
    while ((quotes[end]?.from ?? Number.POSITIVE_INFINITY) < sentence.to) end++
    const near = quotes.slice(next, end)
    let { from } = sentence
    for (const quote of [...near, { from: sentence.to, to: sentence.to }]) {
      if (quote.from > from) pieces.push({ from, to: quote.from, isBesideQuote: near.length > 0 })
      from = Math.max(from, quote.to)
    }
    return pieces
  })
}
