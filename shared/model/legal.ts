import { z } from 'zod'
import { personIdSchema } from './ids.ts'

/** Legal has cleared a flagged claim, for the words that it had. */
export const legalClearingSchema = z.object({
  words: z.string(),
  /** A condition or remark; "" when none was given. */
  note: z.string().max(20_000),
  personId: personIdSchema,
  atMs: z.int(),
})
export type LegalClearing = z.infer<typeof legalClearingSchema>

/** A flagged claim is to be read by somebody besides whoever settled it. */
export const secondReadingSchema = z.object({
  /** Who is asked; null for anybody. */
  readerId: personIdSchema.nullable(),
  askedBy: personIdSchema,
  askedAtMs: z.int(),
  done: z
    .object({
      personId: personIdSchema,
      atMs: z.int(),
      /** What was read. */
      words: z.string(),
    })
    .nullable(),
})
export type SecondReading = z.infer<typeof secondReadingSchema>
