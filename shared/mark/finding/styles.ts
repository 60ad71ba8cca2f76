import type { PassageStretch } from '../passage.ts'
import type { PassageFacts } from '../statement/facts.ts'
import { type Finding, findingOf, type StyleKind } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'
import { tally } from './tally.ts'

/** One of the ways to write something of which a story should have one. */
export interface StyleTrace {
  readonly style: StyleKind
  /** What is written in this way and must be written in one: a word, or "" for all of the story. */
  readonly about: string
  /** Style and word: ways of one thing have it in common. */
  readonly thing: string
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
  return {
    style,
    about,
    thing: about === '' ? style : `${style} ${about}`,
    way,
    words: text.slice(from - start, to + rest).trim(),
    from,
    to,
  }
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

/** A day's figure or a month behind a weekday. */
const startsDate = /^[\p{N}\p{Lu}]/u
/** "May 4" beside "4 May". */
function orders({ words, dates }: PassageFacts, text: string, traces: StyleTrace[]): void {
  for (const { first, end, day, month, weekday, from, to } of dates) {
    if (day === null || month === null) continue
    // "Tuesday, 3 March", "Dienstag, dem 3. März": the order is that of the day and its month.
    const start = words
      .slice(first, end)
      .findIndex(({ text: own }, index) => index > 0 && startsDate.test(own))
    const own = words.slice(weekday === null ? first : first + Math.max(0, start), end)
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

/** Of one way to write a thing: how often it is taken, and where at first. */
interface Way {
  readonly words: string
  count: number
  readonly places: PassageStretch[]
}

/** The most places of one way that are shown. */
const mostPlaces = 8

/** The ways in which a story writes things, counted as its passages come and go. */
export class Styles {
  /** By things, how many passages write them in each way. */
  readonly #things = new Map<string, Map<string, number>>()
  /** Things that are written in more than one way, and hyphens for dashes; most stories have few. */
  readonly #mixed = new Set<string>()

  add(traces: readonly StyleTrace[], times: 1 | -1): void {
    for (const { thing, way, style } of traces) {
      const ways = this.#things.get(thing) ?? new Map<string, number>()
      tally(ways, way, times)
      if (ways.size === 0) this.#things.delete(thing)
      else this.#things.set(thing, ways)
      if (ways.size > (style === 'hyphenForDash' ? 0 : 1)) this.#mixed.add(thing)
      else this.#mixed.delete(thing)
    }
  }

  /**
   * Where the story writes one thing in two ways; a hyphen for a dash is one by itself.
   *
   * @param tracesOf the traces of each passage, asked for only where there is something to find
   */
  findings(tracesOf: () => readonly (readonly StyleTrace[])[]): readonly Finding[] {
    if (this.#mixed.size === 0) return []
    const things = new Map<string, { style: StyleKind; ways: Map<string, Way> }>()
    for (const [passage, traces] of tracesOf().entries()) {
      for (const { thing, style, way, words, from, to } of traces) {
        if (!this.#mixed.has(thing)) continue
        const known = things.get(thing) ?? { style, ways: new Map<string, Way>() }
        things.set(thing, known)
        const found = known.ways.get(way) ?? { words, count: 0, places: [] }
        known.ways.set(way, found)
        found.count++
        if (found.places.length < mostPlaces) found.places.push({ passage, from, to })
      }
    }
    return [...things].flatMap(([thing, { style, ways }]) => mixedStyle(thing, style, [...ways.values()]))
  }
}

function mixedStyle(thing: string, style: StyleKind, ways: readonly Way[]): Finding[] {
  // The way that is taken less often is the one to look at.
  const [seldom, ...others] = [...ways].sort((one, other) => one.count - other.count)
  const often = others.at(-1) ?? seldom
  if (!seldom || !often || (others.length === 0 && style !== 'hyphenForDash')) return []
  const places = others.length === 0 ? seldom.places : [...often.places.slice(0, 1), ...seldom.places]
  return [findingOf({ kind: 'style', style, one: often.words, other: seldom.words }, [thing], places)]
}
