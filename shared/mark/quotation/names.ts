import type { Stretch } from '../../document/sentences.ts'
import { Interned, keptWords } from '../interned.ts'
import type { Passage } from '../passage.ts'
import { perPassage } from '../per-passage.ts'
import {
  isFunction,
  isPeriod,
  isPoliteOnly,
  isShort,
  isStop,
  isTitle,
  roleBehind,
  titleBefore,
  withoutArticle,
} from './office.ts'
import { type Lexicon, lexiconFor } from './speech/lexicon.ts'
import { is, readingOf, type Token } from './tokens.ts'

export type Gender = 'feminine' | 'masculine' | 'unknown'

/** A name as a passage has it outside quotation marks, titles and offices before it set apart. */
export interface NameForm {
  /** As it stands, with "Dr." and without its office: "Dr. Lina Khatib". */
  readonly name: string
  /** Its words in lower case, without "Dr.". */
  readonly words: readonly string[]
  /** Title or function as it stands by the name, without its article; "" where none does. */
  readonly role: string
  readonly gender: Gender
  /** Whether something says that it is a person's. */
  readonly isPerson: boolean
}

/** Where a passage has a name. */
export interface NameUse extends Stretch {
  /** The same object as that of other uses that read the same. */
  readonly form: NameForm
  /** Stands where the subject of a sentence does. */
  readonly isSubject: boolean
}

/** Whether a sentence begins with this token. */
function begins(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (!before || before.kind === 'quote' || before.kind === 'colon') return true
  return isStop(before) && !isShort(tokens[at - 2])
}

function isNameWord(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || !token.isCapital || is(token, 'time')) return false
  if (!begins(tokens, at)) return !(is(token, 'pronoun') && token.word.length < 3)
  if (isFunction(token) || lexicon.table.adverbEnding.test(token.word)) return false
  return !(is(token, 'speech', 'dependentSpeech') && !is(token, 'masculineName', 'feminineName'))
}

/** German nouns have capitals as well: "von" joins names only behind a given name or a form of address. */
function takesParticle(tokens: readonly Token[], run: readonly number[]): boolean {
  return run.some((index) => is(tokens[index], 'masculineName', 'feminineName', 'honorific'))
}

/** Where a new name begins in a run: at a form of address, or at a given name behind what is none. */
function splitAt(tokens: readonly Token[], run: readonly number[], lexicon: Lexicon): number {
  for (let i = 1; i < run.length - 1; i++) {
    const token = tokens[run[i] ?? -1]
    const before = tokens[run[i - 1] ?? -1]
    if (isTitle(before, lexicon) || is(before, 'honorific', 'particle')) continue
    const isAddress = is(token, 'honorific') && !is(token, 'title')
    const isGiven = is(token, 'masculineName', 'feminineName')
    const isNamed = run
      .slice(0, i)
      .some(
        (index) =>
          is(tokens[index], 'masculineName', 'feminineName') || /^\p{L}$/u.test(tokens[index]?.word ?? ''),
      )
    const hasTitleLater = run
      .slice(i)
      .some((index, k, rest) => k < rest.length - 1 && isTitle(tokens[index], lexicon))
    if (isAddress || (isGiven && !isNamed && i >= 2 && !hasTitleLater)) return i
  }
  return 0
}

/** A run of capitals that is longer is set in capitals, and no name. In words. */
const longest = 14

/** The indexes of the tokens of a name that begins at `at`, or an empty list. */
function runAt(tokens: readonly Token[], at: number, lexicon: Lexicon): number[] {
  if (!isNameWord(tokens, at, lexicon)) return []
  const run = [at]
  let i = at
  for (;;) {
    const token = tokens[i]
    if (!token || token.isPossessive || run.length >= longest) return run
    let next = i + 1
    if (isPeriod(tokens[next]) && isShort(token)) next++
    let skipped = 0
    while (skipped < 2 && is(tokens[next + skipped], 'particle') && !tokens[next + skipped]?.isCapital)
      skipped++
    if (
      skipped > 0 &&
      lexicon.table.hasCapitalNouns &&
      is(tokens[next], 'determiner', 'preposition') &&
      !(tokens[next]?.word === 'von' && takesParticle(tokens, run))
    )
      skipped = 0
    if (!isNameWord(tokens, next + skipped, lexicon) || begins(tokens, next + skipped)) return run
    for (let k = 0; k <= skipped; k++) run.push(next + k)
    i = next + skipped
  }
}

function genderOf(before: readonly Token[], first: Token | undefined, lexicon: Lexicon): Gender {
  for (const { word } of before) {
    if (lexicon.table.feminineTitles.test(word)) return 'feminine'
    if (lexicon.table.masculineTitles.test(word)) return 'masculine'
  }
  if (is(first, 'feminineName') && !is(first, 'masculineName')) return 'feminine'
  return is(first, 'masculineName') && !is(first, 'feminineName') ? 'masculine' : 'unknown'
}

