import type { Passage } from '../passage.ts'
import type { PassageFacts } from '../statement/facts.ts'
import { type Finding, findingOf } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'
import { tally } from './tally.ts'

/** What readers see before the text, and elsewhere than the text. */
export const heads: ReadonlySet<string> = new Set([
  'headline',
  'dek',
  'searchTitle',
  'searchDescription',
  'socialLine',
])
const asides: ReadonlySet<string> = new Set([...heads, 'byline', 'dateline', 'credit', 'altText'])

/** A draft says less than its headline until it has this many words. */
const leastWords = 60
/** A headline rounds: a tenth more or less is the same number. */
const rounding = 0.1

/** What a passage has, to hold a headline against. */
export interface Body {
  /** Each once. */
  readonly keys: readonly string[]
  readonly values: readonly number[]
  /** In words. */
  readonly count: number
}

/** Null for what is no part of the text. */
export function bodyOf(passage: Passage, { words, figures }: PassageFacts): Body | null {
  if (asides.has(passage.where)) return null
  const keys = words.flatMap(({ key }) => (key.includes('-') ? [key, ...key.split('-')] : [key]))
  return {
    keys: [...new Set(keys)],
    values: figures.flatMap(({ value }) => value ?? []),
    count: words.length,
  }
}

/** Something that a headline says; the text says it too if it has the value, or one of the keys where there is none. */
export interface HeadClaim {
  readonly value: number | null
  readonly keys: readonly string[]
  /** What is asked where the text does not; its place has the passage's index 0. */
  readonly finding: Finding
}

/** "5 ways to …", "Here are 10 …": a list's length, which the text shows and does not say. */
function isOfList(facts: PassageFacts, first: number, lexicon: FindingLexicon): boolean {
  const behind = facts.words.slice(first, first + 6)
  return first <= 3 && !behind.some((word) => lexicon.tolls.has(word.key))
}

/** The figures, names and superlatives of what stands before the text. */
export function headClaimsIn(
  passage: Passage,
  facts: PassageFacts,
  lexicon: FindingLexicon,
): readonly HeadClaim[] {
  const { where, text } = passage
  if (!heads.has(where) || text === '') return []
  const at = ({ from, to }: { from: number; to: number }) => [{ passage: 0, from, to }]
  const figures = facts.figures.flatMap((figure): HeadClaim[] => {
    const { value, kind } = figure
    if (value === null || kind === 'duration' || (value <= 20 && isOfList(facts, figure.first, lexicon)))
      return []
    const words = text.slice(figure.from, figure.to)
    const finding = findingOf({ kind: 'headlineFigure', words }, [kind, value], at(figure))
    return [{ value, keys: [], finding }]
  })
  const names = facts.names.flatMap((name): HeadClaim[] => {
    const keys = facts.words.slice(name.first, name.end).map((word) => word.key)
    const last = keys.at(-1) ?? ''
    // Where nouns have capital letters too, a title tells a name.
    const isSure = lexicon.vocabulary.isCapitalAName || name.titleFirst < name.first
    if (
      name.kind !== 'person' ||
      !isSure ||
      last.length < 3 ||
      keys.some((key) => lexicon.countries.has(key))
    )
      return []
    const words = text.slice(name.from, name.to)
    const finding = findingOf({ kind: 'headlineName', words }, [last], at(name))
    return [{ value: null, keys: last.endsWith('s') ? [last, last.slice(0, -1)] : [last], finding }]
  })
  return [...figures, ...names, ...superlatives(facts, lexicon)]
}

function superlatives({ words }: PassageFacts, lexicon: FindingLexicon): readonly HeadClaim[] {
  return words.flatMap((word, index): HeadClaim[] => {
    const group = lexicon.headline.get(word.key)
    if (group === undefined) return []
    const isOther = [index - 1, index].some(
      (at) => lexicon.phrases.at(words, at)?.meaning === 'noSuperlative',
    )
    const next = words[index + 1]
    if (isOther || (next && (lexicon.sets.timeUnits.has(next.key) || next.gap === '-'))) return []
    const { text, key, from, to } = word
    const finding = findingOf({ kind: 'headlineSuperlative', words: text }, [key], [{ passage: 0, from, to }])
    return [
      {
        value: null,
        keys: [...lexicon.headline].filter(([, other]) => other === group).map(([alike]) => alike),
        finding,
      },
    ]
  })
}

/** What all passages of a story have, each counted as often as passages have it. */
export class Bodies {
  readonly #keys = new Map<string, number>()
  readonly #values = new Map<number, number>()
  #count = 0

  add({ keys, values, count }: Body, times: 1 | -1): void {
    for (const key of keys) tally(this.#keys, key, times)
    for (const value of values) tally(this.#values, value, times)
    this.#count += times * count
  }

  get isLongEnough(): boolean {
    return this.#count >= leastWords
  }

  says({ value, keys }: HeadClaim): boolean {
    if (value === null) return keys.some((key) => this.#keys.has(key))
    for (const one of this.#values.keys()) if (Math.abs(one - value) <= value * rounding) return true
    return false
  }
}
