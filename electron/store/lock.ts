import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { type DeskHolder, DeskRefused, deskHolderSchema } from '../desk/refused.ts'

/**
 * The lock is an exclusive transaction that stays open on a small database: SQLite takes the operating
 * system's own file lock for it, which ends with the process however it ends. Nothing else in this process may
 * open that file, for closing any handle of it would give the lock up (https://sqlite.org/howtocorrupt.html 2.2).
 */
const lockName = 'desk.lock'

/** Says who holds the lock. It may be out of date; the lock itself never is. */
const holderName = 'desk.json'

export interface DeskLock {
  readonly holder: DeskHolder
  release(): Promise<void>
}

async function writeHolder(folder: string, holder: DeskHolder): Promise<void> {
  const path = join(folder, holderName)
  const arriving = `${path}.${randomUUID()}`
  try {
    // The address holds the key to the desk: nobody else on this machine may read it.
    await writeFile(arriving, `${JSON.stringify(holder)}\n`, { flag: 'wx', mode: 0o600 })
    await rename(arriving, path)
  } finally {
    await rm(arriving, { force: true })
  }
}

async function readHolder(folder: string): Promise<DeskHolder | null> {
  try {
    const json: unknown = JSON.parse(await readFile(join(folder, holderName), 'utf8'))
    return deskHolderSchema.parse(json)
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of somebody else cannot be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Who holds a lock that was found taken; null where `desk.json` names a process that is no more. */
async function whoHolds(folder: string): Promise<DeskHolder | null> {
  // Between taking the lock and writing its name a holder needs a moment.
  for (let attempt = 0; attempt < 10; attempt++) {
    const holder = await readHolder(folder)
    if (holder && isAlive(holder.pid)) return holder
    await wait(30)
  }
  return null
}

function describe(holder: DeskHolder | null): string {
  if (!holder) return 'another Stet has this desk open'
  const where = holder.url === null ? '' : ` at ${holder.url}`
  return `another Stet (${holder.via}, process ${holder.pid}) has this desk open${where}`
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

/**
 * Takes the folder for this process, until released or until the process ends.
 *
 * @throws DeskRefused `locked`, naming the holder; `readOnly` where no lock can be made
 */
export async function lockDesk(folder: string, holder: DeskHolder): Promise<DeskLock> {
  let database: Database.Database
  try {
    database = new Database(join(folder, lockName), { timeout: 0 })
  } catch (cause) {
    throw new DeskRefused('readOnly', `the folder ${folder} cannot be written to`, { cause })
  }
  try {
    database.exec('BEGIN EXCLUSIVE')
    await writeHolder(folder, holder)
  } catch (cause) {
    database.close()
    if (!isBusy(cause)) throw cause
    const other = await whoHolds(folder)
    throw new DeskRefused('locked', describe(other), { holder: other, cause })
  }
  return {
    holder,
    async release() {
      if (!database.open) return
      // The name goes first: while the lock is held nobody else can have written theirs.
      await rm(join(folder, holderName), { force: true })
      database.close()
    },
  }
}

/**
 * Tells a second start where this process answers, for the folder that it holds.
 *
 * @throws Error where this process does not hold it
 */
export async function announce(folder: string, url: string): Promise<void> {
  const holder = await readHolder(folder)
  if (holder?.pid !== process.pid) throw new Error(`this process does not hold the desk in ${folder}`)
  await writeHolder(folder, { ...holder, url })
}
