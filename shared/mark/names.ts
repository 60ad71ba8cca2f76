import { quoteSpans } from '../document/quotes.ts'
import type { Stretch } from '../document/sentences.ts'
import { perPassage } from './per-passage.ts'
import { type Lexicon, lexiconFor, wordClass } from './speech/lexicon.ts'
import { is, type Token, tokensOf } from './tokens.ts'

export type Gender = 'feminine' | 'masculine' | 'unknown'

/** A name where a passage has it outside quotation marks, titles and offices before it set apart. */
export interface NameUse extends Stretch {
  /** As it stands, with "Dr." and without its office: "Dr. Lina Khatib". */
  readonly name: string
  /** Its words in lower case, without "Dr.". */
  readonly words: readonly string[]
  /** Title or function as it stands by the name, without its article; "" where none does. */
  readonly role: string
  readonly gender: Gender
  /** Whether something says that it is a person's. */
  readonly isPerson: boolean
  /** Stands where the subject of a sentence does. */
  readonly isSubject: boolean
}

function isTitle(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token?.kind !== 'word') return false
  return (
    is(token, 'title') ||
    token.word.split('-').some((part) => (lexicon.classOf(part) & wordClass.title) !== 0) ||
    lexicon.table.titleEnding.test(token.word)
  )
}

const isStop = (token: Token | undefined): boolean =>
  token?.kind === 'other' && /^[.?!…•|/]$/u.test(token.word)
const isPeriod = (token: Token | undefined): boolean => token?.kind === 'other' && token.word === '.'

/** Whether a sentence begins with this token. */
function begins(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (!before || before.kind === 'quote' || before.kind === 'colon') return true
  return isStop(before) && !isShort(tokens[at - 2])
}

/** Whether a full stop behind a word only shortens it. */
function isShort(token: Token | undefined): boolean {
  if (!token?.isCapital) return false
  return token.word.length === 1 || (is(token, 'honorific', 'title') && token.word.length <= 5)
}

const isFunction = (token: Token | undefined): boolean =>
  is(
    token,
    'auxiliary',
    'preposition',
    'conjunction',
    'subordinator',
    'relative',
    'infinitive',
    'pronoun',
    'determiner',
    'adverb',
  )

function isNameWord(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || !token.isCapital || is(token, 'time')) return false
  if (!begins(tokens, at)) return !(is(token, 'pronoun') && token.word.length < 3)
  if (isFunction(token) || lexicon.table.adverbEnding.test(token.word)) return false
  return !(is(token, 'speech', 'dependentSpeech') && !is(token, 'masculineName', 'feminineName'))
}

/** The indexes of the tokens of a name that begins at `at`, or an empty list. */
function runAt(tokens: readonly Token[], at: number, lexicon: Lexicon): number[] {
  if (!isNameWord(tokens, at, lexicon)) return []
  const run = [at]
  let i = at
  for (;;) {
    const token = tokens[i]
    if (!token || token.isPossessive) return run
    let next = i + 1
    if (isPeriod(tokens[next]) && isShort(token)) next++
    let skipped = 0
    while (skipped < 2 && is(tokens[next + skipped], 'particle') && !tokens[next + skipped]?.isCapital)
      skipped++
    if (
      skipped > 0 &&
      lexicon.table.hasCapitalNouns &&
      is(tokens[next], 'determiner', 'preposition') &&
      tokens[next]?.word !== 'von'
    )
      skipped = 0
    if (!isNameWord(tokens, next + skipped, lexicon) || begins(tokens, next + skipped)) return run
    for (let k = 0; k <= skipped; k++) run.push(next + k)
    i = next + skipped
  }
}

const honorificsOfNames = /^(?:dr|prof|sir|dame|lord|lady|sheikh|scheich)$/u

function genderOf(before: readonly Token[], first: Token | undefined, lexicon: Lexicon): Gender {
  for (const { word } of before) {
    if (lexicon.table.feminineTitles.test(word)) return 'feminine'
    if (lexicon.table.masculineTitles.test(word)) return 'masculine'
  }
  if (is(first, 'feminineName') && !is(first, 'masculineName')) return 'feminine'
  return is(first, 'masculineName') && !is(first, 'feminineName') ? 'masculine' : 'unknown'
}

/** The title before a name: how many tokens of the run belong to it, and where it begins before the run. */
function titleBefore(
  tokens: readonly Token[],
  run: readonly number[],
  lexicon: Lexicon,
): { length: number; start: number } {
  let length = 0
  for (let i = run.length - 2; i >= 0; i--) {
    if (isTitle(tokens[run[i] ?? -1], lexicon)) {
      length = i + 1
      break
    }
  }
  const first = run[0] ?? 0
  if (length === 0 && (!isTitle(tokens[first - 1], lexicon) || tokens[first - 1]?.isCapital === true))
    return { length, start: -1 }
  let start = first
  while (start > 0 && first - start < 7) {
    const before = tokens[start - 1]
    const isPart =
      before?.kind === 'word' &&
      !before.isPossessive &&
      !isFunction(before) &&
      !(is(before, 'speech', 'verb') && !isTitle(before, lexicon)) &&
      !is(before, 'time') &&
      !isStop(before)
    if (!isPart) break
    start--
  }
  return { length, start }
}

