import type { Node } from 'prosemirror-model'
import { countWords } from '../../shared/document/text.ts'

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|dez)\\.?'
const day = `(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\\.?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)`
const time = '(?:(?:at |um )?\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: ?uhr)?(?: [A-Z]{2,4})?)'
const date = `(?:(?:${day},? )?(?:${month} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)?\\.? ${month}(?:,? \\d{4})?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}))`

const dateLine = new RegExp(
  `^(?:(?:first |last )?(?:published|posted|updated|modified|veröffentlicht|aktualisiert|stand|erschienen)(?: on| at| am)?:? ?)?${date}(?:[,|·–-]? ?${time})?(?: ?[|·,–-] ?(?:updated|aktualisiert)?:? ?${date}?(?:[,|·–-]? ?${time})?)?$`,
  'iu',
)

/** Whether a line is a date and nothing else: "Published Nov. 10, 2025, 9:30 a.m." */
export function isDateLine(line: string): boolean {
  return line.length <= 120 && dateLine.test(line)
}

/** Whether words name a date at all. */
export function namesDate(words: string): boolean {
  return new RegExp(
    `\\b${month} \\d|\\d\\.? ${month}|\\b(?:19|20)\\d{2}\\b|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}`,
    'iu',
  ).test(words)
}

const joining =
  /^(?:and|und|et|y|for|für|with|mit|in|of|the|de|da|di|del|der|den|van|von|bin|al|el|&|\||·|-|–)$/iu

/** Whether a line is a byline: "By Jane Doe and John Roe", "Von Erika Muster". */
export function isByline(line: string): boolean {
  if (line.length > 200) return false
  const found = /^(?:(?:written |words |story |text )?by|von|text):? (.+)$/iu.exec(line)
  if (!found?.[1] || countWords(line) > 14 || /[.!?…:;]$/u.test(line.replace(/\b\p{Lu}\.$|[JS]r\.$/u, '')))
    return false
  const words = found[1].split(/\s+/u)
  return /^\p{Lu}/u.test(found[1]) && words.every((word) => joining.test(word) || /^[("]?\p{Lu}/u.test(word))
}

const capitals = "\\p{Lu}[\\p{Lu}.'’-]+(?: \\p{Lu}[\\p{Lu}.'’-]+){0,3}"
const place = `(?:${capitals}|\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2})`
const agency = '\\((?:[\\p{L}][\\p{L}\\p{N} .,&/-]{1,30})\\)'
const dash = ' ?(?:—|–|--| - ) ?'

/** In this order; each ends before the dash. A place alone must be in capitals, and a sentence must follow. */
const datelines = [
  new RegExp(`^(${place}(?:, ${place}){0,2}(?:, (?i:${date}))? ?${agency})${dash}(?=\\S)`, 'u'),
  new RegExp(`^(${capitals}(?:, \\p{Lu}[\\p{L}. ]{1,24})?, (?i:${date}))${dash}(?=\\S)`, 'u'),
  new RegExp(`^(${capitals}(?:, \\p{Lu}[\\p{L}.]{1,24}){0,2})${dash}(?=[\\p{Lu}“"„«])`, 'u'),
]

const loneDateline = new RegExp(`^${place}(?:, ${place}){0,2},? (?i:${date})$`, 'u')

/** Whether a line is a place with a date or an agency, and nothing else: "EASTHAVEN, March 4". */
export function isDateline(line: string): boolean {
  if (line.length > 120 || label.test(line)) return false
  return loneDateline.test(line) || datelines.slice(0, 2).some((one) => one.exec(`${line} — X`)?.[1] === line)
}

/** Words in capitals that newsrooms put before a dash and that are no place. */
const label =
  /^(EXCLUSIVE|BREAKING|UPDATED?|OPINION|ANALYSIS|WATCH|LIVE|VIDEO|CORRECTION|EDITORIAL|INTERVIEW|REVIEW|EXKLUSIV|KOMMENTAR|EILMELDUNG|ANALYSE|MEINUNG)\b/u

/**
 * The dateline that a paragraph begins with: "DAMASCUS, Nov. 10 (Agency) —".
 *
 * @returns its words without the dash, and how many characters with it; null where there is none
 */
export function datelineOf(paragraph: Node): { words: string; length: number } | null {
  const text = paragraph.textContent.slice(0, 120)
  for (const pattern of datelines) {
    const found = pattern.exec(text)
    const words = found?.[1]
    // "NATO — the alliance" is a sentence: a short name in capitals is no place by itself.
    if (!found || !words || label.test(words) || (/^[\p{Lu}.]{1,5}$/u.test(words) && !/\d|\(/u.test(words)))
      continue
    return { words, length: found[0].length }
  }
  return null
}

/** Whether a line may be a heading: short, not ended like a sentence, begun with a capital letter or a figure. */
export function isTitleLike(line: string, maxWords: number): boolean {
  return (
    line.length <= maxWords * 12 &&
    countWords(line) <= maxWords &&
    /^["“„«‘'(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(line) &&
    !/[.,:;!?…]["”’»)]?$|["”’»“]$|\|/u.test(line)
  )
}
