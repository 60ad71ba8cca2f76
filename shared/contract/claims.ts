import { z } from 'zod'
import { backupDetailsSchema } from '../model/backup.ts'
import { claimKindSchema, claimSchema, speakerSchema, statusSchema } from '../model/claim.ts'
import {
  backupIdSchema,
  claimIdSchema,
  personIdSchema,
  requestIdSchema,
  sourceIdSchema,
  storyIdSchema,
} from '../model/ids.ts'
import { procedure } from './refusals.ts'

const change = z.object({ requestId: requestIdSchema, claimId: claimIdSchema })

const settledManySchema = z.object({
  /** As they are afterwards, in the order in which they were named. */
  claims: z.array(claimSchema),
  /** Not settled, for their words are not those that were seen: with their words now, null where out of the text. */
  left: z.array(z.object({ claimId: claimIdSchema, words: z.string().nullable() })),
})
export type SettledMany = z.infer<typeof settledManySchema>

/** Each answers with the claim as it is, afterwards where it changes something. */
export const claims = {
  /** Whatever story it is in, archived or not. */
  read: procedure.input(z.object({ claimId: claimIdSchema })).output(claimSchema),
  /**
   * Sets the status. `seenWords` are the words that the person saw; refused with WORDS_MOVED, showing both,
   * where they are not the claim's words now. *Not a fact* wants a `note`.
   */
  settle: procedure
    .input(change.extend({ status: statusSchema, note: z.string().max(20_000), seenWords: z.string() }))
    .output(claimSchema),
  /**
   * As `settle`, of several claims of a story at once, each with the words of it that the person saw. Claims whose
   * words moved are left as they are and named in the answer; the others are settled. NOT_FOUND where one of them
   * is none of the story's.
   */
  settleMany: procedure
    .input(
      z.object({
        requestId: requestIdSchema,
        storyId: storyIdSchema,
        status: statusSchema,
        note: z.string().max(20_000),
        seen: z
          .array(z.object({ claimId: claimIdSchema, words: z.string() }))
          .min(1)
          .max(5000),
      }),
    )
    .output(settledManySchema),
  /** Takes back the person's own last settling in this story that is not taken back yet. */
  takeBack: procedure
    .input(z.object({ requestId: requestIdSchema, storyId: storyIdSchema }))
    .output(claimSchema),
  /** Of several claims at once the person's own settling, on those where it is the one that stands. */
  takeBackMany: procedure
    .input(
      z.object({
        requestId: requestIdSchema,
        storyId: storyIdSchema,
        claimIds: z.array(claimIdSchema).min(1).max(10_000),
      }),
    )
    .output(z.array(claimSchema)),
  setKind: procedure.input(change.extend({ kind: claimKindSchema })).output(claimSchema),
  setSpeaker: procedure.input(change.extend({ speaker: speakerSchema.nullable() })).output(claimSchema),
  assign: procedure.input(change.extend({ personId: personIdSchema.nullable() })).output(claimSchema),
  setNote: procedure.input(change.extend({ note: z.string().max(20_000) })).output(claimSchema),
  setLegal: procedure.input(change.extend({ isLegal: z.boolean() })).output(claimSchema),
  /**
   * After the window has put one claim's mark over the words of both: copies backup, note and legal flag of
   * `goneId` to `claimId`. The other keeps its own, so that undo brings it back whole.
   */
  merge: procedure.input(change.extend({ goneId: claimIdSchema })).output(claimSchema),
  addBackup: procedure
    .input(
      change.extend({ backupId: backupIdSchema, sourceId: sourceIdSchema, details: backupDetailsSchema }),
    )
    .output(claimSchema),
  changeBackup: procedure
    .input(z.object({ requestId: requestIdSchema, backupId: backupIdSchema, details: backupDetailsSchema }))
    .output(claimSchema),
  removeBackup: procedure
    .input(z.object({ requestId: requestIdSchema, backupId: backupIdSchema }))
    .output(claimSchema),
}
