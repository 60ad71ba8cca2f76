import type { PassageStretch } from '../passage.ts'
import type { Entry } from '../quotation/entry.ts'
import type { FoundQuotation, QuotedStory } from '../quotation/quoted-story.ts'
import { foldKey, joinedFold, noWords, plainWords, type WordFold } from '../word-fold.ts'
import { type Finding, findingOf } from './finding.ts'

/** Of fewer words a quotation may well be said by two. */
const leastWords = 5
/** Somebody by name; not "the poster" or "which". */
const named = /^\p{Lu}/u

/** A finding of which words are still to be read, by whoever has the text. */
export interface Unworded<Place = PassageStretch> extends Omit<Finding, 'places'> {
  readonly places: readonly Place[]
  /** The parts of two quotations that have the same words, as far as can be told without reading them. */
  readonly said?: readonly [readonly Place[], readonly Place[]]
}

/** A quotation that somebody by name has said, by its words. */
export interface Owned {
  readonly key: string
  readonly name: string
  /** Which of the quotations it is that begin in its passage. */
  readonly nth: number
}

/** Quotations of a passage that are long enough to be nobody else's. */
function ownedIn(story: QuotedStory, entry: Entry): readonly Owned[] {
  if (!entry.speakers.some((person) => person && named.test(person.name))) return none
  return story.begunIn(entry).flatMap((quotation, nth) => {
    const name = entry.speakers[nth]?.name
    if (name === undefined || !named.test(name)) return []
    const fold = quotation.parts.reduce((sum, part) => joinedFold(sum, foldOfPart(part)), noWords)
    return fold.count < leastWords ? [] : [{ key: foldKey(fold), name, nth }]
  })
}

const none: readonly Owned[] = []

function foldOfPart({ piece, entry }: FoundQuotation['parts'][number]): WordFold {
  const { digest } = entry
  if (piece.span) return piece.span.fold
  return piece.back === 0 && !digest.isBlockQuote ? digest.closesFold : digest.fold
}

function partsOf(story: QuotedStory, entry: Entry, nth: number): readonly PassageStretch[] {
  const parts = story.begunIn(entry)[nth]?.parts ?? []
  return parts.map(({ piece: { from, to }, entry: { index } }) => ({ passage: index, from, to }))
}

const asWords = (name: string): string[] => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)

/** "Lina Khatib" and "Dr. Khatib" may be one person; "Khatib" and "Stein" are not. */
export function mayBeOne(one: string, other: string): boolean {
  const words = new Set(asWords(one))
  return asWords(other).some((word) => word.length > 2 && words.has(word))
}

/** One quotation that is given to two people. */
export function quotesWithTwoOwners(story: QuotedStory): readonly Unworded[] {
  const byWords = new Map<string, { entry: Entry; owned: Owned }[]>()
  for (const entry of story.entries) {
    if (entry.speakers.length === 0) continue
    entry.owned ??= ownedIn(story, entry)
    for (const owned of entry.owned) {
      const known = byWords.get(owned.key)
      if (known) known.push({ entry, owned })
      else byWords.set(owned.key, [{ entry, owned }])
    }
  }
  return [...byWords.values()].flatMap((found): Unworded[] => {
    const [first, ...others] = found
    const other = others.find(({ owned }) => first && !mayBeOne(first.owned.name, owned.name))
    if (!first || !other) return []
    const said = [first, other].map(({ entry, owned }) => partsOf(story, entry, owned.nth))
    const [one = [], two = []] = said
    const reason = { kind: 'quoteOwners', words: '', one: first.owned.name, other: other.owned.name } as const
    return [{ ...findingOf(reason, [], [...one.slice(0, 1), ...two.slice(0, 1)]), said: [one, two] }]
  })
}

/** The finding with the words that it is about; null where those are not the same after all. */
export function wordedFinding<Place>(
  { key, reason, places, said }: Unworded<Place>,
  textAt: (place: Place) => string,
): (Omit<Finding, 'places'> & { readonly places: readonly Place[] }) | null {
  if (!said || reason.kind !== 'quoteOwners') return { key, reason, places }
  const [words = '', other] = said.map((parts) => parts.map((part) => plainWords(textAt(part))).join(' '))
  const [first] = said[0]
  if (words !== other || first === undefined) return null
  const about = [words, ...[reason.one, reason.other].sort()]
  return {
    key: [reason.kind, ...about].join(' '),
    reason: { ...reason, words: textAt(first) },
    places,
  }
}
