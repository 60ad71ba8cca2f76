import type { Settling, Status } from '../../shared/model/claim.ts'
import type { GateLine } from '../../shared/model/gate.ts'
import type { ClaimId, SourceId, StoryId } from '../../shared/model/ids.ts'
import type { Receipt } from '../../shared/model/receipt.ts'
import { createStore } from './store.ts'

/** The dialog that stands open; one at a time. */
export type OpenDialog =
  | { kind: 'import' }
  | { kind: 'receipt'; storyId: StoryId; receipt?: Receipt }
  | { kind: 'export'; storyId: StoryId }
  | { kind: 'print' }
  | { kind: 'trail'; storyId: StoryId; claimNumber?: number }
  | { kind: 'slug'; storyId: StoryId; slug: string }
  | { kind: 'language'; storyId: StoryId; language: string }
  | { kind: 'people' }
  | { kind: 'backups' }
  | { kind: 'rules' }
  | { kind: 'firstPassRules' }
  | { kind: 'strike' }
  | { kind: 'deleteStory'; storyId: StoryId; slug: string }
  | { kind: 'windowLanguage' }
  | { kind: 'palette' }
  | { kind: 'keys' }
  | { kind: 'reason'; claimId: ClaimId; number: number }
  | { kind: 'reasonForSeveral'; claimIds: readonly ClaimId[] }
  | {
      kind: 'settledMeanwhile'
      claimId: ClaimId
      number: number
      status: Status
      note: string
      /** The settling that stands; null where it was taken back. */
      settling: Settling | null
    }
  | { kind: 'letPass'; lines: readonly GateLine[] }
  | { kind: 'give'; claimId: ClaimId | null }
  | {
      kind: 'moved'
      claimId: ClaimId
      number: number
      status: Status
      note: string
      seen: string
      now: string
    }

export interface WindowState {
  readonly view: 'story' | 'sources' | 'queries'
  /** What the right panel shows. */
  readonly right: 'claims' | 'gate' | 'firstPass'
  readonly sourceId: SourceId | 'new' | null
  readonly dialog: OpenDialog | null
  /** Which panel is drawn over the page where there is no room beside it. */
  readonly drawer: 'left' | 'right' | null
  /** Panels put away where there would be room for them. */
  readonly hidden: readonly ('left' | 'right')[]
  readonly searchWords: string
  /** The claim whose form for new backup is open. */
  readonly backupFormFor: ClaimId | null
  /** The claim whose form for a new query is open. */
  readonly queryFormFor: ClaimId | null
  /** The claim whose form for a new fix is open. */
  readonly fixFormFor: ClaimId | null
}

export const windowState = createStore<WindowState>({
  view: 'story',
  right: 'claims',
  sourceId: null,
  dialog: null,
  drawer: null,
  hidden: [],
  searchWords: '',
  backupFormFor: null,
  queryFormFor: null,
  fixFormFor: null,
})

export function show(change: Partial<WindowState>): void {
  windowState.set((now) => ({ ...now, ...change }))
}

export function openDialog(dialog: OpenDialog): void {
  show({ dialog })
}

export function closeDialog(): void {
  show({ dialog: null })
}
