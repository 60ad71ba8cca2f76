import { windowLanguage } from './strings/in-language.ts'

/**
 * How the window writes numbers, times and lists: in its language, as the reader's own region does where the
 * system is set to that language too ("en-GB", "de-CH").
 */
export const locale = ownLocale()

function ownLocale(): string {
  const { languages = [], language } = navigator
  const isSame = (tag: string) => tag.toLowerCase().split('-')[0] === windowLanguage
  return [...languages, language].find(isSame) ?? windowLanguage
}

const numbers = new Intl.NumberFormat(locale)
const plurals = new Intl.PluralRules(locale)
const percents = new Intl.NumberFormat(locale, { style: 'percent' })
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' })
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })

export function formatNumber(value: number): string {
  return numbers.format(value)
}

export function formatPercent(share: number): string {
  return percents.format(share)
}

/** A moment in full, for titles and details: "23 Nov 2026, 09:24". */
export function formatMoment(atMs: number): string {
  return dayAndTime.format(atMs)
}

/** A moment that is being set, with its weekday: "Mon, 23 Nov 2026, 09:24". */
export function formatDayInWords(atMs: number): string {
  return `${weekday.format(atMs)}, ${formatMoment(atMs)}`
}

/** How long ago, up to a week; the day after that. */
export function formatAgo(atMs: number, nowMs: number = Date.now()): string {
  const seconds = Math.round((atMs - nowMs) / 1000)
  if (seconds > -45) return relative.format(0, 'second')
  if (seconds > -3600) return relative.format(Math.min(-1, Math.round(seconds / 60)), 'minute')
  if (seconds > -86_400) return relative.format(Math.round(seconds / 3600), 'hour')
  if (seconds > -7 * 86_400) return relative.format(Math.round(seconds / 86_400), 'day')
  return day.format(atMs)
}

const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

export function formatSize(sizeBytes: number): string {
  const step = Math.min(steps.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, sizeBytes)) / 3)))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: steps[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(sizeBytes / 1000 ** step)
}

/** Silent reading, 238 words a minute (Brysbaert 2019, a mean over 190 studies); never less than one. */
export function readingMinutes(wordCount: number): number {
  return wordCount === 0 ? 0 : Math.max(1, Math.round(wordCount / 238))
}

/** "Ada, Grace and Joan", as the locale joins them. */
export function joinByAnd(names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

/** "Ada, Grace or Joan", as the locale joins them. */
export function joinByOr(names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
}

/**
 * One form or the other by the plural rules of the window's language, the number put in for "#". English and
 * German have two forms each; a language with more wants another shape here.
 */
export function plural(count: number, one: string, other: string): string {
  const form = plurals.select(count) === 'one' ? one : other
  return form.replace('#', formatNumber(count))
}
