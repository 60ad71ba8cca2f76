import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { anchorSpan, hasAnchor } from '../../shared/document/anchors.ts'
import { declareCreated } from '../../shared/document/follow.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import type { ClaimId } from '../../shared/model/ids.ts'
import type { NewClaim } from '../../shared/model/write.ts'

/** Takes one claim's mark off, and no other's. Does nothing where it does not stand in the text. */
function takeOff(transaction: Transaction, state: EditorState, id: ClaimId): void {
  const span = anchorSpan(state.doc, id)
  if (span) transaction.removeMark(span.from, span.to, state.schema.mark('claim', { id }))
}

export function untag(state: EditorState, id: ClaimId): Transaction | null {
  if (!hasAnchor(state.doc, id)) return null
  const transaction = closeHistory(state.tr)
  takeOff(transaction, state, id)
  return transaction
}

/** Puts a claim on these words and takes it off all others. */
export function putOn(state: EditorState, id: ClaimId, stretch: Stretch): Transaction {
  const transaction = closeHistory(state.tr)
  takeOff(transaction, state, id)
  return transaction.addMark(stretch.from, stretch.to, state.schema.mark('claim', { id }))
}

/** From the first to the last word of several claims, and the one that begins first; null without two in the text. */
export function unionOf(
  document: Node,
  ids: readonly ClaimId[],
): (Stretch & { first: ClaimId; others: ClaimId[] }) | null {
  const standing = ids
    .flatMap((id) => {
      const span = anchorSpan(document, id)
      return span ? [{ id, ...span }] : []
    })
    .sort((one, other) => one.from - other.from || other.to - one.to)
  const first = standing[0]
  if (!first || standing.length < 2) return null
  return {
    first: first.id,
    others: standing.slice(1).map((one) => one.id),
    from: first.from,
    to: Math.max(...standing.map((one) => one.to)),
  }
}

/** Puts the first claim over the words of all and takes the others off: one step back undoes it. */
export function merge(
  state: EditorState,
  union: Stretch & { first: ClaimId; others: readonly ClaimId[] },
): Transaction {
  const transaction = putOn(state, union.first, union)
  for (const id of union.others) takeOff(transaction, state, id)
  return transaction
}

function trimmedPart(document: Node, from: number, to: number): Stretch | null {
  let [start, end] = [from, to]
  const isBlank = (at: number): boolean => document.textBetween(at, at + 1, ' ').trim() === ''
  while (start < end && isBlank(start)) start++
  while (end > start && isBlank(end - 1)) end--
  return end > start ? { from: start, to: end } : null
}

/**
 * The parts that a claim falls into at the caret, or at both ends of the selection; the first keeps the claim.
 * Null where the caret does not stand within its words.
 */
export function partsOf(state: EditorState, id: ClaimId): Stretch[] | null {
  const span = anchorSpan(state.doc, id)
  if (!span) return null
  const { from, to } = state.selection
  const cuts = [...new Set([span.from, from, to, span.to])]
    .filter((at) => at >= span.from && at <= span.to)
    .sort((one, other) => one - other)
  const parts: Stretch[] = []
  for (let i = 0; i + 1 < cuts.length; i++) {
    const part = trimmedPart(state.doc, cuts[i] ?? 0, cuts[i + 1] ?? 0)
    if (part) parts.push(part)
  }
  return parts.length > 1 ? parts : null
}

/** Leaves the claim on the first part and puts the new claims on the others, in order. */
export function split(
  state: EditorState,
  id: ClaimId,
  parts: readonly Stretch[],
  claims: readonly NewClaim[],
): Transaction {
  const [first, ...rest] = parts
  const transaction = first ? putOn(state, id, first) : closeHistory(state.tr)
  rest.forEach((part, i) => {
    const claim = claims[i]
    if (claim) transaction.addMark(part.from, part.to, state.schema.mark('claim', { id: claim.id }))
  })
  return declareCreated(
    transaction,
    claims.map((claim) => ({ id: claim.id, kind: claim.kind, copiedFrom: id })),
  )
}
