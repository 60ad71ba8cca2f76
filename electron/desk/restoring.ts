import { randomUUID } from 'node:crypto'
import { relative, sep } from 'node:path'
import type { Via } from '../../shared/model/audit.ts'
import type { CopyLoss } from '../../shared/model/copy.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import { appendEvent } from '../store/audit.ts'
import { keepRescued } from '../store/copies.ts'
import { listCopies, lossOf } from '../store/copy-list.ts'
import { lockDesk } from '../store/lock.ts'
import { migrations, newestVersion } from '../store/migrate.ts'
import { findPersonByName } from '../store/people.ts'
import { CopyRefused, findCopy, type Staged, stageRestore } from '../store/restore.ts'
import { writeLife } from '../store/settings.ts'
import type { Tx } from '../store/transaction.ts'
import type { Core } from './core.ts'

export { CopyRefused } from '../store/restore.ts'

interface RestoreBy {
  readonly personId: PersonId | null
  /** Of whom to look for in the copy, where there is no id to go by. */
  readonly name?: string
  readonly via: Via
}

interface Prepared {
  readonly staged: Staged
  /** null where the present database cannot tell. */
  readonly loss: CopyLoss | null
}

const newest = newestVersion(migrations)

/**
 * Whether windows may go on where they were: a database that was rescued whole while its desk was open is that
 * desk. Anything else is an earlier state of it.
 */
async function isSameLife(folder: string, path: string, loss: CopyLoss | null): Promise<boolean> {
  if (loss) return false
  const [last] = await listCopies(folder, newest)
  return last?.occasion === 'rescue' && last.name === relative(folder, path).split(sep).join('/')
}

/**
 * Makes a copy ready to take the desk's place; the copy's own trail then says that it did.
 *
 * @param also is written into the copy in the same transaction
 * @throws CopyRefused
 */
export async function prepareRestore(
  folder: string,
  path: string,
  { personId, name, via }: RestoreBy,
  now: () => number,
  also: (tx: Tx, loss: CopyLoss | null) => Promise<void> = async () => {},
): Promise<Prepared> {
  let loss: CopyLoss | null
  try {
    loss = lossOf(folder, path, newest)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CopyRefused(`${path} cannot be opened (${reason})`)
  }
  const keepsLife = await isSameLife(folder, path, loss)
  const from = relative(folder, path).split(sep).join('/')
  const staged = await stageRestore(folder, path, {
    now,
    async record(tx) {
      if (!keepsLife) await writeLife(tx, randomUUID())
      await appendEvent(tx, {
        chain: 'desk',
        atMs: now(),
        personId: personId ?? (name ? ((await findPersonByName(tx, name))?.id ?? null) : null),
        via,
        kind: 'desk.restored',
        subject: 'desk',
        payload: { from, loss },
      })
      await also(tx, loss)
    },
  })
  return { staged, loss }
}

/**
 * Has the next opening of a desk that is not open begin with a copy of it.
 *
 * @param anywhere whether a copy outside the desk's folder may be named
 * @returns what is lost, null where that cannot be told, and where the present database will lie
 * @throws CopyRefused
 * @throws DeskRefused where somebody has it open
 */
export async function restoreClosed(
  folder: string,
  named: string,
  by: RestoreBy,
  options: { anywhere: boolean; now?: () => number },
): Promise<{ loss: CopyLoss | null; setAside: string }> {
  const { anywhere, now = Date.now } = options
  const path = await findCopy(folder, named, anywhere)
  const lock = await lockDesk(folder, { pid: process.pid, via: 'restore', url: null, startedAtMs: now() })
  try {
    const { staged, loss } = await prepareRestore(folder, path, by, now)
    return { loss, setAside: await staged.commit() }
  } finally {
    await lock.release()
  }
}

/**
 * The database's file is gone and the connection still holds its bytes: they become a copy, from which the desk
 * opens with everything that was acknowledged.
 */
export async function rescueGone(core: Core, error: Error): Promise<void> {
  core.log(`the desk stops writing: ${error.message}`)
  try {
    const path = await keepRescued(core.folder, core.now(), core.store.version, (arriving) =>
      core.store.copyTo(arriving),
    )
    core.log(`everything that was saved is in ${path}`)
  } catch (failure) {
    core.log(`it could not be rescued: ${failure instanceof Error ? failure.message : String(failure)}`)
  }
  core.reopen?.()
}
