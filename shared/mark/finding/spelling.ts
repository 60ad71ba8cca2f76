import type { PassageFacts } from '../statement/facts.ts'
import type { FindingLexicon } from './lexicon.ts'

/** A name as one passage has it. */
export interface SpellingTrace {
  /** Its words in lower case. */
  readonly keys: readonly string[]
  /** Those with a space between them. */
  readonly key: string
  readonly words: string
  readonly from: number
  readonly to: number
}

/** Endings that make another word of the same stem: "Hungary", "Hungarian"; "Democrats", "Democratic". */
const endings: ReadonlySet<string> = new Set(
  ' s es n en e er ers ns in innen ian ians an ans a i ic ics or ors ion ions ed ing ist ists ism al ish'.split(
    ' ',
  ),
)
/** A typing slip does not look like these, whatever the other word ends in. */
const inflections: ReadonlySet<string> = new Set(endings)
for (const vowel of ['a', 'e', 'i', 'al', 'en', 'an', 'in', 'or', 'er', 'n'])
  (inflections as Set<string>).delete(vowel)
const longEnoughForTwo = 9
/** More words than this with capital letters are a list or a line in capitals; each would be left open in turn. */
const longestName = 6

export function spellingsIn(
  facts: PassageFacts,
  text: string,
  lexicon: FindingLexicon,
): readonly SpellingTrace[] {
  return facts.names.flatMap(({ kind, first, end, from, to }) => {
    if (end - first > longestName || (kind === 'place' && end - first === 1)) return []
    const keys = facts.words.slice(first, end).map((word) => word.key.replace(/\.$|['’]$/gu, ''))
    if (keys.some((key) => lexicon.countries.has(key))) return []
    return [{ keys, key: keys.join(' '), words: text.slice(from, to), from, to }]
  })
}

const accented = /[^\p{ASCII}]/u

/** Letters without their accents and in their plain spelling: "Müller", "Mueller" and "Muller" are the same. */
function plain(key: string): string {
  return key
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

/** How many letters are added, left out, exchanged or swapped, up to `most`; beyond it `most` + 1. */
export function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    let least = row
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (isSwap) edits = Math.min(edits, (before[column - 2] ?? 0) + 1)
      next.push(edits)
      least = Math.min(least, edits)
    }
    if (least > most) return most + 1
    before = last
    last = next
  }
  return last[other.length] ?? most + 1
}

function isInflected(one: string, other: string): boolean {
  let stem = 0
  while (stem < one.length && one[stem] === other[stem]) stem++
  const left = [one.slice(stem), other.slice(stem)]
  if (left.includes('')) return left.every((ending) => endings.has(ending))
  return left.every((ending) => endings.has(ending)) && left.some((ending) => inflections.has(ending))
}

/** "USB-C" is another thing than "USB-A", and "XIV" than "XVI". */
function isModel(key: string): boolean {
  return /\p{N}|-\p{L}{1,2}$|^[ivxlc]+$/u.test(key)
}

/** Whether two words look like spellings of one name, and are not one with an ending. */
export function isNearlySame(one: string, other: string, least: number): boolean {
  if (one === other || one[0] !== other[0] || Math.min(one.length, other.length) < least) return false
  if (Math.abs(one.length - other.length) > 3) return false
  if (isInflected(one, other) || isModel(one) || isModel(other)) return false
  if ((accented.test(one) || accented.test(other)) && plain(one) === plain(other)) return true
  const most = Math.min(one.length, other.length) >= longEnoughForTwo ? 2 : 1
  return editsBetween(one, other, most) <= most
}
