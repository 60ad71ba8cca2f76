import type { Codec } from './codec.ts'
import type { Protocol, Session } from './devtools.ts'
import { WORLD } from './preload-script.ts'
import { PreloadContext, WebFrameMain } from './web-frame.ts'

/** The frames of one page, and the preload's world in those that have it. */
export class FrameTree {
  readonly #frames = new Map<string, WebFrameMain>()
  readonly #contexts = new Map<number, { frame: WebFrameMain; context: PreloadContext }>()
  #top = new WebFrameMain('', null)

  get top(): WebFrameMain {
    return this.#top
  }

  begin(id: string): void {
    this.#top = new WebFrameMain(id, null)
    this.#frames.set(id, this.#top)
  }

  get(id: string): WebFrameMain | null {
    return this.#frames.get(id) ?? null
  }

  add(id: string, parentId: string | undefined): WebFrameMain {
    const known = this.#frames.get(id)
    if (known) return known
    const frame = new WebFrameMain(id, (parentId && this.#frames.get(parentId)) || this.#top)
    this.#frames.set(id, frame)
    return frame
  }

  remove(id: string): void {
    const frame = this.#frames.get(id)
    if (frame) frame.detached = true
    this.#frames.delete(id)
  }

  byContext(id: number): { frame: WebFrameMain; context: PreloadContext } | undefined {
    return this.#contexts.get(id)
  }

  enterContext(
    session: Session,
    { id, name, auxData }: Protocol.Runtime.ExecutionContextDescription,
    inbox: string,
    codec: Codec,
  ): void {
    const { frameId } = auxData as { frameId: string }
    const frame = this.#frames.get(frameId)
    if (name !== WORLD || !frame) return
    const context = new PreloadContext(session, id, inbox, codec)
    frame.context = context
    this.#contexts.set(id, { frame, context })
  }

  /** The document is gone, and every port that it held. */
  leaveContext(id: number): void {
    const known = this.#contexts.get(id)
    if (!known) return
    this.#contexts.delete(id)
    if (known.frame.context === known.context) known.frame.context = null
    known.context.wire.cut()
  }

  leaveContexts(): void {
    for (const id of [...this.#contexts.keys()]) this.leaveContext(id)
  }
}
