import { type BigIntStats, statSync } from 'node:fs'

/** The database's file was taken away or put in place of another while the desk was open. */
export class DatabaseGone extends Error {
  override readonly name = 'DatabaseGone'

  constructor(path: string, what: 'removed' | 'replaced') {
    super(`${path} was ${what} while the desk was open`)
  }
}

function lookAt(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null
  } catch {
    // A folder on the way that can no longer be entered.
    return null
  }
}

/**
 * Watches the file behind an open database and its log: SQLite holds on to what it opened, so that after a removal
 * it would write on into bytes that nobody can ever open again.
 *
 * @returns checks that both are still the files that were opened; takes some microseconds
 */
export function watchBeneath(path: string): () => void {
  const opened = [
    { path, was: lookAt(path) },
    { path: `${path}-wal`, was: null as BigIntStats | null },
  ]
  return () => {
    for (const file of opened) {
      const is = lookAt(file.path)
      if (file.was && !is) throw new DatabaseGone(file.path, 'removed')
      if (file.was && is && (file.was.ino !== is.ino || file.was.dev !== is.dev)) {
        throw new DatabaseGone(file.path, 'replaced')
      }
      // The log is made by the first write.
      file.was ??= is
    }
  }
}
