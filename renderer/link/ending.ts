/**
 * Something that ends once. Unlike a promise's, its listeners can leave: a connection outlives thousands of
 * calls, and each would keep its answer in memory for as long as the connection stands.
 */
export interface Ending {
  isOver(): boolean
  /** Calls back when it ends, at once where it has; returns how to leave. */
  onEnd(listener: () => void): () => void
}

export function makeEnding(): Ending & { end(): void } {
  const listeners = new Set<() => void>()
  let isOver = false
  return {
    isOver: () => isOver,
    onEnd(listener) {
      if (isOver) {
        listener()
        return () => {}
      }
      // A wrapper, so that the same listener may come twice.
      const entry = () => listener()
      listeners.add(entry)
      return () => {
        listeners.delete(entry)
      }
    },
    end() {
      if (isOver) return
      isOver = true
      const called = [...listeners]
      listeners.clear()
      for (const listener of called) listener()
    },
  }
}
