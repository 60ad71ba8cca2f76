import type { ChangedPart } from '../../shared/model/receipt.ts'

/** Counts what came in differently from how it was, for the receipt. */
export class Changes {
  readonly #counts = new Map<string, number>()

  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
  }

  list(): ChangedPart[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }))
  }
}