function isSubject(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]
  if (is(before, 'preposition')) return false
  let next = to
  while (is(tokens[next], 'adverb')) next++
  const after = tokens[next]
  return (
    after?.kind === 'comma' ||
    is(after, 'speech', 'verb', 'auxiliary') ||
    before === undefined ||
    begins(tokens, from) ||
    (is(before, 'speech') && tokens[from - 2]?.kind === 'quote')
  )
}

const forms = new Interned<NameForm>()

function formOf({ name, words, role, gender, isPerson }: NameForm): NameForm {
  const key = [name, role, gender, isPerson ? '1' : '0', ...words].join('\0')
  return forms.get(key, () => ({
    name: keptWords(name),
    words: words.map(keptWords),
    role: keptWords(role),
    gender,
    isPerson,
  }))
}

function readNames(passage: Passage, language: string): NameUse[] {
  const { text, where } = passage
  const lexicon = lexiconFor(language)
  const { tokens } = readingOf(passage, language)
  const uses: NameUse[] = []
  for (let at = 0; at < tokens.length; at++) {
    const found = runAt(tokens, at, lexicon)
    const split = splitAt(tokens, found, lexicon)
    // What stands before is a name of its own.
    const run = split > 0 ? found.slice(0, split) : found
    const last = run.at(-1)
    if (last === undefined) continue
    const next = last + 1
    const { length, start } = titleBefore(tokens, run, lexicon)
    const title = run
      .slice(0, length)
      .map((index) => tokens[index])
      .filter((token) => token !== undefined)
    let rest = run.slice(length)
    const honorific = rest.filter((index) => is(tokens[index], 'honorific'))
    const polite = honorific.map((index) => tokens[index]).filter((token) => token !== undefined)
    // "Mr." goes where the name is; "Dr." is part of it.
    while (
      rest.length > 1 &&
      is(tokens[rest[0] ?? -1], 'honorific') &&
      !lexicon.table.signs.named.test(tokens[rest[0] ?? -1]?.word ?? '')
    )
      rest = rest.slice(1)
    const first = tokens[rest[0] ?? -1]
    const end = tokens[last]
    at = last
    if (!first || !end) continue
    const ending = end.isPossessive ? (/['’]s?$/u.exec(text.slice(end.from, end.to))?.[0].length ?? 0) : 0
    const to = end.to - ending
    const named = rest.filter(
      (index) => !lexicon.table.signs.named.test(tokens[index]?.word ?? '') && !is(tokens[index], 'particle'),
    )
    const words = named.map((index) => tokens[index]?.word ?? '')
    const given =
      start >= 0
        ? withoutArticle(text.slice(tokens[start]?.from, first.from).trim(), lexicon).replace(
            /[\s.]+$/u,
            (end) => (end.includes('.') ? '.' : ''),
          )
        : ''
    const isOpening = start >= 0 && begins(tokens, start) && lexicon.table.signs.formerly.test(given)
    const lead = isOpening ? given.charAt(0).toLowerCase() + given.slice(1) : given
    const behindRole = roleBehind(text, tokens, next, lexicon)
    // Headlines leave articles and verbs out.
    const role = where === 'headline' ? '' : isPoliteOnly(lead, lexicon) ? behindRole : behindRole || lead
    const before = start >= 0 ? tokens.slice(start, run[length] ?? start) : []
    const gender = genderOf([...before, ...title, ...polite], tokens[named[0] ?? -1], lexicon)
    const isPerson = role !== '' || polite.length > 0 || gender !== 'unknown'
    uses.push({
      from: first.from,
      to,
      form: formOf({
        name: withEnding(text.slice(first.from, to), tokens[(rest[0] ?? 0) - 1], isPerson, lexicon),
        words,
        role,
        gender,
        isPerson,
      }),
      isSubject: isSubject(tokens, start >= 0 ? start : (run[0] ?? 0), next),
    })
  }
  return uses
}

/** "das Weiße Haus" is "Weißes Haus" where it stands without its article. */
function withEnding(name: string, before: Token | undefined, isPerson: boolean, { table }: Lexicon): string {
  const ending = isPerson ? undefined : table.signs.endingsAlone[before?.word ?? '']
  const found =
    ending === undefined ? null : /^(?<stem>\p{Lu}\p{L}{2,})e(?<rest>\s\p{Lu}\p{L}+)$/u.exec(name)?.groups
  return found ? `${found.stem}${ending}${found.rest}` : name
}

/** The names of a passage in order. */
export const namesIn = perPassage(readNames)
