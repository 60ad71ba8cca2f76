import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { fileHashSchema } from '../../shared/model/ids.ts'
import { type Blobs, BlobTooLarge } from '../store/files.ts'
import { FILE_POLICY } from './headers.ts'
import { BLOB_LIMIT_BYTES, DRAIN_MS } from './limits.ts'

/** Pictures that a browser paints without running anything in them. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

export interface FileHeaders {
  'Content-Type': string
  'Content-Disposition': string
  'Content-Security-Policy': string
}

/** How a file of somebody else's is handed to a browser: as a download, but for plain pictures. */
export function fileHeaders(mediaType: string): FileHeaders {
  const isShown = SHOWN.has(mediaType)
  return {
    'Content-Type': isShown ? mediaType : 'application/octet-stream',
    'Content-Disposition': isShown ? 'inline' : 'attachment',
    'Content-Security-Policy': FILE_POLICY,
  }
}

/** Answers `GET /blob/HASH` (and HEAD). */
export async function giveBlob(
  blobs: Blobs,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const hash = fileHashSchema.safeParse(name)
  const found = hash.success ? await blobs.stream(hash.data) : null
  if (!found) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such file.')
    return
  }
  response.writeHead(200, { ...fileHeaders(found.mediaType), 'Content-Length': found.sizeBytes })
  if (request.method === 'HEAD') {
    found.stream.destroy()
    response.end()
    return
  }
  await pipeline(found.stream, response)
}

/** Answers `PUT /blob` with the hash and the size. */
export async function takeBlob(
  blobs: Blobs,
  request: IncomingMessage,
  response: ServerResponse,
  limitBytes = BLOB_LIMIT_BYTES,
): Promise<void> {
  const saidBytes = Number(request.headers['content-length'] ?? 0)
  try {
    if (saidBytes > limitBytes) throw new BlobTooLarge(saidBytes, limitBytes)
    // Not the request itself: giving it up early would end the connection before the refusal is read.
    const bytes = request.iterator({ destroyOnReturn: false })
    answerJson(response, 200, await blobs.put(bytes, limitBytes))
  } catch (error) {
    if (request.destroyed && !request.complete) return
    if (error instanceof BlobTooLarge) {
      answerJson(response, 413, { sizeBytes: error.sizeBytes, limitBytes })
      drain(request)
      return
    }
    throw error
  }
}

/** Reads on without keeping anything: a sender that is cut off in mid-sentence never reads the answer. */
function drain(request: IncomingMessage) {
  const timer = setTimeout(() => request.destroy(), DRAIN_MS)
  request.on('close', () => clearTimeout(timer))
  request.resume()
}

function answerJson(response: ServerResponse, status: number, body: unknown) {
  const text = JSON.stringify(body)
  response
    .writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
    .end(text)
}
