/** Fewer letters than this stand in every text. */
export const leastLetters = 3

/** Stands for each character that was struck, so that positions after it stay what they were. */
export const filler = '█'

/** Stands for what was struck in an address or a slug, where {@link filler} would make it no address. */
export const addressFiller = 'struck'

/** Nothing to be seen, or an apostrophe: "OBrien" is "O’Brien". */
const unseen = "[\\u00ad\\u200b-\\u200f\\u2060\\ufeff'’‘ʼ`´]{0,3}"

/** Between two words of a name: "Karla Meier", "karla-meier", "karla.meier@", "Karla%20Meier", "KarlaMeier". */
const between = '(?:%20|&nbsp;|&#160;|[^\\p{L}\\p{N}]){0,4}'

/** Letters that Unicode does not take apart. */
const undivided: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŀ: 'l',
}

/** How a letter is written out where there is none of it. */
const writtenOut: Readonly<Record<string, readonly string[]>> = {
  ä: ['ae'],
  ö: ['oe'],
  ü: ['ue'],
  ø: ['oe'],
  å: ['aa'],
  æ: ['ae'],
  œ: ['oe'],
  ß: ['ss'],
  þ: ['th'],
}

function fold(character: string): string {
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...plain].map((letter) => undivided[letter] ?? letter).join('')
}

const families = new Map<string, string>()

/** Every letter that is `letter` but for case, accents and width. */
function familyOf(letter: string): string {
  if (families.size === 0) {
    const gathered = new Map<string, string[]>()
    for (let code = 0x41; code <= 0xffef; code++) {
      if (code === 0x3400) code = 0xf900
      if (code >= 0xd800 && code <= 0xdfff) continue
      const character = String.fromCodePoint(code)
      if (!/[\p{L}\p{N}]/u.test(character)) continue
      const folded = fold(character)
      if ([...folded].length !== 1) continue
      const family = gathered.get(folded)
      if (family) family.push(character)
      else gathered.set(folded, [character])
    }
    for (const [folded, family] of gathered) families.set(folded, family.join(''))
  }
  return families.get(letter) ?? letter
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function letterPattern(letter: string): string {
  return `[${escaped(familyOf(letter))}]\\p{M}{0,4}`
}

function lettersPattern(letters: string): string {
  return [...letters].map(letterPattern).join(unseen)
}

/** One word of a name in every way of writing it. */
function wordPattern(word: string): string {
  const letters = [...word.normalize('NFC').toLowerCase()]
  const units: string[] = []
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? ''
    const pair = letter + (letters[at + 1] ?? '')
    const short = Object.keys(writtenOut).filter((one) => writtenOut[one]?.includes(pair))
    if (short.length > 0) {
      const marked = short.map((one) => `${one.normalize('NFD')}`)
      units.push(`(?:${[lettersPattern(pair), ...short, ...marked].join('|')})`)
      at++
      continue
    }
    const folded = fold(letter)
    if (folded === '') continue
    const ways = writtenOut[letter] ?? []
    units.push(`(?:${[letter, ...ways.map(lettersPattern), lettersPattern(folded)].join('|')})`)
  }
  return units.join(unseen)
}

/** Where words stand in a text; UTF-16 code units, end exclusive. */
export interface Match {
  readonly from: number
  readonly to: number
}

/**
 * Words to be found however they are written: in any case, with or without accents, umlauts written out, with
 * soft hyphens in them, joined by spaces, hyphens, dots or nothing, and a name also with its last word first.
 */
export interface Pattern {
  find(text: string): Match[]
  has(text: string): boolean
  /** The text with what was found made unreadable; as long as it was, unless it is an address. */
  strike(text: string): string
  /** As {@link strike}, also where the text begins or ends in the middle of the words: "… said Karla". */
  strikeCut(text: string): string
  hasCut(text: string): boolean
  /** As {@link strike}, for a name made of words joined by hyphens. */
  strikeSlug(slug: string): string
  /** A match is never longer than this, in code units. */
  readonly longest: number
}

