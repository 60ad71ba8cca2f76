/** More of them than any story has; where there are more, those before are told from those after, and no harm is done. */
const most = 50_000

/** The same object for the same key, so that what a story says a thousand times is kept once. */
export class Interned<Value> {
  readonly #known = new Map<string, Value>()

  get(key: string, make: () => Value): Value {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (this.#known.size >= most) this.#known.clear()
    const value = make()
    this.#known.set(ownWords(key), value)
    return value
  }
}

/** Words that were cut out of a text keep all of the text in memory. @returns the same words, by themselves */
function ownWords(words: string): string {
  // A runtime may share the letters of a part with its whole; through JSON they are copied.
  const own: unknown = JSON.parse(JSON.stringify(words))
  return String(own)
}

const words = new Map<string, string>()

/** The same words without the text that they were cut out of, and each of them once. */
export function keptWords(cut: string): string {
  const known = words.get(cut)
  if (known !== undefined) return known
  if (words.size >= most) words.clear()
  const own = ownWords(cut)
  words.set(own, own)
  return own
}
