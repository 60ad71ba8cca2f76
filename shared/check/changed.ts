import { sentenceRanges } from '../document/sentences.ts'

/** Words of a claim at one moment. */
export interface Wording {
  /** As `wordsOf` reads them: blocks set apart by "\n". */
  readonly words: string
  /** The first letter is that of a sentence, or of a quotation. */
  readonly startsSentence: boolean
}

/**
 * `same`: letter by letter. `typography`: only in what never counts. `different`: a checker has to read it again.
 */
export type Comparison = 'same' | 'typography' | 'different'

/** Where a line may break, and nothing that is read: soft hyphen, zero-width space, word joiner. */
const unread = /[\u00ad\u200b\u2060\ufeff]/gu
const singleMarks = "'‘’‚‛‹›`´ʼ′＇"
const doubleMarks = '"“”„‟«»″〝〞〟＂「」『』'
const primes = '′″'
const guillemets = '«»‹›'
const dash = /^[-‐‑‒–—―⸺﹘﹣－−]$/u
/** Set without spaces they part words, as a dash with spaces does; a hyphen or a short dash joins them. */
const longDash = /^[—―⸺]$/u
const digit = /^\p{N}$/u
const letter = /^\p{L}$/u
const opening = /^[([{<¿¡]$/u

/** One character that is read. */
interface Glyph {
  /** As it is compared: one sign for all quotation marks, one for all dashes. */
  readonly sign: string
  /** White space of any kind or length stands before it. */
  readonly isSpaced: boolean
  /** Offset into the text, for finding what begins a sentence. */
  readonly at: number
  readonly isGuillemet: boolean
  /** A dash between words rather than within one. */
  readonly isBetween: boolean
}

interface Character {
  readonly text: string
  readonly isSpaced: boolean
  readonly at: number
}

function tidied(words: string): string {
  return words.normalize('NFC').replace(unread, '')
}

/** The characters that are no white space; three dots are one sign, and so are hyphens typed for a dash. */
function charactersOf(text: string): Character[] {
  const characters: Character[] = []
  let isSpaced = false
  for (const found of text.matchAll(/\s+|\.\.\.|--+|./gsu)) {
    const [one] = found
    if (/^\s/u.test(one)) {
      isSpaced = characters.length > 0
      continue
    }
    characters.push({ text: one === '...' ? '…' : /^--/.test(one) ? '—' : one, isSpaced, at: found.index })
    isSpaced = false
  }
  return characters
}

/**
 * What a mark that may be a quotation mark or an apostrophe counts as. Behind a figure it may also mean feet or
 * inches, minutes or seconds, and there single and double are not the same, unless it closes a quotation.
 *
 * @param open the sizes of quotations that are open, changed in passing
 */
function markSign(characters: readonly Character[], index: number, open: string[]): string {
  const one = characters[index]
  const before = characters[index - 1]
  const after = characters[index + 1]
  const text = one?.text ?? ''
  const size = doubleMarks.includes(text) ? 'double' : 'single'
  const isAtStart = !before || one?.isSpaced === true || opening.test(before.text) || dash.test(before.text)
  if (isAtStart && after && (!after.isSpaced || guillemets.includes(text))) {
    open.push(size)
    return '"'
  }
  const closes = open.at(-1) === size && !primes.includes(text)
  if (closes && !(letter.test(before?.text ?? '') && after && !after.isSpaced && letter.test(after.text))) {
    open.pop()
    return '"'
  }
  return before && digit.test(before.text) && !one?.isSpaced ? `${size} prime` : '"'
}

function glyphsOf(words: string): Glyph[] {
  const characters = charactersOf(tidied(words))
  const open: string[] = []
  return characters.map(({ text, isSpaced, at }, index) => {
    const isMark = singleMarks.includes(text) || doubleMarks.includes(text)
    const isDash = dash.test(text)
    const after = characters[index + 1]
    const isSetOff = (isSpaced || index === 0) && (after === undefined || after.isSpaced)
    return {
      sign: isMark ? markSign(characters, index, open) : isDash ? '-' : text,
      isSpaced,
      at,
      isGuillemet: guillemets.includes(text),
      isBetween: isDash && (longDash.test(text) || isSetOff),
    }
  })
}

/** Offsets of the letters that begin a sentence in a tidied text. */
function firstLetters({ words, startsSentence }: Wording): Set<number> {
  const text = tidied(words)
  const found = new Set<number>()
  for (const [index, { from, to }] of sentenceRanges(text).entries()) {
    if (index === 0 && !startsSentence) continue
    const at = text.slice(from, to).search(/[\p{L}\p{N}]/u)
    if (at >= 0) found.add(from + at)
  }
  return found
}

/** Whether a space that stands before only one of two glyphs is one that does not count. */
function isLooselySpaced(
  [a, b]: readonly [Glyph, Glyph],
  [beforeA, beforeB]: readonly [Glyph | undefined, Glyph | undefined],
): boolean {
  if (a.isBetween && b.isBetween) return true
  if (beforeA?.isBetween && beforeB?.isBetween) return true
  // « French » marks stand off from what they enclose, “others” do not.
  if (a.sign === '"' && a.isGuillemet !== b.isGuillemet) return true
  return beforeA?.sign === '"' && beforeA.isGuillemet !== beforeB?.isGuillemet
}

/**
 * Decides whether words that were settled still stand: the one place that does. What a claim's, a sentence's or a
 * cleared story's words are compared by is this function.
 *
 * These never count, alone or together: one kind of quotation mark or apostrophe for another, single or double
 * (with the spaces that French sets inside its own); one kind of dash for another, hyphens typed for it, and the
 * spaces around a dash that parts words; one kind or number of spaces for another, the end of a line or a paragraph
 * among them; three dots for an ellipsis; soft hyphens and other signs that only say where a line may break; the
 * case of the first letter of a sentence; how an accented letter is encoded.
 *
 * Everything else counts: a quotation mark more or less, a hyphen or a space more or less within a word or a
 * figure, 6' for 6" (feet and inches), and every other letter, figure and sign.
 */
export function compareWords(before: Wording, after: Wording): Comparison {
  if (before.words === after.words) return 'same'
  const one = glyphsOf(before.words)
  const other = glyphsOf(after.words)
  if (one.length !== other.length) return 'different'
  let firsts: readonly [Set<number>, Set<number>] | null = null
  for (const [index, a] of one.entries()) {
    const b = other[index]
    if (!b) return 'different'
    if (a.sign !== b.sign) {
      if (a.sign.toLowerCase() !== b.sign.toLowerCase()) return 'different'
      firsts ??= [firstLetters(before), firstLetters(after)]
      if (!firsts[0].has(a.at) && !firsts[1].has(b.at)) return 'different'
    }
    if (a.isSpaced === b.isSpaced) continue
    if (!isLooselySpaced([a, b], [one[index - 1], other[index - 1]])) return 'different'
  }
  return 'typography'
}

/** Whether a text reads as another did; both begin a sentence. For what is compared by the sentence. */
export function readsSame(before: string, after: string): boolean {
  const at = (words: string): Wording => ({ words, startsSentence: true })
  return compareWords(at(before), at(after)) !== 'different'
}
