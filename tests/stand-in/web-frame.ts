import type { Codec } from './codec.ts'
import type { Session } from './devtools.ts'
import { Wire } from './ends.ts'
import type { MessagePortMain } from './message-port.ts'
import type { ToPreload } from './preload-messages.ts'
import { originOf, toApp } from './schemes.ts'

/** The preload's world in one document: born with it, gone with it. */
export class PreloadContext {
  readonly id: number
  readonly wire: Wire
  readonly #say: (message: ToPreload) => void

  constructor(session: Session, id: number, inbox: string, codec: Codec) {
    this.id = id
    this.#say = (message) => {
      const expression = `${inbox}(${JSON.stringify(codec.encode(message))})`
      session.tell('Runtime.evaluate', { expression, contextId: id })
    }
    this.wire = new Wire(this.#say)
  }

  say(message: ToPreload): void {
    this.#say(message)
  }
}

let lastRoutingId = 0

/** One frame of a page; the same object for as long as the frame stands. */
export class WebFrameMain {
  readonly routingId = ++lastRoutingId
  readonly processId = 1
  readonly frameToken: string
  readonly parent: WebFrameMain | null
  context: PreloadContext | null = null
  detached = false
  #url = ''

  constructor(id: string, parent: WebFrameMain | null) {
    this.frameToken = id
    this.parent = parent
  }

  get top(): WebFrameMain {
    return this.parent?.top ?? this
  }

  get url(): string {
    return this.#url
  }

  set browserUrl(url: string) {
    this.#url = toApp(url)
  }

  get origin(): string {
    return originOf(this.#url)
  }

  isDestroyed(): boolean {
    return this.detached
  }

  send(channel: string, ...args: unknown[]): void {
    this.context?.say({ kind: 'send', channel, args, ports: [] })
  }

  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    const ends = transfer.map((port) => port.detach())
    if (!this.context) {
      for (const end of ends) end.close()
      return
    }
    const { wire } = this.context
    this.context.say({ kind: 'send', channel, args: [message], ports: ends.map((end) => wire.give(end)) })
  }
}
