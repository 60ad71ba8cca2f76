import { ORPCError } from '@orpc/client'
import { type RefusalCode, refusals } from '../../shared/contract/refusals.ts'
import { strings } from '../ui/strings.ts'

const words = strings.saving

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
  if (!(error instanceof ORPCError)) return words.unreachable
  const data = error.data as { reason?: string } | undefined
  switch (error.code) {
    case 'NOT_SAVED':
      return words.notWritten(data?.reason ?? error.message)
    case 'STEP_REFUSED':
      return words.stepRefused(data?.reason ?? error.message)
    case 'UNKNOWN_CLAIM':
    case 'TAKEN':
      return words.unknownClaim
    case 'NO_PERSON':
      return words.noPerson
    case 'ARCHIVED':
      return words.archived
    case 'TAKEN_BACK':
      return words.takenBack
    case 'NOT_FOUND':
      return words.notFound
    case 'STRUCK':
      return words.struck
    case 'TOO_LARGE':
      return words.tooLarge
    case 'BAD_REQUEST':
      return words.unread
    case 'INTERNAL_SERVER_ERROR':
      return words.unexpected
    default:
      return words.other(error.message)
  }
}

export const { unreachable, unanswered } = words
