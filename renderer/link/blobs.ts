import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { type FileHash, fileHashSchema } from '../../shared/model/ids.ts'
import { LinkBroken } from './broken.ts'

const storedSchema = z.object({ hash: fileHashSchema, sizeBytes: z.int() })
const tooLargeSchema = z.object({ sizeBytes: z.int(), limitBytes: z.int() })

export type Stored = z.infer<typeof storedSchema>

export function blobPath(hash: FileHash): string {
  return `/blob/${hash}`
}

/**
 * Brings bytes to the desk. Bringing them twice is bringing them once: they are kept by their hash.
 * @throws ORPCError TOO_LARGE or NOT_SAVED, as a call would
 * @throws LinkBroken where the desk was not reached; the signal's own reason where that was given
 */
export async function putBlob(
  url: string,
  bytes: Blob | Uint8Array,
  signal: AbortSignal | null = null,
): Promise<Stored> {
  let response: Response
  try {
    response = await fetch(url, {
      method: 'PUT',
      signal,
      body: bytes instanceof Blob ? bytes : new Uint8Array(bytes),
    })
  } catch (error) {
    signal?.throwIfAborted()
    throw new LinkBroken('the desk was not reached', { cause: error })
  }
  if (response.ok) return storedSchema.parse(await response.json())
  if (response.status === 413) {
    const data = tooLargeSchema.parse(await response.json())
    throw new ORPCError('TOO_LARGE', { status: 413, defined: true, data })
  }
  throw new ORPCError('NOT_SAVED', {
    status: 503,
    defined: true,
    data: { reason: `the desk answered ${response.status}` },
  })
}
