import type { Risk } from '../check/risk.ts'
import type { ClaimKind } from '../model/claim.ts'
import type { Facet, Reason } from './facet.ts'
import type { PassageStretch } from './passage.ts'

/** Who says a quote, as the story gives it. */
export interface CandidateSpeaker {
  readonly name: string
  /** Title or function, without its article; "" where the story gives none. */
  readonly role: string
}

/** Words that the first pass proposes as a claim. Whether they become one is for a person to say. */
export interface Candidate extends PassageStretch {
  /**
   * Where its words stand, in order, at least one; `passage`, `from` and `to` are the first. A quote has several where
   * an attribution or the end of a paragraph stands between.
   */
  readonly parts: readonly PassageStretch[]
  /** The words of its parts, set apart by spaces. */
  readonly words: string
  readonly kind: ClaimKind
  /** In the order of `facets`, at least one. */
  readonly facets: readonly Facet[]
  readonly reasons: readonly Reason[]
  /** For quotes; null where the story does not say. */
  readonly speaker: CandidateSpeaker | null
  readonly risk: Risk
  /** From 0 to 1, how much it deserves a check among those of its risk; never shown. */
  readonly worth: number
}
