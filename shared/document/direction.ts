import type { Node } from 'prosemirror-model'

export type Direction = 'ltr' | 'rtl'

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u

/**
 * The direction that `dir="auto"` would find: that of the first letter; null where there is none.
 */
export function directionOf(text: string): Direction | null {
  const letter = text.match(/\p{L}/u)?.[0]
  if (letter === undefined) return null
  return rightToLeft.test(letter) ? 'rtl' : 'ltr'
}

/** Which way a story's tables, lists and notes go: that of its first letter, which is its headline's; null without one. */
export function directionOfStory(document: Node): Direction | null {
  for (const block of document.children) {
    const direction = directionOf(block.textContent)
    if (direction !== null) return direction
  }
  return null
}
