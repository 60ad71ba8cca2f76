import { type Chunk, plain } from './chunk.ts'
import type { Lexicon } from './speech/lexicon.ts'
import { is, type Token } from './tokens.ts'

export interface Place {
  readonly tokens: readonly Token[]
  readonly lexicon: Lexicon
  readonly start: number
  readonly end: number
}

/** A quotation no longer than this can be part of a noun: the “gang of four” vote. In characters. */
const nickname = 40

export const isVerbClass = (token: Token | undefined): boolean =>
  is(token, 'speech', 'dependentSpeech', 'verb')
export const isFunction = (token: Token | undefined): boolean =>
  is(token, 'auxiliary', 'preposition', 'conjunction', 'subordinator', 'relative', 'infinitive', 'pronoun')

/** Whether the first word of a sentence is no name though it has a capital letter. */
export function readsSmall(place: Place, at: number): boolean {
  const token = place.tokens[at]
  if (!token?.isCapital) return true
  if (at !== place.start && place.tokens[at - 1]?.kind !== 'colon' && place.tokens[at - 1]?.kind !== 'quote')
    return false
  if (is(token, 'time', 'honorific')) return false
  if (isFunction(token) || is(token, 'determiner', 'adverb')) return true
  const { table } = place.lexicon
  if (is(token, 'masculineName', 'feminineName', 'title')) return false
  if (table.hasCapitalNouns) return is(token, 'speech')
  if (place.tokens[at - 1]?.kind === 'quote') return false
  const next = place.tokens[at + 1]
  if (table.adverbEnding.test(token.word)) return !is(next, 'speech', 'auxiliary')
  if (next?.kind === 'comma' || is(next, 'speech', 'auxiliary')) return false
  if (next?.isCapital && !is(token, 'speech') && !table.dependentEnding.test(token.word)) return false
  return isVerbClass(token) || table.dependentEnding.test(token.word) || table.verbEnding.test(token.word)
}

export function isName(place: Place, at: number): boolean {
  const token = place.tokens[at]
  return token?.kind === 'word' && token.isCapital && !readsSmall(place, at)
}

function readsAsVerb(place: Place, token: Token): boolean {
  if (isVerbClass(token)) return true
  const { table } = place.lexicon
  return table.verbEnding.test(token.word) || table.dependentEnding.test(token.word)
}

/** In German small words before a noun belong to it; a verb does not come between. */
export function leadsToNoun(place: Place, at: number): boolean {
  for (let i = at; i < Math.min(place.end, at + 4); i++) {
    const token = place.tokens[i]
    if (token?.kind === 'number' || token?.kind === 'quote') continue
    if (token?.kind !== 'word') return false
    if (token.isCapital) return true
    if (isFunction(token) || is(token, 'determiner')) return false
    if (i === at && is(token, 'speech', 'verb', 'auxiliary')) return false
    if (
      !place.lexicon.table.signs.adjectiveEnding.test(token.word) &&
      !is(token, 'adverb') &&
      !place.lexicon.table.adverbEnding.test(token.word)
    )
      return false
  }
  return false
}

/** What goes on for more words is a list or set in capitals, and may end anywhere. */
const longestNoun = 100

