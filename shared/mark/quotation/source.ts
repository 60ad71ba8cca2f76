import type { Clause } from './clause.ts'
import { type Mention, mentionOf, possessorOf } from './mention.ts'
import { is } from './tokens.ts'

/** Whom "according to" names where that begins at `at`; null where it does not. */
export function sourceAt(clause: Clause, at: number): Mention | null {
  const { reading, chunks, lexicon } = clause
  const chunk = chunks[at]
  if (!chunk) return null
  const start = reading.tokens[chunk.from]?.from ?? 0
  for (const phrase of lexicon.table.sources) {
    const end = start + phrase.length
    const words = reading.text.slice(start, end)
    if (words.toLowerCase() !== phrase || /\p{L}/u.test(reading.text[end] ?? '')) continue
    for (let i = at; i < Math.min(chunks.length, at + 8); i++) {
      const next = chunks[i]
      const from = reading.tokens[next?.from ?? -1]?.from ?? 0
      const to = reading.tokens[(next?.to ?? 0) - 1]?.to ?? 0
      if (next?.kind === 'noun' && from >= end) return mentionOf(clause, i, true)
      // "nach Angaben der Polizei" is one noun from its second word on.
      if (next?.kind === 'noun' && to > end) {
        const whole = mentionOf(clause, i, true)
        const gap = /^\s*/u.exec(reading.text.slice(end))?.[0].length ?? 0
        return whole && { ...whole, from: end + gap }
      }
      if (from >= end && next?.kind !== 'preposition' && next?.kind !== 'adverb') break
    }
  }
  return null
}

/** Whom a source behind its noun names: "der Polizei zufolge", "in Smith’s view". */
export function sourceEndingAt(clause: Clause, at: number): Mention | null {
  const { chunks, reading, lexicon } = clause
  const chunk = chunks[at]
  const token = reading.tokens[chunk?.from ?? -1]
  if (token && lexicon.table.sourcesBehind.includes(token.word)) {
    return chunks[at - 1]?.kind === 'noun' ? mentionOf(clause, at - 1, true) : null
  }
  const isLed = chunks[at - 1]?.kind === 'preposition'
  return isLed && isUtterance(clause, at, lexicon.table.views) ? possessorOf(clause, at, true) : null
}

/** Whether a noun's last word is one of these. */
export function isUtterance(clause: Clause, at: number, nouns: RegExp): boolean {
  const chunk = clause.chunks[at]
  if (chunk?.kind !== 'noun') return false
  const last = clause.reading.tokens[chunk.to - 1]
  const first = clause.reading.tokens[chunk.from]
  const words = clause.lexicon.table.hasCapitalNouns
    ? clause.reading.tokens
        .slice(chunk.from, chunk.to)
        .find((token) => token.isCapital && !is(token, 'determiner'))
    : last
  return words !== undefined && words !== first && nouns.test(words.word)
}
