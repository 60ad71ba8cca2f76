import { ORPCError } from '@orpc/server'
import type { CopyLoss } from '../../shared/model/copy.ts'
import type { RequestId } from '../../shared/model/ids.ts'
import { lossOf } from '../store/copy-list.ts'
import { migrations, newestVersion } from '../store/migrate.ts'
import { findPerson } from '../store/people.ts'
import { insertAnswer } from '../store/requests.ts'
import { findCopy } from '../store/restore.ts'
import { answered, type Caller } from './act.ts'
import { BeingRestored } from './being-restored.ts'
import type { Core } from './core.ts'
import { badInput, refuse } from './refuse.ts'
import { CopyRefused, prepareRestore } from './restoring.ts'

/** Long enough for the answer to leave before the connections end. */
const answerMs = 50

const nothing: CopyLoss = { stories: 0, changed: 0, steps: 0, events: 0 }

function toldOf(error: unknown): unknown {
  return error instanceof CopyRefused ? refuse('UNREADABLE', { reason: error.message }) : error
}

/** @throws UNREADABLE */
export async function compareCopy(core: Core, name: string): Promise<CopyLoss> {
  try {
    const path = await findCopy(core.folder, name, false)
    return lossOf(core.folder, path, newestVersion(migrations)) ?? nothing
  } catch (error) {
    if (error instanceof ORPCError) throw error
    throw refuse('UNREADABLE', { reason: error instanceof Error ? error.message : String(error) })
  }
}

/**
 * Takes the open desk back to one of its backups. The answer is written into the backup, so that a request that
 * is sent again after the desk opened anew does not take it back once more.
 *
 * @throws UNREADABLE
 */
export async function restore(
  core: Core,
  caller: Caller,
  { requestId, name }: { requestId: RequestId; name: string },
): Promise<{ loss: CopyLoss }> {
  const first = await answered(core, requestId, caller.call)
  if (first) return first.answer as { loss: CopyLoss }
  if (!core.reopen) throw badInput('whoever opened this desk does not open it anew: use stet restore')
  const { personId } = caller
  if (!personId || !(await core.store.transaction((tx) => findPerson(tx, personId))))
    throw refuse('NO_PERSON')
  const resume = core.store.stop(new BeingRestored())
  try {
    const path = await findCopy(core.folder, name, false)
    const { staged, loss } = await prepareRestore(core.folder, path, caller, core.now, (tx, lost) =>
      insertAnswer(tx, requestId, { loss: lost ?? nothing }, core.now(), caller.call),
    )
    await staged.commit()
    setTimeout(core.reopen, answerMs)
    return { loss: loss ?? nothing }
  } catch (error) {
    resume()
    throw toldOf(error)
  }
}
