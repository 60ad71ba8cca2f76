import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Blobs, BlobTooLarge, openBlobs } from '../../../electron/store/files.ts'
import { mediaTypeOf } from '../../../electron/store/media.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { FileHash } from '../../../shared/model/ids.ts'
import { temporaryFolder, thrownBy } from './temporary.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as FileHash
const noFile = '0'.repeat(64) as FileHash

async function temporaryBlobs(): Promise<{ blobs: Blobs; folder: string; pathOf(hash: FileHash): string }> {
  const folder = await temporaryFolder()
  return {
    blobs: openBlobs(folder),
    folder,
    pathOf: (hash) => join(folder, 'files', hash.slice(0, 2), hash),
  }
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

async function streamed(blobs: Blobs, hash: FileHash) {
  const found = must(await blobs.stream(hash), 'a file')
  const chunks: Uint8Array[] = []
  for await (const chunk of found.stream) chunks.push(chunk as Uint8Array)
  return { bytes: Buffer.concat(chunks), sizeBytes: found.sizeBytes, mediaType: found.mediaType }
}

async function allHashes(blobs: Blobs): Promise<FileHash[]> {
  const hashes: FileHash[] = []
  for await (const hash of blobs.list()) hashes.push(hash)
  return hashes
}

describe('bytes that are put', () => {
  it('lie under their SHA-256 and come back whole and as a stream', async () => {
    const { blobs, pathOf } = await temporaryBlobs()
    const bytes = new Uint8Array(randomBytes(300_000))
    expect(await blobs.put(bytes)).toEqual({ hash: hashOf(bytes), sizeBytes: 300_000 })
    expect(new Uint8Array(await readFile(pathOf(hashOf(bytes))))).toEqual(bytes)
    expect(await blobs.read(hashOf(bytes))).toEqual(bytes)
    const back = await streamed(blobs, hashOf(bytes))
    expect([back.bytes.equals(bytes), back.sizeBytes]).toEqual([true, 300_000])
  })

  it('may come in pieces', async () => {
    const { blobs } = await temporaryBlobs()
    const bytes = new Uint8Array(randomBytes(100_001))
    expect(await blobs.put(inPieces(bytes, 4096))).toEqual({ hash: hashOf(bytes), sizeBytes: 100_001 })
    expect(await blobs.check(hashOf(bytes))).toBe('whole')
  })

  it('may be none at all', async () => {
    const { blobs } = await temporaryBlobs()
    const { hash, sizeBytes } = await blobs.put(new Uint8Array())
    expect([sizeBytes, await blobs.read(hash)]).toEqual([0, new Uint8Array()])
    expect((await streamed(blobs, hash)).sizeBytes).toBe(0)
  })

  it('are kept once however often they come, at the same time too', async () => {
    const { blobs } = await temporaryBlobs()
    const bytes = bytesOf('the same')
    await Promise.all([1, 2, 3, 4].map(() => blobs.put(bytes)))
    await blobs.put(bytes)
    expect(await allHashes(blobs)).toEqual([hashOf(bytes)])
  })

  it('make good a file that went bad on the disk', async () => {
    const { blobs, pathOf } = await temporaryBlobs()
    const bytes = bytesOf('whole once more')
    const { hash } = await blobs.put(bytes)
    await writeFile(pathOf(hash), 'gone bad')
    expect(await blobs.check(hash)).toBe('damaged')
    await blobs.put(bytes)
    expect(await blobs.check(hash)).toBe('whole')
  })
})

describe('a limit', () => {
  it.each([
    ['at once', (bytes: Uint8Array) => bytes],
    ['in pieces', (bytes: Uint8Array) => inPieces(bytes, 10)],
  ])('refuses more bytes that come %s and leaves nothing behind', async (_, make) => {
    const { blobs, folder } = await temporaryBlobs()
    const error = await thrownBy(() => blobs.put(make(new Uint8Array(101)), 100))
    expect(error).toBeInstanceOf(BlobTooLarge)
    expect(error).toMatchObject({ limitBytes: 100 })
    expect((error as BlobTooLarge).sizeBytes).toBeGreaterThan(100)
    expect(await allHashes(blobs)).toEqual([])
    const names = await readdir(join(folder, 'files', 'incoming')).catch(() => [])
    expect(names).toEqual([])
    expect(await blobs.put(make(new Uint8Array(100)), 100)).toMatchObject({ sizeBytes: 100 })
  })

  it('does not read on after it was passed', async () => {
    const { blobs } = await temporaryBlobs()
    let pulled = 0
    async function* endless() {
      for (;;) {
        pulled++
        yield new Uint8Array(10)
      }
    }
    await expect(blobs.put(endless(), 35)).rejects.toBeInstanceOf(BlobTooLarge)
    expect(pulled).toBe(4)
  })
})

it('a source that breaks off leaves nothing behind', async () => {
  const { blobs, folder } = await temporaryBlobs()
  async function* broken() {
    yield bytesOf('some')
    throw new Error('the link broke')
  }
  await expect(blobs.put(broken())).rejects.toThrow('the link broke')
  expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([])
})

it('what an ended process was still writing is cleared away when the desk opens', async () => {
  const { folder } = await temporaryBlobs()
  const incoming = join(folder, 'files', 'incoming')
  await mkdir(incoming, { recursive: true })
  await writeFile(join(incoming, '1-abc'), 'half')
  openBlobs(folder)
  expect(await readdir(incoming)).toEqual([])
})

it('a file that is not there is null, and what is no hash reaches no path', async () => {
  const { blobs } = await temporaryBlobs()
  expect([await blobs.read(noFile), await blobs.stream(noFile), await blobs.check(noFile)]).toEqual([
    null,
    null,
    'missing',
  ])
  await expect(blobs.read('../../etc/passwd' as FileHash)).rejects.toThrow('not a SHA-256')
  await expect(blobs.stream('../../etc/passwd' as FileHash)).rejects.toThrow('not a SHA-256')
})

describe('bytes that are held', () => {
  it('are in memory only, and keep the media type that they were given', async () => {
    const { blobs, folder } = await temporaryBlobs()
    const hash = blobs.hold(bytesOf('<p>export</p>'), 'text/html')
    expect(await blobs.read(hash)).toEqual(bytesOf('<p>export</p>'))
    expect(await streamed(blobs, hash)).toMatchObject({ mediaType: 'text/html', sizeBytes: 13 })
    expect(await blobs.check(hash)).toBe('missing')
    expect(await readdir(folder)).toEqual([])
  })

  it('make room, the oldest first, and the newest is held however large', async () => {
    const { blobs } = await temporaryBlobs()
    const large = (fill: number) => new Uint8Array(100 * 1024 * 1024).fill(fill)
    const [first, second] = [blobs.hold(large(1), 'a/b'), blobs.hold(large(2), 'a/b')]
    expect(await blobs.read(first)).not.toBeNull()
    const third = blobs.hold(large(3), 'a/b')
    expect(await blobs.read(first)).toBeNull()
    expect(await blobs.read(second)).not.toBeNull()
    expect(await blobs.read(third)).not.toBeNull()
  })
})

it('lists what is there and nothing else', async () => {
  const { blobs, folder } = await temporaryBlobs()
  expect(await allHashes(blobs)).toEqual([])
  const { hash } = await blobs.put(bytesOf('a'))
  await writeFile(join(folder, 'files', 'note.txt'), 'x')
  await writeFile(join(folder, 'files', hash.slice(0, 2), 'note.txt'), 'x')
  expect(await allHashes(blobs)).toEqual([hash])
  await rm(join(folder, 'files'), { recursive: true })
  expect(await allHashes(blobs)).toEqual([])
})

describe('the media type', () => {
  it.each<[string, string]>([
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['GIF89a\x01\0', 'image/gif'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
    ['RIFF\x24\0\0\0WAVEfmt ', 'audio/wav'],
    ['RIFF\x24\0\0\0AVI LIST', 'application/octet-stream'],
    ['\0\0\0\x1cftypavif\0\0', 'image/avif'],
    ['\0\0\0\x18ftypisom\0\0', 'video/mp4'],
    ['\0\0\0\x18ftypM4A \0\0', 'audio/mp4'],
    ['\0\0\0\x18ftyp????\0\0', 'application/octet-stream'],
    ['%PDF-1.7\n', 'application/pdf'],
    ['ID3\x04\0', 'audio/mpeg'],
    ['OggS\0\x02', 'audio/ogg'],
    ['fLaC\0\0', 'audio/flac'],
    ['\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm', 'video/webm'],
    ['<!doctype html><script>', 'application/octet-stream'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'application/octet-stream'],
    ['PK\x03\x04', 'application/octet-stream'],
    ['plain words', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('of %j is %s', (head, type) => {
    expect(mediaTypeOf(bytesOf(head))).toBe(type)
  })

  it('of a stored file is told from its first bytes', async () => {
    const { blobs } = await temporaryBlobs()
    const { hash } = await blobs.put(bytesOf('%PDF-1.7\nand so on'))
    const found = await streamed(blobs, hash)
    expect([found.mediaType, found.bytes.toString('latin1')]).toEqual([
      'application/pdf',
      '%PDF-1.7\nand so on',
    ])
  })
})
