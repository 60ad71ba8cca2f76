import type { Stretch } from '../document/sentences.ts'
import type { Candidate } from './candidate.ts'

/** A stretch of a passage, named by how many passages ahead it lies of the one in which its candidate begins. */
export interface PartAhead extends Stretch {
  readonly ahead: number
}

/**
 * A candidate as it is known of its passage alone, wherever in the story that passage comes: what is kept of it stays
 * right when a passage before it comes or goes.
 */
export interface Mark extends Omit<Candidate, 'passage' | 'from' | 'to' | 'parts'> {
  readonly parts: readonly [PartAhead, ...PartAhead[]]
}

/** The same candidate, in a story in which its passage is the one at `index`. */
export function candidateAt(mark: Mark, index: number): Candidate {
  const parts = mark.parts.map(({ ahead, from, to }) => ({ passage: index + ahead, from, to }))
  const { from, to } = mark.parts[0]
  return { ...mark, parts, passage: index, from, to }
}
