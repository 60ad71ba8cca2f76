import { z } from 'zod'
import { claimSchema } from '../model/claim.ts'
import { remedySchema } from '../model/fix.ts'
import { backupIdSchema, claimIdSchema, fixIdSchema, requestIdSchema } from '../model/ids.ts'
import { procedure } from './refusals.ts'

const change = z.object({ requestId: requestIdSchema, fixId: fixIdSchema })

/**
 * Corrections that are suggested for claims. Each answers with the claim as it is afterwards. DECIDED where
 * somebody accepted or rejected it before.
 */
export const fixes = {
  /**
   * FIX_UNFIT where the remedy does not fit the words: see `fixObjectionSchema`. WORDS_MOVED where `seenWords`
   * are not the claim's words now.
   */
  suggest: procedure
    .input(
      change.extend({
        claimId: claimIdSchema,
        remedy: remedySchema,
        newWords: z.string().max(100_000),
        why: z.string().min(1).max(20_000),
        backupIds: z.array(backupIdSchema).max(100),
        seenWords: z.string(),
      }),
    )
    .output(claimSchema),
  /** What whoever wrote the story says to it; another answer takes the place of the one before. */
  answer: procedure.input(change.extend({ words: z.string().min(1).max(20_000) })).output(claimSchema),
  /**
   * Changes the text by steps in the journal and settles the claim as *confirmed* on its new words, both or
   * neither. Where the remedy is that it stands as said, only the decision is kept, and it wants a reason.
   * WORDS_MOVED where the claim no longer reads as it did when the fix was suggested, typography aside.
   */
  accept: procedure.input(change.extend({ reason: z.string().max(20_000).default('') })).output(claimSchema),
  /** Wants a reason. */
  reject: procedure.input(change.extend({ reason: z.string().max(20_000) })).output(claimSchema),
  /** Takes it off the claim before anybody decided. */
  withdraw: procedure.input(change).output(claimSchema),
  /** Puts back what was withdrawn, as it was. */
  restore: procedure.input(change).output(claimSchema),
}
