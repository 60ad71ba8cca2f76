import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

type Command = keyof Protocol.CommandParameters
type Event = keyof Protocol.Events

interface Answer {
  id?: number
  sessionId?: string
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}

/** One target's conversation, or the browser's own. Commands keep their order; so do events. */
export class Session {
  readonly id: string | undefined
  readonly #devtools: DevTools
  readonly #events = new EventEmitter().setMaxListeners(0)

  constructor(devtools: DevTools, id: string | undefined) {
    this.#devtools = devtools
    this.id = id
  }

  send<C extends Command>(
    method: C,
    params?: Protocol.CommandParameters[C],
  ): Promise<Protocol.CommandReturnValues[C]> {
    return this.#devtools.send(this.id, method, params) as Promise<Protocol.CommandReturnValues[C]>
  }

  /** Sent and forgotten: the target may be gone before it answers. */
  tell<C extends Command>(method: C, params?: Protocol.CommandParameters[C]): void {
    this.send(method, params).catch(() => {})
  }

  on<E extends Event>(event: E, listener: (params: Protocol.Events[E]) => void): void {
    this.#events.on(event, listener)
  }

  once<E extends Event>(event: E, listener: (params: Protocol.Events[E]) => void): void {
    this.#events.once(event, listener)
  }

  hear(event: string, params: unknown): void {
    this.#events.emit(event, params)
  }
}

/** A browser's DevTools over its pipe: JSON, each message ended by a zero byte. */
export class DevTools {
  readonly browser = new Session(this, undefined)
  readonly #write: Writable
  readonly #sessions = new Map<string, Session>()
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  #lastId = 0
  #isOver = false

  constructor(write: Writable, read: Readable) {
    this.#write = write
    write.on('error', () => this.#end())
    let rest: Buffer[] = []
    read.on('data', (chunk: Buffer) => {
      let from = 0
      for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
        const text = Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8')
        rest = []
        from = at + 1
        this.#hear(JSON.parse(text))
      }
      if (from < chunk.length) rest.push(chunk.subarray(from))
    })
    read.on('close', () => this.#end())
  }

  session(id: string): Session {
    const known = this.#sessions.get(id)
    if (known) return known
    const session = new Session(this, id)
    this.#sessions.set(id, session)
    return session
  }

  send(sessionId: string | undefined, method: string, params: unknown): Promise<unknown> {
    if (this.#isOver) return Promise.reject(new Error(`the browser is gone: ${method}`))
    const id = ++this.#lastId
    this.#write.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`)
    return new Promise((resolve, reject) => {
      const trace = new Error(method)
      this.#waiting.set(id, {
        resolve,
        reject: (cause) => reject(Object.assign(trace, { message: `${method}: ${cause.message}` })),
      })
    })
  }

  #hear(answer: Answer): void {
    if (answer.id !== undefined) {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if (answer.error) waiting?.reject(new Error(answer.error.message))
      else waiting?.resolve(answer.result)
      return
    }
    if (answer.method === undefined) return
    const session = answer.sessionId === undefined ? this.browser : this.#sessions.get(answer.sessionId)
    session?.hear(answer.method, answer.params)
    if (answer.method === 'Target.detachedFromTarget') {
      const { sessionId } = answer.params as Protocol.Events['Target.detachedFromTarget']
      this.#sessions.get(sessionId)?.hear('Inspector.detached', { reason: 'the target is gone' })
      this.#sessions.delete(sessionId)
    }
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    for (const { reject } of this.#waiting.values()) reject(new Error('the browser is gone'))
    this.#waiting.clear()
    for (const session of this.#sessions.values()) {
      session.hear('Inspector.detached', { reason: 'the browser is gone' })
    }
    this.#sessions.clear()
  }
}
