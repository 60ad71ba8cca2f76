import type { CandidateSpeaker } from './candidate.ts'
import { facets, type Reason } from './facet.ts'
import { masked, quoteMask } from './facet-mask.ts'
import type { Mark, PartAhead } from './marks.ts'

/** A mark as the thread that reads gives it: places and numbers, without a word of the text. */
export interface SentMark {
  /** For each part three numbers: how many passages ahead it lies, and where it begins and ends. */
  readonly parts: readonly number[]
  /** As a mask, see `facet-mask.ts`. */
  readonly facets: number
  /** For each reason three numbers: its facet among `facets`, and where in the first passage its words begin and end. */
  readonly reasons: readonly number[]
  readonly speaker: CandidateSpeaker | null
  readonly worth: number
}

function* threes(numbers: readonly number[]): Generator<readonly [number, number, number]> {
  for (let at = 0; at + 2 < numbers.length; at += 3)
    yield [numbers[at] ?? 0, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0]
}

/**
 * The mark with its words.
 *
 * @param textAhead the text of the passage so many ahead of the mark's first; null where there is none
 * @returns null where a part of it is not in the text
 */
export function markFrom(sent: SentMark, textAhead: (ahead: number) => string | null): Mark | null {
  const parts = [...threes(sent.parts)].map(([ahead, from, to]): PartAhead => ({ ahead, from, to }))
  const texts = parts.map(({ ahead, from, to }) => textAhead(ahead)?.slice(from, to))
  const [first, ...rest] = parts
  const own = textAhead(0)
  if (!first || own === null || texts.includes(undefined)) return null
  const words = texts.join(' ')
  const { facets: shown, risk } = masked(sent.facets)
  const isQuote = (sent.facets & quoteMask) !== 0
  const reasons: Reason[] = isQuote
    ? [{ facet: 'quote', words }]
    : [...threes(sent.reasons)].flatMap(([facet, from, to]) => {
        const name = facets[facet]
        return name ? [{ facet: name, words: own.slice(from, to) }] : []
      })
  return {
    parts: [first, ...rest],
    words,
    kind: isQuote ? 'quote' : 'statement',
    facets: shown,
    reasons,
    speaker: sent.speaker,
    worth: sent.worth,
    risk,
  }
}
