import { copyFile, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import Database from 'better-sqlite3'
import { syncFolder } from './files.ts'
import { copiesFolder, setAsideFolder } from './paths.ts'
import { makeStore, type Store } from './transaction.ts'

async function entriesOf(place: string): Promise<string[]> {
  try {
    return (await readdir(place)).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Every copy, whatever it was made for and whoever named it, and every database that was set aside. */
async function pathsOf(folder: string): Promise<string[]> {
  const names = (await entriesOf(copiesFolder(folder))).filter((name) => name.endsWith('.sqlite'))
  const aside = await entriesOf(setAsideFolder(folder))
  return [
    ...names.map((name) => join(copiesFolder(folder), name)),
    ...aside.map((name) => join(setAsideFolder(folder), name, 'stet.sqlite')),
  ]
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A copy that could not be read, so that nobody can tell what it holds. */
export interface UnreadableCopy {
  readonly name: string
  readonly reason: string
}

/**
 * Writes every copy anew as `work` leaves it, each under another name first, so that a copy is as it was or as
 * it is to be whenever the power goes. What cannot be read is taken away, and so is what a copying that was cut
 * off left behind.
 *
 * @param work gets the copy as a store; `false` leaves the copy as it was
 */
export async function rewriteCopies(
  folder: string,
  work: (store: Store) => Promise<boolean>,
): Promise<{ rewritten: number; deleted: UnreadableCopy[] }> {
  const copies = copiesFolder(folder)
  const deleted: UnreadableCopy[] = []
  let rewritten = 0
  for (const name of await entriesOf(copies)) {
    if (name.includes('.part')) await rm(join(copies, name), { force: true })
  }
  for (const path of await pathsOf(folder)) {
    const arriving = `${path}.${process.pid}.part`
    const log = `${path}-wal`
    try {
      await copyFile(path, arriving)
      // One that was set aside may have its log beside it, and in that what it was set aside with.
      await copyFile(log, `${arriving}-wal`).catch((error: unknown) => {
        if (!isMissing(error)) throw error
      })
      if (!(await workOnCopy(arriving, work))) continue
      await syncToDisk(arriving)
      await rename(arriving, path)
      for (const end of ['-wal', '-shm']) await rm(path + end, { force: true })
      rewritten++
    } catch (error) {
      // A full disk is no fault of the copy's.
      if (isOfDisk(error)) throw error
      for (const end of ['', '-wal', '-shm', '-journal']) await rm(path + end, { force: true })
      deleted.push({
        name: path.startsWith(copies) ? basename(path) : relative(folder, path).split(sep).join('/'),
        reason: error instanceof Error ? error.message : String(error),
      })
    } finally {
      for (const end of ['', '-journal', '-wal', '-shm']) await rm(`${arriving}${end}`, { force: true })
    }
  }
  if (rewritten + deleted.length > 0) {
    for (const place of new Set((await pathsOf(folder)).map((path) => dirname(path)))) {
      if ((await entriesOf(place)).length > 0) await syncFolder(place)
    }
  }
  return { rewritten, deleted }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function isOfDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(?:ENOSPC|EDQUOT|EIO|EROFS|EACCES|EPERM|EMFILE|SQLITE_FULL|SQLITE_IOERR(?!_SHORT_READ).*|SQLITE_READONLY.*|SQLITE_NOMEM)$/u.test(
    code,
  )
}

async function workOnCopy(path: string, work: (store: Store) => Promise<boolean>): Promise<boolean> {
  const database = new Database(path, { fileMustExist: true })
  const store = makeStore(database, () => undefined)
  try {
    database.pragma('foreign_keys = ON')
    database.pragma('journal_mode = DELETE')
    return await work(store)
  } finally {
    await store.close()
  }
}

/** How many copies there are. */
export async function countCopies(folder: string): Promise<number> {
  return (await pathsOf(folder)).length
}
