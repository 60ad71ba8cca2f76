import { baseLanguage } from '../../model/language.ts'
import { type Phrases, phrasesFor } from '../phrases.ts'
import { type Lexicon, lexiconOf } from '../statement/lexicon.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import type { FindingVocabulary } from './vocabulary.ts'

const listed = [
  'partial',
  'approximate',
  'changes',
  'from',
  'to',
  'of',
  'rest',
  'definite',
  'formers',
  'offices',
] as const

/** `name`: the first of its forms. */
export interface HappeningKind {
  readonly name: string
  readonly isOnce: boolean
}

/** The finders' vocabulary made ready for looking words up, beside the first pass's own. */
export interface FindingLexicon extends Lexicon {
  readonly finding: { readonly [Name in (typeof listed)[number]]: ReadonlySet<string> }
  /** What befell the counted, by its word: the index of its list. */
  readonly tolls: ReadonlyMap<string, number>
  /** What happens to somebody, by each of its forms. */
  readonly happenings: ReadonlyMap<string, HappeningKind>
  readonly headline: ReadonlyMap<string, number>
  /** A title's form: its ladder and its rung. */
  readonly rungs: ReadonlyMap<string, { readonly ladder: number; readonly rung: number }>
  readonly variants: Phrases<string>
  /** Which variants are spellings of one word. */
  readonly variantGroups: ReadonlyMap<string, number>
}

const vocabularies: Readonly<Record<string, FindingVocabulary>> = { en: english, de: german }

function byWord(lists: readonly (readonly string[])[]): Map<string, number> {
  return new Map(lists.flatMap((words, index) => words.map((word) => [word, index] as const)))
}

function happeningsOf({ once, events }: FindingVocabulary): Map<string, HappeningKind> {
  const all = [
    ...once.map((forms) => ({ forms, isOnce: true })),
    ...events.map((forms) => ({ forms, isOnce: false })),
  ]
  return new Map(
    all.flatMap(({ forms, isOnce }) =>
      forms.map((form) => [form, { name: forms[0] ?? form, isOnce }] as const),
    ),
  )
}

function made(base: Lexicon, vocabulary: FindingVocabulary): FindingLexicon {
  const finding = {} as Record<(typeof listed)[number], ReadonlySet<string>>
  for (const name of listed) finding[name] = new Set(vocabulary[name])
  const rungs = vocabulary.ladders.flatMap((ladder, at) =>
    ladder.flatMap((forms, rung) => forms.map((form) => [form, { ladder: at, rung }] as const)),
  )
  return {
    ...base,
    finding,
    tolls: byWord(vocabulary.tolls),
    happenings: happeningsOf(vocabulary),
    headline: byWord(vocabulary.headline),
    rungs: new Map(rungs),
    variants: phrasesFor(Object.fromEntries(vocabulary.variants.flat().map((word) => [word, [word]]))),
    variantGroups: byWord(vocabulary.variants),
  }
}

const lexicons = new Map<string, FindingLexicon>()

/** Null for a language without a vocabulary. */
export function findingLexiconOf(language: string): FindingLexicon | null {
  const base = baseLanguage(language)
  const known = lexicons.get(base)
  const words = lexiconOf(language)
  const vocabulary = vocabularies[base]
  if (known || !words || !vocabulary) return known ?? null
  const lexicon = made(words, vocabulary)
  lexicons.set(base, lexicon)
  return lexicon
}
