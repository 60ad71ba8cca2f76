import { z } from 'zod'

/** What a claim stood in, beside its words: enough to say later whether the same stands around it. */
export const placeSchema = z.object({
  /** Kinds of the text blocks that it stands in, each once, by a space: "paragraph", "blockquote". */
  block: z.string().max(200),
  /**
   * The sentence that it is or stands in, or several, without references to footnotes; for a quotation with the
   * words that name the speaker. A table's cell is one with the heads of its row and column.
   */
  sentence: z.string(),
  /** What is nearest before and after that: the end and the beginning of sentences, or what the part belongs to. */
  preceding: z.string(),
  following: z.string(),
  /** It stands between quotation marks, or is all that stands there. */
  isQuoted: z.boolean(),
  startsSentence: z.boolean(),
})
export type Place = z.infer<typeof placeSchema>
