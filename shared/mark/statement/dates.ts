import type { Word } from '../word.ts'
import type { Lexicon } from './lexicon.ts'

/** A date, a time or a period as a text names it. */
export interface DateMention {
  readonly from: number
  readonly to: number
  /** Indexes of its words, end exclusive. */
  readonly first: number
  readonly end: number
  readonly year: number | null
  /** From 1. */
  readonly month: number | null
  readonly day: number | null
  /** From 1, Monday. */
  readonly weekday: number | null
}

interface Found {
  readonly end: number
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly weekday?: number
}

const dayForm = /^(?<day>\p{N}{1,2})(?:st|nd|rd|th)?$/u
const yearForm = /^(?:1[0-9]|20)\p{N}{2}$/u
const decadeForm = /^(?:(?:1[0-9]|20)\p{N}0s|\p{N}0er)$/u
const timeForm = /^(?:[01]?\p{N}|2[0-3]):[0-5]\p{N}(?:am|pm)?$|^1?\p{N}(?:am|pm)$/u
const dottedForm = /^(?<day>\p{N}{1,2})\.(?<month>\p{N}{1,2})\.(?<year>(?:19|20)\p{N}{2})$/u
const ordinalForm = /^\p{N}{1,2}(?:st|nd|rd|th)?$/u
const close = /^[\s,.]*$/u
/** Between "Monday" and its date. */
const filling = new Set(['the', 'dem', 'den', 'der', 'am', 'of'])

function dayIn(word: Word | undefined): number | null {
  const day = Number(dayForm.exec(word?.text ?? '')?.groups?.day)
  return day >= 1 && day <= 31 ? day : null
}

function yearIn(word: Word | undefined): number | null {
  return word && yearForm.test(word.text) ? Number(word.text) : null
}

/** A month with the day and the year beside it, or with the word before it that makes it one. */
function monthAt(
  words: readonly Word[],
  index: number,
  lexicon: Lexicon,
): (Found & { first: number }) | null {
  const word = words[index]
  const month = word ? lexicon.months.get(word.key) : undefined
  if (!word?.isCapital || month === undefined) return null
  const before = words[index - 1]
  const after = words[index + 1]
  const dayOf = words[index - 2]
  let first = index
  let end = index + 1
  let day: number | null = null
  if (dayIn(before) !== null && /^\.?\s$/u.test(word.gap)) {
    day = dayIn(before)
    first = index - 1
  } else if (before?.key === 'of' && dayIn(dayOf) !== null) {
    day = dayIn(dayOf)
    first = index - 2
  } else if (dayIn(after) !== null && /^\.?\s$/u.test(after?.gap ?? '')) {
    day = dayIn(after)
    end++
  }
  const following = words[end]
  const year = following && /^[,.]?\s$/u.test(following.gap) ? yearIn(following) : null
  if (year !== null) end++
  const isSure =
    day !== null ||
    year !== null ||
    !lexicon.sets.ambiguousMonths.has(word.key) ||
    (lexicon.sets.beforeMonths.has(before?.key ?? '') && /^\s*$/u.test(word.gap))
  if (!isSure) return null
  return { first, end, month, ...(day === null ? {} : { day }), ...(year === null ? {} : { year }) }
}

function weekdayAt(words: readonly Word[], index: number, lexicon: Lexicon): Found | null {
  const word = words[index]
  const weekday = word ? lexicon.weekdays.get(word.key) : undefined
  if (!word?.isCapital || weekday === undefined) return null
  if (lexicon.sets.noWeekdayAfter.has(words[index - 1]?.key ?? '')) return null
  for (let at = index + 1; at <= index + 3; at++) {
    if (!close.test(words[at]?.gap ?? 'x')) break
    const month = monthAt(words, at, lexicon)
    if (month) return month.first > index ? { ...month, weekday } : { end: index + 1, weekday }
    const isBetween = filling.has(words[at]?.key ?? '') || dayIn(words[at]) !== null
    if (!isBetween) break
  }
  const dotted = dottedAt(words[index + 1]) ?? dottedAt(words[index + 2])
  if (dotted && close.test(words[index + 1]?.gap ?? 'x')) {
    const isNext = dottedAt(words[index + 1]) !== null
    if (isNext || filling.has(words[index + 1]?.key ?? '')) {
      return { ...dotted, weekday, end: index + (isNext ? 2 : 3) }
    }
  }
  return { end: index + 1, weekday }
}

function dottedAt(word: Word | undefined): { day: number; month: number; year: number } | null {
  const found = dottedForm.exec(word?.text ?? '')?.groups
  if (!found) return null
  return { day: Number(found.day), month: Number(found.month), year: Number(found.year) }
}

