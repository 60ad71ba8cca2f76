import { readsSame } from '../check/changed.ts'
import { likenessOf } from '../check/sentences.ts'
import type { Dismissal, Dismissed } from '../model/dismissal.ts'

type Known = Pick<Dismissal, 'id' | 'what' | 'words' | 'isTakenBack'>

/** Thousands are asked about again at every pause. */
const keys = new WeakMap<Pick<Dismissed, 'what' | 'words'>, string>()

/**
 * Where words that read the same look the same: by their letters and figures, and by themselves where they have none.
 */
function keyOf(one: Pick<Dismissed, 'what' | 'words'>): string {
  const known = keys.get(one)
  if (known !== undefined) return known
  // A finding may be about typography: its key is its words to the letter.
  const likeness = one.what === 'finding' ? '' : likenessOf(one.words)
  const key = `${one.what} ${likeness || one.words.trim()}`
  keys.set(one, key)
  return key
}

/** What of a story was dismissed. Words that differ from dismissed ones in typography alone are dismissed too. */
export class DismissedWords {
  readonly #byLikeness = new Map<string, Known[]>()

  add(dismissal: Known): void {
    if (dismissal.isTakenBack) return
    const key = keyOf(dismissal)
    const known = this.#byLikeness.get(key)
    if (known) known.push(dismissal)
    else this.#byLikeness.set(key, [dismissal])
  }

  remove({ id, ...rest }: Known): void {
    const known = this.#byLikeness.get(keyOf(rest))
    const at = known?.findIndex((one) => one.id === id) ?? -1
    if (at >= 0) known?.splice(at, 1)
  }

  /** Quick where the same object is asked about again. */
  has(one: Pick<Dismissed, 'what' | 'words'>): boolean {
    if (this.#byLikeness.size === 0) return false
    const known = this.#byLikeness.get(keyOf(one)) ?? []
    return known.some(
      ({ words }) => words === one.words || (one.what !== 'finding' && readsSame(words, one.words)),
    )
  }
}
