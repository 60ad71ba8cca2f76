import { ORPCError } from '@orpc/client'
import { type RefusalCode, refusals } from '../../shared/contract/refusals.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import type { FixObjection } from '../../shared/model/fix.ts'
import type { GateLine } from '../../shared/model/gate.ts'
import { rolesFor } from '../../shared/model/may.ts'
import { DeskRefused } from '../desk/refused.ts'
import { CommandFailed, type ExitCode } from './failure.ts'
import { counted, cut } from './layout.ts'
import { spellingOf } from './spelling.ts'

/** Any error as the command line ends with it. */
export function failureOf(error: unknown): CommandFailed {
  if (error instanceof CommandFailed) return error
  if (error instanceof DeskRefused) return deskFailure(error)
  if (error instanceof ORPCError) return callFailure(error)
  return new CommandFailed(1, 'FAILED', error instanceof Error ? error.message : String(error))
}

function deskFailure(error: DeskRefused): CommandFailed {
  const code = error.code.replace(/[A-Z]/g, '_$&').toUpperCase()
  const advice = error.code === 'locked' ? '. Close it first, or choose another folder with --desk.' : ''
  return new CommandFailed(3, code, `${error.message}${advice}`)
}

function isRefusal(code: string): code is RefusalCode {
  return code in refusals
}

function callFailure(error: ORPCError<string, unknown>): CommandFailed {
  const { code } = error
  if (isRefusal(code)) return new CommandFailed(exitCodeFor(code), code, messageFor(code, error))
  if (code === 'BAD_REQUEST') return new CommandFailed(2, code, badRequest(error))
  return new CommandFailed(1, code, 'a defect of Stet’s own; nothing more was written')
}

function exitCodeFor(code: RefusalCode): ExitCode {
  if (code === 'NOT_FOUND' || code === 'UNREADABLE' || code === 'TOO_LARGE') return 2
  return code === 'NOT_SAVED' ? 1 : 3
}

const objections: Readonly<Record<FixObjection, string>> = {
  same: 'these words are the claim’s own already',
  notInTranscript:
    'words within quotation marks are only put right from a transcript: no excerpt of a recording or document among the claim’s backup holds these. Cut, paraphrase or answer the quotation, or let it stand as said (--remedy)',
  notCut: 'a cut only takes words away',
  stillQuoted: 'a paraphrase has no quotation marks, and stands in none',
  notQuoted: 'only what stands within quotation marks is paraphrased, answered, or stands as said',
  paragraphs: 'the new words have more or fewer paragraphs than the claim',
}

