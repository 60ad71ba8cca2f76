import type { Blobs } from '../store/files.ts'
import type { SearchIndex } from '../store/search.ts'
import type { Store } from '../store/transaction.ts'
import type { Documents } from './documents.ts'
import type { Hub } from './hub.ts'
import type { Lately } from './striking/lately.ts'
import type { Tending } from './tending.ts'

/** What the handlers share. */
export interface Core {
  readonly folder: string
  readonly store: Store
  readonly blobs: Blobs
  readonly search: SearchIndex
  readonly documents: Documents
  readonly hub: Hub
  readonly tending: Tending
  readonly lately: Lately
  /** The desk's clock; every time that is stored comes from it. */
  readonly now: () => number
  readonly log: (line: string) => void
}
