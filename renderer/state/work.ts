import { createStore } from './store.ts'

/** Something that takes its time, said while it goes on and stopped where somebody has had enough of it. */
export interface Work {
  readonly id: number
  readonly text: string
  stop(): void
}

export const works = createStore<readonly Work[]>([])
let lastId = 0

/** Somebody stopped it. What was done by then is whole: nothing is left half done by stopping. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/**
 * @param work is given the signal that it is stopped by
 * @param stopping of whoever stops it by other means too
 * @throws Stopped, or what `work` throws
 */
export async function carryOut<T>(
  text: string,
  work: (signal: AbortSignal) => Promise<T>,
  stopping = new AbortController(),
): Promise<T> {
  const id = ++lastId
  works.set((now) => [...now, { id, text, stop: () => stopping.abort(new Stopped()) }])
  try {
    const done = await work(stopping.signal)
    stopping.signal.throwIfAborted()
    return done
  } catch (error) {
    // Whoever was interrupted says so in words of its own.
    stopping.signal.throwIfAborted()
    throw error
  } finally {
    works.set((now) => now.filter((each) => each.id !== id))
  }
}