/** A year by itself: one that counts what follows ("2000 people") is a figure. */
function isYear(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  const word = words[index]
  if (yearIn(word) === null) return false
  if (/[\p{Sc}%]$/u.test(word?.gap ?? '') || lexicon.sets.numbered.has(words[index - 1]?.key ?? ''))
    return false
  const next = words[index + 1]
  // "GTX 1660 Ti" is a thing's name.
  if (/^\p{Lu}{2,}$/u.test(words[index - 1]?.text ?? '') && next?.isCapital) return false
  if (!next) return true
  if (/^\s?[%‰€$]/u.test(next.gap)) return false
  const counted =
    lexicon.sets.currencies.has(next.key) ||
    lexicon.sets.timeUnits.has(next.key) ||
    next.key in lexicon.vocabulary.magnitudes
  if (counted && next.gap === ' ') return false
  if (lexicon.percents.at(words, index + 1)) return false
  return hasYearWordBefore(words, index, lexicon) || !countsNoun(words, index, lexicon)
}

/** "in 1931", "the 1931 floods", "im Sommer 1931", "1930 and 1931 figures": nothing is counted there. */
function hasYearWordBefore(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  const key = words[index - 1]?.key ?? ''
  const { sets, months } = lexicon
  if (sets.beforeYears.has(key) || sets.seasons.has(key) || months.has(key)) return true
  return sets.joining.has(key) && yearIn(words[index - 2]) !== null
}

/** "1200 employees", "1500 Menschen": whether the word right behind a figure is what it counts. */
function countsNoun(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  const next = words[index + 1]
  const { sets, vocabulary } = lexicon
  if (next?.gap !== ' ' || !/^\p{L}{2,}$/u.test(next.text)) return false
  if (sets.counted.has(next.key)) return true
  if (next.isCapital === vocabulary.isCapitalAName || sets.noNames.has(next.key)) return false
  if (sets.verbs.has(next.key) || sets.speech.has(next.key) || sets.roles.has(next.key)) return false
  // "gewann 1931 Jürgen Holm": a name.
  const behind = words[index + 2]
  if (!vocabulary.isCapitalAName && behind?.gap === ' ' && behind.isCapital) return false
  const ends = (endings: readonly string[]): boolean => endings.some((one) => next.key.endsWith(one))
  return ends(vocabulary.pluralEndings) && !ends(vocabulary.singularEndings)
}

function dateAt(
  words: readonly Word[],
  index: number,
  lexicon: Lexicon,
): (Found & { first?: number }) | null {
  const word = words[index]
  if (!word) return null
  const weekday = weekdayAt(words, index, lexicon)
  if (weekday) return weekday
  // The day stands before its month: look on from the day, so that it belongs to the date.
  for (const at of [index, index + 1, index + 2]) {
    const month = monthAt(words, at, lexicon)
    if (month && month.first === index) return month
  }
  const dotted = dottedAt(word)
  if (dotted) return { ...dotted, end: index + 1 }
  const phrase = lexicon.phrases.at(words, index)
  if (phrase?.meaning === 'date') return { end: index + phrase.length }
  const next = words[index + 1]
  if (timeForm.test(word.text)) return { end: index + 1 }
  if (next && /^\p{N}/u.test(word.text) && /^\s?$/u.test(next.gap) && lexicon.sets.clock.has(next.key)) {
    return { end: index + 2 }
  }
  if (decadeForm.test(word.text))
    return { end: index + (lexicon.sets.timeUnits.has(next?.key ?? '') ? 2 : 1) }
  if (next && ordinalForm.test(word.text) && lexicon.sets.centuries.has(next.key)) return { end: index + 2 }
  if (lexicon.sets.seasons.has(word.key) && yearIn(next) !== null) {
    return { end: index + 2, year: yearIn(next) ?? 0 }
  }
  if (isYear(words, index, lexicon)) return { end: index + 1, year: Number(word.text) }
  return null
}

/** The dates among words, in order; none overlaps another. */
export function datesIn(words: readonly Word[], lexicon: Lexicon): readonly DateMention[] {
  const dates: DateMention[] = []
  for (let index = 0; index < words.length; index++) {
    const found = dateAt(words, index, lexicon)
    const from = words[index]?.from
    const last = found ? words[found.end - 1] : undefined
    // "Thursday's" is Thursday.
    const to = last && (/['’]s$/u.test(last.text) ? last.to - 2 : last.to)
    if (!found || from === undefined || to === undefined) continue
    dates.push({
      from,
      to,
      first: index,
      end: found.end,
      year: found.year ?? null,
      month: found.month ?? null,
      day: found.day ?? null,
      weekday: found.weekday ?? null,
    })
    index = found.end - 1
  }
  return dates
}
