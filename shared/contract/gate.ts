import { z } from 'zod'
import { claimSchema } from '../model/claim.ts'
import { clearingHeadSchema, clearingSchema, knownAskSchema } from '../model/clearing.ts'
import { gateLineSchema } from '../model/gate.ts'
import { claimIdSchema, overrideIdSchema, requestIdSchema, storyIdSchema } from '../model/ids.ts'
import { overridableKindSchema, overrideReasonSchema, overrideSchema } from '../model/override.ts'
import { storySchema } from '../model/story.ts'
import { procedure } from './refusals.ts'

const change = z.object({ requestId: requestIdSchema, storyId: storyIdSchema })

/** What `gateOf` says, as JSON. */
export const gateSchema = z.object({
  /** Nothing blocks. */
  clear: z.boolean(),
  /** Somebody cleared it, it shows what they saw, and nothing blocks. */
  isCleared: z.boolean(),
  blocks: z.array(gateLineSchema),
  asks: z.array(gateLineSchema),
  /** What would block, and why it may pass. */
  excused: z.array(
    z.object({
      line: gateLineSchema,
      excuse: overrideSchema
        .pick({ words: true, reason: true, personId: true, atMs: true })
        .extend({ overrideId: overrideIdSchema.nullable() }),
    }),
  ),
  clearing: clearingHeadSchema.nullable(),
  /** What the story shows otherwise than when it was last cleared, in the order of the text. */
  differences: z.array(
    z.object({
      where: z.string(),
      before: z.string(),
      after: z.string(),
      from: z.int().nonnegative(),
      to: z.int().nonnegative(),
    }),
  ),
  /** The version of the story that this is said of. */
  version: z.int(),
})
export type GateAnswer = z.infer<typeof gateSchema>

/** What stands between a story and its being ready, and who let what pass. */
export const gate = {
  of: procedure.input(z.object({ storyId: storyIdSchema })).output(gateSchema),
  /** The last clearing that was not taken back, whole. */
  clearing: procedure.input(z.object({ storyId: storyIdSchema })).output(clearingSchema.nullable()),
  /**
   * An editor lets claims pass, for the words that they have. REASON_WANTED; ONE_BY_ONE where several are named of
   * which one wants a reason of its own; NOT_BLOCKING where there is nothing to let pass; WORDS_MOVED.
   */
  override: procedure
    .input(
      change.extend({
        lines: z
          .array(z.object({ claimId: claimIdSchema, kind: overridableKindSchema, seenWords: z.string() }))
          .min(1)
          .max(1000),
        reason: overrideReasonSchema,
      }),
    )
    .output(z.array(claimSchema)),
  takeBackOverride: procedure
    .input(z.object({ requestId: requestIdSchema, overrideId: overrideIdSchema }))
    .output(claimSchema),
  /**
   * Clears the story as it stands. BEHIND where it went on since `atVersion`; GATE_SHUT while something blocks;
   * ASKED where something is asked that is not among `asks`: whoever clears says that they know it.
   */
  clear: procedure
    .input(change.extend({ atVersion: z.int().nonnegative(), asks: z.array(knownAskSchema).max(20_000) }))
    .output(storySchema),
  /** The one before counts again, if there is one. */
  takeBackClearing: procedure.input(change).output(storySchema),
}
