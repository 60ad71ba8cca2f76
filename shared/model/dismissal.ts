import { v7 } from 'uuid'
import { z } from 'zod'
import { facetSchema } from '../mark/facet-schema.ts'
import { personIdSchema } from './ids.ts'

export const dismissalIdSchema = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z_-]{7,63}$/, 'not an id')
  .brand('DismissalId')
export type DismissalId = z.infer<typeof dismissalIdSchema>
export const newDismissalId = (): DismissalId => v7() as DismissalId

/** The most that one request may dismiss. */
export const dismissalsPerRequest = 1000

/** What a person said needs no check: words that the first pass proposed, or a question that it asked. */
export const dismissedSchema = z.object({
  what: z.enum(['statement', 'quote', 'finding']),
  /**
   * The candidate's words as they stood and, on a line of their own, what they are dismissed with (see `dismissedAs`);
   * or the finding's key. What reads as they do is dismissed with them.
   */
  words: z.string().min(1).max(102_000),
  /** What they were proposed for; of a finding none. */
  facets: z.array(facetSchema).max(100),
})
export type Dismissed = z.infer<typeof dismissedSchema>

export const dismissalSchema = dismissedSchema.extend({
  id: dismissalIdSchema,
  personId: personIdSchema,
  atMs: z.int(),
  isTakenBack: z.boolean(),
  /** Counted together with those of the story's claims; streams resume at it. */
  revision: z.int().nonnegative(),
})
export type Dismissal = z.infer<typeof dismissalSchema>
