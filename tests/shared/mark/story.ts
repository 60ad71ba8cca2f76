import type { Passage } from '../../../shared/mark/passage.ts'

/** A story as the first pass reads it: paragraphs, with what stands before them where it is given. */
export function passagesFor(
  paragraphs: readonly string[],
  heads: Readonly<Partial<Record<'headline' | 'dek' | 'byline' | 'dateline', string>>> = {},
): Passage[] {
  const before = Object.entries(heads).map(([where, text]) => ({ where, text }))
  return [...before, ...paragraphs.map((text) => ({ where: 'paragraph', text }))]
}
