import { ORPCError } from '@orpc/server'
import { DatabaseGone } from '../store/beneath.ts'
import { BlobTooLarge } from '../store/files.ts'
import { StoreClosed } from '../store/transaction.ts'
import { BeingRestored } from './being-restored.ts'
import { refuse } from './refuse.ts'

const reasons: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'The disk is full.',
  SQLITE_IOERR: 'The disk could not be read or written.',
  SQLITE_READONLY: "The desk's folder can no longer be written to.",
  SQLITE_CANTOPEN: "The desk's folder can no longer be opened.",
  SQLITE_BUSY: 'Another program holds the database.',
  SQLITE_LOCKED: 'Another program holds the database.',
  SQLITE_CORRUPT: 'The database is damaged.',
  SQLITE_NOTADB: 'The database is damaged.',
  SQLITE_PERM: "The desk's folder can no longer be written to.",
  SQLITE_NOMEM: 'There is not enough memory.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk is full.',
  EIO: 'The disk could not be read or written.',
  EROFS: "The desk's folder can no longer be written to.",
  EACCES: "The desk's folder can no longer be written to.",
  EPERM: "The desk's folder can no longer be written to.",
  EMFILE: 'Too many files are open.',
}

/** SQLite's longer codes begin with the code they refine: SQLITE_IOERR_FSYNC. */
function reasonOf(code: string): string | undefined {
  return reasons[code] ?? reasons[code.split('_').slice(0, 2).join('_')]
}

/**
 * What the caller is told of an error. Refusals stay as they are; a disk or database that did not take it is
 * NOT_SAVED; everything else is a defect of ours, told without detail and written to the log.
 *
 * @param call the path of the procedure, for the log; what it was given is never logged
 */
export function toldOf(error: unknown, call: string, log: (line: string) => void): Error {
  if (error instanceof ORPCError) {
    if (error.code !== 'INTERNAL_SERVER_ERROR') return error
    log(`${call}: ${describe(error)}`)
    return new ORPCError('INTERNAL_SERVER_ERROR')
  }
  if (error instanceof BlobTooLarge) {
    return refuse('TOO_LARGE', { sizeBytes: error.sizeBytes, limitBytes: error.limitBytes })
  }
  if (error instanceof DatabaseGone) {
    return refuse('NOT_SAVED', { reason: 'The file of the desk’s database was taken away or replaced.' })
  }
  if (error instanceof BeingRestored) {
    return refuse('NOT_SAVED', { reason: 'The desk is being taken back to a backup.' })
  }
  if (error instanceof StoreClosed) return refuse('NOT_SAVED', { reason: 'The desk is closed.' })
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = reasonOf(code)
  log(`${call}: ${describe(error)}`)
  return reason ? refuse('NOT_SAVED', { reason }) : new ORPCError('INTERNAL_SERVER_ERROR')
}

/** Name, code and place of an error. Its message may quote a story, so only the database's is given. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${typeof error}`
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const isOfStory = error instanceof RangeError || error.name === 'ReplaceError'
  const message = isOfStory ? '' : `: ${error.message}`
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const issues = issuesOf(error)
  const cause = error.cause instanceof Error && !issues ? `; because of ${describe(error.cause)}` : ''
  return `${error.name}${code}${message}${issues}\n${places.slice(0, 12).join('\n')}${cause}`
}

/** Where an answer of ours did not fit its schema, without the answer. */
function issuesOf(error: Error): string {
  const issues: unknown =
    error.cause && typeof error.cause === 'object' && 'issues' in error.cause ? error.cause.issues : undefined
  if (!Array.isArray(issues)) return ''
  const places = issues.map((issue: { path?: unknown[]; code?: unknown }) =>
    `${(issue.path ?? []).map(String).join('.')} ${String(issue.code ?? '')}`.trim(),
  )
  return ` at ${places.slice(0, 5).join(', ')}`
}
