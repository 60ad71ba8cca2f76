import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { makeFolder, syncFolder } from './files.ts'
import { copiesFolder, databasePath } from './paths.ts'

/** How many copies are kept unless somebody says otherwise. */
export const defaultKeptCopies = 10

const copyName = /^stet-\d{8}T\d{9}Z-v\d+\.sqlite$/

/** Names of all copies, oldest first; none where none was ever made. */
async function copyNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(copiesFolder(folder))).filter((name) => name.endsWith('.sqlite')).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** UTC to the millisecond, sortable, without what Windows forbids in names: "20261123T091500123Z". */
function stamp(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:.]/g, '')
}

async function syncFile(path: string): Promise<void> {
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
    if (name.endsWith('.part') && !name.endsWith(`.${process.pid}.part`)) await rm(join(copies, name))
  }
}

/** Ends the copy's use of a write-ahead log: it is then one file, and reading it leaves nothing beside it. */
function standAlone(path: string): void {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/**
 * Copies the database as it is at one moment, without holding up whoever writes: the copy reads through a
 * connection and a snapshot of its own.
 *
 * @param nameOf names the copy of a database of this version
 * @returns the copy's path; by then it is on the disk
 */
function copyDatabase(folder: string, nameOf: (version: number) => string): Promise<string> {
  return inTurnOfCopies(folder, () => copyNow(folder, nameOf))
}

async function copyNow(folder: string, nameOf: (version: number) => string): Promise<string> {
  const copies = copiesFolder(folder)
  await makeFolder(copies)
  await clearArriving(copies)
  const reader = new Database(databasePath(folder), { readonly: true })
  try {
    // An open read keeps the copy to one snapshot; without it every write meanwhile would start it anew.
    reader.exec('BEGIN')
    const path = join(copies, nameOf(Number(reader.pragma('user_version', { simple: true }))))
    const arriving = `${path}.${process.pid}.part`
    try {
      await reader.backup(arriving)
      standAlone(arriving)
      await syncFile(arriving)
      await rename(arriving, path)
    } finally {
      await rm(arriving, { force: true })
    }
    await syncFolder(copies)
    return path
  } finally {
    reader.close()
  }
}

/** The copy that is made before a migration. It is never cleared away: a person decides when. */
export function copyBeforeMigrating(folder: string, atMs: number, toVersion: number): Promise<string> {
  return copyDatabase(folder, (version) => `stet-${stamp(atMs)}-v${version}-before-v${toVersion}.sqlite`)
}

/**
 * Copies the database of an open desk into `backups/` and clears away the oldest copies beyond `keep`. Files
 * are not copied: they never change.
 *
 * @param options.keep at least 1
 * @returns the copy's path
 */
export async function copyDesk(
  folder: string,
  options: { keep?: number; now?: () => number } = {},
): Promise<string> {
  const { keep = defaultKeptCopies, now = Date.now } = options
  const path = await copyDatabase(folder, (version) => `stet-${stamp(now())}-v${version}.sqlite`)
  const copies = copiesFolder(folder)
  const names = (await copyNames(folder)).filter((name) => copyName.test(name))
  for (const name of names.slice(0, Math.max(0, names.length - Math.max(1, keep)))) {
    await rm(join(copies, name))
  }
  return path
}

/** What is wrong with the copies in `backups/`: their names and why they cannot be relied upon. */
export async function checkCopies(folder: string): Promise<{ name: string; reason: string }[]> {
  const bad: { name: string; reason: string }[] = []
  for (const name of await copyNames(folder)) {
    const reason = checkCopy(join(copiesFolder(folder), name))
    if (reason !== null) bad.push({ name, reason })
    await nextTurn()
  }
  return bad
}

function checkCopy(path: string): string | null {
  let copy: Database.Database | null = null
  try {
    copy = new Database(path, { readonly: true, fileMustExist: true })
    const result = String(copy.pragma('quick_check(1)', { simple: true }))
    return result === 'ok' ? null : result
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    copy?.close()
  }
}
