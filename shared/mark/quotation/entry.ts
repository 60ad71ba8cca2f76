import type { Digest, DigestSpan } from '../digest.ts'
import type { Owned } from '../finding/quote-owners.ts'
import type { QuotationKind } from './kind.ts'
import type { Mentioned } from './mentioned.ts'
import type { Person } from './register.ts'

/** A mention and the passage that has it. */
export interface Placed {
  readonly entry: Entry
  readonly mention: Mentioned
}

/** What a passage has of a quotation. */
export interface Piece {
  /** How many passages back its words stand: a quotation that is closed takes in those that it ran over. */
  readonly back: number
  readonly from: number
  readonly to: number
  /** Null for words without marks. */
  readonly span: DigestSpan | null
  /** Whether a quotation begins with it; otherwise the one before goes on. */
  readonly isFirst: boolean
  /** By whom, as far as this piece says; the first that says so holds. */
  readonly placed: Placed | null
}

/** A quotation that the next passage may go on with. */
export interface Open {
  readonly begin: Entry
  readonly isBlock: boolean
  readonly kind: QuotationKind
  /** How many passages back its last piece is. */
  readonly back: number
  /** Whether a piece of it says by whom. */
  readonly isPlaced: boolean
  /** Null also where that is too far back to say anything. */
  readonly placed: Placed | null
}

/** What a passage leaves to the next, enough to read on from there. */
export interface Carried {
  /** Who spoke last, where that is not too far back. */
  readonly last: Placed | null
  readonly open: Open | null
  /** How many passages back those two mentions stand, by which a state is told from another; 0 where there is none. */
  readonly lastBack: number
  readonly openBack: number
}

export const carriesNothing: Carried = { last: null, open: null, lastBack: 0, openBack: 0 }

/** Whose words a mention makes known, for pronouns behind it. */
export interface Spoken {
  /** Where in its passage the mention begins. */
  readonly at: number
  readonly person: Person
  /** The passage in which the quotation begins. */
  readonly by: Entry
}

/** Where a quotation has made known who spoke. */
export interface Said {
  readonly place: Entry
  readonly at: number
  readonly person: Person
}

/** Shared, and never added to. */
export const nobody: Spoken[] = []
export const silent: readonly Said[] = []
export const unasked: readonly string[] = []
const nothing: readonly Piece[] = []

/** A passage in its place in a story, with what was found by reading the story up to it. */
export class Entry {
  readonly digest: Digest
  index: number
  /** Whether the story has it no more. */
  isGone = false
  pieces: readonly Piece[] = nothing
  /** Null until it was read. */
  after: Carried | null = null
  /** Who says each of the quotations that begin here, in their order. */
  speakers: readonly (Person | null)[] = []
  spoken: Spoken[] = nobody
  /** What the quotations that begin here have made known. */
  said: readonly Said[] = silent
  /** The words of names by which people were looked for. */
  asked: readonly string[] = unasked
  /** What of its quotations is held against others; null until it was asked about. */
  owned: readonly Owned[] | null = null

  constructor(digest: Digest, index: number) {
    this.digest = digest
    this.index = index
  }
}
