import { resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { type Blobs, openBlobs } from '../store/files.ts'
import { openStore } from '../store/open.ts'
import { deleteAnswersBefore } from '../store/requests.ts'
import { searchIndex } from '../store/search.ts'
import type { Store } from '../store/transaction.ts'
import type { Caller } from './act.ts'
import type { Core } from './core.ts'
import { type Documents, openDocuments } from './documents.ts'
import { claimHandlers } from './handlers/claims.ts'
import { deskHandlers } from './handlers/desk.ts'
import { peopleHandlers } from './handlers/people.ts'
import { sourceHandlers } from './handlers/sources.ts'
import { storyHandlers } from './handlers/stories.ts'
import { strikingHandlers } from './handlers/striking.ts'
import { transferHandlers } from './handlers/transfer.ts'
import { openHub } from './hub.ts'
import { makeImplementer } from './implementer.ts'
import { openSample } from './sample.ts'
import { openLately } from './striking/lately.ts'
import { openStrikings, type Strikings } from './striking/strike.ts'
import { openTending } from './tending.ts'

export type { Caller } from './act.ts'

/** Documents kept in memory; a story of 100,000 words takes some 30 MB. */
const openStories = 24

/** A window that was cut off sends its requests again for this long and still gets their first answers. */
const answersKeptMs = 30 * 24 * 60 * 60 * 1000

export interface DeskOptions {
  readonly folder: string
  /** How this process was started, for whoever finds the folder held by it. */
  readonly via?: string
  readonly now?: () => number
  readonly log?: (line: string) => void
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
    throw error
  }
}

/** The desk over a store that is open; closing it closes the store. */
export async function makeDesk(
  store: Store,
  folder: string,
  { now = Date.now, log = () => {} }: Pick<DeskOptions, 'now' | 'log'> = {},
): Promise<Desk> {
  const hub = openHub()
  const blobs = openBlobs(folder)
  const tending = openTending({ store, search: searchIndex, documents: () => documents, hub, log })
  const documents: Documents = openDocuments(openStories, (storyId) => tending.later(storyId))
  const lately = openLately()
  const core: Core = { folder, store, blobs, search: searchIndex, documents, hub, tending, lately, now, log }
  const strikings = openStrikings(core)
  const router = makeRouter(core, strikings, client)
  await store.transaction((tx) => deleteAnswersBefore(tx, now() - answersKeptMs))
  try {
    await strikings.resume()
  } catch (error) {
    // It stays noted, `verify` tells of it, and whoever opens the desk next tries again.
    log(`a striking could not be brought to its end: ${error instanceof Error ? error.name : 'failed'}`)
  }
  let closing: Promise<void> | null = null

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
        hub.close()
        await tending.close()
        await store.close()
      })()
      return closing
    },
  }
}
