import type { Page } from '@playwright/test'

export const SHELLS = ['browser', 'stand-in', 'electron'] as const
export type ShellName = (typeof SHELLS)[number]

/** A file as the person got it on their disk. */
export interface SavedFile {
  name: string
  bytes: Buffer
}

/** Stet, started on a folder of its own, with one window open: what a spec needs of any shell. */
export interface Shell {
  readonly folder: string
  /** The first window. */
  readonly page: Page
  /** One more window on the same desk. */
  open(): Promise<Page>
  /** SIGKILL to the desk's process: nothing is said to anybody, as when the plug is pulled. It stays away. */
  kill(): Promise<void>
  /** The desk comes back. */
  restart(): Promise<void>
  /** What a person gets who does this and agrees to save the file. */
  save(page: Page, act: () => Promise<void>): Promise<SavedFile>
  /** Ends it gently and takes its folder away. */
  stop(): Promise<void>
}

export interface ShellOptions {
  /** A folder that is there, and stays; else one of its own. */
  folder?: string
}
