import type { DateMention } from '../statement/dates.ts'
import type { PassageFacts } from '../statement/facts.ts'
import type { Figure } from '../statement/figures.ts'
import type { NameMention } from '../statement/names.ts'
import type { Word } from '../word.ts'

/** What one sentence names; `first` and `end` are indexes among the passage's words, end exclusive. */
export interface SentenceFacts {
  readonly first: number
  readonly end: number
  readonly figures: readonly Figure[]
  readonly dates: readonly DateMention[]
  readonly names: readonly NameMention[]
}

/** Lines with more of them are tables or lists, which no sentence can be held to. */
const mostFigures = 40
const mostNames = 60

const ends = /[.!?…][“”"’»)\]]*\s|[\n]/u
const abbreviation = /^(?:\p{Lu}|mr|mrs|ms|dr|prof|sen|gov|gen|lt|col|st|nr|no|ca|jr|sr)$/iu

function endsBefore(words: readonly Word[], index: number): boolean {
  const word = words[index]
  return word !== undefined && ends.test(word.gap) && !abbreviation.test(words[index - 1]?.text ?? '')
}

/** Takes from a list in order what begins before `end`; what was taken before stays taken. */
function taking<Item extends { readonly first: number }>(
  items: readonly Item[],
): (end: number) => readonly Item[] {
  let at = 0
  return (end) => {
    const from = at
    while ((items[at]?.first ?? Number.POSITIVE_INFINITY) < end) at++
    return items.slice(from, at)
  }
}

const kept = new WeakMap<PassageFacts, readonly SentenceFacts[]>()

/** The sentences of a passage that have a figure or a date in them; cheap, and near enough for words beside each other. */
export function sentencesOf(facts: PassageFacts): readonly SentenceFacts[] {
  const known = kept.get(facts)
  if (known) return known
  const { words } = facts
  const sentences: SentenceFacts[] = []
  const [figures, dates, names] = [taking(facts.figures), taking(facts.dates), taking(facts.names)]
  for (let first = 0; first < words.length; ) {
    let end = first + 1
    while (end < words.length && !endsBefore(words, end)) end++
    const own = { first, end, figures: figures(end), dates: dates(end), names: names(end) }
    const hasAny = own.figures.length + own.dates.length > 0
    if (hasAny && own.figures.length <= mostFigures && own.names.length <= mostNames) sentences.push(own)
    first = end
  }
  kept.set(facts, sentences)
  return sentences
}

/** Whether one of a sentence's words is in a list. */
export function hasWord(
  { words }: PassageFacts,
  { first, end }: SentenceFacts,
  list: ReadonlySet<string>,
): boolean {
  for (let at = first; at < end; at++) if (list.has(words[at]?.key ?? '')) return true
  return false
}
