import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import {
  type CopyName,
  copyNameOf,
  migrationCopyNameOf,
  type NamedOccasion,
  parseCopyName,
} from './copy-name.ts'
import { type DeskState, readDeskState } from './desk-state.ts'
import { makeFolder, syncFolder } from './files.ts'
import { checkIntegrity } from './integrity.ts'
import { copiesFolder, databasePath } from './paths.ts'

/** How many copies of an occasion are kept unless somebody says otherwise. */
export const defaultKeptCopies = 10

export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** All copies in `backups/`, oldest first; what has no name of ours is none. */
export async function copyNames(folder: string): Promise<CopyName[]> {
  return (await namesIn(copiesFolder(folder))).flatMap((name) => parseCopyName(name) ?? [])
}

export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const turns = new Map<string, Promise<unknown>>()

/**
 * One at a time for each folder: copies being made, and whatever must find them all and let none come between.
 *
 * @param work must not wait for another turn of the same folder
 */
export function inTurnOfCopies<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(folder) ?? Promise.resolve()).then(work)
  const settled = turn.catch(() => undefined)
  turns.set(folder, settled)
  void settled.then(() => {
    if (turns.get(folder) === settled) turns.delete(folder)
  })
  return turn
}

/** Half a copy that a process which ended left behind must not be taken for one. */
async function clearArriving(copies: string): Promise<void> {
  for (const name of await readdir(copies)) {
    if (name.includes('.part') && !name.includes(`.${process.pid}.part`)) await rm(join(copies, name))
  }
}

/** Ends the copy's use of a write-ahead log: it is then one file, and reading it leaves nothing beside it. */
export function standAlone(path: string): void {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/**
 * A later moment than that of every copy there is: a clock that was set back must not make the newest copy look
 * like the oldest, which is the first to be cleared away.
 */
async function momentFor(folder: string, atMs: number): Promise<number> {
  const newest = (await copyNames(folder)).reduce((latest, copy) => Math.max(latest, copy.atMs), 0)
  return Math.max(atMs, newest + 1)
}

/**
 * Copies a database as it is at one moment into `backups/`.
 *
 * @param write brings the database to that path
 * @returns the copy's path; by then it is on the disk
 */
function keepCopy(
  folder: string,
  atMs: number,
  nameOf: (atMs: number) => string,
  write: (path: string) => Promise<unknown>,
): Promise<string> {
  return inTurnOfCopies(folder, () => keepCopyNow(folder, atMs, nameOf, write))
}

async function keepCopyNow(
  folder: string,
  atMs: number,
  nameOf: (atMs: number) => string,
  write: (path: string) => Promise<unknown>,
): Promise<string> {
  const copies = copiesFolder(folder)
  await makeFolder(copies)
  await clearArriving(copies)
  const path = join(copies, nameOf(await momentFor(folder, atMs)))
  const arriving = `${path}.${process.pid}.part`
  try {
    await write(arriving)
    standAlone(arriving)
    await syncFile(arriving)
    await rename(arriving, path)
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(arriving + suffix, { force: true })
  }
  await syncFolder(copies)
  return path
}

/**
 * Reads the desk's database through a connection and a snapshot of its own, without holding up whoever writes.
 *
 * @param nameOf names the copy of a database of this version
 */
async function copyDatabase(
  folder: string,
  atMs: number,
  nameOf: (atMs: number, version: number) => string,
): Promise<string> {
  const reader = new Database(databasePath(folder), { readonly: true, fileMustExist: true })
  try {
    // An open read keeps the copy to one snapshot; without it every write meanwhile would start it anew.
    reader.exec('BEGIN')
    const version = Number(reader.pragma('user_version', { simple: true }))
    return await keepCopy(
      folder,
      atMs,
      (moment) => nameOf(moment, version),
      (path) => reader.backup(path),
    )
  } finally {
    reader.close()
  }
}

/** The copy that is made before a migration. It is never cleared away: a person decides when. */
export function copyBeforeMigrating(folder: string, atMs: number, toVersion: number): Promise<string> {
  return copyDatabase(folder, atMs, (moment, version) => migrationCopyNameOf(moment, version, toVersion))
}

/**
 * Keeps a database that cannot be opened as a desk's any more, or not yet. It is never cleared away.
 *
 * @param write brings it to that path
 */
export function keepRescued(
  folder: string,
  atMs: number,
  version: number,
  write: (path: string) => Promise<unknown>,
): Promise<string> {
  return keepCopy(folder, atMs, (moment) => copyNameOf(moment, version, 'rescue'), write)
}

export interface CopyOptions {
  readonly occasion: Exclude<NamedOccasion, 'rescue'>
  /** At least 1. */
  readonly keep?: number
  readonly now?: () => number
}

/**
 * Copies the database of an open desk into `backups/`, reads the copy through, and clears away the oldest copies
 * of the same occasion beyond `keep`. Files are not copied: they never change.
 *
 * @returns the copy's path
 * @throws Error where the copy is not sound; then none is cleared away
 */
export async function copyDesk(folder: string, options: CopyOptions): Promise<string> {
  const { occasion, keep = defaultKeptCopies, now = Date.now } = options
  const path = await copyDatabase(folder, now(), (moment, version) => copyNameOf(moment, version, occasion))
  // A damaged database must not push the last sound copy out.
  const [trouble] = await checkIntegrity({ path, check: 'integrity_check', most: 1 })
  if (trouble !== undefined) throw new Error(`the backup ${path} is not sound (${trouble})`)
  const same = (await copyNames(folder)).filter((copy) => copy.occasion === occasion)
  for (const { name } of same.slice(0, Math.max(0, same.length - Math.max(1, keep)))) {
    await rm(join(copiesFolder(folder), name))
  }
  return path
}

/** The newest copy where people have done nothing since, else null: another one would say the same. */
export async function upToDateCopy(folder: string): Promise<CopyName | null> {
  const newest = (await copyNames(folder)).findLast((copy) => copy.occasion !== 'rescue')
  if (!newest) return null
  const copied = stateAt(join(copiesFolder(folder), newest.name))
  return copied && copied.mark === stateAt(databasePath(folder))?.mark ? newest : null
}

/** Whether nobody has done anything yet. */
export function isUntouched(folder: string): boolean {
  const state = stateAt(databasePath(folder))
  return state !== null && state.lastChangeMs === null
}

/** null for what cannot be read, which is no copy of anything. */
function stateAt(path: string): DeskState | null {
  let database: Database.Database | null = null
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    return readDeskState(database)
  } catch {
    return null
  } finally {
    database?.close()
  }
}

/** What is wrong with the copies in `backups/`: their names and why they cannot be relied upon. */
export async function checkCopies(folder: string): Promise<{ name: string; reason: string }[]> {
  const bad: { name: string; reason: string }[] = []
  for (const name of await namesIn(copiesFolder(folder))) {
    if (!name.endsWith('.sqlite')) continue
    const path = join(copiesFolder(folder), name)
    const [reason] = await checkIntegrity({ path, check: 'quick_check', most: 1 })
    // One that was cleared away meanwhile, as a newer one came, is none to be relied upon.
    const isThere = async () => (await namesIn(copiesFolder(folder))).includes(name)
    if (reason !== undefined && (await isThere())) bad.push({ name, reason })
  }
  return bad
}
