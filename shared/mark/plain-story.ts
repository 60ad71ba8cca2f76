import type { Passage } from './passage.ts'

/** A passage of a plain text, and where in that text it begins. */
export interface PlacedPassage {
  readonly passage: Passage
  readonly start: number
}

/** The passages of a text whose lines are its paragraphs; lines of nothing but white space are none. */
export function passagesOfText(text: string): PlacedPassage[] {
  const found: PlacedPassage[] = []
  for (const line of text.matchAll(/[^\r\n]*[^\s][^\r\n]*/gu)) {
    // A first line that ends no sentence is what the story is called.
    const isHeadline =
      found.length === 0 && !/[.?!:,;…]["'”’“»«)]*\s*$/u.test(line[0]) && !/["“„]/u.test(line[0])
    found.push({
      passage: { text: line[0], where: isHeadline ? 'headline' : 'paragraph' },
      start: line.index,
    })
  }
  return found
}
