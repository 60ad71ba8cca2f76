import type { ComponentType } from 'react'
import type { LinkState, MadeAnswers } from './made/desk.ts'

/** One look of a part. */
export interface GalleryState {
  /** In plain words; unique within its part. */
  readonly name: string
  readonly View: ComponentType
  /** Takes the whole window: dialogs, menus that hang open, screens. Others stand beside each other. */
  readonly isWhole?: true
  /** So high is the window, where its own height would leave something out of sight; only where it takes all of it. */
  readonly heightPx?: number
  /** What the made desk answers here instead of what it answers everywhere. */
  readonly answers?: MadeAnswers
  /** How the made desk is connected; open where it does not say. */
  readonly linkState?: LinkState
  /** Puts the window's stores as the state wants them; only where it takes the whole window. */
  readonly before?: () => void
  /** What a person does to bring the state about, once it is drawn; only where it takes the whole window. */
  readonly play?: (place: HTMLElement) => void | Promise<void>
}

/** A part of the window and every state that it can be in. Found wherever a file ends in `.gallery.tsx`. */
export interface GalleryPart {
  readonly title: string
  readonly states: readonly GalleryState[]
}

/** A name as it stands in an address: "Nothing found" is "nothing-found". */
export function addressOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
}
