import type { Passage } from './passage.ts'

/** Keeps what follows from a passage and the story's language as long as the passage is the same object. */
export function perPassage<Result>(
  compute: (passage: Passage, language: string) => Result,
): (passage: Passage, language: string) => Result {
  const kept = new WeakMap<Passage, { readonly language: string; readonly result: Result }>()
  return (passage, language) => {
    const known = kept.get(passage)
    if (known?.language === language) return known.result
    const result = compute(passage, language)
    kept.set(passage, { language, result })
    return result
  }
}
