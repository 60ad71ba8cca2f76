import { randomUUID } from 'node:crypto'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { DeskRefused } from '../desk/refused.ts'
import { watchBeneath } from './beneath.ts'
import { copyBeforeMigrating } from './copies.ts'
import { makeFolder, syncFolder } from './files.ts'
import { inspectDatabase, refusalOf } from './inspect.ts'
import { type DeskLock, lockDesk } from './lock.ts'
import { type Migration, migrate, migrations, newestVersion } from './migrate.ts'
import { findNetworkShare } from './network.ts'
import { databasePath } from './paths.ts'
import { keepTornLog, rescueReadable } from './rescue.ts'
import { finishRestore } from './restore.ts'
import { makeStore, type Store } from './transaction.ts'

/** Another program that looks into the database may hold it this long before we give up. */
const busyTimeoutMs = 5000

/** A log grown by one great write is cut back to this, so that it does not stay so large for ever. */
const keptLogBytes = 16 * 1024 * 1024

export interface OpenOptions {
  now?: () => number
  /** Says, to whoever finds the desk locked, how this process was started. */
  holder?: { via: string }
  /** For tests of migrating; otherwise all that this Stet knows. */
  migrations?: readonly Migration[]
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EEXIST') return 'a file of this name is in its place'
  if (code === 'ENOTDIR') return 'part of its path is a file and no folder'
  return error instanceof Error ? error.message : String(error)
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && fullCodes.has(String(error.code))
}

function fullDisk(folder: string, cause: unknown): DeskRefused {
  return new DeskRefused('full', `the disk that holds ${folder} is full`, { cause })
}

/** Makes the folder where it is missing and tries to write there. */
async function proveWritable(folder: string): Promise<void> {
  const trial = join(folder, `trial-${randomUUID()}`)
  try {
    await makeFolder(folder)
    await writeFile(trial, '', { flag: 'wx' })
    await rm(trial)
  } catch (cause) {
    if (isDiskFull(cause)) throw fullDisk(folder, cause)
    const message = `the folder ${folder} cannot be written to (${reasonOf(cause)})`
    throw new DeskRefused('readOnly', message, { cause })
  }
}

/** A file that may only be read is refused before SQLite quietly opens it for reading alone. */
async function proveFileWritable(path: string): Promise<void> {
  try {
    await (await open(path, 'r+')).close()
  } catch (cause) {
    throw new DeskRefused('readOnly', `${path} cannot be written to (${reasonOf(cause)})`, { cause })
  }
}

/** Makes the database under another name, so that there is a whole one or none whenever the power goes. */
async function createDatabase(folder: string, known: readonly Migration[]): Promise<void> {
  const path = databasePath(folder)
  const arriving = `${path}.new`
  await rm(arriving, { force: true })
  await rm(`${arriving}-journal`, { force: true })
  const database = new Database(arriving)
  try {
    await migrate(database, known, () => Promise.reject(new Error('a new database holds nothing to copy')))
  } finally {
    database.close()
  }
  await rename(arriving, path)
  await syncFolder(dirname(path))
}

function openDatabase(folder: string): Database.Database {
  const database = new Database(databasePath(folder), { timeout: busyTimeoutMs })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    // On macOS alone: "written" then means written, and not handed to the disk's own memory.
    database.pragma('fullfsync = ON')
    database.pragma('foreign_keys = ON')
    database.pragma('trusted_schema = OFF')
    database.pragma(`journal_size_limit = ${keptLogBytes}`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Opens the desk's database in `folder`, making folder and database where there are none, and keeps it for
 * this process until the store is closed.
 *
 * @throws DeskRefused where it is on a network share, cannot be written to, is held by another process, was
 *   written by a newer Stet or is damaged; its database is then as it was, byte for byte
 * @throws MigrationFailed
 */
export async function openStore(folder: string, options: OpenOptions = {}): Promise<Store> {
  const { now = Date.now, holder = { via: 'desk' }, migrations: known = migrations } = options
  const place = resolve(folder)
  const share = await findNetworkShare(place)
  if (share !== null) {
    throw new DeskRefused(
      'network',
      `${place} is on a network share, ${share}. Its locks cannot be relied upon; choose a folder on this machine's own disk.`,
    )
  }
  await proveWritable(place)
  let lock: DeskLock | null = null
  try {
    lock = await lockDesk(place, { pid: process.pid, via: holder.via, url: null, startedAtMs: now() })
    return await openLocked(place, lock, now, known)
  } catch (error) {
    await lock?.release()
    if (isDiskFull(error)) throw fullDisk(place, error)
    throw refusalOf(databasePath(place), error)
  }
}

async function openLocked(
  place: string,
  lock: DeskLock,
  now: () => number,
  known: readonly Migration[],
): Promise<Store> {
  const path = databasePath(place)
  await finishRestore(place)
  try {
    if (await inspectDatabase(place, newestVersion(known))) await proveFileWritable(path)
    else await createDatabase(place, known)
  } catch (error) {
    // Where only its log is damaged, most of it can still be read: that becomes a copy to go back to.
    if (error instanceof DeskRefused && error.code === 'damaged') await rescueReadable(place, now())
    throw error
  }
  await keepTornLog(place, now())
  const database = openDatabase(place)
  try {
    await migrate(database, known, (toVersion) => copyBeforeMigrating(place, now(), toVersion))
    return makeStore(database, () => lock.release(), watchBeneath(path))
  } catch (error) {
    database.close()
    throw error
  }
}
