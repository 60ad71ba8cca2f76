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

/** Why text is not saved: a clause without its full stop, for the status bar. */
export function unsavedReason(error: unknown): string {
  if (!(error instanceof ORPCError)) return unreachable
  const data = error.data as { reason?: string } | undefined
  switch (error.code) {
    case 'NOT_SAVED':
      return `the desk could not write (${data?.reason ?? error.message})`
    case 'STEP_REFUSED':
      return `the desk refused the last change (${data?.reason ?? error.message}); undo it, or copy your text`
    case 'UNKNOWN_CLAIM':
    case 'TAKEN':
      return 'the desk does not know a claim of the last change; undo it, or copy your text'
    case 'NO_PERSON':
      return 'nobody is named at this window yet; say who works here'
    case 'ARCHIVED':
      return 'the story is archived; restore it'
    case 'TAKEN_BACK':
      return 'the desk was taken back to a backup; copy your text, then open the window again'
    case 'NOT_FOUND':
      return 'the story is no longer at the desk; copy your text'
    case 'STRUCK':
      return 'the last change would bring back words that were struck'
    case 'TOO_LARGE':
      return 'the last change is too large for the desk'
    case 'BAD_REQUEST':
      return 'the desk could not read the last change; copy your text'
    case 'INTERNAL_SERVER_ERROR':
      return 'the desk met an unexpected error'
    default:
      return `the desk did not take it (${error.message})`
  }
}

export const unreachable = 'the desk cannot be reached'
export const unanswered = 'the desk has not answered yet'
