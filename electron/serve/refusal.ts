import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { DeskCopy } from '../../shared/model/copy.ts'
import type { WindowLanguage } from '../../shared/model/window-language.ts'
import type { DeskRefused } from '../desk/refused.ts'
import { addressOf, cookieOf, hasKey, judge, makeDoor, newKey } from './door.ts'
import { securityHeaders } from './headers.ts'
import type { Page } from './page.ts'
import { plainType } from './plain-type.ts'
import { confirmPage, isRestorable, languageOf, REFUSAL_POLICY, refusalPage } from './refusal-page.ts'
import { listen, portOf, type Serving } from './serve.ts'

/** A form of ours names one backup. */
const FORM_LIMIT_BYTES = 4096

export interface RefusalOptions {
  port: number
  key?: string
  /** One that listens already, in place of `port`. */
  server?: Server
  /** Whose faces the page is set in; left out where it was not built. */
  page?: Page | undefined
  copies(): Promise<DeskCopy[]>
  /**
   * Opens the desk, from the backup of that name where one is named; settles once it is open or refused again.
   * From then on somebody else answers at this address.
   *
   * @throws Error with the reason where the backup cannot take the desk's place; then nothing changed
   */
  open(copyName: string | null): Promise<void>
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > FORM_LIMIT_BYTES) return null
  }
  return new URLSearchParams(text)
}

/** Instead of a desk that cannot be opened, says why, and opens a backup; in the window, where the person looks. */
export async function serveRefusal(
  refused: DeskRefused,
  folder: string,
  options: RefusalOptions,
): Promise<Serving> {
  const server = options.server ?? createServer()
  const port = options.server ? portOf(server) : await listen(server, options.port)
  const door = makeDoor(port, options.key ?? newKey())
  const headers = {
    ...securityHeaders(door.origin),
    'Content-Security-Policy': REFUSAL_POLICY,
    // Without a referrer a form names no origin either, and would be refused as another page's.
    'Referrer-Policy': 'same-origin',
  }
  let isOpening = false

  function give(response: ServerResponse, status: number, page: string | undefined) {
    response.writeHead(status, { ...headers, 'Content-Type': 'text/html; charset=utf-8' }).end(page)
  }

  async function open(
    response: ServerResponse,
    copyName: string | null,
    language: WindowLanguage,
  ): Promise<void> {
    isOpening = true
    try {
      await options.open(copyName)
      response.writeHead(303, { ...headers, Location: '/' }).end()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      give(response, 409, refusalPage(refused, folder, await options.copies(), reason, language))
    } finally {
      isOpening = false
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = addressOf(door, request)
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    const isIn = address !== null && judge(door, request, address, !isReading).isIn
    if (!isIn || !(isReading || request.method === 'POST')) {
      response.writeHead(403, headers).end()
      return
    }
    if (hasKey(door, address)) response.setHeader('Set-Cookie', cookieOf(door))
    const { pathname: path } = address
    const face = options.page && isReading ? plainType(options.page, path) : null
    if (face) {
      response.writeHead(200, { ...headers, 'Content-Type': face.mediaType })
      response.end(request.method === 'HEAD' ? undefined : await readFile(face.path))
      return
    }
    const language = languageOf(request.headers['accept-language'])
    if (request.method === 'POST') {
      const form = await readForm(request)
      if (isOpening || !form) return give(response, 409, undefined)
      if (path === '/again') return await open(response, null, language)
      const name = form.get('name')
      if (path !== '/restore' || !name || !isRestorable(refused.code)) return give(response, 404, undefined)
      return await open(response, name, language)
    }
    const copies = await options.copies()
    const asked = path === '/restore' && copies.find((copy) => copy.name === address.searchParams.get('name'))
    const page = asked
      ? confirmPage(asked, folder, language)
      : refusalPage(refused, folder, copies, null, language)
    const status = path === '/' || asked ? 200 : 503
    give(response, status, request.method === 'HEAD' ? undefined : page)
  }

  const hear = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else give(response, 500, undefined)
    })
  }
  server.removeAllListeners('request')
  server.on('request', hear)
  return {
    url: `${door.origin}/?key=${door.key}`,
    port,
    release() {
      server.off('request', hear)
      return server
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      return closed
    },
  }
}