/** The door at which a refusal's data are read: they were checked on the other side, and are here again. */
function messageFor(code: RefusalCode, { data, message }: ORPCError<string, unknown>): string {
  switch (code) {
    case 'NOT_FOUND': {
      const { what, id } = refusals.NOT_FOUND.data.parse(data)
      return `there is no ${what} “${id}”`
    }
    case 'NO_PERSON':
      return 'nobody is at the desk: say who is working with --as NAME'
    case 'BEHIND':
      return 'the story has gone on meanwhile; try again'
    case 'STEP_REFUSED':
      return `the story does not take this: ${refusals.STEP_REFUSED.data.parse(data).reason}`
    case 'UNKNOWN_CLAIM':
      return `the claim “${refusals.UNKNOWN_CLAIM.data.parse(data).claimId}” is not known`
    case 'WORDS_MOVED': {
      const { seen, now } = refusals.WORDS_MOVED.data.parse(data)
      return `the words moved. Seen: ${seen} Now: ${now}`
    }
    case 'SETTLED_MEANWHILE':
      return 'somebody settled the claim meanwhile; look at it again'
    case 'REASON_WANTED':
      return 'a reason is wanted: give it with --note, or --reason where the command has it'
    case 'FIX_UNFIT':
      return objections[refusals.FIX_UNFIT.data.parse(data).objection]
    case 'DECIDED':
      return `the fix was ${refusals.DECIDED.data.parse(data).decision.kind} already`
    case 'NOT_ANSWERED':
      return 'the query has no answer yet'
    case 'NOT_FLAGGED':
      return 'the claim bears no legal flag'
    case 'NOT_ASKED':
      return 'no second reader was asked for, or somebody else was'
    case 'NOT_SETTLED':
      return 'nobody has settled the claim yet'
    case 'SAME_READER':
      return 'who settled the claim cannot be its second reader'
    case 'NOT_IN_TEXT':
      return 'the claim is not in the text any more, so it cannot be settled'
    case 'NOTHING_TO_TAKE_BACK':
      return 'there is nothing to take back'
    case 'IN_USE': {
      const { what, count } = refusals.IN_USE.data.parse(data)
      return `still in use: ${what} (${count})`
    }
    case 'TAKEN':
      return `the ${refusals.TAKEN.data.parse(data).what} is taken`
    case 'UNREADABLE':
      return refusals.UNREADABLE.data.parse(data).reason
    case 'TOO_LARGE': {
      const { sizeBytes, limitBytes } = refusals.TOO_LARGE.data.parse(data)
      return `too large: ${sizeBytes} bytes, and at most ${limitBytes} are taken`
    }
    case 'ARCHIVED':
      return 'the story is archived: restore it first'
    case 'EDITORS_ONLY':
      return 'this is for editors: say who is working with --as NAME, somebody whose role is editor'
    case 'NOT_YOURS': {
      const { deed, role } = refusals.NOT_YOURS.data.parse(data)
      return `this (${deed}) is for whoever is ${rolesFor(deed).join(' or ')}, not ${role}: say who is working with --as NAME`
    }
    case 'REASON_UNFIT':
      return refusals.REASON_UNFIT.data.parse(data).holdsWords
        ? 'the reason holds the words themselves, and it is kept: give another with --reason'
        : 'a reason is wanted: give it with --reason'
    case 'TOO_SHORT': {
      const { leastLetters } = refusals.TOO_SHORT.data.parse(data)
      return `fewer than ${leastLetters} letters stand in everything: give more of the name`
    }
    case 'STRUCK':
      return 'words were struck from the story meanwhile; try again'
    case 'TAKEN_BACK':
      return 'the desk was taken back to a backup meanwhile; try again'
    case 'GATE_SHUT':
      return inTheWay(refusals.GATE_SHUT.data.parse(data))
    case 'ASKED': {
      const { asks, count } = refusals.ASKED.data.parse(data)
      return `to be known first (${count}): ${namesOf(asks)}`
    }
    case 'NOT_CLEARED': {
      const { count, blocks, wasCleared, differences } = refusals.NOT_CLEARED.data.parse(data)
      const parts = [
        wasCleared ? '' : 'nobody has cleared it (stet clear)',
        differences > 0
          ? `it reads otherwise than when it was cleared, in ${counted(differences, 'place')}`
          : '',
        count > 0 ? inTheWay({ count, blocks }) : '',
      ]
      return `the story is not cleared: ${parts.filter((part) => part !== '').join('; ')}`
    }
    case 'NOT_BLOCKING':
      return `the gate has no block “${spellingOf(refusals.NOT_BLOCKING.data.parse(data).kind)}” of this claim`
    case 'ONE_BY_ONE':
      return `“${spellingOf(refusals.ONE_BY_ONE.data.parse(data).kind)}” is let pass one by one, each with its reason`
    case 'NOT_SAVED':
      return `not saved: ${refusals.NOT_SAVED.data.parse(data).reason || message}`
    default:
      return exhaustive(code)
  }
}

function namesOf(lines: readonly GateLine[]): string {
  return lines
    .map(({ kind, number, words }) => `${spellingOf(kind)}${number ? ` #${number}` : ''} “${cut(words, 60)}”`)
    .join(', ')
}

function inTheWay({ blocks, count }: { blocks: readonly GateLine[]; count: number }): string {
  const more = count > blocks.length ? ` and ${count - blocks.length} more` : ''
  return `in the way: ${namesOf(blocks)}${more} (stet gate)`
}

function badRequest(error: ORPCError<string, unknown>): string {
  const data = error.data as { issues?: { message?: unknown; path?: unknown[] }[] } | undefined
  const issue = data?.issues?.[0]
  if (!issue) return error.message
  return `${(issue.path ?? []).join('.')}: ${String(issue.message)}`
}
