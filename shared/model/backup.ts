import { z } from 'zod'
import { backupIdSchema, claimIdSchema, personIdSchema, sourceIdSchema } from './ids.ts'
import { rankSchema } from './source.ts'

/** What the source says of the claim. */
export const stanceSchema = z.enum(['supports', 'contradicts', 'context'])
export type Stance = z.infer<typeof stanceSchema>

export const backupDetailsSchema = z.object({
  /** The place in the source: a page, a timestamp, a paragraph; "" when not given. */
  locator: z.string().max(500),
  /** The words of the source, verbatim; "" when not given. */
  excerpt: z.string().max(100_000),
  stance: stanceSchema,
  /** For this claim; the source's usual rank is what is proposed. */
  rank: rankSchema,
  note: z.string().max(20_000),
})
export type BackupDetails = z.infer<typeof backupDetailsSchema>

/** Ties one claim to one source. */
export const backupSchema = backupDetailsSchema.extend({
  id: backupIdSchema,
  claimId: claimIdSchema,
  sourceId: sourceIdSchema,
  addedBy: personIdSchema,
  addedAtMs: z.int(),
})
export type Backup = z.infer<typeof backupSchema>
