import type { Passage } from '../passage.ts'
import { perPassage } from '../per-passage.ts'
import { factsOf, type PassageFacts } from '../statement/facts.ts'
import { type Finding, findingOf } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'

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

/** What a passage has, to hold a headline against; null for what is no part of the text. */
export interface Body {
  readonly keys: ReadonlySet<string>
  readonly values: readonly number[]
  readonly count: number
}

export const bodyOf: (passage: Passage, language: string) => Body | null = perPassage((passage, language) => {
  if (asides.has(passage.where)) return null
  const { words, figures } = factsOf(passage, language)
  return {
    keys: new Set(words.flatMap(({ key }) => (key.includes('-') ? [key, ...key.split('-')] : [key]))),
    values: figures.flatMap(({ value }) => value ?? []),
    count: words.length,
  }
})

/** "5 ways to …", "Here are 10 …": a list's length, which the text shows and does not say. */
function isOfList(facts: PassageFacts, first: number, lexicon: FindingLexicon): boolean {
  const behind = facts.words.slice(first, first + 6)
  return first <= 3 && !behind.some((word) => lexicon.tolls.has(word.key))
}

/**
 * A headline that says more than its text: a figure, a name or a superlative which the text has not.
 *
 * @param bodies what all passages of the story have, in blocks
 */
export function headlineSaysMore(
  passages: readonly Passage[],
  bodies: readonly (readonly Body[])[],
  language: string,
  lexicon: FindingLexicon,
): readonly Finding[] {
  if (!isLongEnough(bodies)) return []
  const says = (test: (body: Body) => boolean): boolean => bodies.some((block) => block.some(test))
  return passages.flatMap((passage, index) =>
    heads.has(passage.where) && passage.text !== '' ? inHead(passage, index, language, lexicon, says) : [],
  )
}

function isLongEnough(bodies: readonly (readonly Body[])[]): boolean {
  let count = 0
  for (const block of bodies) {
    for (const body of block) count += body.count
    if (count >= leastWords) return true
  }
  return false
}

function inHead(
  passage: Passage,
  index: number,
  language: string,
  lexicon: FindingLexicon,
  says: (test: (body: Body) => boolean) => boolean,
): readonly Finding[] {
  const facts = factsOf(passage, language)
  const { text } = passage
  const at = ({ from, to }: { from: number; to: number }) => [{ passage: index, from, to }]
  const figures = facts.figures.flatMap((figure) => {
    const { value, kind } = figure
    if (value === null || kind === 'duration' || (value <= 20 && isOfList(facts, figure.first, lexicon)))
      return []
    if (says(({ values }) => values.some((one) => Math.abs(one - value) <= value * rounding))) return []
    const words = text.slice(figure.from, figure.to)
    return findingOf({ kind: 'headlineFigure', words }, [kind, value], at(figure))
  })
  const names = facts.names.flatMap((name) => {
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
    if (says(({ keys: known }) => known.has(last) || (last.endsWith('s') && known.has(last.slice(0, -1)))))
      return []
    const words = text.slice(name.from, name.to)
    return findingOf({ kind: 'headlineName', words }, [last], at(name))
  })
  return [...figures, ...names, ...superlatives(facts, index, lexicon, says)]
}

function superlatives(
  facts: PassageFacts,
  passage: number,
  lexicon: FindingLexicon,
  says: (test: (body: Body) => boolean) => boolean,
): readonly Finding[] {
  const { words } = facts
  return words.flatMap((word, index) => {
    const group = lexicon.headline.get(word.key)
    if (group === undefined) return []
    const isOther = [index - 1, index].some(
      (at) => lexicon.phrases.at(words, at)?.meaning === 'noSuperlative',
    )
    const next = words[index + 1]
    if (isOther || (next && (lexicon.sets.timeUnits.has(next.key) || next.gap === '-'))) return []
    const alike = [...lexicon.headline].filter(([, other]) => other === group).map(([key]) => key)
    if (says(({ keys }) => alike.some((key) => keys.has(key)))) return []
    return findingOf(
      { kind: 'headlineSuperlative', words: word.text },
      [word.key],
      [{ passage, from: word.from, to: word.to }],
    )
  })
}
