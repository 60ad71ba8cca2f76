import { exhaustive } from '../../shared/lib/assert.ts'
import type {
  Block,
  BlockMarks,
  ChangedBlock,
  MarkedBlocks,
  SentFinding,
} from '../../shared/mark/marked-blocks.ts'
import type { FirstPassSettings } from '../../shared/mark/settings.ts'

/** What the window tells the thread that reads; each is answered by `marks` up to a last, in order. */
export type ToWorker =
  | {
      readonly kind: 'begin'
      readonly language: string
      readonly settings: FirstPassSettings
      readonly blocks: readonly Block[]
    }
  /** Blocks of the story were replaced by others. */
  | {
      readonly kind: 'change'
      readonly from: number
      readonly removed: number
      readonly blocks: readonly ChangedBlock[]
    }
  /** The desk wants something else of the same story. */
  | { readonly kind: 'judge'; readonly settings: FirstPassSettings }

export type FromWorker =
  /** It broke off, and what it knew of the story is not to be trusted. */
  | { readonly kind: 'failed' }
  /** How many passages of a story that was begun are read. */
  | { readonly kind: 'progress'; readonly read: number; readonly all: number }
  /** The blocks of which something else is proposed than before; many are told in parts, so that none takes long to hear. */
  | { readonly kind: 'marks'; readonly blocks: readonly BlockMarks[]; readonly isLast: boolean }
  /** What does not fit together in the story as so many messages have told it; comes when none has come for a while. */
  | { readonly kind: 'findings'; readonly findings: readonly SentFinding[]; readonly heard: number }

/** Has a story be what a message says. */
export function takeIn(story: MarkedBlocks, message: ToWorker): void {
  switch (message.kind) {
    case 'begin':
      story.begin(message.language, message.settings, message.blocks)
      return
    case 'change':
      story.change(message.from, message.removed, message.blocks)
      return
    case 'judge':
      story.judge(message.settings)
      return
    default:
      exhaustive(message)
  }
}