/** The letters of an id or a hash are no name: "ada" stands in many. */
function isInsideId(text: string, { from, to }: Match): boolean {
  if (/[^0-9a-f]/iu.test(text.slice(from, to))) return false
  let start = from
  let end = to
  while (start > 0 && /[0-9a-f-]/iu.test(text.charAt(start - 1))) start--
  while (end < text.length && /[0-9a-f-]/iu.test(text.charAt(end))) end++
  return end - start >= 32
}

/**
 * Every letter and figure becomes {@link filler}. White space and punctuation stay, so that words begin and end
 * where they did. Half of a surrogate pair is filled too.
 */
export function filled(text: string): string {
  return text.replace(/[\p{L}\p{N}\p{M}]|[\ud800-\udfff]/gu, (letter) => filler.repeat(letter.length))
}

function wordsIn(words: string): string[] {
  return words
    .normalize('NFC')
    .replace(/['’‘ʼ`´\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
}

/** How many letters and figures the words have; scripts that write a word in one or two count for more. */
function weightOf(words: readonly string[]): number {
  return words
    .join('')
    .replace(/[\p{Script=Han}\p{Script=Hangul}]/gu, 'xx')
    .replace(/\p{M}/gu, '').length
}

/** @returns null where the words are too short to be struck */
export function patternOf(words: string, { wholeWords = false } = {}): Pattern | null {
  const parts = wordsIn(words)
  if (weightOf(parts) < leastLetters) return null
  const sources = parts.map(wordPattern)
  const orders = [sources.join(between)]
  const last = sources.at(-1)
  if (last !== undefined && sources.length > 1) orders.push([last, ...sources.slice(0, -1)].join(between))
  const [before, after] = wholeWords ? ['(?<![\\p{L}\\p{N}\\p{M}])', '(?![\\p{L}\\p{N}\\p{M}])'] : ['', '']
  const whole = new RegExp(`${before}(?:${orders.join('|')})${after}`, 'giu')
  const counts = sources.slice(1).map((_, index) => index + 1)
  const cut =
    counts.length === 0
      ? null
      : new RegExp(
          [
            ...counts.map((count) => `^(?:${sources.slice(count).join(between)})(?![\\p{L}\\p{N}])`),
            ...counts
              .toReversed()
              .map((count) => `(?<![\\p{L}\\p{N}])(?:${sources.slice(0, count).join(between)})$`),
          ].join('|'),
          'giu',
        )

  function matches(regexp: RegExp, text: string): Match[] {
    const found: Match[] = []
    for (const match of text.matchAll(regexp)) {
      const one = { from: match.index, to: match.index + match[0].length }
      if (!isInsideId(text, one)) found.push(one)
    }
    return found
  }

  function replace(text: string, found: readonly Match[], by: (part: string) => string): string {
    let result = ''
    let at = 0
    for (const { from, to } of found) {
      result += text.slice(at, from) + by(text.slice(from, to))
      at = to
    }
    return result + text.slice(at)
  }

  const find = (text: string) => matches(whole, text)
  const isAddress = (text: string) => /^(?:[a-z][a-z0-9+.-]*:|www\.)\S+$/iu.test(text)
  const strike = (text: string) => {
    const found = find(text)
    if (found.length === 0) return text
    return replace(text, found, isAddress(text) ? () => addressFiller : filled)
  }
  const strikeCut = (text: string) => {
    const struck = strike(text)
    return cut ? replace(struck, matches(cut, struck), filled) : struck
  }
  return {
    find,
    has: (text) => find(text).length > 0,
    strike,
    strikeCut,
    hasCut: (text) => strikeCut(text) !== text,
    strikeSlug(slug) {
      const struck = replace(slug, find(slug), () => addressFiller)
      return cut ? replace(struck, matches(cut, struck), () => addressFiller) : struck
    },
    longest: parts.join('').length * 12 + parts.length * 24,
  }
}
