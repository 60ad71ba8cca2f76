import { z } from 'zod'
import { viaSchema } from '../../../shared/model/audit.ts'
import { fileHashSchema, personIdSchema, requestIdSchema, storyIdSchema } from '../../../shared/model/ids.ts'
import { placesSchema, struckWordsSchema } from '../../../shared/model/striking.ts'

const by = {
  /** The request that asked for it: asked again, it gets the same answer. */
  strikingId: requestIdSchema,
  personId: personIdSchema,
  via: viaSchema,
  atMs: z.int(),
  reason: z.string(),
}

/** What is to be struck or deleted, as it is kept until it has come to its end. */
export const orderSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('words'),
    ...by,
    ...struckWordsSchema.shape,
    keepFiles: z.array(fileHashSchema),
  }),
  z.object({ what: z.literal('story'), ...by, storyId: storyIdSchema }),
  /** Everything is struck; what is left is to leave no trace of it in the database's files. */
  z.object({ what: z.literal('cleaning'), strikingId: requestIdSchema }),
])
export type Order = z.infer<typeof orderSchema>
export type Striking = Exclude<Order, { what: 'cleaning' }>

/** What was done in the desk's own database, as it is kept for whoever has to go on from there. */
export const doneSchema = z.object({
  places: placesSchema,
  /** Files to be taken away, and those that hold the words and stay. */
  remove: z.array(fileHashSchema),
  keep: z.array(fileHashSchema),
})
export type Done = z.infer<typeof doneSchema>
