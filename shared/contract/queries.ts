import { z } from 'zod'
import { stanceSchema } from '../model/backup.ts'
import { claimSchema } from '../model/claim.ts'
import {
  backupIdSchema,
  claimIdSchema,
  queryIdSchema,
  requestIdSchema,
  sourceIdSchema,
} from '../model/ids.ts'
import { listedQuerySchema, queryDetailsSchema } from '../model/query.ts'
import { procedure } from './refusals.ts'

const change = z.object({ requestId: requestIdSchema, queryId: queryIdSchema })

/** Who was asked what about a claim. What changes something answers with the claim as it is afterwards. */
export const queries = {
  /**
   * Over all stories that are not archived, of claims in the text: those that wait for an answer, what is due
   * first leading; with `all` those that are answered after them.
   */
  list: procedure.input(z.object({ all: z.boolean().default(false) })).output(z.array(listedQuerySchema)),
  /**
   * `seenWords`, the claim's words as the person saw them, also settles it as *queried* in the same act; null
   * leaves its status alone.
   */
  ask: procedure
    .input(
      change.extend({
        claimId: claimIdSchema,
        details: queryDetailsSchema,
        seenWords: z.string().nullable(),
      }),
    )
    .output(claimSchema),
  change: procedure.input(change.extend({ details: queryDetailsSchema })).output(claimSchema),
  /** null takes the answer away again. */
  answer: procedure
    .input(
      change.extend({
        answer: z.object({ words: z.string().min(1).max(100_000), atMs: z.int() }).nullable(),
      }),
    )
    .output(claimSchema),
  /**
   * Makes the answer a piece of backup of the claim, its words verbatim. It is tied to the source that the query
   * names, else to the person among the sources who is called so, else to one that is made with `sourceId`.
   * NOT_ANSWERED while there is none.
   */
  attachAnswer: procedure
    .input(
      change.extend({
        backupId: backupIdSchema,
        sourceId: sourceIdSchema,
        locator: z.string().max(500),
        stance: stanceSchema.default('supports'),
      }),
    )
    .output(claimSchema),
  remove: procedure.input(change).output(claimSchema),
  /** Puts back what was removed, as it was. */
  restore: procedure.input(change).output(claimSchema),
}
