import type { Stretch } from '../../document/sentences.ts'

export type ChunkKind =
  | 'noun'
  | 'verb'
  | 'auxiliary'
  | 'adverb'
  | 'time'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'relative'
  | 'infinitive'
  | 'quote'
  | 'comma'
  | 'colon'
  | 'dash'
  | 'open'
  | 'close'
  | 'other'

/** A piece of a sentence, in tokens: a noun with all that belongs to it, a verb, or one word or mark. */
export interface Chunk extends Stretch {
  readonly kind: ChunkKind
  readonly isPronoun: boolean
  readonly isName: boolean
  /** In a case that no subject stands in. */
  readonly isOblique: boolean
  readonly isPlural: boolean
  readonly isSpeech: boolean
  /** A verb that takes its subject from another: "saying". */
  readonly isDependent: boolean
}

/** What a chunk is not, unless it says so. */
export const plain: Omit<Chunk, 'kind' | 'from' | 'to'> = {
  isPronoun: false,
  isName: false,
  isOblique: false,
  isPlural: false,
  isSpeech: false,
  isDependent: false,
}
