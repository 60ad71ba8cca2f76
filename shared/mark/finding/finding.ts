import type { PassageStretch } from '../passage.ts'

/** What is mixed in a story's typography and spelling. */
export const styleKinds = [
  'compoundDash',
  'hyphenForDash',
  'dashes',
  'quotationMarks',
  'apostrophes',
  'stops',
  'spelling',
  'dateOrder',
] as const
export type StyleKind = (typeof styleKinds)[number]

/** Why the first pass asks, as data; `renderer/ui/strings/findings.ts` has the sentences. Words are as the story has them. */
export type FindingReason =
  | { readonly kind: 'headlineFigure'; readonly words: string }
  | { readonly kind: 'headlineName'; readonly words: string }
  | { readonly kind: 'headlineSuperlative'; readonly words: string }
  | { readonly kind: 'twoSpellings'; readonly one: string; readonly other: string }
  | { readonly kind: 'twoNumbers'; readonly one: string; readonly other: string }
  | { readonly kind: 'twoAges'; readonly name: string; readonly one: number; readonly other: number }
  | { readonly kind: 'twoTitles'; readonly name: string; readonly one: string; readonly other: string }
  | { readonly kind: 'twoDates'; readonly name: string; readonly one: string; readonly other: string }
  /** `weekday`: which day the date is, from 1, Monday. */
  | { readonly kind: 'weekday'; readonly words: string; readonly weekday: number }
  /** One day of the year with two weekdays. */
  | { readonly kind: 'twoWeekdays'; readonly one: string; readonly other: string }
  | { readonly kind: 'shareSum'; readonly words: readonly string[]; readonly sum: number }
  /** `computed`: what the two numbers make, in percent, rounded to one decimal. */
  | {
      readonly kind: 'percentage'
      readonly words: string
      readonly one: string
      readonly other: string
      readonly computed: number
    }
  | { readonly kind: 'quoteOwners'; readonly words: string; readonly one: string; readonly other: string }
  | { readonly kind: 'noDate' }
  | { readonly kind: 'noByline' }
  | { readonly kind: 'style'; readonly style: StyleKind; readonly one: string; readonly other: string }

export type FindingKind = FindingReason['kind']

/** Something within the story that does not fit together. It asks a person and blocks nothing. */
export interface Finding {
  /** By its kind and its words, not by where they stand: what was dismissed stays so through edits elsewhere. */
  readonly key: string
  /** In the order of the story; none where something is missing. */
  readonly places: readonly PassageStretch[]
  readonly reason: FindingReason
}

/** A trace that a finder took from one passage, and the passage's index. */
export interface Placed<Trace> {
  readonly passage: number
  readonly trace: Trace
}

/** The most places that one finding shows: the first that it is given. */
const mostPlaces = 12

export function findingOf(
  reason: FindingReason,
  about: readonly (string | number)[],
  places: readonly PassageStretch[],
): Finding {
  const shown = places.slice(0, mostPlaces)
  shown.sort((one, other) => one.passage - other.passage || one.from - other.from)
  return { key: [reason.kind, ...about].join(' '), places: shown, reason }
}
