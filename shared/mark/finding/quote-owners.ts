import type { Passage, PassageStretch } from '../passage.ts'
import { type Finding, findingOf } from './finding.ts'

/** Words in quotation marks and whose they are, as the story gives it. */
export interface OwnedQuotation {
  readonly parts: readonly PassageStretch[]
  readonly speaker: { readonly name: string } | null
}

/** Of fewer words a quotation may well be said by two. */
const leastWords = 5
/** Somebody by name; not "the poster" or "which". */
const named = /^\p{Lu}/u

const kept = new WeakMap<Passage, Map<string, string>>()

/** Letters and figures alone of a stretch of a passage; kept with the passage. */
function plainWords(passage: Passage | undefined, { from, to }: PassageStretch): string {
  if (!passage) return ''
  const known = kept.get(passage) ?? new Map<string, string>()
  kept.set(passage, known)
  const key = `${from} ${to}`
  const found = known.get(key)
  if (found !== undefined) return found
  const own = passage.text.slice(from, to).toLowerCase()
  const words = own.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  known.set(key, words)
  return words
}

function wordsOf(parts: readonly PassageStretch[], passages: readonly Passage[]): string {
  return parts.map((part) => plainWords(passages[part.passage], part)).join(' ')
}

function beginning([first]: readonly PassageStretch[], passages: readonly Passage[]): string {
  return first
    ? (passages[first.passage]?.text.slice(first.from + 1, first.from + 12).toLowerCase() ?? '')
    : ''
}

const asWords = (name: string): string[] => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)

/** "Lina Khatib" and "Dr. Khatib" may be one person; "Khatib" and "Stein" are not. */
function mayBeOne(one: string, other: string): boolean {
  const words = new Set(asWords(one))
  return asWords(other).some((word) => word.length > 2 && words.has(word))
}

/** One quotation that is given to two people. */
export function quotesWithTwoOwners(
  quotations: readonly OwnedQuotation[],
  passages: readonly Passage[],
): readonly Finding[] {
  const owned = quotations.filter(({ speaker }) => speaker !== null && named.test(speaker.name))
  if (owned.length < 2) return []
  // Most quotations begin like no other, and need not be read to their end.
  const beginnings = new Map<string, number>()
  const starts = owned.map(({ parts }) => {
    const start = beginning(parts, passages)
    beginnings.set(start, (beginnings.get(start) ?? 0) + 1)
    return start
  })
  const alike = owned.filter((_, index) => (beginnings.get(starts[index] ?? '') ?? 0) > 1)
  if (alike.length === 0) return []
  const byWords = Map.groupBy(alike, ({ parts }) => wordsOf(parts, passages))
  return [...byWords].flatMap(([words, found]) => {
    const first = found[0]
    if (!first?.speaker || found.length < 2 || words.split(' ').length < leastWords) return []
    const owner = first.speaker.name
    const other = found.find(({ speaker }) => speaker && !mayBeOne(owner, speaker.name))
    if (!other?.speaker) return []
    const part = first.parts[0]
    const said = part ? (passages[part.passage]?.text.slice(part.from, part.to) ?? '') : ''
    return findingOf(
      { kind: 'quoteOwners', words: said, one: owner, other: other.speaker.name },
      [words, ...[owner, other.speaker.name].sort()],
      [...first.parts.slice(0, 1), ...other.parts.slice(0, 1)],
    )
  })
}
