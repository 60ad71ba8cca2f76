import type { Node } from 'prosemirror-model'
import { type TextView, textOf } from './text.ts'

// Scripts written without spaces: a run of their letters is not one word, so a mark in it is not read out.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** "█" stands where a letter was struck: a struck word is a word. */
const letter = /[\p{L}\p{M}\p{N}_█]/u
const digit = /\p{N}/u
/** Joins letters into one word when it stands between two of them: don't, twenty-three, U.S.-led, 3.5, 1,000. */
const joiner = /['’.,:/\u00ad\u2010\u2011-]/u
/** Belongs to the figure that follows it. */
const beforeFigure = /[\p{Sc}+±−#-]/u
/** Belongs to the figure that it follows. */
const afterFigure = /[%‰°\p{Sc}]/u

function isLetter(character: string): boolean {
  return letter.test(character) && !unspaced.test(character)
}

/** Whether one word runs on across `at`: the characters on both sides of it belong together. */
export function insideWord(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1]
  const after = characters[at]
  if (before === undefined || after === undefined) return false
  const beforeThat = characters[at - 2] ?? ' '
  const afterThat = characters[at + 1] ?? ' '
  if (isLetter(before) && isLetter(after)) return true
  if (isLetter(before) && joins(after, before, afterThat)) return true
  if (isLetter(after) && joins(before, beforeThat, after)) return true
  if (beforeFigure.test(before) && digit.test(after)) return !isLetter(beforeThat)
  return digit.test(before) && afterFigure.test(after)
}

/** A full stop, comma, colon or slash joins only figures or single letters ("U.S.", "and/or" is two words). */
function joins(mark: string, left: string, right: string): boolean {
  if (!joiner.test(mark) || !isLetter(left) || !isLetter(right)) return false
  if (mark === ',' || mark === ':' || mark === '/') return digit.test(left) && digit.test(right)
  if (mark === '.') return digit.test(left) === digit.test(right)
  return true
}

/**
 * Where a position comes to lie when it is read out to the edge of its word.
 *
 * @param direction -1 for the start of a claim, 1 for its end
 */
function wordEdge(document: Node, position: number, direction: -1 | 1): number {
  // A block on its own needs no resolving, which would be remembered for each of thousands of blocks.
  const $position = document.isTextblock ? null : document.resolve(position)
  const block = $position ? $position.parent : document
  if (!block.isTextblock) return position
  const start = $position ? $position.start() : 0
  // Code units, not code points, so that offsets are positions; surrogate pairs are put together below.
  const text = block.textBetween(0, block.content.size, undefined, '\ufffc')
  let offset = position - start
  // A word is short: looking at its surroundings keeps a long paragraph cheap.
  for (;;) {
    const from = Math.max(0, offset - 4)
    const around = characters(text, from, offset + 4)
    const at = around.findIndex((character) => character.offset === offset)
    if (at < 0 && offset < text.length) {
      offset += direction // between the halves of a surrogate pair
      continue
    }
    const index = at < 0 ? around.length : at
    if (
      !insideWord(
        around.map((character) => character.text),
        index,
      )
    )
      return start + offset
    const passed = direction < 0 ? around[index - 1] : around[index]
    if (!passed) return start + offset
    offset += direction * passed.text.length
  }
}

function characters(text: string, from: number, to: number): { text: string; offset: number }[] {
  let start = from
  if (start > 0 && isLowSurrogate(text.charCodeAt(start))) start--
  const result: { text: string; offset: number }[] = []
  let offset = start
  for (const character of text.slice(start, to + 1)) {
    result.push({ text: character, offset })
    offset += character.length
  }
  return result
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

/** A range read out to whole words: a mark on "30" in "300" becomes the range of "300". */
export function wholeWords(
  document: Node,
  range: { from: number; to: number },
): { from: number; to: number } {
  return {
    from: wordEdge(document, range.from, -1),
    to: wordEdge(document, range.to, 1),
  }
}

/**
 * The words of a claim: the text from its first to its last marked character, read out to whole words, without
 * white space at the outer ends.
 *
 * @param span from the first marked character to the end of the last
 * @param view how suggested changes are seen
 * @returns blocks set apart by "\n"; "" where no word is marked
 */
export function wordsOf(
  document: Node,
  span: { from: number; to: number },
  view: TextView = 'accepted',
): string {
  return textOf(document, view, wholeWords(document, span)).trim()
}
