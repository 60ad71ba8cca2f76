import type { ClientLink } from '@orpc/client'
import type { PersonId } from '../../shared/model/ids.ts'
import { LinkBroken } from './broken.ts'
import { type Ending, makeEnding } from './ending.ts'
import { answerOn, isStream, streamOn, type Wire, WireLost } from './wire.ts'

export type LinkState = 'connecting' | 'open' | 'closed'

/** Makes one connection as that person; `signal` tells that it is not wanted any more. */
export type Connect = (personId: PersonId | null, signal: AbortSignal) => Promise<Wire>

export interface LastingLink extends ClientLink<Record<never, never>> {
  state(): LinkState
  subscribe(listener: () => void): () => void
  setPerson(personId: PersonId | null): void
  /** Settles when the link is open; rejects with LinkBroken after `patienceMs` or when it was closed for good. */
  whenOpen(signal?: AbortSignal): Promise<void>
  close(): void
}

export interface Patience {
  /** How long a call waits for the connection to come back. */
  patienceMs: number
  firstDelayMs: number
  longestDelayMs: number
  /** How long calls under way may still be answered after the person at the connection changed. */
  drainMs: number
}

const PATIENCE: Patience = { patienceMs: 10_000, firstDelayMs: 100, longestDelayMs: 3000, drainMs: 5000 }

/** A call that takes the desk down with it is not sent for ever. */
const MOST_SENDINGS = 4

/** A connection that ends sooner counts as a failed attempt, or a desk that hangs up at once is rung endlessly. */
const SHORTEST_LIFE_MS = 1000

interface Held {
  wire: Wire
  /** Over when the person changed: streams end then, calls under way are still answered. */
  retirement: Ending & { end(): void }
  underWay: number
}

/**
 * Keeps a connection to the desk. While it is lost, calls that were under way wait up to `patienceMs` for the
 * next connection and are sent again: each change carries a `requestId` and so may be repeated, and questions
 * change nothing. A new call waits while the state is `connecting` and fails at once with {@link LinkBroken}
 * while it is `closed`: the desk was asked for and did not answer, or the link was closed for good. A stream
 * ends with LinkBroken; its reader follows again from what it last received.
 */
export function keepLink(connect: Connect, patience: Partial<Patience> = {}): LastingLink {
  const { patienceMs, firstDelayMs, longestDelayMs, drainMs } = { ...PATIENCE, ...patience }
  const listeners = new Set<() => void>()
  /** Woken at every change of the state. */
  let changed = Promise.withResolvers<void>()
  let state: LinkState = 'connecting'
  let held: Held | null = null
  let personId: PersonId | null = null
  let attempt = new AbortController()
  let isClosed = false

  function become(next: LinkState) {
    if (state === next) return
    state = next
    changed.resolve()
    changed = Promise.withResolvers<void>()
    for (const listener of [...listeners]) listener()
  }

  async function keep() {
    let failures = 0
    while (!isClosed) {
      attempt = new AbortController()
      const { signal } = attempt
      try {
        const wire = await connect(personId, signal)
        if (signal.aborted) {
          wire.close()
          continue
        }
        const openedAtMs = Date.now()
        held = { wire, retirement: makeEnding(), underWay: 0 }
        become('open')
        await Promise.race([ended(wire.ending), aborted(signal)])
        held = null
        if (isClosed) break
        become('connecting')
        if (signal.aborted) continue
        failures = Date.now() - openedAtMs < SHORTEST_LIFE_MS ? failures + 1 : 0
      } catch {
        if (signal.aborted) continue
        failures++
        become('closed')
      }
      if (failures > 0) await delay(Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs), signal)
    }
  }

  /** Ends its streams now, and itself when its calls are answered. */
  function retire(old: Held) {
    old.retirement.end()
    if (old.underWay === 0) old.wire.close()
    else setTimeout(() => old.wire.close(), drainMs)
  }

  async function holdWire(isFirst: boolean, signal: AbortSignal | undefined): Promise<Held> {
    const deadlineMs = Date.now() + patienceMs
    for (;;) {
      if (held?.wire.isOpen()) return held
      if (isClosed) throw new LinkBroken('the link is closed')
      if (isFirst && state === 'closed') throw new LinkBroken('the desk does not answer')
      const leftMs = deadlineMs - Date.now()
      if (leftMs <= 0) throw new LinkBroken('the desk does not answer')
      const waiting = new AbortController()
      // A wire that is no longer open but whose end was not heard of yet is waited for in small steps.
      const stepMs = held ? Math.min(leftMs, 10) : leftMs
      await Promise.race([
        changed.promise,
        delay(stepMs, waiting.signal),
        signal ? aborted(signal) : changed.promise,
      ])
      waiting.abort()
      signal?.throwIfAborted()
    }
  }

  const link: LastingLink = {
    async call(path, input, options) {
      const askedAs = personId
      for (let sending = 1; ; sending++) {
        const on = await holdWire(sending === 1, options.signal)
        // Sent again under another name it would be another person's doing.
        if (personId !== askedAs && sending > 1)
          throw new LinkBroken('another person is at the connection now')
        on.underWay++
        const settle = () => {
          on.underWay--
          if (on.retirement.isOver() && on.underWay === 0) on.wire.close()
        }
        let isStreaming = false
        try {
          const output = await answerOn(on.wire, on.wire.rpc.call(path, input, options))
          if (!isStream(output)) return output
          isStreaming = true
          return streamOn(on.wire, on.retirement, output, settle)
        } catch (error) {
          options.signal?.throwIfAborted()
          if (!(error instanceof WireLost)) throw error
          if (isClosed) throw new LinkBroken('the link is closed', { cause: error })
          if (sending >= MOST_SENDINGS) throw new LinkBroken('the desk stops at this call', { cause: error })
        } finally {
          if (!isStreaming) settle()
        }
      }
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    setPerson(next) {
      if (isClosed || next === personId) return
      personId = next
      const old = held
      held = null
      become('connecting')
      attempt.abort()
      if (old) retire(old)
    },
    async whenOpen(signal) {
      await holdWire(false, signal)
    },
    close() {
      if (isClosed) return
      isClosed = true
      attempt.abort()
      held?.wire.close()
      held = null
      become('closed')
    },
  }
  void keep()
  return link
}

function ended(ending: Ending): Promise<void> {
  return new Promise((resolve) => {
    ending.onEnd(resolve)
  })
}

/** Settles when the signal is given; never where it never is. */
function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

/** Waits, or less long where the signal is given. */
function delay(durationMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, durationMs)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
