/**
 * A clock that never goes back: where the machine's is set back, it stands still until that one has caught up, so
 * that what happens later is never stamped earlier.
 */
export function steadyClock(now: () => number): () => number {
  let latestMs = Number.NEGATIVE_INFINITY
  return () => {
    latestMs = Math.max(latestMs, now())
    return latestMs
  }
}
