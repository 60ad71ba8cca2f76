import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What a request must show to be let in. */
export interface Door {
  /** "127.0.0.1:PORT": a name that resolves here (DNS rebinding) is not it. */
  readonly host: string
  readonly origin: string
  readonly key: string
  readonly cookieName: string
}

export type Verdict = { isIn: true } | { isIn: false; status: 400 | 403; reason: string }

/** 256 bits, safe in an address. */
export function newKey(): string {
  return randomBytes(32).toString('base64url')
}

export function makeDoor(port: number, key: string): Door {
  const host = `127.0.0.1:${port}`
  // Cookies know no ports: two desks on one machine would take each other's.
  return { host, origin: `http://${host}`, key, cookieName: `stet-${port}` }
}

/** Not readable by scripts, never sent along from another site; gone with the browser. */
export function cookieOf(door: Door): string {
  return `${door.cookieName}=${door.key}; Path=/; HttpOnly; SameSite=Strict`
}

/** @returns the address, or null where the request's target is no path of ours (as of a proxy) */
export function addressOf(door: Door, request: IncomingMessage): URL | null {
  const target = request.url ?? ''
  if (!target.startsWith('/') || target.startsWith('//')) return null
  return URL.parse(target, door.origin)
}

/** Takes as long for a nearly right key as for a wrong one. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}

/** Whether the address carries the key. */
export function hasKey(door: Door, address: URL): boolean {
  const given = address.searchParams.get('key')
  return given !== null && isSame(given, door.key)
}

function hasCookie(door: Door, request: IncomingMessage): boolean {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const own = pairs.filter((pair) => pair.startsWith(`${door.cookieName}=`))
  return own.some((pair) => isSame(pair.slice(door.cookieName.length + 1), door.key))
}

/**
 * Judges every request alike, a WebSocket's too. What changes anything must name its origin; what only reads
 * must not name a wrong one.
 */
export function judge(door: Door, request: IncomingMessage, address: URL, isChange: boolean): Verdict {
  const { headers } = request
  const refuse = (reason: string): Verdict => ({ isIn: false, status: 403, reason })
  if (headers.host !== door.host)
    return refuse('Stet answers at the address that it printed, and at no other.')
  if (headers.origin === undefined ? isChange : headers.origin !== door.origin) {
    return refuse('This came from another page.')
  }
  const from = headers['sec-fetch-site']
  const isOwn = from === undefined || from === 'same-origin' || from === 'none'
  // A link in a letter or another page may open the window; nothing else may be asked for from there.
  const isOpening = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  if (!isOwn && !(isOpening && address.pathname === '/' && !isChange)) {
    return refuse('This came from another page.')
  }
  if (!hasKey(door, address) && !hasCookie(door, request)) {
    return refuse('Open Stet by the whole address that it printed when it started, key and all.')
  }
  return { isIn: true }
}
