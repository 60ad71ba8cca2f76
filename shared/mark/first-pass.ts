import type { Candidate } from './candidate.ts'
import { type Digest, type DigestStatement, digestOf } from './digest.ts'
import { masked, maskOf, quoteMask } from './facet-mask.ts'
import { candidateAt, type Mark } from './marks.ts'
import type { Passage } from './passage.ts'
import type { Entry } from './quotation/entry.ts'
import { QuotedStory } from './quotation/quoted-story.ts'
import { markFrom, type SentMark } from './sent-mark.ts'
import type { Eagerness, FirstPassSettings } from './settings.ts'

/** Who wrote it, of whom a picture is, and what only says again what the story says: nothing in these is proposed. */
const unproposed: ReadonlySet<string> = new Set([
  'byline',
  'dateline',
  'credit',
  'altText',
  'pullQuote',
  'searchTitle',
  'searchDescription',
  'socialLine',
])

/** Below it a statement is not proposed. What may do most harm is proposed whatever it is worth. */
const leastWorth: Readonly<Record<Eagerness, number>> = { few: 0.5, usual: 0.1, many: 0 }
const harmful: ReadonlySet<string> = new Set(['legal', 'quote', 'accusation'])

const none: readonly SentMark[] = []
const unreasoned: readonly number[] = []

function quotesIn(story: QuotedStory, entry: Entry): SentMark[] {
  if (entry.speakers.length === 0) return []
  return story.begunIn(entry).flatMap(({ parts, kind }, nth) => {
    const [first] = parts
    if (kind !== 'speech' || !first) return []
    const speaker = entry.speakers[nth] ?? null
    return {
      parts: parts.flatMap(({ piece, entry: of }) => [of.index - entry.index, piece.from, piece.to]),
      facets: quoteMask,
      reasons: unreasoned,
      speaker: speaker && { name: speaker.name, role: speaker.role },
      worth: first.piece.span?.worth ?? entry.digest.worth,
    }
  })
}

const statementIn = ({ from, to, facets, reasons, worth }: DigestStatement): SentMark => ({
  parts: [0, from, to],
  facets,
  reasons,
  speaker: null,
  worth,
})

/** What a desk wants of what was found. */
function wanted(found: SentMark, mask: number, { eagerness }: FirstPassSettings): SentMark | null {
  const facets = found.facets & mask
  if (facets === 0) return null
  if (found.worth < leastWorth[eagerness] && !harmful.has(masked(facets).risk)) return null
  if (facets === found.facets) return found
  const reasons = found.reasons.filter((_, at) => {
    const facet = found.reasons[at - (at % 3)] ?? 0
    return (facets & (1 << facet)) !== 0
  })
  return { ...found, facets, reasons }
}

const startOf = ({ parts }: SentMark): number => parts[1] ?? 0

/** What is proposed of a passage, in the order of the text. */
export function sentMarksIn(
  story: QuotedStory,
  entry: Entry,
  settings: FirstPassSettings,
): readonly SentMark[] {
  const { digest } = entry
  if (!settings.isOn || unproposed.has(digest.where)) return none
  const found = [...quotesIn(story, entry), ...digest.statements.map(statementIn)]
  if (found.length === 0) return none
  const mask = maskOf(settings.facets)
  return found
    .sort((one, other) => startOf(one) - startOf(other))
    .flatMap((one) => wanted(one, mask, settings) ?? [])
}

/** What the first pass proposes of each passage of a story, in the order of the text. @param language as BCP 47 names it */
export function firstPassMarks(
  passages: readonly Passage[],
  language: string,
  settings: FirstPassSettings,
): readonly (readonly Mark[])[] {
  const story = new QuotedStory()
  if (settings.isOn)
    story.replace(
      0,
      0,
      passages.map((passage): Digest => digestOf(passage, language)),
    )
  return passages.map((_, index) => {
    const entry = story.entries[index]
    if (!entry) return []
    const textAhead = (ahead: number): string | null => passages[index + ahead]?.text ?? null
    return sentMarksIn(story, entry, settings).flatMap((sent) => markFrom(sent, textAhead) ?? [])
  })
}

/** All that the first pass proposes of a story, in the order of the text. */
export function firstPass(
  passages: readonly Passage[],
  language: string,
  settings: FirstPassSettings,
): Candidate[] {
  return firstPassMarks(passages, language, settings).flatMap((marks, index) =>
    marks.map((mark) => candidateAt(mark, index)),
  )
}
