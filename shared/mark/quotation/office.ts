import { type Lexicon, wordClass } from './speech/lexicon.ts'
import { is, type Token } from './tokens.ts'

export function isTitle(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token?.kind !== 'word') return false
  return (
    is(token, 'title') ||
    token.word.split('-').some((part) => (lexicon.classOf(part) & wordClass.title) !== 0) ||
    lexicon.table.titleEnding.test(token.word)
  )
}

export const isStop = (token: Token | undefined): boolean =>
  token?.kind === 'other' && /^[.?!…•|/]$/u.test(token.word)
export const isPeriod = (token: Token | undefined): boolean => token?.kind === 'other' && token.word === '.'

/** Whether a full stop behind a word only shortens it. */
export function isShort(token: Token | undefined): boolean {
  if (!token?.isCapital) return false
  return token.word.length === 1 || (is(token, 'honorific', 'title') && token.word.length <= 5)
}

export const isFunction = (token: Token | undefined): boolean =>
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

/** "a group backing Governor Reed": what is done to somebody is no part of the office; "the acting governor" is. */
function isDoing(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]
  if (!token || token.isCapital || lexicon.table.hasCapitalNouns || isTitle(token, lexicon)) return false
  return lexicon.table.dependentEnding.test(token.word) && !is(tokens[at - 1], 'determiner')
}

/** The title before a name: how many tokens of the run belong to it, and where it begins before the run. */
export function titleBefore(
  tokens: readonly Token[],
  run: readonly number[],
  lexicon: Lexicon,
): { length: number; start: number } {
  let length = 0
  for (let i = run.length - 2; i >= 0; i--) {
    // Earl and Dean are given names behind another title.
    const isGiven =
      is(tokens[run[i] ?? -1], 'masculineName', 'feminineName') &&
      i > 0 &&
      isTitle(tokens[run[i - 1] ?? -1], lexicon)
    if (!isGiven && isTitle(tokens[run[i] ?? -1], lexicon)) {
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
      !isDoing(tokens, start - 1, lexicon) &&
      !isStop(before)
    if (!isPart) break
    start--
  }
  // "the judge Reed attacked": what Reed did to the judge.
  const isOther = length === 0 && run.length === 1 && is(tokens[start - 1], 'determiner')
  return { length, start: isOther ? -1 : start }
}

const aside = /^[\s(]*(?:\p{Lu}[\p{L}.-]*|\p{Lu}-\p{L}+\.?)[\s)]*$/u

/** The role set behind a name by commas: ", director of research at the institute". */
export function roleBehind(text: string, tokens: readonly Token[], at: number, lexicon: Lexicon): string {
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
  return withoutArticle(role.replace(lexicon.table.signs.occasion, ''), lexicon)
}

export function withoutArticle(words: string, { table }: Lexicon): string {
  return words.replace(table.signs.article, '').trim()
}

/** Whether a lead has only words of address, which are no office. */
export function isPoliteOnly(lead: string, lexicon: Lexicon): boolean {
  return lead
    .split(/[\s.]+/u)
    .every(
      (word) =>
        word === '' ||
        (lexicon.classOf(word.toLowerCase()) & (wordClass.honorific | wordClass.title)) ===
          wordClass.honorific,
    )
}
