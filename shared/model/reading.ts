import { v7 } from 'uuid'
import { z } from 'zod'
import { personIdSchema } from './ids.ts'

export const readingIdSchema = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z_-]{7,63}$/, 'not an id')
  .brand('ReadingId')
export type ReadingId = z.infer<typeof readingIdSchema>
export const newReadingId = (): ReadingId => v7() as ReadingId

/** The most sentences that one reading may hold: those of some 500,000 words. */
export const sentencesPerReading = 30_000

/**
 * Letters and figures of a sentence that claims cover, as ranges `[from, to)` that neither touch nor overlap, in
 * order. They are counted over letters and figures alone, because typography changes neither their number nor
 * their order.
 */
export const taggedSchema = z.array(z.tuple([z.int().nonnegative(), z.int().positive()])).max(5_000)
export type Tagged = z.infer<typeof taggedSchema>

/** A sentence as somebody read it. */
export const readSentenceSchema = z.object({
  /** As they stood. */
  words: z
    .string()
    .min(1)
    .max(16 * 1024 * 1024),
  /** What claims covered then: that was not what was read. */
  tagged: taggedSchema,
})
export type ReadSentence = z.infer<typeof readSentenceSchema>

/** Sentences that a person marked as read in one go: there is nothing to check in what no claim covers. */
export const readingSchema = z.object({
  id: readingIdSchema,
  personId: personIdSchema,
  atMs: z.int(),
  isTakenBack: z.boolean(),
  sentences: z.array(readSentenceSchema).max(sentencesPerReading),
  /** Counted together with those of the story's claims; streams resume at it. */
  revision: z.int().nonnegative(),
})
export type Reading = z.infer<typeof readingSchema>
