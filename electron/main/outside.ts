import { APP_ORIGIN } from '../../shared/contract/shell.ts'

const LONGEST = 8000

/** What the system may be asked to open: the web and letters. Programs, files and other schemes are not. */
const OPENED = new Set(['http:', 'https:', 'mailto:'])

/** The address as it may be handed to the system, written out; null where it may not. */
export function addressToOpen(address: string): string | null {
  if (address.length > LONGEST || !URL.canParse(address)) return null
  const { protocol, hostname, href } = new URL(address)
  if (!OPENED.has(protocol)) return null
  return protocol !== 'mailto:' && hostname === '' ? null : href
}

/** What a window may load at all: our page, what it made itself, and the developer tools. Nothing remote. */
export function isLoadable(address: string): boolean {
  return [`${APP_ORIGIN}/`, `blob:${APP_ORIGIN}/`, 'devtools://'].some((start) => address.startsWith(start))
}