const aside = /^[\s(]*(?:\p{Lu}[\p{L}.-]*|\p{Lu}-\p{L}+\.?)[\s)]*$/u

/** The role set behind a name by commas: ", director of research at the institute". */
function roleBehind(text: string, tokens: readonly Token[], at: number, lexicon: Lexicon): string {
  let i = at
  if (tokens[i]?.kind === 'open') {
    const close = tokens.findIndex((token, k) => k > i && k < i + 6 && token.kind === 'close')
    if (close > 0 && aside.test(text.slice(tokens[i]?.from, tokens[close]?.to))) i = close + 1
  }
  if (tokens[i]?.kind !== 'comma') return ''
  i++
  if (tokens[i]?.kind === 'number' && tokens[i + 1]?.kind === 'comma') i += 2
  if (is(tokens[i], 'relative') && !lexicon.table.hasCapitalNouns && is(tokens[i + 1], 'passive')) i += 2
  const start = tokens[i]
  if (start?.kind !== 'word' || (isFunction(start) && !is(start, 'determiner'))) return ''
  if (is(start, 'speech', 'dependentSpeech', 'verb') && !isTitle(start, lexicon)) return ''
  let hasTitle = false
  let end = i
  for (; end < Math.min(tokens.length, i + 22); end++) {
    const token = tokens[end]
    const ends =
      token === undefined ||
      (token.kind !== 'word' &&
        token.kind !== 'number' &&
        !isPeriod(token) &&
        !(token.kind === 'other' && /[&'’]/u.test(token.word))) ||
      (isPeriod(token) && !isShort(tokens[end - 1])) ||
      is(token, 'subordinator', 'auxiliary', 'time') ||
      (is(token, 'relative') && !lexicon.table.hasCapitalNouns) ||
      (is(token, 'speech') &&
        !token.isCapital &&
        !isTitle(token, lexicon) &&
        hasTitle &&
        !is(tokens[end - 1], 'determiner'))
    if (ends) break
    hasTitle ||= isTitle(token, lexicon)
  }
  if (!hasTitle || end === i) return ''
  // "Smith, a farmer, and Jones": what "and" begins is no role.
  while (end > i && isFunction(tokens[end - 1])) end--
  const role = text.slice(start.from, tokens[end - 1]?.to)
  return withoutArticle(
    role.replace(
      /\s+(?:in an?|on|during|by)\s+(?:interview|statement|telephone|phone|e-?mail|\p{Lu}\p{L}+day)\b.*$/u,
      '',
    ),
  )
}

export function withoutArticle(words: string): string {
  return words.replace(/^(?:an?|the|der|die|das|ein|eine|einem|einen|einer|dem|den|des)\s+/iu, '').trim()
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

function readNames(text: string, lexicon: Lexicon): NameUse[] {
  const tokens = tokensOf(text, lexicon, quoteSpans(text))
  const uses: NameUse[] = []
  for (let at = 0; at < tokens.length; at++) {
    const run = runAt(tokens, at, lexicon)
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
      !honorificsOfNames.test(tokens[rest[0] ?? -1]?.word ?? '')
    )
      rest = rest.slice(1)
    const first = tokens[rest[0] ?? -1]
    const end = tokens[last]
    at = last
    if (!first || !end) continue
    const ending = end.isPossessive ? (/['’]s?$/u.exec(text.slice(end.from, end.to))?.[0].length ?? 0) : 0
    const to = end.to - ending
    const named = rest.filter(
      (index) => !honorificsOfNames.test(tokens[index]?.word ?? '') && !is(tokens[index], 'particle'),
    )
    const words = named.map((index) => tokens[index]?.word ?? '')
    const lead =
      start >= 0
        ? withoutArticle(text.slice(tokens[start]?.from, first.from).trim()).replace(/[\s.]+$/u, (end) =>
            end.includes('.') ? '.' : '',
          )
        : ''
    const behindRole = roleBehind(text, tokens, next, lexicon)
    const role = isPoliteOnly(lead, lexicon) ? behindRole : behindRole || lead
    const before = start >= 0 ? tokens.slice(start, run[length] ?? start) : []
    const gender = genderOf([...before, ...title, ...polite], tokens[named[0] ?? -1], lexicon)
    const isPerson = role !== '' || polite.length > 0 || gender !== 'unknown'
    uses.push({
      from: first.from,
      to,
      name: text.slice(first.from, to),
      words,
      role,
      gender,
      isPerson,
      isSubject: isSubject(tokens, start >= 0 ? start : (run[0] ?? 0), next),
    })
  }
  return uses
}

/** Whether a lead has only words of address, which are no office. */
function isPoliteOnly(lead: string, lexicon: Lexicon): boolean {
  return lead
    .split(/[\s.]+/u)
    .every(
      (word) =>
        word === '' ||
        (lexicon.classOf(word.toLowerCase()) & (wordClass.honorific | wordClass.title)) ===
          wordClass.honorific,
    )
}

/** The names of a passage in order, kept with the passage. */
export const namesIn = perPassage((passage, language) => readNames(passage.text, lexiconFor(language)))
