import { join } from 'node:path'

/** The database of the desk in `folder`. */
export function databasePath(folder: string): string {
  return join(folder, 'stet.sqlite')
}

/** Where copies of the database are kept. */
export function copiesFolder(folder: string): string {
  return join(folder, 'backups')
}

/** Where databases lie that made way for a copy, each with its log in a folder of its own. */
export function setAsideFolder(folder: string): string {
  return join(folder, 'set-aside')
}

/** What SQLite keeps beside a database; "" is the database itself. */
export const databaseSuffixes = ['', '-wal', '-shm', '-journal'] as const
