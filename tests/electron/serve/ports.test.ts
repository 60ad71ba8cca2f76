import { randomBytes } from 'node:crypto'
import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Files, filesOver, giveFiles, type Port } from '../../../electron/serve/ports.ts'
import type { Blobs } from '../../../electron/store/files.ts'
import { makeDesk } from './place.ts'

function connect(blobs: Blobs, log: string[] = []): { files: Files; hangUp(): void } {
  const { port1, port2 } = new MessageChannel()
  // Node's port is what is used of a port; only its types are its own.
  giveFiles(blobs, port1 as unknown as Port, (line) => log.push(line))
  const files = filesOver(port2 as unknown as Port)
  onTestFinished(() => port1.close())
  return { files, hangUp: () => port1.close() }
}

describe('the desk’s files over a port', () => {
  it('are kept and come back byte for byte, several at once', async () => {
    const { files } = connect((await makeDesk()).blobs)
    const many = [randomBytes(2_000_000), randomBytes(10), randomBytes(70_000)]
    const kept = await Promise.all(many.map((bytes) => files.put(bytes)))
    for (const [index, answer] of kept.entries()) {
      expect(answer.kind).toBe('stored')
      if (answer.kind !== 'stored') continue
      expect(answer.sizeBytes).toBe(many[index]?.byteLength)
      const back = await files.get(answer.hash)
      expect(back.kind === 'found' && Buffer.from(back.bytes).equals(many[index] ?? Buffer.alloc(0))).toBe(
        true,
      )
    }
  })

  it('that are not there, or no files at all, are missing', async () => {
    const { files } = connect((await makeDesk()).blobs)
    expect((await files.get('0'.repeat(64))).kind).toBe('missing')
    expect((await files.get('../stet.sqlite')).kind).toBe('missing')
  })

  it('that cannot be kept are a failure, told without its detail', async () => {
    const { blobs } = await makeDesk()
    const log: string[] = []
    const { files } = connect({ ...blobs, put: () => Promise.reject(new Error('disk on fire')) }, log)
    expect(Object.keys(await files.put(randomBytes(3)))).toEqual(['kind', 'id'])
    expect(log.join()).toContain('disk on fire')
  })

  it('fail at once when the port is closed, before and after asking', async () => {
    const { blobs } = await makeDesk()
    const { files, hangUp } = connect({ ...blobs, put: () => new Promise(() => {}) })
    const waiting = files.put(randomBytes(3))
    hangUp()
    expect((await waiting).kind).toBe('failed')
    expect((await files.get('0'.repeat(64))).kind).toBe('failed')
  })
})
