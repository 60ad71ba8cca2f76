import type { Passage, PassageStretch } from '../passage.ts'
import { type Finding, findingOf } from './finding.ts'

/** Words in quotation marks and whose they are, as the story gives it. */
export interface OwnedQuotation {
  readonly parts: readonly PassageStretch[]
  readonly speaker: { readonly name: string } | null
}

/** Of fewer words a quotation may well be said by two. */
const leastWords = 4

function wordsOf(parts: readonly PassageStretch[], passages: readonly Passage[]): string {
  return parts
    .map(({ passage, from, to }) => passages[passage]?.text.slice(from, to) ?? '')
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
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
  const owned = quotations.filter(({ speaker }) => speaker !== null)
  if (owned.length < 2) return []
  const byWords = Map.groupBy(owned, ({ parts }) => wordsOf(parts, passages))
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
