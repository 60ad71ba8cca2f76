import { type ReadWords, readWordsOf } from '../../shared/check/read.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import { lastReadRevision, readingsOfStory } from '../store/readings.ts'
import type { StoryRow } from '../store/stories.ts'
import type { Tx } from '../store/transaction.ts'

/** What was read of the stories last written to, so that a keystroke need not read it from the database. */
export interface ReadCache {
  /** In a transaction that has not changed what is read. */
  of(tx: Tx, story: Pick<StoryRow, 'id' | 'strikings'>): Promise<ReadWords>
}

/** @param limit how many stories are kept */
export function openReadCache(limit: number): ReadCache {
  const kept = new Map<StoryId, { state: string; words: ReadWords }>()
  return {
    async of(tx, story) {
      const storyId = story.id as StoryId
      const state = `${story.strikings} ${await lastReadRevision(tx, storyId)}`
      const known = kept.get(storyId)
      const words = known?.state === state ? known.words : readWordsOf(await readingsOfStory(tx, storyId))
      kept.delete(storyId)
      kept.set(storyId, { state, words })
      const oldest = kept.keys().next()
      if (kept.size > limit && !oldest.done) kept.delete(oldest.value)
      return words
    },
  }
}
