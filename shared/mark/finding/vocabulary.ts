/** What the finders know of a language beside the first pass's vocabulary. Words in lower case; lists, no code. */
export interface FindingVocabulary {
  /** Words that say what befell the counted: one list for each kind of harm. */
  readonly tolls: readonly (readonly string[])[]
  /** Beside a number these make it a part of another, or one more: "two of them", "another 5". */
  readonly partial: readonly string[]
  /** Before a number these leave it open: "about", "more than". */
  readonly approximate: readonly string[]
  /** Say that a number changed. */
  readonly changes: readonly string[]
  /** Before what it was, and before what it became: "from 20 to 30". */
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** "20 of 40" */
  readonly of: readonly string[]
  /** What is left of a whole: "the rest". */
  readonly rest: readonly string[]
  /** Definite articles and the like. */
  readonly definite: readonly string[]
  /** Before a title: somebody has it no longer, or had another then. */
  readonly formers: readonly string[]
  /** Titles of one ladder: who has one of them has not another at the same time. Each has its forms. */
  readonly ladders: readonly (readonly (readonly string[])[])[]
  /** Before a title these say of what: "foreign minister". */
  readonly offices: readonly string[]
  /** What happens once to one: its forms. */
  readonly once: readonly (readonly string[])[]
  /** What happens on one day, and may happen again in another year. */
  readonly events: readonly (readonly string[])[]
  /** Strong words that a headline must not have alone; words of one list mean the same. */
  readonly headline: readonly (readonly string[])[]
  /** Spellings of one word, phrases with a space among them. */
  readonly variants: readonly (readonly string[])[]
}
