import { BLOB_LIMIT_BYTES } from '../serve/limits.ts'

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder any more. Choose another one.',
  EACCES: 'You may not read or write there. Choose another place, or change its permissions.',
  EPERM: 'You may not read or write there. Choose another place, or change its permissions.',
  EROFS: 'That disk can only be read. Choose another place.',
  EISDIR: 'That is a folder. Choose a file.',
  ENOSPC: 'The disk is full. Make room on it, or choose another one.',
  EDQUOT: 'The disk is full. Make room on it, or choose another one.',
  EBUSY: 'Another program has it open. Close it there and try again.',
  EFBIG: `It is larger than the ${BLOB_LIMIT_BYTES / 1024 / 1024} MB that the desk takes.`,
}

/** What went wrong with a file and what to do, for a person. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return PROBLEMS[code] ?? 'Stet’s log says more. Nothing at the desk was changed; try it again.'
}
