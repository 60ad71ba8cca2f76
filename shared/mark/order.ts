import { type Risk, risks } from '../check/risk.ts'
import type { Candidate } from './candidate.ts'
import type { Facet } from './facet.ts'

const riskOfFacet: Readonly<Record<Facet, Risk>> = {
  legal: 'legal',
  quote: 'quote',
  accusation: 'accusation',
  superlative: 'superlative',
  // A word that leaves no room for an exception falls by one, as a superlative does.
  absolute: 'superlative',
  figure: 'figure',
  money: 'figure',
  share: 'figure',
  date: 'figure',
  duration: 'figure',
  title: 'title',
  name: 'rest',
  place: 'rest',
  cause: 'rest',
  comparison: 'rest',
  attribution: 'rest',
  unnamedSource: 'rest',
}

/** The greatest risk among what there is to check; "rest" where there is nothing. */
export function riskOfFacets(facets: Iterable<Facet>): Risk {
  let first = risks.length - 1
  for (const facet of facets) first = Math.min(first, risks.indexOf(riskOfFacet[facet]))
  return risks[first] ?? 'rest'
}

type Ordered = Pick<Candidate, 'risk' | 'worth' | 'passage' | 'from' | 'to'>

/** Below 0 where `one` is to be checked first: by risk, then by worth, then as the text has them. */
export function compareByRisk(one: Ordered, other: Ordered): number {
  return (
    risks.indexOf(one.risk) - risks.indexOf(other.risk) ||
    other.worth - one.worth ||
    one.passage - other.passage ||
    one.from - other.from ||
    one.to - other.to
  )
}

interface Placed {
  readonly mark: Pick<Candidate, 'risk' | 'worth'>
  readonly from: number
  readonly to: number
}

/** What is proposed in a document, given as the text has it, in the order in which it is gone through. */
export function proposalsByRisk<T extends Placed>(proposals: readonly T[]): T[] {
  return byRisk(
    proposals.map((proposal, passage) => {
      const { mark, from, to } = proposal
      return { proposal, risk: mark.risk, worth: mark.worth, passage, from, to }
    }),
  ).map((one) => one.proposal)
}

/** What to check first; the same candidates in any order give the same list. */
export function byRisk<T extends Ordered>(candidates: Iterable<T>): T[] {
  return [...candidates].sort(compareByRisk)
}
