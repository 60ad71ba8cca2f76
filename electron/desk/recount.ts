import { isOpenClaim } from '../../shared/check/standing.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import { claimsOfStory } from '../store/claims.ts'
import { readCountedBy, writeCountedBy } from '../store/settings.ts'
import { updateStory } from '../store/stories.ts'
import type { Store, Tx } from '../store/transaction.ts'

/**
 * By which rule stories count their open claims. Raised whenever `isOpenClaim` judges the same records otherwise;
 * a desk that was counted by another rule is counted again when it opens.
 */
const countedBy = 1

const storiesPerCount = 20

/** Counts a story's open claims again, where more than single claims may have changed. */
export async function recount(tx: Tx, storyId: StoryId): Promise<void> {
  const claims = await claimsOfStory(tx, storyId)
  await updateStory(tx, storyId, { open_count: claims.filter(isOpenClaim).length })
}

/** Counts every story again where that was last done by an older rule; what was counted when it breaks off stays. */
export async function recountOlder(store: Store): Promise<void> {
  if ((await store.transaction(readCountedBy)) === countedBy) return
  let after = ''
  for (;;) {
    const ids = await store.transaction(async (tx) => {
      const rows = await tx
        .selectFrom('story')
        .select('id')
        .where('id', '>', after)
        .where('claim_count', '>', 0)
        .orderBy('id')
        .limit(storiesPerCount)
        .execute()
      for (const { id } of rows) await recount(tx, id as StoryId)
      return rows.map((row) => row.id)
    })
    after = ids.at(-1) ?? ''
    if (ids.length < storiesPerCount) break
  }
  await store.transaction((tx) => writeCountedBy(tx, countedBy))
}
