import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { CopyLoss, DeskCopy } from '../../shared/model/copy.ts'
import { copyNames, namesIn } from './copies.ts'
import { parseStamp } from './copy-name.ts'
import { type DeskState, lossBetween, readDeskState } from './desk-state.ts'
import { applicationId, readVersion } from './migrate.ts'
import { databasePath, setAsideFolder } from './paths.ts'

/**
 * How far a database has come; it is only read.
 *
 * @param newest the highest version that this Stet knows
 * @throws Error where it cannot be read, is no desk's, or is a newer Stet's
 */
export function stateOfFile(path: string, newest: number): DeskState {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    if (database.pragma('application_id', { simple: true }) !== applicationId) {
      throw new Error('it is not a desk of Stet')
    }
    const version = readVersion(database)
    if (version > newest) throw new Error(`a newer Stet wrote it (version ${version})`)
    return readDeskState(database)
  } finally {
    database.close()
  }
}

async function describe(
  folder: string,
  known: Pick<DeskCopy, 'name' | 'occasion' | 'atMs'>,
  newest: number,
): Promise<DeskCopy> {
  const path = join(folder, known.name)
  const { size } = await stat(path)
  try {
    const { stories, lastChangeMs } = stateOfFile(path, newest)
    return { ...known, sizeBytes: size, stories: stories.size, lastChangeMs, trouble: null }
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error)
    return { ...known, sizeBytes: size, stories: 0, lastChangeMs: null, trouble }
  }
}

/** All that a desk can be taken back to, the newest first. */
export async function listCopies(folder: string, newest: number): Promise<DeskCopy[]> {
  const copies = await Promise.all(
    (await copyNames(folder)).map(({ name, occasion, atMs }) =>
      describe(folder, { name: `backups/${name}`, occasion, atMs }, newest),
    ),
  )
  for (const stamp of await namesIn(setAsideFolder(folder))) {
    const atMs = parseStamp(stamp)
    const name = `set-aside/${stamp}/stet.sqlite`
    if (atMs === null || !(await namesIn(join(setAsideFolder(folder), stamp))).includes('stet.sqlite'))
      continue
    copies.push(await describe(folder, { name, occasion: 'setAside', atMs }, newest))
  }
  return copies.sort((one, other) => other.atMs - one.atMs)
}

/**
 * What would be lost if the desk were taken back to that copy; null where the desk's own database cannot be read
 * and so cannot tell.
 */
export function lossOf(folder: string, copyPath: string, newest: number): CopyLoss | null {
  const copy = stateOfFile(copyPath, newest)
  try {
    return lossBetween(stateOfFile(databasePath(folder), newest), copy)
  } catch {
    return null
  }
}
