import { BLOB_LIMIT_BYTES } from '../serve/limits.ts'
import { words } from './words.ts'

/** What went wrong with a file and what to do, for a person. */
export function fileProblem(error: unknown): string {
  const { problems } = words()
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'ENOENT':
      return problems.missing
    case 'EACCES':
    case 'EPERM':
      return problems.forbidden
    case 'EROFS':
      return problems.readOnly
    case 'EISDIR':
      return problems.isFolder
    case 'ENOSPC':
    case 'EDQUOT':
      return problems.full
    case 'EBUSY':
      return problems.busy
    case 'EFBIG':
      return problems.tooLarge(BLOB_LIMIT_BYTES / 1024 / 1024)
    default:
      return problems.other
  }
}
