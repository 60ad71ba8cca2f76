import type { Page } from '@playwright/test'
import type { MenuEntry, WindowState } from '../../stand-in/commands.ts'
import type { DialogKind, ShownDialog } from '../../stand-in/dialog.ts'
import type { Opened } from '../../stand-in/system.ts'
import type { Shell } from './shell.ts'

/** What only an application with windows of its own has: on the stand-in, and in Electron itself. */
export interface ElectronShell extends Shell {
  menu(): Promise<MenuEntry[]>
  /** By what is read on the way: `clickMenu('File', 'New window')`. */
  clickMenu(...path: string[]): Promise<void>
  /** Answers the dialog of this kind that stands open, else the next one. */
  answer(kind: DialogKind, answer: unknown): Promise<void>
  /** Every dialog that was shown, the first one first. */
  dialogs(): Promise<readonly ShownDialog[]>
  /** What was handed to the system to open. */
  opened(): Promise<readonly Opened[]>
  windows(): Promise<WindowState[]>
  /** By the button in the window's corner; settles when it is asked, not when it is closed. */
  closeWindow(page: Page): Promise<void>
  /** The desk's process; undefined while there is none. */
  deskPid(): Promise<number | undefined>
  /** As by the menu or the system. */
  quit(): Promise<void>
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
  /** What it wrote to its standard output and error. */
  said(): string
  /** Starts the same app on the same desk again, with these words; settles when that process has ended. */
  startAgain(...words: string[]): Promise<{ code: number | null; said: string }>
}
