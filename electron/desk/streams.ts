import { AsyncIteratorClass } from '@orpc/server'
import type { DeskNews } from '../../shared/contract/desk.ts'
import type { StoryNews } from '../../shared/contract/stories.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { Dismissal } from '../../shared/model/dismissal.ts'
import type { PersonId, StoryId } from '../../shared/model/ids.ts'
import type { Reading } from '../../shared/model/reading.ts'
import type { Story } from '../../shared/model/story.ts'
import { claimsAfter } from '../store/claims.ts'
import { dismissalsBetween } from '../store/dismissals.ts'
import { stepsAfter } from '../store/journal.ts'
import { readingsBetween } from '../store/readings.ts'
import { findStory, toStory } from '../store/stories.ts'
import type { Core } from './core.ts'
import { toldOf } from './failure.ts'
import { needStory, refuseOtherLife } from './find.ts'
import type { Follower } from './hub.ts'
import { refuse } from './refuse.ts'

const stepsPerNews = 500
const claimsPerNews = 500

/**
 * A stream that asks `read` for more until it has none, then waits for a nod. It ends when its consumer goes,
 * when `signal` aborts, when the desk closes, and after `read` said `isLast`.
 */
function stream<News>(
  follower: Follower,
  signal: AbortSignal | undefined,
  first: Batch<News>,
  read: () => Promise<Batch<News>>,
  log: (line: string) => void,
): AsyncIteratorClass<News, void, void> {
  let { news, isLast, isMore } = first
  const close = () => follower.close()
  if (signal?.aborted) close()
  signal?.addEventListener('abort', close, { once: true })
  return new AsyncIteratorClass<News, void, void>(
    async () => {
      for (;;) {
        const [one, ...rest] = news
        news = rest
        if (one !== undefined) return { done: false, value: one }
        if (isLast) return { done: true, value: undefined }
        if (!isMore && !(await follower.wait())) return { done: true, value: undefined }
        try {
          ;({ news, isLast, isMore } = await read())
        } catch (error) {
          throw toldOf(error, 'follow', log)
        }
      }
    },
    async () => {
      signal?.removeEventListener('abort', close)
      close()
    },
  )
}

interface Batch<News> {
  readonly news: readonly News[]
  /** There is more to read at once. */
  readonly isMore: boolean
  readonly isLast: boolean
}

/** What is news of a story's record; its version and time go with the steps that move them. */
function recordKey(story: Story): string {
  return JSON.stringify({ ...story, version: 0, updatedAtMs: 0 })
}

/** Records of a story that share one count of revisions. */
interface Revised {
  readonly claims: Claim[]
  readonly readings: Reading[]
  readonly dismissals: Dismissal[]
}

/**
 * Of the kinds of records the one that begins earliest comes first. Whoever is cut off between two goes on before the
 * next one's first, and so hears of some of the one again and misses none.
 */
function inOrder({ claims, readings, dismissals }: Revised, revision: number): StoryNews[] {
  const kinds = [
    { first: claims[0], news: (upTo: number): StoryNews => ({ kind: 'claims', claims, revision: upTo }) },
    {
      first: readings[0],
      news: (upTo: number): StoryNews => ({ kind: 'readings', readings, revision: upTo }),
    },
    {
      first: dismissals[0],
      news: (upTo: number): StoryNews => ({ kind: 'dismissals', dismissals, revision: upTo }),
    },
  ]
    .flatMap(({ first, news }) => (first ? [{ from: first.revision, news }] : []))
    .sort((one, other) => one.from - other.from)
  return kinds.map(({ news }, index) => {
    const next = kinds[index + 1]
    return news(next ? next.from - 1 : revision)
  })
}

/**
 * Everything of a story after a version and a revision, then whatever comes. Each batch is read in one
 * transaction, claims before the steps that name them.
 *
 * @throws NOT_FOUND; TAKEN_BACK; BEHIND where the caller names a version that the story has not reached
 */
export async function followStory(
  core: Core,
  personId: PersonId | null,
  from: {
    storyId: StoryId
    life?: string | undefined
    fromVersion: number
    fromRevision: number
    strikings?: number | undefined
  },
  signal: AbortSignal | undefined,
): Promise<AsyncIteratorClass<StoryNews, void, void>> {
  const { storyId } = from
  refuseOtherLife(core, from.life)
  let version = from.fromVersion
  let revision = from.fromRevision
  let told = ''
  let toldOthers = ''
  let { strikings } = from

  // Before the first read, so that nothing falls between it and the first wait.
  const follower = core.hub.followStory(storyId, personId)

  function read(): Promise<Batch<StoryNews>> {
    return core.store.transaction(async (tx) => {
      const row = await findStory(tx, storyId)
      if (!row) return { news: [{ kind: 'gone' as const }], isMore: false, isLast: true }
      const news: StoryNews[] = []
      if (strikings !== undefined && row.strikings !== strikings) {
        strikings = row.strikings
        news.push({ kind: 'struck' })
      }
      const claims = await claimsAfter(tx, storyId, revision, claimsPerNews)
      const areClaimsAll = claims.length < claimsPerNews
      // All share the claims' count: what lies beyond the claims told so far is told with the next.
      const upTo = areClaimsAll ? row.revision : (claims.at(-1)?.revision ?? revision)
      const readings = await readingsBetween(tx, storyId, revision, upTo)
      const dismissals = await dismissalsBetween(tx, storyId, revision, upTo)
      const lasts = [claims, readings, dismissals].map((records) => records.at(-1)?.revision ?? 0)
      revision = Math.max(revision, ...lasts)
      news.push(...inOrder({ claims, readings, dismissals }, revision))
      const steps = areClaimsAll ? await stepsAfter(tx, storyId, version, stepsPerNews) : []
      const lastStep = steps.at(-1)
      // The journal of an imported story begins at the version that it came with.
      if (steps[0] && steps[0].version !== version + 1) throw refuse('BEHIND', { version: row.version })
      if (lastStep) {
        news.push({
          kind: 'steps',
          fromVersion: version,
          steps: steps.map((one) => one.step),
          clientIds: steps.map((one) => one.clientId),
        })
        version = lastStep.version
      }
      const story = toStory(row)
      const key = recordKey(story)
      if (key !== told) news.push({ kind: 'story', story })
      told = key
      const others = follower.others()
      if (others.join() !== toldOthers) news.push({ kind: 'present', others })
      toldOthers = others.join()
      return { news, isMore: !areClaimsAll || steps.length === stepsPerNews, isLast: false }
    })
  }

  try {
    await core.store.transaction(async (tx) => {
      const row = await needStory(tx, storyId)
      if (version > row.version) throw refuse('BEHIND', { version: row.version })
    })
    return stream(follower, signal, await read(), read, core.log)
  } catch (error) {
    follower.close()
    throw error
  }
}

/** What changed at the desk; begins with `hello`. */
export function followDesk(
  core: Core,
  signal: AbortSignal | undefined,
): AsyncIteratorClass<DeskNews, void, void> {
  const follower = core.hub.followDesk()
  const read = async (): Promise<Batch<DeskNews>> => ({
    news: follower.takeTopics().map((kind) => ({ kind })),
    isMore: false,
    isLast: false,
  })
  return stream<DeskNews>(
    follower,
    signal,
    { news: [{ kind: 'hello' }], isMore: false, isLast: false },
    read,
    core.log,
  )
}
