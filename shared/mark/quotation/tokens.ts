import { type QuoteSpan, quoteSpans } from '../../document/quotes.ts'
import { type Stretch, sentenceRanges } from '../../document/sentences.ts'
import type { Passage } from '../passage.ts'
import { sentencesOfPassage } from '../passage-sentences.ts'
import { perPassage } from '../per-passage.ts'
import { type Lexicon, lexiconFor, wordClass } from './speech/lexicon.ts'

/** A word or mark outside quotation marks, or a whole quotation. Offsets are the text's. */
export interface Token extends Stretch {
  readonly kind: 'word' | 'number' | 'quote' | 'comma' | 'colon' | 'dash' | 'open' | 'close' | 'other'
  /** In lower case, with straight apostrophes and without a possessive ending. */
  readonly word: string
  /** Bits of `wordClass`. */
  readonly classes: number
  readonly isCapital: boolean
  readonly isPossessive: boolean
  /** Index among the spans, for a quotation. */
  readonly span: number
}

/** A text as attributions are read in it. */
export interface Reading {
  readonly text: string
  readonly spans: readonly QuoteSpan[]
  readonly tokens: readonly Token[]
  /** In tokens. A sentence goes on behind the quotation that it holds. */
  readonly sentences: readonly Stretch[]
}

const pieces =
  /\p{N}+(?:[.,]\p{N}+)*(?:-\p{L}[\p{L}\p{N}-]*|\p{L}*)|(?:\p{L}\.){2,}|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[-‑’'.&+/]\p{L}[\p{L}\p{M}\p{N}]*)*['’]?|[,;]|:|[—–]|\s-\s|--|[([{]|[)\]}]|[^\s\ufffc]/gu
/** al-Amin, d’Estaing */
const prefixed = /^\p{Ll}{1,3}[-‑’']\p{Lu}/u
/** Not the pronoun. */
const country = 'US'

/** "Are you going?" Smith asked: what goes on behind a question or a shout is its attribution. */
function saysSo(after: string, lexicon: Lexicon): boolean {
  const words =
    /^\s+(?<words>(?:[\p{L}\p{N}.'’-]+,?\s*){1,9})/u.exec(after)?.groups?.words?.trim().split(/\s+/u) ?? []
  return words.some(
    (word) => (lexicon.classOf(word.toLowerCase().replace(/[.,]$/u, '')) & wordClass.speech) !== 0,
  )
}

/** The text with its quotations made into words of the same length, so that sentences end where those of the text do. */
function masked(text: string, spans: readonly QuoteSpan[], lexicon: Lexicon): string {
  let result = ''
  let at = 0
  for (const { from, to, isClosed } of spans) {
    const inner = text.slice(from + 1, isClosed ? to - 1 : to)
    const ending = /[.?!…]["'”’]?$/u.exec(inner.trimEnd())?.[0][0] ?? ''
    const end = ending !== '.' && saysSo(text.slice(to, to + 80), lexicon) ? '' : ending
    const first = /\p{L}/u.exec(inner)?.[0] ?? 'x'
    const begins = first === first.toUpperCase() ? 'X' : 'x'
    const length = Math.max(0, to - from - (isClosed ? 2 : 1))
    const body =
      (begins + 'x'.repeat(Math.max(0, length - 1))).slice(0, Math.max(0, length - end.length)) + end
    result += `${text.slice(at, from)}"${body.slice(0, length).padEnd(length, 'x')}${isClosed ? '"' : ''}`
    at = to
  }
  return result + text.slice(at)
}

function kindOf(piece: string): Token['kind'] {
  const first = piece[0] ?? ''
  if (/\p{N}/u.test(first)) return 'number'
  if (/[\p{L}\p{M}]/u.test(first)) return 'word'
  if (/[,;]/u.test(first)) return 'comma'
  if (first === ':') return 'colon'
  if (/[—–\s-]/u.test(first)) return 'dash'
  if (/[([{]/u.test(first)) return 'open'
  return /[)\]}]/u.test(first) ? 'close' : 'other'
}

/** The tokens of a text, each of the given quotations as one. */
function tokensOf(text: string, lexicon: Lexicon, spans: readonly QuoteSpan[]): Token[] {
  const { signs } = lexicon.table
  const tokens: Token[] = []
  const put = (kind: Token['kind'], from: number, to: number, word: string, isPossessive = false): void => {
    const first = text[from] ?? ''
    const isCapital =
      kind === 'word' && (first !== first.toLowerCase() || prefixed.test(text.slice(from, to)))
    tokens.push({
      kind,
      from,
      to,
      word,
      classes: kind === 'word' && text.slice(from, to) !== country ? lexicon.classOf(word) : 0,
      isCapital,
      isPossessive,
      span: -1,
    })
  }
  const readBetween = (start: number, end: number): void => {
    for (const found of text.slice(start, end).matchAll(pieces)) {
      const from = start + found.index
      let piece = found[0]
      const kind = kindOf(piece)
      if (kind !== 'word') {
        put(kind, from, from + piece.length, piece)
        continue
      }
      if (/['’]$/u.test(piece) && !/s['’]$/u.test(piece)) piece = piece.slice(0, -1)
      const word = piece.toLowerCase().replaceAll('’', "'")
      const parts = signs.shortened.exec(word)?.groups
      if (parts?.pronoun !== undefined) {
        const middle = from + parts.pronoun.length
        put('word', from, middle, parts.pronoun)
        put('word', middle, from + piece.length, `'${parts.rest ?? ''}`)
        continue
      }
      const isPossessive = signs.ownerEnding.test(word)
      put('word', from, from + piece.length, word.replace(signs.ownerEnding, ''), isPossessive)
    }
  }
  let at = 0
  for (const [index, span] of spans.entries()) {
    readBetween(at, span.from)
    tokens.push({
      kind: 'quote',
      from: span.from,
      to: span.to,
      word: '',
      classes: 0,
      isCapital: false,
      isPossessive: false,
      span: index,
    })
    at = span.to
  }
  readBetween(at, text.length)
  return tokens
}

function readTokens(passage: Passage, language: string): Reading {
  const { text } = passage
  const lexicon = lexiconFor(language)
  const spans = quoteSpans(text)
  const tokens = tokensOf(text, lexicon, spans)
  const sentences: Stretch[] = []
  let token = 0
  const ranges =
    spans.length === 0 ? sentencesOfPassage(passage, language) : sentenceRanges(masked(text, spans, lexicon))
  for (const range of ranges) {
    const from = token
    while (token < tokens.length && (tokens[token]?.from ?? 0) < range.to) token++
    if (token > from) sentences.push({ from, to: token })
  }
  if (token < tokens.length) sentences.push({ from: token, to: tokens.length })
  return { text, spans, tokens, sentences }
}

/** A passage read for its names and attributions. */
export const readingOf = perPassage(readTokens)

/** Whether a token has one of these classes. */
export function is(token: Token | undefined, ...names: (keyof typeof wordClass)[]): boolean {
  return token !== undefined && names.some((name) => (token.classes & wordClass[name]) !== 0)
}
