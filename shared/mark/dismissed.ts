import { readsSame } from '../check/changed.ts'
import { likenessOf } from '../check/sentences.ts'
import type { Dismissal, Dismissed } from '../model/dismissal.ts'
import type { Mark } from './marks.ts'

/** What of a text may do harm to somebody, and is put aside for the one it speaks of alone. */
const harmful: ReadonlySet<string> = new Set(['legal', 'accusation'])

/** The most that is kept of a sentence, in code units. */
const mostOfSentence = 1000

/**
 * A mark as it is dismissed and asked about. The same words are another's in another mouth, and accuse somebody else
 * in another sentence: quotes go with who says them, or with their sentence where the story does not say, and what may
 * have to go to legal goes with its sentence.
 *
 * @param sentence the one in which it begins; "" where there is none
 */
export function dismissedAs(
  { kind, words, speaker, risk }: Pick<Mark, 'kind' | 'words' | 'speaker' | 'risk'>,
  sentence: string,
): Pick<Dismissed, 'what' | 'words'> {
  const who = kind === 'quote' ? speaker?.name || speaker?.role || sentence : ''
  const beside = (harmful.has(risk) ? sentence : who).slice(0, mostOfSentence).replaceAll(/\s+/g, ' ').trim()
  return { what: kind, words: beside ? `${words}\n${beside}` : words }
}

/** What was dismissed, and beside what; "" where the words are dismissed wherever they stand. */
export function partsOfDismissed({ what, words }: Pick<Dismissed, 'what' | 'words'>): {
  words: string
  beside: string
} {
  const at = what === 'finding' ? -1 : words.lastIndexOf('\n')
  return at < 0 ? { words, beside: '' } : { words: words.slice(0, at), beside: words.slice(at + 1) }
}

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
