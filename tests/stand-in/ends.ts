export interface Parcel {
  data: unknown
  ports: End[]
}

/** Where an end of a channel lives: a port of this process, or beyond a wire. */
export interface Home {
  deliver(end: End, data: unknown, ports: End[]): void
  /** The other end was closed, or died with its process. */
  shut(end: End): void
}

/** One of two entangled ends. What is posted before the other end has a home waits for it, in order. */
export class End {
  #peer: End | null = null
  #home: Home | null = null
  #waiting: Parcel[] = []
  #isClosed = false

  static pair(): [End, End] {
    const pair: [End, End] = [new End(), new End()]
    pair[0].#peer = pair[1]
    pair[1].#peer = pair[0]
    return pair
  }

  post(data: unknown, ports: End[]): void {
    const peer = this.#peer
    if (peer && !this.#isClosed) peer.#receive({ data, ports })
  }

  #receive(parcel: Parcel): void {
    if (this.#home) this.#home.deliver(this, parcel.data, parcel.ports)
    else this.#waiting.push(parcel)
  }

  /** Gives the end a home and what waited for it. */
  settle(home: Home): void {
    this.#home = home
    for (const { data, ports } of this.#waiting.splice(0)) home.deliver(this, data, ports)
    if (this.#isClosed) home.shut(this)
  }

  /** Takes the end out of its home; what had come there and was not read goes along. */
  leave(unread: Parcel[]): void {
    this.#home = null
    this.#waiting.unshift(...unread)
  }

  /** Closes both ends; the home of the other one is told. */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    const peer = this.#peer
    if (!peer || peer.#isClosed) return
    peer.#isClosed = true
    const home = peer.#home
    if (home) home.shut(peer)
  }
}

export type WireMessage =
  | { kind: 'port'; end: string; data: unknown; ports: string[] }
  | { kind: 'close'; end: string }

/** Carries ends to another process and back; both sides have one, and either names the ends that it gives. */
export class Wire implements Home {
  readonly #tell: (message: WireMessage) => void
  readonly #ends = new Map<string, End>()
  readonly #names = new Map<End, string>()
  #isCut = false

  constructor(tell: (message: WireMessage) => void) {
    this.#tell = tell
  }

  /** From now on the end lives beyond the wire, under the name that is returned. */
  give(end: End): string {
    const name = crypto.randomUUID()
    if (this.#isCut) end.close()
    else this.#keep(name, end)
    return name
  }

  /** The near end of a channel whose far end the other side gave under this name. */
  take(name: string): End {
    const [near, far] = End.pair()
    this.#keep(name, far)
    return near
  }

  #keep(name: string, end: End): void {
    this.#ends.set(name, end)
    this.#names.set(end, name)
    // Told after the message that brings the name, or the other side would not know it yet.
    queueMicrotask(() => end.settle(this))
  }

  #forget(end: End): void {
    const name = this.#names.get(end)
    this.#names.delete(end)
    if (name !== undefined) this.#ends.delete(name)
  }

  deliver(end: End, data: unknown, ports: End[]): void {
    const name = this.#names.get(end)
    if (name === undefined) return
    this.#tell({ kind: 'port', end: name, data, ports: ports.map((port) => this.give(port)) })
  }

  shut(end: End): void {
    const name = this.#names.get(end)
    this.#forget(end)
    if (name !== undefined && !this.#isCut) this.#tell({ kind: 'close', end: name })
  }

  hear(message: WireMessage): void {
    const end = this.#ends.get(message.end)
    if (!end) return
    if (message.kind === 'port') {
      end.post(
        message.data,
        message.ports.map((name) => this.take(name)),
      )
      return
    }
    this.#forget(end)
    end.close()
  }

  /** The other side is gone: every end that lived there is closed. */
  cut(): void {
    this.#isCut = true
    const ends = [...this.#ends.values()]
    this.#ends.clear()
    this.#names.clear()
    for (const end of ends) end.close()
  }
}
