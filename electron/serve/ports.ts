import {
  onMessagePortClose,
  onMessagePortMessage,
  type SupportedMessagePort,
} from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { z } from 'zod'
import { fileHashSchema, type PersonId } from '../../shared/model/ids.ts'
import type { Desk } from '../desk/desk.ts'
import { type Blobs, BlobTooLarge } from '../store/files.ts'
import { BLOB_LIMIT_BYTES } from './limits.ts'
import { answerPlainly } from './plain-json.ts'

/** Node's, the browser's and Electron's ports alike; messages wait until it is started. */
export type Port = SupportedMessagePort & { start(): void }

export interface Ports {
  /** Answers calls of the contract that come through this port, as that person. */
  accept(port: Port, personId: PersonId | null): void
}

export function openPorts(desk: Pick<Desk, 'router'>): Ports {
  const handler = new RPCHandler(desk.router, { clientInterceptors: [answerPlainly] })
  return {
    accept(port, personId) {
      handler.upgrade(port, { context: { personId, via: 'window' } })
      port.start()
    },
  }
}

const askSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('get'), id: z.int(), hash: fileHashSchema }),
  z.object({ kind: z.literal('put'), id: z.int(), bytes: z.instanceof(Uint8Array) }),
])

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), id: z.int(), bytes: z.instanceof(Uint8Array), mediaType: z.string() }),
  z.object({ kind: z.literal('missing'), id: z.int() }),
  z.object({ kind: z.literal('stored'), id: z.int(), hash: fileHashSchema, sizeBytes: z.int() }),
  z.object({ kind: z.literal('tooLarge'), id: z.int(), sizeBytes: z.int(), limitBytes: z.int() }),
  z.object({ kind: z.literal('failed'), id: z.int() }),
])
export type FileAnswer = z.infer<typeof answerSchema>
type Ask = z.infer<typeof askSchema>

async function carryOut(blobs: Blobs, ask: Ask): Promise<FileAnswer> {
  const { id } = ask
  if (ask.kind === 'put') {
    try {
      return { kind: 'stored', id, ...(await blobs.put(ask.bytes, BLOB_LIMIT_BYTES)) }
    } catch (error) {
      if (!(error instanceof BlobTooLarge)) throw error
      return { kind: 'tooLarge', id, sizeBytes: error.sizeBytes, limitBytes: error.limitBytes }
    }
  }
  const found = await blobs.stream(ask.hash)
  if (!found) return { kind: 'missing', id }
  const bytes = new Uint8Array(Buffer.concat(await found.stream.toArray()))
  return { kind: 'found', id, bytes, mediaType: found.mediaType }
}

/** Answers another process of ours that wants files of the desk. */
export function giveFiles(blobs: Blobs, port: Port, log: (line: string) => void): void {
  onMessagePortMessage(port, (message: unknown) => {
    const ask = askSchema.parse(message)
    void carryOut(blobs, ask)
      .catch((error: unknown): FileAnswer => {
        log(`file: ${error instanceof Error ? error.stack : String(error)}`)
        return { kind: 'failed', id: ask.id }
      })
      .then((answer) => port.postMessage(answer))
  })
  port.start()
}

/** The other end of {@link giveFiles}. */
export interface Files {
  get(hash: string): Promise<FileAnswer>
  put(bytes: Uint8Array): Promise<FileAnswer>
}

/** Once the port is closed, whatever was asked and is asked fails at once. */
export function filesOver(port: Port): Files {
  const waiting = new Map<number, (answer: FileAnswer) => void>()
  let lastId = 0
  let isOpen = true
  onMessagePortMessage(port, (message: unknown) => {
    const answer = answerSchema.parse(message)
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  onMessagePortClose(port, () => {
    isOpen = false
    for (const [id, answer] of waiting) answer({ kind: 'failed', id })
    waiting.clear()
  })
  port.start()

  function ask(question: (id: number) => Ask): Promise<FileAnswer> {
    const id = ++lastId
    if (!isOpen) return Promise.resolve({ kind: 'failed', id })
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      port.postMessage(question(id))
    })
  }
  return {
    async get(name) {
      const hash = fileHashSchema.safeParse(name)
      if (!hash.success) return { kind: 'missing', id: 0 }
      return await ask((id) => ({ kind: 'get', id, hash: hash.data }))
    },
    put: (bytes) => ask((id) => ({ kind: 'put', id, bytes: new Uint8Array(bytes) })),
  }
}
