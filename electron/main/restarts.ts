/** More ends than this within the window are a defect, not an accident; `scripts/lib/supervise.mjs` has the same. */
const MOST_RESTARTS = 5
const WINDOW_MS = 60_000
const STEP_MS = 100

export interface Restarts {
  /**
   * Something ended that should not have.
   *
   * @returns how long to wait before it is started again, in milliseconds; null to give up
   */
  next(nowMs: number): number | null
  /** A person wants it tried again: what was before is forgotten. */
  forget(): void
}

/** At once the first time, then a little later each time, and after too many ends not at all. */
export function countRestarts(): Restarts {
  let endedAtMs: number[] = []
  return {
    next(nowMs) {
      endedAtMs = [...endedAtMs.filter((atMs) => nowMs - atMs < WINDOW_MS), nowMs]
      return endedAtMs.length > MOST_RESTARTS ? null : STEP_MS * (endedAtMs.length - 1)
    },
    forget() {
      endedAtMs = []
    },
  }
}
