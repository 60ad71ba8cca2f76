import { z } from 'zod'
import { chosenSubjectSchema } from '../check/subject.ts'
import { backupDetailsSchema } from '../model/backup.ts'
import { claimKindSchema, claimSchema, settlingSchema, speakerSchema, statusSchema } from '../model/claim.ts'
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

/** A claim's last settling as somebody saw it, null for none; unsaid, it is not asked. */
const seenSettlingSchema = settlingSchema.pick({ personId: true, atMs: true }).nullable().optional()

const settledManySchema = z.object({
  /** As they are afterwards, in the order in which they were named. */
  claims: z.array(claimSchema),
  /**
   * Not settled, for their words are not those that were seen, or somebody settled them since: with their words
   * now, null where they are out of the text.
   */
  left: z.array(z.object({ claimId: claimIdSchema, words: z.string().nullable() })),
})
export type SettledMany = z.infer<typeof settledManySchema>

/** Each answers with the claim as it is, afterwards where it changes something. */
export const claims = {
  /** Whatever story it is in, archived or not. */
  read: procedure.input(z.object({ claimId: claimIdSchema })).output(claimSchema),
  /**
   * Sets the status. `seenWords` are the words that the person saw; refused with WORDS_MOVED, showing both,
   * where they are not the claim's words now. *Not a fact* wants a `note`. `seenSettling` is the claim's last
   * settling as the person saw it, null for none; refused with SETTLED_MEANWHILE, showing the one that stands,
   * where somebody settled the claim since. Unsaid, it is not asked. Legal settles claims in which it wrote, and
   * where they are flagged clears them along.
   */
  settle: procedure
    .input(
      change.extend({
        status: statusSchema,
        note: z.string().max(20_000),
        seenWords: z.string(),
        seenSettling: seenSettlingSchema,
      }),
    )
    .output(claimSchema),
  /**
   * As `settle`, of several claims of a story at once, each with the words and the settling of it that the
   * person saw. Claims that moved or were settled since are left as they are and named in the answer; the others are
   * settled. NOT_FOUND where one of them is none of the story's.
   */
  settleMany: procedure
    .input(
      z.object({
        requestId: requestIdSchema,
        storyId: storyIdSchema,
        status: statusSchema,
        note: z.string().max(20_000),
        seen: z
          .array(z.object({ claimId: claimIdSchema, words: z.string(), settling: seenSettlingSchema }))
          .min(1)
          .max(10_000),
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
  /** Gives claims of one story to somebody, or to nobody; all or none. Those of a claim that are given already stay. */
  assignMany: procedure
    .input(
      z.object({
        requestId: requestIdSchema,
        storyId: storyIdSchema,
        claimIds: z.array(claimIdSchema).min(1).max(10_000),
        personId: personIdSchema.nullable(),
      }),
    )
    .output(z.array(claimSchema)),
  setNote: procedure.input(change.extend({ note: z.string().max(20_000) })).output(claimSchema),
  /** What it is about, for how long its check is good; null for what its words look like. */
  setSubject: procedure.input(change.extend({ subject: chosenSubjectSchema.nullable() })).output(claimSchema),
  setLegal: procedure.input(change.extend({ isLegal: z.boolean() })).output(claimSchema),
  /**
   * Legal lets a flagged claim stand, for the words that it has. NOT_FLAGGED where it bears no legal flag,
   * WORDS_MOVED where `seenWords` are not its words now.
   */
  clearLegal: procedure
    .input(change.extend({ seenWords: z.string(), note: z.string().max(20_000) }))
    .output(claimSchema),
  /** Takes the clearing away again. */
  unclearLegal: procedure.input(change).output(claimSchema),
  /** Asks somebody, or anybody (null), to read a flagged claim after whoever settled it. NOT_FLAGGED. */
  askSecondReader: procedure
    .input(change.extend({ readerId: personIdSchema.nullable() }))
    .output(claimSchema),
  /** No second reader is asked for any more. */
  dropSecondReader: procedure.input(change).output(claimSchema),
  /**
   * Says that the words were read by a second person. NOT_ASKED where none was asked for or somebody else was,
   * NOT_SETTLED while nobody settled the claim, SAME_READER for whoever settled it.
   */
  readSecond: procedure.input(change.extend({ seenWords: z.string() })).output(claimSchema),
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
