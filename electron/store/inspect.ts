import { open, readdir, stat } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { DeskRefused } from '../desk/refused.ts'
import { checkLog } from './log-check.ts'
import { applicationId, readVersion } from './migrate.ts'
import { copiesFolder, databasePath } from './paths.ts'

const magic = 'SQLite format 3\0'

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch {
    return null
  }
}

async function hasCopies(folder: string): Promise<boolean> {
  try {
    return (await readdir(copiesFolder(folder))).some((name) => name.endsWith('.sqlite'))
  } catch {
    return false
  }
}

function damaged(path: string, what: string, cause?: unknown): DeskRefused {
  return new DeskRefused('damaged', `${path} ${what}. It was left as it is.`, {
    cause,
  })
}

function newer(path: string, version: number, newest: number): DeskRefused {
  return new DeskRefused(
    'newer',
    `${path} was written by a newer Stet (version ${version}, this one knows up to ${newest}). It was left as it is.`,
  )
}

/** The first 100 bytes of the file (https://sqlite.org/fileformat2.html#the_database_header). */
async function readHeader(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(100), position: 0 })
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/**
 * Whether a desk's database can be opened, found out without writing to it. The desk's lock must be held and
 * this process must not have the database open: closing the plain file would give SQLite's locks up.
 *
 * @param newest the highest version that this Stet knows
 * @returns false where there is none yet
 * @throws DeskRefused `newer` or `damaged`
 */
export async function inspectDatabase(folder: string, newest: number): Promise<boolean> {
  const path = databasePath(folder)
  const sizeBytes = await sizeOf(path)
  const logBytes = (await sizeOf(`${path}-wal`)) ?? 0
  if (sizeBytes === null) {
    // Beginning anew beside what is left of an older desk would look like the loss of everything.
    if (logBytes > 0 || (await hasCopies(folder))) throw damaged(path, 'is missing')
    return false
  }
  const header = await readHeader(path)
  if (header.length < 100 || header.toString('latin1', 0, 16) !== magic)
    throw damaged(path, 'is not a database')
  if (header.readInt32BE(68) !== applicationId) throw damaged(path, 'is not a desk of Stet')
  const version = header.readInt32BE(60)
  if (version > newest) throw newer(path, version, newest)
  // A journal that must be rolled back can be read only by somebody who may write.
  if ((await sizeOf(`${path}-journal`)) ?? 0) return true

  // One is what a loss of power leaves of a write that nobody was told of; more were acknowledged.
  const lost = (await checkLog(`${path}-wal`))?.lost ?? 0
  if (lost > 1) throw damaged(`${path}-wal`, 'holds changes that cannot be read any more')

  const database = new Database(path, { readonly: true })
  try {
    // The write-ahead log may hold a newer header than the file.
    const current = readVersion(database)
    if (current > newest) throw newer(path, current, newest)
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    // A whole read at every opening, indexes and all: what is damaged must be known before anything is written to it.
    const result = database.pragma('integrity_check(1)', { simple: true })
    if (result !== 'ok') throw damaged(path, `is damaged (${String(result)})`)
  } catch (error) {
    if (error instanceof Database.SqliteError) throw refusalOf(path, error)
    throw error
  } finally {
    database.close()
  }
  return true
}

/** What an error of SQLite's while opening means to a person. */
export function refusalOf(path: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) {
    return damaged(path, `is damaged (${error.message})`, error)
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(error.code)) {
    return new DeskRefused('readOnly', `${path} cannot be written to (${error.message})`, { cause: error })
  }
  if (error.code === 'SQLITE_FULL') {
    return new DeskRefused('full', `the disk that holds ${path} is full`, { cause: error })
  }
  if (/^SQLITE_BUSY/.test(error.code)) {
    return new DeskRefused('locked', `${path} is open in another program`, { cause: error })
  }
  return error
}
