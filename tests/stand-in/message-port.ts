import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { End, type Home, type Parcel } from './ends.ts'

/** Electron's port in the main and utility processes; what comes before `start()` waits. */
export class MessagePortMain
  extends EventEmitter
  implements Home, Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  #end: End | null
  #unread: Parcel[] = []
  #isStarted = false
  #isShut = false

  constructor(end: End) {
    super()
    this.#end = end
    end.settle(this)
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    const data = structuredClone(message)
    this.#end?.post(
      data,
      transfer.map((port) => port.detach()),
    )
  }

  start(): void {
    if (this.#isStarted) return
    this.#isStarted = true
    this.#read()
  }

  close(): void {
    this.#end?.close()
    this.#end = null
  }

  /** Takes the port away from its holder, to be sent on. */
  detach(): End {
    const end = this.#end
    if (!end) throw new Error('the port is closed or was already transferred')
    this.#end = null
    end.leave(this.#unread.splice(0))
    return end
  }

  deliver(_end: End, data: unknown, ports: End[]): void {
    this.#unread.push({ data, ports })
    if (this.#isStarted) queueMicrotask(() => this.#read())
  }

  shut(): void {
    this.#isShut = true
    queueMicrotask(() => this.#read())
  }

  /** Hands out what came, in order, and the end of it after the last. */
  #read(): void {
    for (let one = this.#isStarted ? this.#unread.shift() : undefined; one; one = this.#unread.shift()) {
      this.emit('message', { data: one.data, ports: one.ports.map((end) => new MessagePortMain(end)) })
    }
    if (!this.#isShut || this.#end === null || this.#unread.length > 0) return
    this.#end = null
    this.emit('close')
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const [one, other] = End.pair()
    this.port1 = new MessagePortMain(one)
    this.port2 = new MessagePortMain(other)
  }
}