/** Where a noun with all before it and its genitive ends; `at` where none begins. */
function endOfNoun(place: Place, at: number): number {
  const { tokens, lexicon } = place
  const end = Math.min(place.end, at + longestNoun)
  const { table } = lexicon
  let hasNoun = false
  let hasLead = false
  let i = at
  for (; i < end; i++) {
    const token = tokens[i]
    const before = tokens[i - 1]
    const next = tokens[i + 1]
    if (!token) break
    if (token.kind === 'number') {
      hasLead = true
      continue
    }
    if (token.kind === 'open' && hasNoun) {
      const close = tokens.slice(i, i + 7).findIndex((one) => one.kind === 'close')
      const inner = tokens.slice(i + 1, i + Math.max(close, 1))
      if (close < 1 || inner.some((one) => one.kind === 'quote' || is(one, 'speech', 'auxiliary'))) break
      i += close
      continue
    }
    if (
      token.kind === 'quote' &&
      (hasLead || hasNoun) &&
      (isName(place, i + 1) ||
        (next?.kind === 'word' &&
          !readsAsVerb(place, next) &&
          !isFunction(next) &&
          !is(next, 'adverb', 'determiner')))
    ) {
      if (token.to - token.from <= nickname) continue
      break
    }
    if (token.kind === 'other' && /^[&$€£#@]$/u.test(token.word)) continue
    if (
      token.kind === 'other' &&
      token.word === '.' &&
      before?.isCapital &&
      (is(before, 'honorific', 'title') || before.word.length <= 2) &&
      i > at
    )
      continue
    if (token.kind !== 'word') break
    if (isName(place, i)) {
      if (is(token, 'time') && !hasLead) break
      hasNoun = true
      if (token.isPossessive) hasNoun = false
      if (token.isPossessive) hasLead = true
      continue
    }
    if (
      is(token, 'particle') &&
      hasNoun &&
      isName(place, i + 1) &&
      before?.isCapital &&
      !(is(token, 'determiner') && table.hasCapitalNouns)
    )
      continue
    if (is(token, 'determiner')) {
      const opens = i === at || (!hasNoun && hasLead)
      if (!opens) {
        const joins = is(token, 'genitive') && hasNoun && leadsToNoun(place, i + 1)
        if (!joins) break
        hasNoun = false
      }
      hasLead = true
      continue
    }
    if (isFunction(token)) break
    const isAdverb = is(token, 'adverb') || table.adverbEnding.test(token.word)
    if (table.hasCapitalNouns) {
      if (hasNoun || !(hasLead || leadsToNoun(place, i)) || !leadsToNoun(place, i)) break
      hasLead = true
      continue
    }
    if (isAdverb) {
      if (hasNoun || !hasLead) break
      continue
    }
    if (readsAsVerb(place, token)) {
      if (hasNoun) {
        // "the campaign claim": a bare form behind a noun in the singular is a noun.
        const isBare = is(token, 'dependentSpeech') && !is(token, 'speech') && !token.word.endsWith('ing')
        if (!isBare || before === undefined || table.signs.pluralEnding.test(before.word)) break
        continue
      }
      const isRetired =
        i === at && is(before, 'speech') && table.verbEnding.test(token.word) && isName(place, i + 1)
      if (!hasLead && !isRetired) break
      const isJoined =
        next?.kind === 'word' &&
        !isFunction(next) &&
        !is(next, 'determiner', 'adverb') &&
        !readsAsVerb(place, next)
      hasNoun = !isJoined
      continue
    }
    hasNoun = !token.isPossessive
    if (token.isPossessive) hasLead = true
  }
  while (i > at && (tokens[i - 1]?.kind === 'other' || tokens[i - 1]?.kind === 'quote')) i--
  return i
}

/** Whether a word that is both stands alone, as in "some said", and not before its noun. */
function standsAlone(place: Place, at: number): boolean {
  const token = place.tokens[at]
  if (!is(token, 'determiner')) return true
  return endOfNoun(place, at) <= at + 1
}

export function nounAt(place: Place, at: number): Chunk | null {
  const token = place.tokens[at]
  if (!token) return null
  const { table } = place.lexicon
  const isWord = token.kind === 'word'
  if (isWord && is(token, 'pronoun') && readsSmall(place, at) && standsAlone(place, at)) {
    const isPlural = is(token, 'plural')
    const { masculine, feminine, standing } = table.signs
    const isPersonal = [masculine, feminine, standing].some((sign) => sign.test(token.word))
    return {
      ...plain,
      kind: 'noun',
      from: at,
      to: at + 1,
      isPronoun: isPersonal || !table.signs.partitive.test(place.tokens[at + 1]?.word ?? ''),
      isPlural,
      isOblique: is(token, 'oblique'),
    }
  }
  if (
    token.kind !== 'word' &&
    token.kind !== 'number' &&
    !(token.kind === 'other' && /^[@#$€£]$/u.test(token.word))
  )
    return null
  const to = endOfNoun(place, at)
  if (to === at) return null
  // An age: "Reed, 44, said".
  if (to === at + 1 && token.kind === 'number') return { ...plain, kind: 'adverb', from: at, to }
  const last = place.tokens[to - 1]
  let hasName = false
  for (let i = at; i < to; i++) hasName ||= isName(place, i)
  if (table.hasCapitalNouns && !hasName) return null
  const isPlural = table.signs.pluralEnding.test(last?.word ?? '') || is(last, 'plural')
  return { ...plain, kind: 'noun', from: at, to, isName: hasName, isPlural, isOblique: is(token, 'oblique') }
}
