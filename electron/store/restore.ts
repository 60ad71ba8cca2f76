import { copyFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { copyNames, namesIn, standAlone, syncFile } from './copies.ts'
import { stateOfFile } from './copy-list.ts'
import { parseStamp, stampOf } from './copy-name.ts'
import { makeFolder, syncFolder } from './files.ts'
import { checkIntegrity } from './integrity.ts'
import { type Migration, migrate, migrations, newestVersion } from './migrate.ts'
import { copiesFolder, databasePath, databaseSuffixes, setAsideFolder } from './paths.ts'
import { makeStore, type Tx } from './transaction.ts'

/** The database that is to take the desk's place. */
const arrivingPath = (folder: string) => `${databasePath(folder)}.restoring`

/** Says that {@link arrivingPath} is whole, and where the present database goes. */
const orderPath = (folder: string) => join(folder, 'restore.json')

const orderSchema = z.object({ setAside: z.string().refine((stamp) => parseStamp(stamp) !== null) })

/** A copy that cannot take the desk's place; nothing was changed. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused'
}

/**
 * The file of a copy that was named as in the list, by its bare name, or by its place on the disk.
 *
 * @param anywhere whether files outside the desk's folder may be named
 * @throws CopyRefused where there is none
 */
export async function findCopy(folder: string, named: string, anywhere: boolean): Promise<string> {
  const names = (await copyNames(folder)).map(({ name }) => name)
  if (names.includes(basename(named)) && [basename(named), `backups/${basename(named)}`].includes(named)) {
    return join(copiesFolder(folder), basename(named))
  }
  const aside = /^set-aside\/([^/]+)\/stet\.sqlite$/.exec(named)?.[1]
  if (aside !== undefined && parseStamp(aside) !== null) {
    const own = join(setAsideFolder(folder), aside)
    if ((await namesIn(own)).includes('stet.sqlite')) return join(own, 'stet.sqlite')
  }
  const path = resolve(named)
  if (anywhere && (await namesIn(dirname(path)).catch((): string[] => [])).includes(basename(path)))
    return path
  throw new CopyRefused(`there is no backup “${named}”`)
}

export interface RestoreOptions {
  readonly now?: () => number
  /** What is written into the copy before it takes the desk's place, in one transaction. */
  readonly record?: (tx: Tx) => Promise<void>
  readonly migrations?: readonly Migration[]
}

/** A copy that is ready to take the desk's place. */
export interface Staged {
  /**
   * From now on the next opening puts it there, however this process ends; see {@link finishRestore}.
   *
   * @returns where the present database will lie, below the desk's folder
   */
  commit(): Promise<string>
}

/**
 * Makes a copy ready to take the place of the desk's database, which is neither read nor written to: reads it
 * through, copies it, and brings it to this Stet's shape.
 *
 * @param path the copy's; it is left as it is
 * @throws CopyRefused where it is no sound desk of Stet's
 */
export async function stageRestore(
  folder: string,
  path: string,
  options: RestoreOptions = {},
): Promise<Staged> {
  const { now = Date.now, record, migrations: known = migrations } = options
  if (resolve(path) === databasePath(resolve(folder))) throw new CopyRefused('that is the desk itself')
  try {
    stateOfFile(path, newestVersion(known))
  } catch (error) {
    throw new CopyRefused(
      `${path} cannot be opened (${error instanceof Error ? error.message : String(error)})`,
    )
  }
  const [trouble] = await checkIntegrity({ path, check: 'integrity_check', most: 1 })
  if (trouble !== undefined) throw new CopyRefused(`${path} is damaged (${trouble})`)

  const arriving = arrivingPath(folder)
  await makeFolder(folder)
  await rm(orderPath(folder), { force: true })
  for (const suffix of databaseSuffixes) await rm(arriving + suffix, { force: true })
  const reader = new Database(path, { readonly: true, fileMustExist: true })
  try {
    await reader.backup(arriving)
  } finally {
    reader.close()
  }
  standAlone(arriving)
  const database = new Database(arriving)
  await migrate(database, known, () => Promise.resolve(path))
  const store = makeStore(database, () => {})
  try {
    if (record) await store.transaction(record)
  } finally {
    await store.close()
  }
  await syncFile(arriving)
  return {
    async commit() {
      const aside = (await namesIn(setAsideFolder(folder))).flatMap((name) => parseStamp(name) ?? [])
      const stamp = stampOf(aside.reduce((latest, atMs) => Math.max(latest, atMs + 1), now()))
      const order = orderPath(folder)
      const handle = await open(`${order}.part`, 'w')
      try {
        await handle.writeFile(JSON.stringify({ setAside: stamp }))
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(`${order}.part`, order)
      await syncFolder(folder)
      return relative(folder, join(setAsideFolder(folder), stamp))
    },
  }
}

/**
 * Puts a staged copy in the place of the desk's database, which is set aside with its log, byte for byte. May end
 * at any moment and be called again. The desk's lock must be held and its database closed.
 */
export async function finishRestore(folder: string): Promise<void> {
  const names = await namesIn(folder)
  if (!names.includes(basename(orderPath(folder)))) return
  // The database may already be the new one: then only the order is left.
  if (names.includes(basename(arrivingPath(folder)))) {
    const order = orderSchema.parse(JSON.parse(await readFile(orderPath(folder), 'utf8')))
    const aside = join(setAsideFolder(folder), order.setAside)
    await makeFolder(setAsideFolder(folder))
    await makeFolder(aside)
    // The database goes first: while it is there, its log is needed beside it.
    for (const suffix of databaseSuffixes) {
      const path = databasePath(folder) + suffix
      if ((await namesIn(folder)).includes(basename(path))) await rename(path, join(aside, basename(path)))
    }
    await syncFolder(aside)
    await rename(arrivingPath(folder), databasePath(folder))
    await syncFolder(folder)
  }
  await rm(orderPath(folder))
  await syncFolder(folder)
}

/** Copies a database and its log, as they lie there, into another folder. */
export async function copyAsItLies(folder: string, into: string): Promise<string> {
  await mkdir(into, { recursive: true })
  const names = await namesIn(folder)
  for (const suffix of ['', '-wal']) {
    const path = databasePath(folder) + suffix
    if (names.includes(basename(path))) await copyFile(path, join(into, basename(path)))
  }
  return databasePath(into)
}
