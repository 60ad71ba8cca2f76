import type { Editor } from '@tiptap/core'
import type { DeskClient } from '../../shared/contract/contract.ts'
import type { BackupDetails } from '../../shared/model/backup.ts'
import type { Claim, ClaimKind, Speaker, Status } from '../../shared/model/claim.ts'
import type { BackupId, ClaimId, FileHash, PersonId, SourceId, StoryId } from '../../shared/model/ids.ts'
import type { Story } from '../../shared/model/story.ts'

/** What a session needs of the window's link to the desk. */
export interface SessionLink {
  readonly client: DeskClient
  state(): 'connecting' | 'open' | 'closed'
  subscribe(listener: () => void): () => void
  blobUrl(hash: FileHash): string
}

export type SaveState = { kind: 'saved' } | { kind: 'saving' } | { kind: 'notSaved'; reason: string }

/** What views show of an open story; a new object whenever anything in it changed. */
export interface SessionState {
  readonly story: Story
  readonly save: SaveState
  readonly wordCount: number
  /** Not the withdrawn. Words and presence follow the editor at once, before the desk has answered. */
  readonly claims: ReadonlyMap<ClaimId, Claim>
  /** In the text's order; removed ones last, by number. */
  readonly order: readonly ClaimId[]
  /** Shown in the panel and highlighted in the galley. */
  readonly openClaimId: ClaimId | null
  /** Why the last tagging was refused, for the status line. */
  readonly tagNotice: string | null
  /** The story was taken away at the desk. */
  readonly isGone: boolean
}

export type FormatCommand =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'superscript'
  | 'subscript'
  | 'bulletList'
  | 'orderedList'
  | 'blockquote'
  | 'pullQuote'
  | 'crosshead1'
  | 'crosshead2'
  | 'paragraph'
  | 'rule'
  | 'editorsNote'
  | 'undo'
  | 'redo'

/** One open story: its text, its claims, and the way to the desk and back. */
export interface StorySession {
  readonly storyId: StoryId
  /** The text itself; the galley mounts it. */
  readonly editor: Editor
  readonly link: SessionLink
  getState(): SessionState
  subscribe(listener: () => void): () => void
  openClaim(id: ClaimId | null, options?: { scroll?: boolean; focus?: boolean }): void

  /** Tags the selection, else the quote or sentence at the caret; called again it widens. */
  tagAtCaret(kind?: ClaimKind): void
  narrowTag(): void
  untag(id: ClaimId): void
  /** Puts the claim on the selection instead. */
  changeSpan(id: ClaimId): void
  /** Puts a removed claim on the selection. */
  putBack(id: ClaimId): void
  /** The first in the text stays, over the words of all. */
  merge(ids: readonly ClaimId[]): Promise<void>
  /** At the caret, or the selection from the rest. */
  split(id: ClaimId): void
  toggleMarks(): void
  marksHidden(): boolean
  format(command: FormatCommand): void
  /** Links the selection, or with null unlinks it. @returns false where the address or the place is unfit */
  setLink(href: string | null): boolean
  openFind(): void

  /** Sends the words seen now; rejects with the desk's refusal. */
  settle(id: ClaimId, status: Status, note?: string): Promise<void>
  takeBack(): Promise<void>
  setKind(id: ClaimId, kind: ClaimKind): Promise<void>
  setSpeaker(id: ClaimId, speaker: Speaker | null): Promise<void>
  assign(id: ClaimId, personId: PersonId | null): Promise<void>
  setNote(id: ClaimId, note: string): Promise<void>
  setLegal(id: ClaimId, isLegal: boolean): Promise<void>
  attach(id: ClaimId, sourceId: SourceId, details: BackupDetails): Promise<void>
  changeBackup(backupId: BackupId, details: BackupDetails): Promise<void>
  removeBackup(backupId: BackupId): Promise<void>

  /** Waits for unsent steps while the link is open, then lets go. */
  close(): Promise<void>
  hasUnsaved(): boolean
}

export async function openSession(_link: SessionLink, storyId: StoryId): Promise<StorySession> {
  throw new Error(`the session of ${storyId} cannot be opened yet`)
}
