import type { ClientLink } from '@orpc/client'
import { LinkBroken } from './broken.ts'
import type { Ending } from './ending.ts'

/** One connection, from its opening to its end: a WebSocket or a MessagePort. It never comes back. */
export interface Wire {
  readonly rpc: ClientLink<Record<never, never>>
  /** Whether something can be sent; false a moment before {@link Wire.ending} is heard of. */
  isOpen(): boolean
  /** The connection's, by whichever side. */
  readonly ending: Ending
  close(): void
}

/** Thrown inside the link when a wire is lost before its answer came; callers of the link never see it. */
export class WireLost extends Error {
  override readonly name = 'WireLost'
}

/** Whether the desk itself said this, by any copy of the library. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'status' in error && 'defined' in error
}

/** The transport words its own end in several ways; what counts is that the wire is gone. */
function isLoss(wire: Wire, error: unknown): boolean {
  return !wire.isOpen() && !isAnswer(error)
}

/** The answer, or {@link WireLost} as soon as the wire is gone: a call on a closed port would wait for ever. */
export function answerOn(wire: Wire, answer: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const leave = wire.ending.onEnd(() => reject(new WireLost('the connection was lost')))
    answer.then(
      (output) => {
        leave()
        resolve(output)
      },
      (cause: unknown) => {
        leave()
        reject(isLoss(wire, cause) ? new WireLost('the connection was lost', { cause }) : cause)
      },
    )
  })
}

export interface Stream extends AsyncIterator<unknown, unknown, void> {
  [Symbol.asyncIterator](): Stream
}

export function isStream(output: unknown): output is Stream {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output
}

interface Waiting {
  resolve(result: IteratorResult<unknown, unknown>): void
  reject(error: unknown): void
}

/**
 * A stream that ends with {@link LinkBroken} when its wire is lost or retired, and quietly when its reader
 * cancels it, even while waiting for the next event. `onEnd` is called once, however it ends.
 */
export function streamOn(wire: Wire, retirement: Ending, inner: Stream, onEnd: () => void): Stream {
  const waiting = new Set<Waiting>()
  let isEnded = false
  /** Broken while nobody waited: the next one to ask is told, once. */
  let untold: LinkBroken | null = null
  const leaving: (() => void)[] = []

  function end(settle: (one: Waiting) => void) {
    if (isEnded) return
    isEnded = true
    for (const leave of leaving) leave()
    for (const one of waiting) settle(one)
    waiting.clear()
    onEnd()
  }
  function finish(result: IteratorResult<unknown, unknown>) {
    end((one) => one.resolve(result))
  }
  function breakOff(cause?: unknown) {
    if (isEnded) return
    const broken = new LinkBroken('the stream was cut; follow again from what was last received', { cause })
    if (waiting.size === 0) untold = broken
    end((one) => one.reject(broken))
  }
  /** Tells the desk; a wire that is gone needs no telling, and its refusal to carry it is of no interest. */
  function tell() {
    if (wire.isOpen()) void Promise.resolve(inner.return?.()).catch(() => {})
  }

  leaving.push(wire.ending.onEnd(() => breakOff()))
  leaving.push(
    retirement.onEnd(() => {
      tell()
      breakOff()
    }),
  )

  return {
    next() {
      if (untold) {
        const broken = untold
        untold = null
        return Promise.reject(broken)
      }
      if (isEnded) return Promise.resolve({ value: undefined, done: true })
      return new Promise((resolve, reject) => {
        const one: Waiting = { resolve, reject }
        waiting.add(one)
        inner.next().then(
          (result) => {
            waiting.delete(one)
            resolve(result)
            if (result.done) finish(result)
          },
          (error: unknown) => {
            if (isLoss(wire, error)) return breakOff(error)
            waiting.delete(one)
            reject(error)
            finish({ value: undefined, done: true })
          },
        )
      })
    },
    return(value) {
      if (!isEnded) {
        tell()
        finish({ value: undefined, done: true })
      }
      return Promise.resolve({ value, done: true })
    },
    throw(error) {
      if (!isEnded) {
        tell()
        finish({ value: undefined, done: true })
      }
      return Promise.reject(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
