import { ReadIndex, type ReadWords } from '../../shared/check/read.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import type { ReadingId } from '../../shared/model/reading.ts'
import { lastReadRevision, readingsBetween } from '../store/readings.ts'
import type { StoryRow } from '../store/stories.ts'
import type { Tx } from '../store/transaction.ts'

/** What was read of the stories last written to, so that a keystroke need not read it from the database. */
export interface ReadCache {
  /** In a transaction that has not changed what is read: what is kept here is then what was committed. */
  of(tx: Tx, story: Pick<StoryRow, 'id' | 'strikings'>): Promise<ReadWords>
}

interface Kept {
  readonly strikings: number
  readonly index: ReadIndex
  readonly standing: Set<ReadingId>
  revision: number
}

/** @param limit how many stories are kept */
export function openReadCache(limit: number): ReadCache {
  const stories = new Map<StoryId, Kept>()

  function keep(storyId: StoryId, kept: Kept): void {
    stories.delete(storyId)
    stories.set(storyId, kept)
    const oldest = stories.keys().next()
    if (stories.size > limit && !oldest.done) stories.delete(oldest.value)
  }

  return {
    async of(tx, story) {
      const storyId = story.id as StoryId
      const revision = await lastReadRevision(tx, storyId)
      const known = stories.get(storyId)
      const isOfSame = known?.strikings === story.strikings && known.revision <= revision
      const kept: Kept = isOfSame
        ? known
        : { strikings: story.strikings, index: new ReadIndex(), standing: new Set(), revision: -1 }
      if (kept.revision < revision) {
        for (const reading of await readingsBetween(tx, storyId, kept.revision, revision)) {
          if (!reading.isTakenBack) {
            kept.index.add(reading)
            kept.standing.add(reading.id)
          } else if (kept.standing.delete(reading.id)) kept.index.remove(reading)
        }
        kept.revision = revision
      }
      keep(storyId, kept)
      return kept.index
    },
  }
}
