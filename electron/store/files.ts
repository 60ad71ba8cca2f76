import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, readdirSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { assert } from '../../shared/lib/assert.ts'
import { type FileHash, fileHashSchema } from '../../shared/model/ids.ts'
import { mediaTypeBytes, mediaTypeOf } from './media.ts'

/** Files by the SHA-256 of their bytes: the same bytes are kept once, and none is ever changed. */
export interface Blobs {
  /**
   * Keeps bytes for good: when it resolves they are on the disk.
   *
   * @throws BlobTooLarge as soon as there are more than `limitBytes`
   */
  put(
    bytes: Uint8Array | AsyncIterable<Uint8Array>,
    limitBytes?: number,
  ): Promise<{ hash: FileHash; sizeBytes: number }>
  read(hash: FileHash): Promise<Uint8Array | null>
  stream(hash: FileHash): Promise<{ stream: Readable; sizeBytes: number; mediaType: string } | null>
  /** Keeps bytes in memory only, for downloads of exports; the oldest go first past a bound. */
  hold(bytes: Uint8Array, mediaType: string): FileHash
  /** Lets go of all that is held in memory. */
  dropHeld(): void
  /** Takes a file off the disk; one that is not there is gone already. */
  remove(hash: FileHash): Promise<void>
  /** Of the file on the disk; null where there is none. */
  sizeOf(hash: FileHash): Promise<number | null>
  /** Where the bytes lie, or would lie, on the disk. */
  pathOf(hash: FileHash): string
  /** The files on the disk, in no order. */
  list(): AsyncIterable<FileHash>
  /** Reads the file on the disk through and compares it with its name. */
  check(hash: FileHash): Promise<'whole' | 'missing' | 'damaged'>
}

export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge'
  /** How many bytes had come when it was given up. */
  readonly sizeBytes: number
  readonly limitBytes: number

  constructor(sizeBytes: number, limitBytes: number) {
    super(`the file is larger than ${limitBytes} bytes`)
    this.sizeBytes = sizeBytes
    this.limitBytes = limitBytes
  }
}

/** Room for exports that wait to be fetched; the newest is held even when it is larger. */
const heldLimitBytes = 256 * 1024 * 1024

export function sha256Of(bytes: Uint8Array): FileHash {
  return createHash('sha256').update(bytes).digest('hex') as FileHash
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Makes a rename or a new file in `folder` outlive a loss of power. Windows offers no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Makes a folder and those above it where they are missing. Level by level: Node's own `recursive` never comes
 * back from a place that nothing can be made in and that says of each new folder that it is missing, as /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOneFolder(folder)
  } catch (error) {
    if (!isMissing(error) || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await makeOneFolder(folder)
  }
}

async function makeOneFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (isFolder) return
    throw error
  }
  await syncFolder(dirname(folder))
}

/** Where the bytes of `hash` lie beneath a desk's folder. */
function blobPath(folder: string, hash: FileHash): string {
  assert(/^[0-9a-f]{64}$/.test(hash), 'not a SHA-256')
  return join(folder, 'files', hash.slice(0, 2), hash)
}

/** Takes away what processes that ended in the midst of writing left behind. */
function clearIncoming(incoming: string): void {
  let names: string[]
  try {
    names = readdirSync(incoming)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  for (const name of names) if (!name.startsWith(`${process.pid}-`)) rmSync(join(incoming, name))
}

async function write(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limitBytes: number,
): Promise<{ hash: FileHash; sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const handle = await open(path, 'wx')
  try {
    for await (const chunk of bytes) {
      sizeBytes += chunk.byteLength
      if (sizeBytes > limitBytes) throw new BlobTooLarge(sizeBytes, limitBytes)
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { hash: hash.digest('hex') as FileHash, sizeBytes }
}

async function checkFile(path: string, hash: FileHash): Promise<'whole' | 'missing' | 'damaged'> {
  try {
    return (await hashFile(path)) === hash ? 'whole' : 'damaged'
  } catch (error) {
    if (isMissing(error)) return 'missing'
    // A disk that cannot give the bytes back has lost them.
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return 'damaged'
    throw error
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** @param folder the desk's; `files` beneath it is made when the first bytes come */
export function openBlobs(folder: string): Blobs {
  const incoming = join(folder, 'files', 'incoming')
  clearIncoming(incoming)
  const held = new Map<FileHash, { bytes: Uint8Array; mediaType: string }>()
  let heldBytes = 0

  return {
    async put(bytes, limitBytes = Number.POSITIVE_INFINITY) {
      if (bytes instanceof Uint8Array && bytes.byteLength > limitBytes) {
        throw new BlobTooLarge(bytes.byteLength, limitBytes)
      }
      await makeFolder(incoming)
      const arriving = join(incoming, `${process.pid}-${randomUUID()}`)
      try {
        const kept = await write(arriving, bytes instanceof Uint8Array ? [bytes] : bytes, limitBytes)
        const path = blobPath(folder, kept.hash)
        // Bytes that are here already stay; bytes that went bad on the disk are made good.
        if ((await checkFile(path, kept.hash)) !== 'whole') {
          await makeFolder(dirname(path))
          await rename(arriving, path)
          await syncFolder(dirname(path))
        }
        return kept
      } finally {
        await rm(arriving, { force: true })
      }
    },

    async read(hash) {
      const inMemory = held.get(hash)
      if (inMemory) return inMemory.bytes
      try {
        return new Uint8Array(await readFile(blobPath(folder, hash)))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },

    async stream(hash) {
      const inMemory = held.get(hash)
      if (inMemory) {
        const { bytes, mediaType } = inMemory
        return { stream: Readable.from([bytes]), sizeBytes: bytes.byteLength, mediaType }
      }
      const path = blobPath(folder, hash)
      try {
        const { size } = await stat(path)
        const handle = await open(path, 'r')
        try {
          const head = await handle.read({ buffer: new Uint8Array(mediaTypeBytes), position: 0 })
          const mediaType = mediaTypeOf(head.buffer.subarray(0, head.bytesRead))
          return { stream: handle.createReadStream({ start: 0 }), sizeBytes: size, mediaType }
        } catch (error) {
          await handle.close()
          throw error
        }
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },

    hold(bytes, mediaType) {
      const hash = sha256Of(bytes)
      const again = held.get(hash)
      if (again) heldBytes -= again.bytes.byteLength
      held.delete(hash)
      held.set(hash, { bytes, mediaType })
      heldBytes += bytes.byteLength
      for (const [oldest, entry] of held) {
        if (heldBytes <= heldLimitBytes || held.size === 1) break
        held.delete(oldest)
        heldBytes -= entry.bytes.byteLength
      }
      return hash
    },

    dropHeld() {
      held.clear()
      heldBytes = 0
    },

    async remove(hash) {
      const path = blobPath(folder, hash)
      try {
        await rm(path)
        await syncFolder(dirname(path))
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    },

    async sizeOf(hash) {
      try {
        return (await stat(blobPath(folder, hash))).size
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },

    pathOf: (hash) => blobPath(folder, hash),

    async *list() {
      for (const prefix of await namesIn(join(folder, 'files'))) {
        if (!/^[0-9a-f]{2}$/.test(prefix)) continue
        for (const name of await namesIn(join(folder, 'files', prefix))) {
          const hash = fileHashSchema.safeParse(name)
          if (hash.success && name.startsWith(prefix)) yield hash.data
        }
      }
    },

    check(hash) {
      return checkFile(blobPath(folder, hash), hash)
    },
  }
}
