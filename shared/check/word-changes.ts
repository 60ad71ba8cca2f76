import { diffArrays } from 'diff'
import { compareWords } from './changed.ts'

/** A stretch of two wordings: in both, or in one of them. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added'
  /** What is in both is given as it reads now. */
  readonly text: string
}

/** Beyond this many differing words they are shown one whole after the other. */
const maxDifferences = 400

/** Words with what joins their letters, figures with their feet and inches, white space, and other signs alone. */
const word =
  /[\p{L}\p{M}\p{N}\u00ad]+(?:[-’'.,:‐‑–][\p{L}\p{M}\p{N}\u00ad]+)*(?:(?<=\p{N})['"’”′″])?|\s+|./gsu

function wordsOf(text: string): string[] {
  return text.match(word) ?? []
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true
  if (one.trim() === '' || other.trim() === '') return one.trim() === other.trim()
  const at = (words: string) => ({ words, startsSentence: false })
  return compareWords(at(one), at(other)) !== 'different'
}

/** A space that was kept between two words that were not is shown with them: whole stretches read better. */
function isGap(changes: readonly WordChange[], index: number): boolean {
  const one = changes[index]
  return (
    one?.kind === 'same' &&
    one.text.trim() === '' &&
    index > 0 &&
    index < changes.length - 1 &&
    changes[index - 1]?.kind !== 'same' &&
    changes[index + 1]?.kind !== 'same'
  )
}

function joined(changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = []
  let removed = ''
  let added = ''
  const close = (): void => {
    // White space that both end with is no part of what differs.
    const space = removed && added ? (/\s+$/u.exec(removed)?.[0] ?? '') : ''
    const isShared = space !== '' && added.endsWith(space)
    if (isShared) {
      removed = removed.slice(0, -space.length)
      added = added.slice(0, -space.length)
    }
    if (removed !== '') result.push({ kind: 'removed', text: removed })
    if (added !== '') result.push({ kind: 'added', text: added })
    if (isShared) result.push({ kind: 'same', text: space })
    removed = ''
    added = ''
  }
  for (const [index, { kind, text }] of changes.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (isGap(changes, index)) {
      removed += text
      added += text
    } else {
      close()
      const last = result.at(-1)
      if (last?.kind === 'same') result[result.length - 1] = { kind, text: last.text + text }
      else result.push({ kind, text })
    }
  }
  close()
  return result
}

/**
 * What became of some words, word by word, to be shown: all that is not `added` reads as before, all that is not
 * `removed` as it reads now. Typography alone is no difference here either.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const found = diffArrays(wordsOf(before), wordsOf(after), {
    comparator: isSame,
    maxEditLength: maxDifferences,
  })
  if (!found) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  }
  return joined(
    found.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  )
}
