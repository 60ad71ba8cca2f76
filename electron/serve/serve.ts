import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { assert } from '../../shared/lib/assert.ts'
import { personIdSchema } from '../../shared/model/ids.ts'
import type { Desk } from '../desk/desk.ts'
import { giveBlob, takeBlob } from './blob.ts'
import { addressOf, cookieOf, type Door, hasKey, judge, makeDoor, newKey } from './door.ts'
import { newNonce, pagePolicy, securityHeaders } from './headers.ts'
import { listPage, type Page, readIndex } from './page.ts'
import { openSockets } from './sockets.ts'

export interface Serving {
  /** Where the window opens, key and all. */
  url: string
  port: number
  /** Hangs up on every window and answers nothing more; whoever gets the server answers from now on. */
  release(): Server
  /** Hangs up on everybody and frees the port; the desk stays open. */
  close(): Promise<void>
}

export interface ServeOptions {
  /** 0 takes a free one. */
  port: number
  /** One that listens already, in place of `port`. */
  server?: Server
  /** The built page; null serves the contract and the files alone. */
  pageFolder: string | null
  /** Keeps windows that are open through a restart; a new one where it is left out. */
  key?: string
  log?: (line: string) => void
}

/**
 * The desk on 127.0.0.1, for a plain browser: the page at `/`, the contract by WebSocket at `/rpc?person=ID`
 * (left out: nobody), files by `PUT /blob` and `GET /blob/HASH`. Nothing is answered without the key.
 *
 * @throws the system's error, such as EADDRINUSE, where the port cannot be had
 */
export async function serveDesk(
  desk: Pick<Desk, 'router' | 'blobs'>,
  options: ServeOptions,
): Promise<Serving> {
  const log = options.log ?? (() => {})
  const page: Page = options.pageFolder ? await listPage(options.pageFolder) : new Map()
  const server = options.server ?? createServer()
  const port = options.server ? portOf(server) : await listen(server, options.port)
  const door = makeDoor(port, options.key ?? newKey())
  const always = securityHeaders(door.origin)
  const sockets = openSockets(desk)

  const hear = (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
    answer(desk, door, page, request, response).catch((error: unknown) => {
      // A peer that went away in the middle is no defect.
      if (request.destroyed || response.destroyed) return
      log(`${request.method} failed: ${error instanceof Error ? error.stack : String(error)}`)
      if (response.headersSent) response.destroy()
      else say(response, 500, 'Stet could not do this.')
    })
  }
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const address = addressOf(door, request)
    const verdict = address && judge(door, request, address, true)
    if (!address || !verdict) return hangUp(socket, 400)
    if (!verdict.isIn) return hangUp(socket, verdict.status)
    if (address.pathname !== '/rpc') return hangUp(socket, 404)
    const person = personIdSchema.nullable().safeParse(address.searchParams.get('person'))
    if (!person.success) return hangUp(socket, 400)
    sockets.accept(request, socket, head, person.data)
  }
  // Whoever answered at a server that was handed over answers no more.
  server.removeAllListeners('request')
  server.on('request', hear)
  server.on('upgrade', upgrade)

  return {
    url: `${door.origin}/?key=${door.key}`,
    port,
    release() {
      sockets.close()
      server.off('request', hear)
      server.off('upgrade', upgrade)
      return server
    },
    async close() {
      sockets.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      // What is under way may end, for a moment.
      setTimeout(() => server.closeAllConnections(), 500).unref()
      await closed
    },
  }
}

/** @returns the port that it was given */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve(portOf(server))
    })
  })
}

export function portOf(server: Server): number {
  const address = server.address()
  assert(typeof address === 'object' && address, 'a listening server has an address')
  return address.port
}

async function answer(
  desk: Pick<Desk, 'blobs'>,
  door: Door,
  page: Page,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method } = request
  const address = addressOf(door, request)
  if (!address) return say(response, 400, 'That is no address.')
  const isReading = method === 'GET' || method === 'HEAD'
  const verdict = judge(door, request, address, !isReading)
  if (!verdict.isIn) return say(response, verdict.status, verdict.reason)

  const path = address.pathname
  if (path === '/blob') {
    if (method !== 'PUT') return refuseMethod(response, 'PUT')
    return takeBlob(desk.blobs, request, response)
  }
  if (!isReading) return refuseMethod(response, 'GET, HEAD')
  if (path.startsWith('/blob/')) return giveBlob(desk.blobs, request, response, path.slice('/blob/'.length))

  const file = page.get(path)
  if (!file) return say(response, 404, 'There is nothing here.')
  if (hasKey(door, address)) response.setHeader('Set-Cookie', cookieOf(door))
  response.setHeader('Content-Type', file.mediaType)
  if (method === 'HEAD') response.end()
  else if (file.isIndex) {
    const nonce = newNonce()
    response.setHeader('Content-Security-Policy', pagePolicy(door.origin, nonce))
    response.end(await readIndex(file, nonce))
  } else await pipeline(createReadStream(file.path), response)
}

function say(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

function refuseMethod(response: ServerResponse, allowed: string) {
  response.setHeader('Allow', allowed)
  say(response, 405, 'That cannot be done here.')
}

function hangUp(socket: Duplex, status: number) {
  socket.on('error', () => {})
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
