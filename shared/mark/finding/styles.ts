import type { PassageFacts } from '../statement/facts.ts'
import { type Finding, findingOf, type Placed, type StyleKind } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'

/** One of the ways to write something of which a story should have one. */
export interface StyleTrace {
  readonly style: StyleKind
  /** What is written in this way and must be written in one: a word, or "" for all of the story. */
  readonly about: string
  readonly way: string
  readonly words: string
  readonly from: number
  readonly to: number
}

const patterns: readonly { style: StyleKind; way: string; pattern: RegExp }[] = [
  { style: 'hyphenForDash', way: 'hyphen', pattern: /(?<=[\p{L}\p{N}”"’)]) - (?=[\p{L}\p{N}“"‘(])/gu },
  { style: 'dashes', way: 'em', pattern: /\s?—\s?/gu },
  { style: 'dashes', way: 'en', pattern: /(?<=[\p{L},.”"’)]) – (?=[\p{L}“"‘(])/gu },
  { style: 'quotationMarks', way: 'straight', pattern: /(?<!\p{N})"/gu },
  { style: 'quotationMarks', way: 'curly', pattern: /[“”„]/gu },
  { style: 'quotationMarks', way: 'guillemets', pattern: /[«»]/gu },
  { style: 'apostrophes', way: 'straight', pattern: /(?<=\p{L})'(?=\p{L})/gu },
  { style: 'apostrophes', way: 'curly', pattern: /(?<=\p{L})’(?=\p{L})/gu },
]
const anyMark = /[-—–"“”„«»'’]/u
const joined = /(?<first>[\p{L}][\p{L}.]*)(?<dash>[–-])(?=\p{L})/gu
const wordsAround = 14

/** At most one trace of each way in a passage: what counts is that it is there, and where. */
export function stylesIn(facts: PassageFacts, text: string, lexicon: FindingLexicon): readonly StyleTrace[] {
  const traces: StyleTrace[] = []
  if (anyMark.test(text)) {
    for (const { style, way, pattern } of patterns) {
      for (const match of text.matchAll(pattern)) {
        if (style !== 'hyphenForDash' && traces.some((one) => one.style === style && one.way === way)) break
        traces.push(traceAt(style, '', way, text, match.index, match.index + match[0].length))
      }
    }
    compounds(text, traces)
  }
  stops(facts, text, traces)
  spellings(facts, text, lexicon, traces)
  orders(facts, text, traces)
  return traces
}

function traceAt(
  style: StyleKind,
  about: string,
  way: string,
  text: string,
  from: number,
  to: number,
): StyleTrace {
  const isMark =
    style === 'dashes' || style === 'hyphenForDash' || style === 'quotationMarks' || style === 'apostrophes'
  const start = isMark
    ? (text.slice(Math.max(0, from - wordsAround), from).match(/\S*\s?$/u)?.[0].length ?? 0)
    : 0
  const rest = isMark ? (text.slice(to, to + wordsAround).match(/^\s?\S*/u)?.[0].length ?? 0) : 0
  return { style, about, way, words: text.slice(from - start, to + rest).trim(), from, to }
}

/** "U.S.–Syria" beside "U.S.-led": the same word joined in two ways. */
function compounds(text: string, traces: StyleTrace[]): void {
  if (!text.includes('–') && !text.includes('-')) return
  for (const match of text.matchAll(joined)) {
    const first = match.groups?.first ?? ''
    // Small letters are joined by a hyphen wherever they are; a dash joins names.
    if (first === first.toLowerCase()) continue
    const way = match.groups?.dash === '–' ? 'dash' : 'hyphen'
    const about = first.toLowerCase()
    if (traces.some((one) => one.style === 'compoundDash' && one.about === about && one.way === way)) continue
    const rest = /^[\p{L}\p{M}’'-]*/u.exec(text.slice(match.index + match[0].length))?.[0].length ?? 0
    traces.push(traceAt('compoundDash', about, way, text, match.index, match.index + match[0].length + rest))
  }
}

/** "U.S." beside "US". */
function stops({ words }: PassageFacts, text: string, traces: StyleTrace[]): void {
  for (const { text: own, from, to } of words) {
    const letters = own.split(/[-–]/u)[0] ?? ''
    const hasStops = /^(?:\p{Lu}\.){2,}$/u.test(letters)
    if (!hasStops && !/^\p{Lu}{2,4}$/u.test(letters)) continue
    const about = letters.replaceAll('.', '').toLowerCase()
    const way = hasStops ? 'stops' : 'plain'
    if (traces.some((one) => one.style === 'stops' && one.about === about && one.way === way)) continue
    traces.push(traceAt('stops', about, way, text, from, to))
  }
}

/** "adviser" beside "advisor". */
function spellings(
  { words }: PassageFacts,
  text: string,
  lexicon: FindingLexicon,
  traces: StyleTrace[],
): void {
  for (let index = 0; index < words.length; index++) {
    const found = lexicon.variants.at(words, index)
    const word = words[index]
    if (!found || !word) continue
    // In a name it is spelled as the name is.
    const isName = word.isCapital && index > 0 && !/[.!?:]\s/u.test(word.gap)
    const about = String(lexicon.variantGroups.get(found.meaning) ?? '')
    if (isName && lexicon.vocabulary.isCapitalAName) continue
    if (traces.some((one) => one.style === 'spelling' && one.about === about && one.way === found.meaning))
      continue
    traces.push(
      traceAt(
        'spelling',
        about,
        found.meaning,
        text,
        word.from,
        words[index + found.length - 1]?.to ?? word.to,
      ),
    )
  }
}

/** "May 4" beside "4 May". */
function orders({ words, dates }: PassageFacts, text: string, traces: StyleTrace[]): void {
  for (const { first, end, day, month, from, to } of dates) {
    if (day === null || month === null) continue
    const own = words.slice(first, end)
    const isDayFirst =
      own.findIndex((word) => /^\p{N}{1,2}(?:st|nd|rd|th)?$/u.test(word.text)) <
      own.findIndex((word) => /^\p{L}/u.test(word.text) && word.isCapital && own.indexOf(word) > 0)
    const isMonthFirst = /^\p{L}/u.test(own[0]?.text ?? '') && /^\p{N}/u.test(own[1]?.text ?? '')
    if (own.length < 2 || own.some((word) => word.text.includes('.') && /^\p{N}/u.test(word.text))) continue
    const startsWithDay = /^\p{N}/u.test(own[0]?.text ?? '')
    if (!startsWithDay && !isMonthFirst && !isDayFirst) continue
    const way = startsWithDay ? 'day' : 'month'
    if (traces.some((one) => one.style === 'dateOrder' && one.way === way)) continue
    traces.push(traceAt('dateOrder', '', way, text, from, to))
  }
}

/** Where a story writes one thing in two ways; a hyphen for a dash is one by itself. */
export function mixedStyles(placed: readonly Placed<StyleTrace>[]): readonly Finding[] {
  const byThing = Map.groupBy(placed, ({ trace }) => `${trace.style} ${trace.about}`)
  return [...byThing].flatMap(([thing, found]) => {
    const first = found[0]
    if (!first) return []
    const other = found.find(({ trace }) => trace.way !== first.trace.way)
    const { style } = first.trace
    if (!other && style !== 'hyphenForDash') return []
    // The way that is taken less often is the one to look at.
    const ways = [...Map.groupBy(found, ({ trace }) => trace.way).values()].sort(
      (one, next) => one.length - next.length,
    )
    const seldom = style === 'hyphenForDash' ? found : (ways[0] ?? found)
    const often = ways.at(-1)?.[0]
    const places = [...(style === 'hyphenForDash' || !often ? [] : [often]), ...seldom].map(
      ({ passage, trace: { from, to } }) => ({ passage, from, to }),
    )
    const reason = {
      kind: 'style',
      style,
      one: often?.trace.words ?? '',
      other: seldom[0]?.trace.words ?? '',
    } as const
    return findingOf(reason, [thing.trim()], places)
  })
}
