import { ORPCError } from '@orpc/client'
import { type RefusalCode, refusals } from '../../shared/contract/refusals.ts'

/** The desk's name for why it refused, or null where the failure was none of its refusals. */
export function refusalCode(error: unknown): RefusalCode | null {
  if (!(error instanceof ORPCError)) return null
  return Object.hasOwn(refusals, error.code) ? (error.code as RefusalCode) : null
}

/** Whether asking again, unchanged, may go better: the link was lost or the desk could not write just now. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ORPCError)) return true
  return error.code === 'NOT_SAVED' || error.code === 'INTERNAL_SERVER_ERROR' || error.status >= 502
}

/** Why text is not saved, in words for the status bar. */
export function unsavedReason(error: unknown): string {
  if (!(error instanceof ORPCError)) return unreachable
  const data = error.data as { reason?: string } | undefined
  switch (error.code) {
    case 'NOT_SAVED':
      return `The desk could not write: ${data?.reason ?? error.message}. It is tried again.`
    case 'STEP_REFUSED':
      return `The desk refused the last change (${data?.reason ?? error.message}). Undo it, or copy your text.`
    case 'UNKNOWN_CLAIM':
      return 'The desk does not know a claim of the last change. Undo it, or copy your text.'
    case 'NO_PERSON':
      return 'Nobody is named at this window yet: say who works here, then it is saved.'
    case 'ARCHIVED':
      return 'The story is archived: restore it, then it is saved.'
    case 'NOT_FOUND':
      return 'The story is no longer at the desk. Copy your text.'
    case 'TOO_LARGE':
      return 'The last change is too large for the desk.'
    case 'BAD_REQUEST':
      return 'The desk could not read the last change. Copy your text and tell us.'
    case 'INTERNAL_SERVER_ERROR':
      return 'The desk met an unexpected error. It is tried again.'
    default:
      return `The desk did not take it: ${error.message}`
  }
}

export const unreachable = 'The desk cannot be reached. What you write is kept here and sent when it answers.'
export const unanswered = 'The desk has not answered yet. What you write is kept here.'
