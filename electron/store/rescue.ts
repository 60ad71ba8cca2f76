import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { copyNames, keepRescued, namesIn } from './copies.ts'
import { stampOf } from './copy-name.ts'
import { readDeskState } from './desk-state.ts'
import { makeFolder, syncFolder } from './files.ts'
import { checkIntegrity } from './integrity.ts'
import { checkLog } from './log-check.ts'
import { copiesFolder, databasePath, setAsideFolder } from './paths.ts'
import { copyAsItLies } from './restore.ts'

/** Where a damaged desk is read, in a copy of its bytes: SQLite would write to the desk's own. */
const readingName = 'reading'

function markOf(path: string): string | null {
  let database: Database.Database | null = null
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    return readDeskState(database).mark
  } catch {
    return null
  } finally {
    database?.close()
  }
}

function makeIndexesAnew(path: string): void {
  const database = new Database(path)
  try {
    database.exec('REINDEX')
  } finally {
    database.close()
  }
}

/**
 * Makes a copy in `backups/` of what can be read of a damaged desk, where that much is sound: as of a database
 * whose log broke off, or whose indexes alone are damaged. The desk's own files are only read. Never fails; without success there is no copy.
 */
export async function rescueReadable(folder: string, atMs: number): Promise<void> {
  const reading = join(setAsideFolder(folder), readingName)
  let database: Database.Database | null = null
  try {
    await rm(reading, { recursive: true, force: true })
    const path = await copyAsItLies(folder, reading)
    const soundness = { path, check: 'integrity_check', most: 1 } as const
    if ((await checkIntegrity(soundness)).length > 0) {
      // An index follows from its table and can be made anew.
      makeIndexesAnew(path)
      if ((await checkIntegrity(soundness)).length > 0) return
    }
    const mark = markOf(path)
    if (mark === null) return
    const rescued = (await copyNames(folder)).filter((copy) => copy.occasion === 'rescue')
    // Tried again, the same damaged desk gives the same copy.
    if (rescued.some(({ name }) => markOf(join(copiesFolder(folder), name)) === mark)) return
    const open = new Database(path)
    database = open
    const version = Number(open.pragma('user_version', { simple: true }))
    await keepRescued(folder, atMs, version, (arriving) => open.backup(arriving))
  } catch {
    // The desk is refused either way; nothing of it was touched.
  } finally {
    database?.close()
    await rm(reading, { recursive: true, force: true }).catch(() => {})
  }
}

/**
 * A log that ends in a write cut short is read up to there and then written over. Its bytes are kept before, in
 * case that write was more than what a loss of power leaves.
 */
export async function keepTornLog(folder: string, atMs: number): Promise<void> {
  const log = `${databasePath(folder)}-wal`
  const check = await checkLog(log)
  if (!check || check.lost === 0) return
  let moment = atMs
  const taken = await namesIn(setAsideFolder(folder))
  while (taken.includes(stampOf(moment))) moment++
  const aside = join(setAsideFolder(folder), stampOf(moment))
  await makeFolder(setAsideFolder(folder))
  await makeFolder(aside)
  await copyFile(log, join(aside, 'stet.sqlite-wal'))
  await syncFolder(aside)
}
