import { textOf } from '../../shared/document/text.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { ClaimId, StoryId } from '../../shared/model/ids.ts'
import type { SearchHit } from '../../shared/model/search.ts'
import { claimsById, claimsOfStory } from '../store/claims.ts'
import { insertSnapshot, newestSnapshotVersion, pruneSnapshots } from '../store/journal.ts'
import type { SearchIndex } from '../store/search.ts'
import { findStory } from '../store/stories.ts'
import type { Store, Tx } from '../store/transaction.ts'
import { type Documents, stepsPerSnapshot } from './documents.ts'
import { refreshCleared } from './gate.ts'
import type { Hub } from './hub.ts'

/** Typing has paused when nothing came for this long. */
const pauseMs = 1500

/** What follows from the records and can wait: the search index, snapshots, whether a story is cleared, the news of it. */
export interface Tending {
  /** A story was written to; `claims` are those whose words changed. Costs nothing now. */
  later(storyId: StoryId, claims?: readonly ClaimId[]): void
  /** Brings the search index up to date, then searches. */
  find(words: string, limit: number): Promise<SearchHit[]>
  forget(storyId: StoryId): void
  /** Does at once all that was put off, and nothing more after that. */
  close(): Promise<void>
}

interface Parts {
  readonly store: Store
  readonly search: SearchIndex
  readonly documents: () => Documents
  readonly hub: Hub
  readonly now: () => number
  readonly log: (line: string) => void
}

export function openTending({ store, search, documents, hub, now, log }: Parts): Tending {
  const timers = new Map<StoryId, NodeJS.Timeout>()
  /** Since the story was last indexed by this process; a story that is stale without an entry is read whole. */
  const reworded = new Map<StoryId, Set<ClaimId>>()
  const running = new Set<Promise<void>>()
  let isClosed = false

  async function refresh(tx: Tx, storyId: StoryId): Promise<void> {
    const row = await findStory(tx, storyId)
    if (row?.search_stale !== 1) return
    const { document } = await documents().at(tx, storyId, row.version)
    await search.refresh(tx, storyId, row.headline, textOf(document, 'accepted'))
    const known = reworded.get(storyId)
    reworded.set(storyId, new Set())
    const claims = known ? await claimsById(tx, [...known]) : await claimsOfStory(tx, storyId)
    const isListed = (claim: Claim) => claim.presence !== 'withdrawn'
    await search.indexClaims(tx, storyId, claims.filter(isListed))
    await search.removeClaims(
      tx,
      claims.filter((claim) => !isListed(claim)).map((claim) => claim.id),
    )
  }

  async function snapshot(tx: Tx, storyId: StoryId): Promise<void> {
    const row = await findStory(tx, storyId)
    if (!row || row.version - (await newestSnapshotVersion(tx, storyId)) <= stepsPerSnapshot) return
    const { document } = await documents().at(tx, storyId, row.version)
    await insertSnapshot(tx, storyId, row.version, document)
    await pruneSnapshots(tx, storyId)
  }

  async function tend(storyId: StoryId): Promise<void> {
    timers.delete(storyId)
    let isNews = false
    try {
      await store.transaction(async (tx) => {
        await refresh(tx, storyId)
        await snapshot(tx, storyId)
        const row = await findStory(tx, storyId)
        if (row && (await refreshCleared({ documents: documents(), now }, tx, row))) isNews = true
      })
    } catch (error) {
      // The story stays stale and its journal whole; the next pause or search tries again, reading it whole.
      reworded.delete(storyId)
      log(`tending: ${error instanceof Error ? error.name : 'failed'}`)
    }
    if (isNews) hub.wakeStory(storyId)
    hub.tellDesk('stories')
  }

  function start(storyId: StoryId): void {
    const work = tend(storyId).finally(() => running.delete(work))
    running.add(work)
  }

  return {
    later(storyId, claims) {
      if (isClosed) return
      if (claims) {
        const known = reworded.get(storyId)
        for (const id of claims) known?.add(id)
      }
      clearTimeout(timers.get(storyId))
      timers.set(storyId, setTimeout(start, pauseMs, storyId).unref())
    },
    async find(words, limit) {
      try {
        return await store.transaction(async (tx) => {
          for (const storyId of await search.staleStories(tx)) await refresh(tx, storyId)
          return search.find(tx, words, limit)
        })
      } catch (error) {
        reworded.clear()
        throw error
      }
    },
    forget(storyId) {
      clearTimeout(timers.get(storyId))
      timers.delete(storyId)
      reworded.delete(storyId)
    },
    async close() {
      isClosed = true
      for (const [storyId, timer] of timers) {
        clearTimeout(timer)
        start(storyId)
      }
      await Promise.all(running)
    },
  }
}
