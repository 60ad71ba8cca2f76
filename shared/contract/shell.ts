/** What Electron's preload exposes to the window as `window.stet`, and all of it. */
export interface Shell {
  /** Asks for a port to the desk; it arrives as a message to the window, marked with the same `ticket`. */
  connect(ticket: string, personId: string | null): void
}

/** The `kind` of the message that brings a port to the window. */
export const PORT_MESSAGE = 'stet:port'

/** Preload to main: `(ticket, personId)`. */
export const CONNECT_CHANNEL = 'desk:connect'

/** Main to preload: `(ticket)`, with the port. */
export const PORT_CHANNEL = 'desk:port'

/** The page's own scheme and origin in Electron. */
export const APP_SCHEME = 'stet'
export const APP_ORIGIN = 'stet://app'

/** Stands in the built page where each showing of it gets a nonce for its style elements. */
export const NONCE_PLACEHOLDER = 'STET_STYLE_NONCE'
