import { digestOf } from './digest.ts'
import type { Passage, PassageStretch } from './passage.ts'
import type { QuotationKind, QuotationReason } from './quotation/kind.ts'
import { QuotedStory } from './quotation/quoted-story.ts'
import type { Speaker } from './quotation/register.ts'

/** Words between quotation marks, or in a block quote, and whose they are. */
export interface Quotation {
  /** In the order of the story, marks included; several where an attribution or the end of a paragraph stands between. */
  readonly parts: readonly PassageStretch[]
  readonly kind: QuotationKind
  readonly reason: QuotationReason
  /** Null where the story does not say, and for what nobody said. */
  readonly speaker: Speaker | null
  /** The words by which the story says whose it is, a pronoun among them; null where it does not. */
  readonly mention: PassageStretch | null
}

/**
 * Every quotation of a story, in order, with its speaker. Scare quotes, titles and words mentioned are among them,
 * told apart by their kind.
 */
export function quotationsOf(passages: readonly Passage[], language: string): readonly Quotation[] {
  const story = new QuotedStory()
  story.replace(
    0,
    0,
    passages.map((passage) => digestOf(passage, language)),
  )
  return story.entries.flatMap((entry) =>
    story.begunIn(entry).map(({ parts, kind, reason, placed }, nth): Quotation => {
      const speaker = entry.speakers[nth] ?? null
      return {
        parts: parts.map(({ piece: { from, to }, entry: { index } }) => ({ passage: index, from, to })),
        kind,
        reason,
        speaker: speaker && { name: speaker.name, role: speaker.role },
        mention: placed && { passage: placed.entry.index, from: placed.mention.from, to: placed.mention.to },
      }
    }),
  )
}
