import type { Stretch } from '../../document/sentences.ts'
import { type Clause, endOfChain, headOf } from './clause.ts'

/** The words that say whose a quotation is, in the text that it stands in. */
export interface Mention extends Stretch {
  /** "he" and the like, also in "his remark": somebody else's name has to be looked for. */
  readonly isPronoun: boolean
  /** Whether a verb of speech or a source names them, and not only the sentence's subject. */
  readonly isSaid: boolean
  /** For "they" and "it", what the sentence before speaks of; for "who", the noun before. */
  readonly antecedent?: Mention
}

/** Where several are the subject together, the first of them: "Norway and Chile". */
function startOfPair({ chunks, reading, lexicon }: Clause, at: number): number {
  const joint = chunks[at - 1]
  const word = reading.tokens[joint?.from ?? -1]?.word ?? ''
  if (joint?.kind !== 'conjunction' || !lexicon.table.signs.joint.test(word) || !chunks[at]?.isName) return at
  let start = at - 2
  const isListed = (): boolean =>
    chunks[start]?.kind === 'noun' &&
    chunks[start - 1]?.kind === 'comma' &&
    chunks[start - 2]?.kind === 'noun'
  while (isListed()) start -= 2
  const before = chunks[start - 1]?.kind
  const isOpening =
    before === undefined ||
    before === 'quote' ||
    before === 'subordinator' ||
    before === 'colon' ||
    before === 'dash'
  return chunks[start]?.kind === 'noun' && chunks[start]?.isName && isOpening ? start : at
}

/** The mention that is a chunk of a clause, with all that belongs to it. */
export function mentionOf(clause: Clause, at: number, isSaid: boolean): Mention | null {
  const chunk = clause.chunks[at]
  if (!chunk) return null
  const { tokens } = clause.reading
  const last = clause.chunks[endOfChain(clause, at) - 1] ?? chunk
  const first = clause.chunks[startOfPair(clause, at)] ?? chunk
  const from = tokens[first.from]?.from ?? 0
  const to = tokens[last.to - 1]?.to ?? from
  if (chunk.kind !== 'relative') return { from, to, isPronoun: chunk.isPronoun, isSaid }
  const before = clause.chunks[at - 1]?.kind === 'noun' ? at - 1 : at - 2
  const noun =
    clause.chunks[before]?.kind === 'noun' ? mentionOf(clause, headOf(clause, before), isSaid) : null
  return { from, to, isPronoun: true, isSaid, ...(noun && !noun.isPronoun ? { antecedent: noun } : {}) }
}

/** Whose a noun is: "her" of "her remark", "Smith" of "Smith’s answer"; null where it says nothing of that. */
export function possessorOf(clause: Clause, at: number, isSaid: boolean): Mention | null {
  const chunk = clause.chunks[at]
  if (!chunk) return null
  const tokens = clause.reading.tokens.slice(chunk.from, chunk.to)
  const [first] = tokens
  if (!first) return null
  if (clause.lexicon.table.signs.possessive.test(first.word)) {
    return { from: first.from, to: first.to, isPronoun: true, isSaid }
  }
  const owner = tokens.findLast((token) => token.isPossessive)
  if (!owner || owner === tokens.at(-1)) return null
  const words = clause.reading.text.slice(owner.from, owner.to)
  return { from: first.from, to: owner.from + words.replace(/['’]s?$/u, '').length, isPronoun: false, isSaid }
}
