import type { Passage } from './passage.ts'

/**
 * Remembers what follows from a passage and the story's language until it is asked about another: one passage is read
 * to the end before the next, and what is kept of it is its digest alone.
 */
export function perPassage<Result>(
  compute: (passage: Passage, language: string) => Result,
): (passage: Passage, language: string) => Result {
  let last: { readonly passage: Passage; readonly language: string; readonly result: Result } | null = null
  return (passage, language) => {
    if (last?.passage === passage && last.language === language) return last.result
    const result = compute(passage, language)
    last = { passage, language, result }
    return result
  }
}
