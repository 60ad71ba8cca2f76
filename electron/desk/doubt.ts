import type { SourceId } from '../../shared/model/ids.ts'
import { doubtClearings } from '../store/clearings.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'

/**
 * Something changed by which stories are judged, a source, the desk's rules or who works here: whether they are still
 * cleared is looked at soon.
 *
 * @param sourceId only those with claims that rest on it; null for all
 */
export async function doubtAll(
  core: Core,
  act: Pick<Act<null>, 'tx' | 'wake' | 'tell'>,
  sourceId: SourceId | null,
): Promise<void> {
  const storyIds = await doubtClearings(act.tx, sourceId)
  for (const storyId of storyIds) {
    core.tending.later(storyId)
    act.wake(storyId)
  }
  if (storyIds.length > 0) act.tell('stories')
}
