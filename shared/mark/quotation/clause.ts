import type { Chunk, ChunkKind } from './chunk.ts'
import type { Lexicon } from './speech/lexicon.ts'
import { is, type Reading } from './tokens.ts'

/** A sentence in chunks, to look for the subject of a verb in. */
export interface Clause {
  readonly reading: Reading
  readonly chunks: readonly Chunk[]
  readonly lexicon: Lexicon
}

export const kindAt = (clause: Clause, at: number): ChunkKind | undefined => clause.chunks[at]?.kind
export const tokenAt = (clause: Clause, at: number) => clause.reading.tokens[clause.chunks[at]?.from ?? -1]
export const isAny = (kind: ChunkKind | undefined, ...kinds: ChunkKind[]): boolean =>
  kind !== undefined && kinds.includes(kind)

export const wordOf = (clause: Clause, at: number): string => tokenAt(clause, at)?.word ?? ''

/** The noun that a chain ends in is its first: "the head of the agency" of "the agency". */
export function headOf(clause: Clause, at: number): number {
  let head = at
  if (clause.chunks[at]?.isPronoun) return head
  while (
    kindAt(clause, head - 1) === 'preposition' &&
    is(tokenAt(clause, head - 1), 'link') &&
    kindAt(clause, head - 2) === 'noun' &&
    !clause.chunks[head - 2]?.isPronoun
  ) {
    head -= 2
  }
  return head
}

/** Where the chain that begins at `at` ends, exclusive: all of "the head of the agency". */
export function endOfChain(clause: Clause, at: number): number {
  let end = at + 1
  if (clause.chunks[at]?.isPronoun) return end
  while (
    kindAt(clause, end) === 'preposition' &&
    is(tokenAt(clause, end), 'link') &&
    kindAt(clause, end + 1) === 'noun'
  ) {
    end += 2
  }
  return end
}

/** The first chunk at or before `at` that is no adverb, time or auxiliary. */
export function skipBack(clause: Clause, at: number): number {
  let i = at
  for (;;) {
    const kind = kindAt(clause, i)
    if (isAny(kind, 'adverb', 'auxiliary')) i--
    else if (kind === 'time') i -= kindAt(clause, i - 1) === 'preposition' ? 2 : 1
    else if (kind === 'other' && tokenAt(clause, i)?.kind === 'other') i--
    else return i
  }
}

export function skipOn(clause: Clause, at: number): number {
  let i = at
  for (;;) {
    const kind = kindAt(clause, i)
    if (isAny(kind, 'adverb', 'time')) i++
    else if (kind === 'preposition' && kindAt(clause, i + 1) === 'time') i += 2
    else return i
  }
}

/** Whether a chunk is a verb that is no auxiliary and has a subject of its own. */
export function isMain(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'verb' && !chunk.isDependent
}

export const hasSubject = (chunk: Chunk | undefined): boolean => isMain(chunk) || chunk?.kind === 'auxiliary'

/** The first noun of a clause that can be a subject, at or after `at`. */
export function firstSubject(clause: Clause, at: number): number {
  for (let i = at; i < clause.chunks.length; i++) {
    const chunk = clause.chunks[i]
    if (chunk?.kind === 'quote') return -1
    if (chunk?.kind !== 'noun' || chunk.isOblique) continue
    if (isAny(kindAt(clause, i - 1), 'preposition')) continue
    return i
  }
  return -1
}

/** The subject that follows its verb: "said Smith", "In Rom sagte er". */
export function subjectBehind(clause: Clause, verb: number): number {
  let i = skipOn(clause, verb + 1)
  while (
    clause.lexicon.table.isVerbSecond &&
    clause.chunks[i]?.kind === 'noun' &&
    clause.chunks[i]?.isOblique &&
    clause.chunks[i]?.isPronoun
  ) {
    i = skipOn(clause, i + 1)
  }
  const chunk = clause.chunks[i]
  return chunk?.kind === 'noun' && !chunk.isOblique ? i : -1
}
