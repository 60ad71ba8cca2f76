import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { APP_ORIGIN, APP_SCHEME } from '../../shared/contract/shell.ts'
import { fileHeaders } from '../serve/blob.ts'
import { securityHeaders } from '../serve/headers.ts'
import { BLOB_LIMIT_BYTES } from '../serve/limits.ts'
import type { Page } from '../serve/page.ts'
import { REFUSAL_POLICY, refusalPage } from '../serve/refusal.ts'
import type { DeskProcess } from './desk-process.ts'

/** Before the app is ready: the page's scheme behaves like https. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** Answers the page's scheme with the built page's files and the desk's, and with nothing else. */
export function handleScheme(page: Page, desk: DeskProcess, folder: string): void {
  const always = securityHeaders(APP_ORIGIN)
  const respond = (
    status: number,
    body: string | Uint8Array<ArrayBuffer> | null,
    headers: Record<string, string> = {},
  ) => new Response(body, { status, headers: { ...always, ...headers } })

  async function give(hash: string): Promise<Response> {
    const answer = await desk.files()?.get(hash)
    if (answer?.kind === 'found') {
      return respond(200, new Uint8Array(answer.bytes), { ...fileHeaders(answer.mediaType) })
    }
    return respond(answer?.kind === 'missing' ? 404 : 503, null)
  }

  async function take(request: Request): Promise<Response> {
    const bytes = await collect(request.body, BLOB_LIMIT_BYTES)
    if (typeof bytes === 'number') {
      return respond(413, JSON.stringify({ sizeBytes: bytes, limitBytes: BLOB_LIMIT_BYTES }))
    }
    const answer = await desk.files()?.put(bytes)
    if (answer?.kind === 'stored') {
      return respond(200, JSON.stringify({ hash: answer.hash, sizeBytes: answer.sizeBytes }))
    }
    return respond(503, null)
  }

  async function givePage(path: string): Promise<Response> {
    const refusal = desk.refusal()
    if (refusal && path === '/') {
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': REFUSAL_POLICY,
      }
      return respond(200, refusalPage(refusal, folder), headers)
    }
    const file = page.get(path)
    if (!file) return respond(404, null)
    return respond(200, new Uint8Array(await readFile(file.path)), { 'Content-Type': file.mediaType })
  }

  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return respond(404, null)
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    if (url.pathname === '/blob') return request.method === 'PUT' ? await take(request) : respond(405, null)
    if (!isReading) return respond(405, null)
    if (url.pathname.startsWith('/blob/')) return await give(url.pathname.slice('/blob/'.length))
    return await givePage(url.pathname)
  })
}

/** All bytes of a body, or how many had come when there were more than `limitBytes`. */
async function collect(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<Uint8Array | number> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of body ?? []) {
    sizeBytes += chunk.byteLength
    if (sizeBytes > limitBytes) return sizeBytes
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
