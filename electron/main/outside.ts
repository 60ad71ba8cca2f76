import { APP_ORIGIN } from '../../shared/contract/shell.ts'

const LONGEST = 8000

/** What the system may be asked to open: the web and letters. Programs, files and other schemes are not. */
const OPENED = new Set(['http:', 'https:', 'mailto:'])

/** The address as it may be handed to the system, written out; null where it may not. */
export function addressToOpen(address: string): string | null {
  if (address.length > LONGEST || !URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  return OPENED.has(protocol) ? href : null
}

/** Where a window shows a page of ours: the app, and what it says of a desk that is not to be had. */
const PAGES = new Set(['/', '/again', '/restore'])

/** Whether a window may go there: never to one of the desk's files, and nowhere else. */
export function isOwnPage(address: string): boolean {
  if (!address.startsWith(`${APP_ORIGIN}/`) || !URL.canParse(address)) return false
  return PAGES.has(new URL(address).pathname)
}

/** What a window may load at all: our page, what it made itself, and the developer tools. Nothing remote. */
export function isLoadable(address: string): boolean {
  return [`${APP_ORIGIN}/`, `blob:${APP_ORIGIN}/`, 'devtools://'].some((start) => address.startsWith(start))
}
