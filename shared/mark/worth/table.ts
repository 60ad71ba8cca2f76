/** The weights there are: each sign is one of four, so that none is tuned finer than its reason goes. */
export const strong = 1.5
export const plain = 1
export const weak = 0.5
export const faint = 0.25

/** A sign that a sentence is worth checking (weight above 0) or is not (below). */
export interface Sign {
  /** Why it counts, for whoever changes the table. */
  readonly because: string
  readonly weight: number
  /** How many times it counts at most in one sentence; once if it is left out. */
  readonly most?: number
  /** Whole words in lower case; those of a sentence are set apart by spaces. */
  readonly words?: string
  /** Global; each match counts. */
  readonly pattern?: RegExp
}

/** What one language has of signs; all of its weights are set by hand. */
export interface WorthTable {
  /** What a sentence has that shows no sign at all. */
  readonly base: number
  /** Global; what is taken out before anything is counted. */
  readonly unsaid: RegExp
  readonly signs: readonly Sign[]
}

/** Languages write words differently, and digits alike. */
export const inDigits: Sign = {
  because: 'a figure can be looked up',
  weight: strong,
  most: 2,
  pattern: /(?<![\p{L}\p{N}])[$€£]?\d[\d.,]*/gu,
}
