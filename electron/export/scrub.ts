import type { Source } from '../../shared/model/source.ts'

/** Something that may not be read in an export, and what is read in its place. */
interface Secret {
  readonly text: string
  readonly instead: string
  /** A word of its own, written as here: "May" is no "may". */
  readonly isSurname: boolean
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

/** A person's name without what follows it, and the surname alone, as notes give it. */
function namesOf(person: string): { name: string; surname: string } {
  const name = person.split(/[,;:(–—]/u)[0]?.trim() ?? ''
  const words = name.match(/[\p{L}\p{M}'’-]+/gu) ?? []
  const capitals = words.filter((word) => word[0] !== word[0]?.toLowerCase() && !courtesies.has(word))
  return { name, surname: capitals.length > 1 ? (capitals.at(-1) ?? '') : '' }
}

function withoutScheme(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/(www\.)?/iu, '').replace(/\/+$/u, '')
}

/** All that must not be read of a confidential source, in its own fields and in those of its backup. */
export function secretsOf(
  source: Source,
  instead: string,
  ofItsBackup: readonly { locator: string; excerpt: string; note: string }[],
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
  ]
  whole.push(...fileNames.filter((name) => name.includes('.') || name.length >= sureLength))
  whole.push(...long.filter((text) => text.trim().length >= telling))
  const people = [
    ...(source.kind === 'person' ? [title] : []),
    ...(source.kind === 'recording' ? [publisher] : []),
  ]
  const names = people.map(namesOf)
  whole.push(...names.map(({ name }) => name))
  return [
    ...whole.map((text) => ({ text: text.trim(), instead, isSurname: false })),
    ...names.map(({ surname }) => ({ text: surname, instead, isSurname: true })),
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
