import { resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { doubtfulStories } from '../store/clearings.ts'
import { type Blobs, openBlobs } from '../store/files.ts'
import { refusalOf } from '../store/inspect.ts'
import { openStore } from '../store/open.ts'
import { databasePath } from '../store/paths.ts'
import { deleteAnswersBefore } from '../store/requests.ts'
import { searchIndex } from '../store/search.ts'
import { readLife } from '../store/settings.ts'
import type { Store } from '../store/transaction.ts'
import type { Caller } from './act.ts'
import { openAuthorship } from './authorship.ts'
import { openCopying } from './copying.ts'
import type { Core } from './core.ts'
import { type Documents, openDocuments } from './documents.ts'
import { claimHandlers } from './handlers/claims.ts'
import { deskHandlers } from './handlers/desk.ts'
import { firstPassHandlers } from './handlers/first-pass.ts'
import { fixHandlers } from './handlers/fixes.ts'
import { gateHandlers } from './handlers/gate.ts'
import { peopleHandlers } from './handlers/people.ts'
import { queryHandlers } from './handlers/queries.ts'
import { sourceHandlers } from './handlers/sources.ts'
import { storyHandlers } from './handlers/stories.ts'
import { strikingHandlers } from './handlers/striking.ts'
import { transferHandlers } from './handlers/transfer.ts'
import { openHub } from './hub.ts'
import { makeImplementer } from './implementer.ts'
import { openReadCache } from './read-cache.ts'
import { countUnreadOlder } from './reading.ts'
import { recountOlder } from './recount.ts'
import { rescueGone } from './restoring.ts'
import { openSample } from './sample.ts'
import { steadyClock } from './steady-clock.ts'
import { openLately } from './striking/lately.ts'
import { openStrikings, type Strikings } from './striking/strike.ts'
import { openTending } from './tending.ts'

export type { Caller } from './act.ts'

/** Documents kept in memory; a story of 100,000 words takes some 30 MB. */
const openStories = 24

/** How often it is looked whether the database's file is still there; each write looks too. */
const lookBeneathMs = 2000

/** Started by these it is open for the day, and not for one command. */
const windowVias: ReadonlySet<string> = new Set(['browser', 'window'])

/** A window that was cut off sends its requests again for this long and still gets their first answers. */
const answersKeptMs = 30 * 24 * 60 * 60 * 1000

export interface DeskOptions {
  readonly folder: string
  /** How this process was started, for whoever finds the folder held by it. */
  readonly via?: string
  readonly now?: () => number
  readonly log?: (line: string) => void
  /** Closes the desk and opens it anew, for a backup that is to take its place. */
  readonly reopen?: () => void
}

export interface Desk {
  /** Absolute. */
  readonly folder: string
  readonly router: ReturnType<typeof makeRouter>
  /** The same procedures in this process. */
  client(caller: Caller): DeskClient
  readonly blobs: Blobs
  /** How many streams are open. */
  followers(): number
  /** Ends every stream, does what was put off, and lets go of the folder. Calling it again does nothing. */
  close(): Promise<void>
}

function makeRouter(core: Core, strikings: Strikings, client: (caller: Caller) => DeskClient) {
  const os = makeImplementer(core.log)
  return os.router({
    desk: deskHandlers(os.desk, core, openSample(core, client)),
    people: peopleHandlers(os.people, core),
    stories: storyHandlers(os.stories, core),
    claims: claimHandlers(os.claims, core),
    queries: queryHandlers(os.queries, core),
    fixes: fixHandlers(os.fixes, core),
    firstPass: firstPassHandlers(os.firstPass, core),
    gate: gateHandlers(os.gate, core),
    sources: sourceHandlers(os.sources, core),
    transfer: transferHandlers(os.transfer, core),
    striking: strikingHandlers(os.striking, strikings),
  })
}

/**
 * Opens the desk that owns `folder`, making it where there is none.
 *
 * @throws DeskRefused where the folder cannot be opened as a desk
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { now = Date.now, via = 'desk' } = options
  const folder = resolve(options.folder)
  const store = await openStore(folder, { now, holder: { via } })
  try {
    return await makeDesk(store, folder, options)
  } catch (error) {
    await store.close()
    // What reading the database through does not find.
    throw refusalOf(databasePath(folder), error)
  }
}

/** The desk over a store that is open; closing it closes the store. */
export async function makeDesk(
  store: Store,
  folder: string,
  { via, now: clock = Date.now, log = () => {}, reopen }: Omit<DeskOptions, 'folder'> = {},
): Promise<Desk> {
  const now = steadyClock(clock)
  const hub = openHub()
  const blobs = openBlobs(folder)
  const tending = openTending({ store, search: searchIndex, documents: () => documents, hub, now, log })
  const documents: Documents = openDocuments(openStories, (storyId) => tending.later(storyId))
  const lately = openLately()
  const copying = openCopying({ folder, store, now, log })
  const core: Core = {
    folder,
    life: await store.transaction(readLife),
    store,
    blobs,
    search: searchIndex,
    documents,
    authorship: openAuthorship(),
    hub,
    readCache: openReadCache(openStories),
    tending,
    lately,
    copying,
    now,
    reopen: reopen ?? null,
    log,
  }
  const strikings = openStrikings(core)
  const router = makeRouter(core, strikings, client)
  await store.transaction((tx) => deleteAnswersBefore(tx, now() - answersKeptMs))
  try {
    await strikings.resume()
  } catch (error) {
    // It stays noted, `verify` tells of it, and whoever opens the desk next tries again.
    log(`a striking could not be brought to its end: ${error instanceof Error ? error.name : 'failed'}`)
  }
  await countUnreadOlder(core)
  await recountOlder(store)
  for (const storyId of await store.transaction(doubtfulStories)) tending.later(storyId)
  if (via !== undefined && windowVias.has(via)) copying.keepDaily()
  else if (via === 'commandLine') copying.keepToday()
  let closing: Promise<void> | null = null
  const looking = setInterval(() => store.look(), lookBeneathMs).unref()
  void store.gone.then((error) => rescueGone(core, error))

  function client(caller: Caller): DeskClient {
    return createRouterClient(router, { context: caller })
  }

  return {
    folder,
    router,
    client,
    blobs,
    followers: () => hub.followers(),
    close() {
      closing ??= (async () => {
        clearInterval(looking)
        hub.close()
        await tending.close()
        await copying.close()
        await store.close()
      })()
      return closing
    },
  }
}
