import { join } from 'node:path'

/** The database of the desk in `folder`. */
export function databasePath(folder: string): string {
  return join(folder, 'stet.sqlite')
}

/** Where copies of the database are kept. */
export function copiesFolder(folder: string): string {
  return join(folder, 'backups')
}
