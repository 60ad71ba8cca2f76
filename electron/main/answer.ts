import { readFile } from 'node:fs/promises'
import { APP_ORIGIN } from '../../shared/contract/shell.ts'
import { fileHeaders } from '../serve/blob.ts'
import { newNonce, pagePolicy, securityHeaders } from '../serve/headers.ts'
import { BLOB_LIMIT_BYTES } from '../serve/limits.ts'
import { type Page, readIndex } from '../serve/page.ts'
import { plainType } from '../serve/plain-type.ts'
import type { Files } from '../serve/ports.ts'
import { confirmPage, openingPage, REFUSAL_POLICY, refusalPage } from '../serve/refusal-page.ts'
import type { Refusal } from './desk-process.ts'
import { spokenLanguage } from './speech.ts'
import { AGAIN, STOPPED_POLICY, stoppedPage } from './stopped-page.ts'

/** What the page's own scheme answers from, and nothing else. */
export interface Answering {
  readonly page: Page
  /** Absolute; named where the desk cannot be opened. */
  readonly folder: string
  /** null while the desk is not running. */
  files(): Files | null
  refusal(): Refusal | null
  /** Tries again to open it, from that backup where one is named. */
  openRefused(copyName: string | null): Promise<void>
  /** The desk ended too often to be started again by itself. */
  hasStopped(): boolean
  startAgain(): void
}

/** A form of ours names one backup. */
const FORM_LIMIT_BYTES = 4096

const always = securityHeaders(APP_ORIGIN)

function respond(
  status: number,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, { status, headers: { ...always, ...headers } })
}

/**
 * Answers one request to the page's scheme: the built page's files by their listed paths, the desk's by their
 * hash. Never rejects for what is asked; 503 while the desk is away.
 *
 * @param limitBytes of one file that is brought
 */
export async function answerScheme(
  request: Request,
  from: Answering,
  limitBytes = BLOB_LIMIT_BYTES,
): Promise<Response> {
  const url = new URL(request.url)
  if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return respond(404, null)
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (url.pathname === '/blob') {
    return request.method === 'PUT' ? await take(request, from, limitBytes) : respond(405, null)
  }
  if (request.method === 'POST' && from.refusal()) return await openRefused(url.pathname, request, from)
  if (!isReading) return respond(405, null)
  if (url.pathname.startsWith('/blob/')) return await give(url.pathname.slice('/blob/'.length), from)
  if (url.pathname === '/restore') return confirm(url, from)
  if (url.pathname === '/' && url.searchParams.has(AGAIN)) from.startAgain()
  return await givePage(url.pathname, from)
}

async function give(hash: string, { files }: Answering): Promise<Response> {
  const answer = await files()?.get(hash)
  if (answer?.kind === 'found') {
    return respond(200, new Uint8Array(answer.bytes), { ...fileHeaders(answer.mediaType) })
  }
  return respond(answer?.kind === 'missing' ? 404 : 503, null)
}

async function take(request: Request, { files }: Answering, limitBytes: number): Promise<Response> {
  const bytes = await collect(request.body, limitBytes)
  if (typeof bytes === 'number') {
    return respond(413, JSON.stringify({ sizeBytes: bytes, limitBytes }))
  }
  const answer = await files()?.put(bytes)
  if (answer?.kind === 'stored') {
    return respond(200, JSON.stringify({ hash: answer.hash, sizeBytes: answer.sizeBytes }))
  }
  return respond(503, null)
}

const refusalHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': REFUSAL_POLICY,
}

/** What the forms of the page that says why there is no desk ask for. */
async function openRefused(path: string, request: Request, from: Answering): Promise<Response> {
  const body = await collect(request.body, FORM_LIMIT_BYTES)
  if (typeof body === 'number') return respond(413, null)
  const name = new URLSearchParams(new TextDecoder().decode(body)).get('name')
  if (path === '/again') await from.openRefused(null)
  else if (path === '/restore' && name) await from.openRefused(name)
  else return respond(404, null)
  // Goes on to the desk, or to why there is none.
  return respond(200, openingPage(0, spokenLanguage()), refusalHeaders)
}

function confirm(url: URL, { refusal, folder }: Answering): Response {
  const copy = refusal()?.copies.find((one) => one.name === url.searchParams.get('name'))
  return copy ? respond(200, confirmPage(copy, folder, spokenLanguage()), refusalHeaders) : respond(404, null)
}

async function givePage(path: string, from: Answering): Promise<Response> {
  const { page, folder, refusal, hasStopped } = from
  const refused = refusal()
  if (refused && path === '/') {
    return respond(
      200,
      refusalPage(refused, folder, refused.copies, refused.wrong, spokenLanguage()),
      refusalHeaders,
    )
  }
  if (hasStopped() && path === '/') {
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': STOPPED_POLICY }
    return respond(200, stoppedPage(spokenLanguage()), headers)
  }
  const file = page.get(path) ?? plainType(page, path)
  if (!file) return respond(404, null)
  const headers = { 'Content-Type': file.mediaType }
  if (!file.isIndex) return respond(200, new Uint8Array(await readFile(file.path)), headers)
  const nonce = newNonce()
  return respond(200, await readIndex(file, nonce), {
    ...headers,
    'Content-Security-Policy': pagePolicy(APP_ORIGIN, nonce),
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
