import { baseLanguage } from '../../model/language.ts'
import { type Phrases, phrasesFor } from '../phrases.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a phrase of the vocabulary stands for. */
export type Sense =
  | 'vagueNumber'
  | 'share'
  | 'percent'
  | 'vagueDuration'
  | 'date'
  | 'clock'
  | 'superlative'
  | 'noSuperlative'
  | 'absolute'
  | 'cause'
  | 'comparison'
  | 'unnamed'
  | 'attribution'
  | 'accusing'
  | 'wrong'
  | 'opener'

/** A vocabulary made ready for looking words up. */
export interface Lexicon {
  readonly vocabulary: Vocabulary
  readonly phrases: Phrases<Sense>
  /** Percentages are found behind a figure alone, so they are apart. */
  readonly percents: Phrases<'percent'>
  readonly openers: Phrases<'opener'>
  readonly numbers: ReadonlyMap<string, number>
  /** From 1. */
  readonly months: ReadonlyMap<string, number>
  /** From 1, Monday. */
  readonly weekdays: ReadonlyMap<string, number>
  /** Names of countries and continents as the language has them, in lower case. */
  readonly countries: ReadonlySet<string>
  readonly sets: { readonly [Name in Listed]: ReadonlySet<string> }
}

/** The lists that are asked word by word. */
const listed = [
  'ones',
  'halves',
  'numbersThatRefer',
  'currencies',
  'timeUnits',
  'agesAfter',
  'centuries',
  'numbered',
  'ambiguousMonths',
  'beforeMonths',
  'seasons',
  'beforeYears',
  'counted',
  'clock',
  'roles',
  'rolePrefixes',
  'honorifics',
  'particles',
  'institutions',
  'beforePlaces',
  'noNames',
  'seats',
  'copulas',
  'articles',
  'comparisons',
  'comparisonEnds',
  'unnamed',
  'speech',
  'judgements',
  'hedges',
  'ownVoice',
  'verbs',
  'joining',
  'relating',
  'resuming',
  'noParticiples',
  'infinitives',
  'opinions',
  'addressing',
  'naming',
  'linking',
  'wrongdoers',
  'ofOne',
  'against',
  'noWeekdayAfter',
  'accusingVerbs',
] as const
type Listed = (typeof listed)[number]

function numbersOf({ smallNumbers, joinsTens, magnitudes }: Vocabulary): Map<string, number> {
  const numbers = new Map(Object.entries(smallNumbers))
  const entries = Object.entries(smallNumbers)
  for (const [ten, tenValue] of entries.filter(([, value]) => value >= 20)) {
    for (const [unit, unitValue] of entries.filter(([, value]) => value < 10)) {
      const [first, last] = joinsTens.isUnitFirst ? [unit, ten] : [ten, unit]
      numbers.set(`${first}${joinsTens.by}${last}`, tenValue + unitValue)
    }
  }
  // "zweihundert": where numbers are written in one word, so are hundreds and thousands.
  if (joinsTens.isUnitFirst) {
    for (const [word, value] of [...numbers]) {
      for (const [magnitude, times] of Object.entries(magnitudes)) {
        if (times <= 1000) numbers.set(word + magnitude, value * times)
      }
    }
  }
  return numbers
}

function positions(lists: readonly (readonly string[])[]): Map<string, number> {
  return new Map(lists.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))
}

/** The codes of countries and of continents that CLDR has a name for. */
function countriesIn(language: string): Set<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const continents = ['002', '009', '019', '142', '150']
  return new Set(
    [...codes, ...continents].flatMap((code) => names.of(code)?.toLowerCase().replaceAll('’', "'") ?? []),
  )
}

function lexiconFor(language: string, vocabulary: Vocabulary): Lexicon {
  const sets = {} as Record<Listed, ReadonlySet<string>>
  for (const name of listed) sets[name] = new Set(vocabulary[name])
  return {
    vocabulary,
    phrases: phrasesFor<Exclude<Sense, 'percent' | 'opener'>>({
      vagueNumber: vocabulary.vagueNumbers,
      share: vocabulary.shares,
      vagueDuration: vocabulary.vagueDurations,
      date: vocabulary.dates,
      clock: vocabulary.clock,
      superlative: [...vocabulary.topmost, ...vocabulary.superlatives],
      noSuperlative: vocabulary.noSuperlatives,
      absolute: vocabulary.absolutes,
      cause: vocabulary.causes,
      comparison: vocabulary.wholeComparisons,
      unnamed: vocabulary.unnamedPhrases,
      attribution: vocabulary.attributions,
      accusing: vocabulary.accusing,
      wrong: vocabulary.wrongs,
    }),
    percents: phrasesFor({ percent: vocabulary.percents }),
    openers: phrasesFor({ opener: vocabulary.openers }),
    numbers: numbersOf(vocabulary),
    months: positions(vocabulary.months),
    weekdays: positions(vocabulary.weekdays),
    countries: countriesIn(language),
    sets,
  }
}

const vocabularies: Readonly<Record<string, Vocabulary>> = { en: english, de: german }
const lexicons = new Map<string, Lexicon>()

/** Null for a language without a vocabulary: nothing is proposed then. */
export function lexiconOf(language: string): Lexicon | null {
  const base = baseLanguage(language)
  const vocabulary = vocabularies[base]
  if (!vocabulary) return null
  const known = lexicons.get(base)
  if (known) return known
  const lexicon = lexiconFor(base, vocabulary)
  lexicons.set(base, lexicon)
  return lexicon
}
