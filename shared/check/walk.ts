import type { Node } from 'prosemirror-model'
import { anchorSpan } from '../document/anchors.ts'
import type { Claim } from '../model/claim.ts'
import type { ClaimId } from '../model/ids.ts'
import { type ReadWords, readStateOf } from './read.ts'
import { type Risk, riskOf, walkRisks } from './risk.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** Where a checker who goes through a story stops: a claim that is open, or a sentence that is unread. */
export type Stop =
  | { readonly kind: 'claim'; readonly id: ClaimId; readonly at: StopPlace }
  | { readonly kind: 'sentence'; readonly sentence: Sentence; readonly at: StopPlace }

/** Its place in the walk; stops are taken in this order. */
export interface StopPlace {
  readonly risk: Risk
  /** In the document; a sentence comes after the claims that begin in it. */
  readonly position: number
}

export const walkOrders = ['text', 'risk'] as const
export type WalkOrder = (typeof walkOrders)[number]

export interface Walked {
  readonly document: Node
  readonly claims: Iterable<Pick<Claim, 'id' | 'words' | 'kind' | 'isLegal' | 'presence'>>
  readonly read: ReadWords
  /** Whether a claim is left to be checked. */
  isLeft(id: ClaimId): boolean
}

export function sentenceStop(sentence: Sentence): Stop {
  return { kind: 'sentence', sentence, at: { risk: riskOf(sentence), position: sentence.to } }
}

/** The stop at a claim that is in the text, or null. */
export function claimStop(
  document: Node,
  claim: Pick<Claim, 'id' | 'words' | 'kind' | 'isLegal'>,
): Stop | null {
  const span = anchorSpan(document, claim.id)
  if (!span) return null
  const risk = riskOf({ words: claim.words, isLegal: claim.isLegal, isQuote: claim.kind === 'quote' })
  return { kind: 'claim', id: claim.id, at: { risk, position: span.from } }
}

function compare(one: StopPlace, other: StopPlace, order: WalkOrder): number {
  const byRisk = order === 'risk' ? walkRisks.indexOf(one.risk) - walkRisks.indexOf(other.risk) : 0
  return byRisk || one.position - other.position
}

/** All that is left, in the order in which it is gone through. */
export function stopsLeft({ document, claims, read, isLeft }: Walked, order: WalkOrder): Stop[] {
  const stops: Stop[] = []
  for (const claim of claims) {
    if (claim.presence !== 'inText' || !isLeft(claim.id)) continue
    const stop = claimStop(document, claim)
    if (stop) stops.push(stop)
  }
  for (const sentence of sentencesOf(document)) {
    if (readStateOf(sentence, read) === 'unread') stops.push(sentenceStop(sentence))
  }
  return stops.sort((one, other) => compare(one.at, other.at, order))
}

/**
 * The stop that follows a place, round the end to the first.
 *
 * @param after null for the first of all
 */
export function nextStop(stops: readonly Stop[], after: StopPlace | null, order: WalkOrder): Stop | null {
  const later = after && stops.find((stop) => compare(stop.at, after, order) > 0)
  return later ?? stops[0] ?? null
}
