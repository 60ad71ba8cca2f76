import type { Blobs } from '../store/files.ts'
import type { SearchIndex } from '../store/search.ts'
import type { Store } from '../store/transaction.ts'
import type { Authorship } from './authorship.ts'
import type { Copying } from './copying.ts'
import type { Documents } from './documents.ts'
import type { Hub } from './hub.ts'
import type { ReadCache } from './read-cache.ts'
import type { Lately } from './striking/lately.ts'
import type { Tending } from './tending.ts'

/** What the handlers share. */
export interface Core {
  readonly folder: string
  /** Another one whenever the desk was taken back to a backup. */
  readonly life: string
  readonly store: Store
  readonly blobs: Blobs
  readonly search: SearchIndex
  readonly documents: Documents
  readonly authorship: Authorship
  readonly hub: Hub
  readonly readCache: ReadCache
  readonly tending: Tending
  readonly lately: Lately
  readonly copying: Copying
  /** The desk's clock; every time that is stored comes from it. */
  readonly now: () => number
  /** Has the desk closed and opened anew by whoever runs it, soon; null where nobody would. */
  readonly reopen: (() => void) | null
  readonly log: (line: string) => void
}
