import type { ClientLink } from '@orpc/client'
import { LinkBroken } from './broken.ts'

/** One connection, from its opening to its end: a WebSocket or a MessagePort. It never comes back. */
export interface Wire {
  readonly rpc: ClientLink<Record<never, never>>
  isOpen(): boolean
  /** Settles when the connection is gone, by whichever side. */
  readonly closed: Promise<void>
  close(): void
}

/** Thrown inside the link when a wire is lost before its answer came; callers of the link never see it. */
export class WireLost extends Error {
  override readonly name = 'WireLost'
}

/** The answer, or {@link WireLost} as soon as the wire is gone: a call on a closed port would wait for ever. */
export async function answerOn<T>(wire: Wire, answer: Promise<T>): Promise<T> {
  const lost = wire.closed.then((): never => {
    throw new WireLost('the connection was lost')
  })
  try {
    return await Promise.race([answer, lost])
  } catch (error) {
    answer.catch(() => {})
    // The transport words its own end in several ways; what counts is that the wire is gone.
    if (!wire.isOpen() && !isAnswer(error)) throw new WireLost('the connection was lost', { cause: error })
    throw error
  } finally {
    lost.catch(() => {})
  }
}

/** Whether the desk itself said this, by any copy of the library. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'status' in error && 'defined' in error
}

export type Stream = AsyncIteratorObject<unknown, unknown, void>

export function isStream(output: unknown): output is Stream {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output
}

/**
 * A stream that ends with {@link LinkBroken} when its wire is lost or retired, and quietly when its reader
 * cancels it, even while waiting for the next event.
 */
export function streamOn(wire: Wire, retired: Promise<void>, inner: Stream, onEnd: () => void): Stream {
  const done: IteratorResult<unknown, unknown> = { value: undefined, done: true }
  let isEnded = false
  let cancel = () => {}
  const cancelled = new Promise<typeof done>((resolve) => {
    cancel = () => resolve(done)
  })
  const gone = Promise.race([wire.closed, retired]).then((): never => {
    throw new LinkBroken('the stream was cut; follow again from what was last received')
  })
  gone.catch(() => {})

  function end() {
    if (isEnded) return
    isEnded = true
    cancel()
    onEnd()
  }
  /** Tells the desk; a wire that is gone needs no telling, and its refusal to carry it is of no interest. */
  function tell() {
    if (wire.isOpen()) void Promise.resolve(inner.return?.()).catch(() => {})
  }

  return {
    async next() {
      if (isEnded) return done
      const event = inner.next()
      event.catch(() => {})
      try {
        const result = await Promise.race([event, gone, cancelled])
        if (result.done) end()
        return result
      } catch (error) {
        if (isEnded) return done
        end()
        if (error instanceof LinkBroken) {
          tell()
          throw error
        }
        if (!wire.isOpen() && !isAnswer(error)) {
          throw new LinkBroken('the stream was cut; follow again from what was last received', {
            cause: error,
          })
        }
        throw error
      }
    },
    async return(value) {
      if (!isEnded) {
        end()
        tell()
      }
      return { value, done: true }
    },
    async throw(error) {
      if (!isEnded) {
        end()
        tell()
      }
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
