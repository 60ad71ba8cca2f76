import type { Digest } from '../digest.ts'
import type { DateMention } from '../statement/dates.ts'
import type { PassageFacts } from '../statement/facts.ts'
import { type Finding, findingOf, type Placed } from './finding.ts'

/** A date with its weekday; `year` is null where the text leaves it out. */
export type WeekdayTrace = Pick<DateMention, 'from' | 'to' | 'year'> & {
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly words: string
}

/** The Gregorian calendar's weekday, from 1, Monday; null for a day that no month has. */
export function weekdayOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.getUTCDay() || 7
}

export function weekdaysIn({ dates }: PassageFacts, text: string): readonly WeekdayTrace[] {
  return dates.flatMap(({ from, to, year, month, day, weekday }) =>
    month === null || day === null || weekday === null
      ? []
      : [{ from, to, year, month, day, weekday, words: text.slice(from, to) }],
  )
}

/** The year in a story's dateline, by which a date without one is read. */
export function datelineYear(digests: readonly Digest[]): number | null {
  return digests.find(({ where, length }) => where === 'dateline' && length > 0)?.traces?.year ?? null
}

/** @param storyYear the dateline's year: without a year a date is in it, in the one before or in the one after */
export function wrongWeekdays(
  placed: readonly Placed<WeekdayTrace>[],
  storyYear: number | null,
): readonly Finding[] {
  return placed.flatMap(({ passage, trace }) => {
    const { year, month, day, weekday, words, from, to } = trace
    const years = year !== null ? [year] : storyYear === null ? [] : [storyYear, storyYear - 1, storyYear + 1]
    const days = years.map((one) => weekdayOf(one, month, day))
    const right = days[0]
    if (right === undefined || right === null || days.includes(weekday)) return []
    return findingOf(
      { kind: 'weekday', words, weekday: right },
      [words.toLowerCase()],
      [{ passage, from, to }],
    )
  })
}

/**
 * "Tuesday, March 3" beside "Friday, March 3": a day of the year with two weekdays, where the text does not give each
 * its own year. What the calendar answers is not asked again.
 */
export function twoWeekdays(
  placed: readonly Placed<WeekdayTrace>[],
  storyYear: number | null,
): readonly Finding[] {
  const firsts = new Map<string, Placed<WeekdayTrace>>()
  const asked = new Set<string>()
  const wrong = new Set(
    wrongWeekdays(placed, storyYear).flatMap(({ places }) => places.map((at) => `${at.passage} ${at.from}`)),
  )
  return placed.flatMap((one) => {
    const { passage, trace } = one
    if (wrong.has(`${passage} ${trace.from}`)) return []
    const day = `${trace.month} ${trace.day}`
    const first = firsts.get(day)
    if (!first) firsts.set(day, one)
    if (!first || first.trace.weekday === trace.weekday) return []
    if (first.trace.year !== null && trace.year !== null) return []
    const other = trace.words.toLowerCase()
    if (asked.has(other)) return []
    asked.add(other)
    return findingOf(
      { kind: 'twoWeekdays', one: first.trace.words, other: trace.words },
      [first.trace.words.toLowerCase(), other],
      [first, one].map((at) => ({ passage: at.passage, from: at.trace.from, to: at.trace.to })),
    )
  })
}
