import type { ChosenFile, SaveAnswer, WindowReport } from './shell-messages.ts'

/** What Electron's preload exposes to the window as `window.stet`, and all of it. */
export interface Shell {
  /** Asks for a port to the desk; it arrives as a message to the window, marked with the same `ticket`. */
  connect(ticket: string, personId: string | null): void
  /**
   * From now on the window does what the main process asks; what was asked before comes first. The asks are
   * checked by `windowAskSchema`. Calling it again puts another listener in the place of the last.
   */
  listen(hear: (ask: unknown) => void): void
  /** How the window stands, whenever that changed. */
  report(report: WindowReport): void
  /** Answers the ask `save` that had this ticket. */
  answerSave(ticket: string, answer: SaveAnswer): void
  /** The system's own dialog; the chosen files are at the desk when it answers. Checked by `chosenFilesSchema`. */
  chooseFiles(): Promise<ChosenFile[]>
  /** Drags a file of the desk out of the window, as a copy under this name. */
  dragOut(hash: string, name: string): void
  /** Opens a copy of a file of the desk in the program that the system opens such files with. */
  openCopy(hash: string, name: string): void
}

/** The `kind` of the message that brings a port to the window. */
export const PORT_MESSAGE = 'stet:port'

/** Preload to main: `(ticket, personId)`. */
export const CONNECT_CHANNEL = 'desk:connect'

/** Main to preload: `(ticket)`, with the port; without one where there is no desk. */
export const PORT_CHANNEL = 'desk:port'

/** Preload to main: what the window says of itself and wants. */
export const REPORT_CHANNEL = 'window:report'
export const LISTEN_CHANNEL = 'window:listen'
export const SAVE_ANSWER_CHANNEL = 'window:saveAnswer'
export const CHOOSE_CHANNEL = 'files:choose'
export const DRAG_CHANNEL = 'files:drag'
export const OPEN_COPY_CHANNEL = 'files:open'

/** Main to preload: `(ask)`. */
export const ASK_CHANNEL = 'window:ask'

/** The page's own scheme and origin in Electron. */
export const APP_SCHEME = 'stet'
export const APP_ORIGIN = 'stet://app'

/** Stands in the built page where each showing of it gets a nonce for its style elements. */
export const NONCE_PLACEHOLDER = 'STET_STYLE_NONCE'
