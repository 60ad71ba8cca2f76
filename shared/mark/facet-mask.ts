import type { Risk } from '../check/risk.ts'
import { type Facet, facets } from './facet.ts'
import { riskOfFacets } from './order.ts'

/** Facets as the bits of a number, each by its place among `facets`. */
export function maskOf(shown: Iterable<Facet>): number {
  let mask = 0
  for (const facet of shown) mask |= 1 << facets.indexOf(facet)
  return mask
}

interface Masked {
  readonly facets: readonly Facet[]
  readonly risk: Risk
}

const known = new Map<number, Masked>()

/** The facets of a mask in their order, and their risk; of the same mask always the same list. */
export function masked(mask: number): Masked {
  const before = known.get(mask)
  if (before) return before
  const shown = facets.filter((_, index) => (mask & (1 << index)) !== 0)
  const made = { facets: shown, risk: riskOfFacets(shown) }
  known.set(mask, made)
  return made
}

export const quoteMask: number = maskOf(['quote'])
