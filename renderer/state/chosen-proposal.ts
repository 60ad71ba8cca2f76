import { proposalsByRisk } from '../../shared/mark/order.ts'
import { type ListedProposal, watchFirstPass } from './first-pass.ts'
import type { StorySession } from './session.ts'
import { createStore } from './store.ts'

/** What the panel lists. */
export const passScopes = ['proposed', 'questions', 'dismissed'] as const
export type PassScope = (typeof passScopes)[number]

export interface Choice {
  /** The proposal that the next answer is for, by its key. */
  readonly key: string | null
  /** The same of a question. */
  readonly question: string | null
  /** What the list is asked for; "any" for everything. */
  readonly facet: string
  readonly scope: PassScope
}

const atFirst: Choice = { key: null, question: null, facet: 'any', scope: 'proposed' }

export const choice = createStore<Choice>(atFirst)

/** Another story was opened. */
export function chooseNothing(): void {
  choice.set(atFirst)
  decidedSentence.set(null)
}

export function choose(key: string | null): void {
  choice.set((now) => ({ ...now, key }))
}

/** What is asked of the list: one facet, or any. */
export function showFacet(facet: string): void {
  choice.set((now) => ({ ...now, facet }))
}

let listed: { of: readonly ListedProposal[]; facet: string; list: readonly ListedProposal[] } | null = null

/** The undecided in the order in which they are gone through: what may do most harm first, else as the text has them. */
export function proposalsInOrder(session: StorySession): readonly ListedProposal[] {
  const { proposals } = watchFirstPass(session).get()
  const { facet } = choice.get()
  if (listed?.of === proposals && listed.facet === facet) return listed.list
  const list = proposalsByRisk(proposals).filter(
    ({ mark }) => facet === 'any' || mark.facets.some((one) => one === facet),
  )
  listed = { of: proposals, facet, list }
  return list
}

/** As it stands now; null where it was decided or its words are gone. */
export function chosenProposal(session: StorySession): ListedProposal | null {
  const { key } = choice.get()
  if (key === null) return null
  return (
    watchFirstPass(session)
      .get()
      .proposals.find((one) => one.key === key) ?? null
  )
}

/** The sentence in which the last proposal was just decided, so that one key reads it; null where none was. */
export const decidedSentence = createStore<{ readonly words: string; readonly from: number } | null>(null)
