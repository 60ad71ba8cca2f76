import type { Query } from '../../shared/model/query.ts'
import type { Source } from '../../shared/model/source.ts'

/** Something that may not be read in an export, and what is read in its place. */
interface Secret {
  readonly text: string
  readonly instead: string
  /** A word of its own, written as here: "May" is no "may". */
  readonly isSurname: boolean
  /** Counts, in any letters, only where an address or file name goes on beside it. */
  readonly isInAddress?: boolean
}

/** Capitalised words before a name that are none of it. */
const courtesies = new Set([
  'Dr',
  'Mr',
  'Mrs',
  'Ms',
  'Mx',
  'Prof',
  'Professor',
  'Sir',
  'Dame',
  'Lord',
  'Lady',
])

/** Shorter than this, a secret counts only as a word of its own: "UN" is not in "until". */
const sureLength = 5

/** Excerpts, notes and locators shorter than this may stand anywhere by chance ("p. 3", "yes"). */
const telling = 16

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** A description of somebody as long as this names them: "deputy harbour master". */
const describing = 10

/**
 * A person's name without what follows it; the surname and the first name alone, as notes give them; and what
 * follows, their function.
 */
function namesOf(person: string): { name: string; surname: string; first: string; functions: string[] } {
  const [name = '', ...others] = person.split(/[,;:()–—]/u).map((part) => part.trim())
  const words = name.match(/[\p{L}\p{M}'’-]+/gu) ?? []
  const capitals = words.filter((word) => word[0] !== word[0]?.toLowerCase() && !courtesies.has(word))
  const [first = '', ...further] = capitals
  const functions = others.filter((part) => part.length >= describing && part.includes(' '))
  return { name, surname: further.at(-1) ?? '', first: further.length > 0 ? first : '', functions }
}

function withoutScheme(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/(www\.)?/iu, '').replace(/\/+$/u, '')
}

/** All that must not be read of a confidential source, in its own fields and in those of its backup and queries. */
export function secretsOf(
  source: Source,
  instead: string,
  ofItsBackup: readonly { locator: string; excerpt: string; note: string }[],
  itsQueries: readonly Query[] = [],
): Secret[] {
  const { title, publisher, codeName, url } = source
  const fileNames = source.files.flatMap((file) => [file.name, file.name.replace(/\.[^.]*$/u, '')])
  const whole = [
    title,
    publisher,
    codeName,
    url,
    withoutScheme(url),
    ...source.files.map((file) => file.hash),
  ]
  const long = [
    source.note,
    ...ofItsBackup.flatMap((backup) => [backup.locator, backup.excerpt, backup.note]),
    ...itsQueries.flatMap(({ question, answer }) => [question, ...(answer ? [answer.words] : [])]),
  ]
  whole.push(...fileNames.filter((name) => name.includes('.') || name.length >= sureLength))
  whole.push(...long.filter((text) => text.trim().length >= telling))
  const people = [
    ...(source.kind === 'person' ? [title] : []),
    ...(source.kind === 'recording' ? [publisher] : []),
    ...itsQueries.map((query) => query.asked),
  ]
  const names = people.map(namesOf)
  whole.push(...names.flatMap(({ name, functions }) => [name, ...functions]))
  return [
    ...whole.map((text) => ({ text: text.trim(), instead, isSurname: false })),
    ...names.flatMap(({ surname, first }) =>
      [surname, first].map((text) => ({ text, instead, isSurname: true })),
    ),
    // In addresses a name stands in small letters, joined to what is around it: "oyelaran@port.example".
    ...names.map(({ surname }) => ({ text: surname, instead, isSurname: true, isInAddress: true })),
  ].filter((secret) => secret.text !== '' && secret.text !== instead)
}

/** The text in any spacing, with straight or curly apostrophes and any hyphen. */
function loosely(text: string): string {
  return text
    .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
    .replace(/\s+/gu, '\\s+')
    .replace(/['’]/gu, "['’]")
    .replace(/[-‐‑–]/gu, '[-‐‑–]')
}

function patternOf(secret: Secret): string {
  const forms = [...new Set([secret.text.normalize('NFC'), secret.text.normalize('NFD'), secret.text])]
  const pattern = `(?:${forms.map(loosely).join('|')})`
  if (secret.isInAddress) {
    return `(?i:(?<=\\p{L}[@._/])${pattern}(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])${pattern}(?=[@._/]\\p{L}))`
  }
  const isSure = secret.text.length >= sureLength && !secret.isSurname
  if (isSure || unspaced.test(secret.text)) return `(?i:${pattern})`
  const bounded = `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`
  return secret.isSurname ? bounded : `(?i:${bounded})`
}

/** Puts into a text, in place of every secret, what is said instead. */
export type Scrub = (text: string) => string

/** Reads a text once, so that what is said instead is never read again. Longer secrets go first. */
export function scrubber(secrets: readonly Secret[]): Scrub {
  if (secrets.length === 0) return (text) => text
  const byLength = [...secrets].sort((one, other) => other.text.length - one.text.length)
  const pattern = new RegExp(byLength.map((secret) => `(${patternOf(secret)})`).join('|'), 'gu')
  return (text) =>
    text.replace(pattern, (...found: unknown[]) => {
      const index = found.slice(1, byLength.length + 1).findIndex((group) => group !== undefined)
      return byLength[index]?.instead ?? ''
    })
}
