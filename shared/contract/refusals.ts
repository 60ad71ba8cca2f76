import { oc } from '@orpc/contract'
import { z } from 'zod'
import { settlingSchema } from '../model/claim.ts'
import { fixDecisionSchema, fixObjectionSchema } from '../model/fix.ts'
import { gateKindSchema, gateLineSchema } from '../model/gate.ts'
import { deeds } from '../model/may.ts'
import { roleSchema } from '../model/person.ts'

/**
 * What the desk may refuse, by name. Every call may meet any of them; a defect of ours is none of them and
 * becomes INTERNAL_SERVER_ERROR, its detail in the desk's log only. Bad input is oRPC's own BAD_REQUEST.
 */
export const refusals = {
  /** The record does not exist, or no longer. */
  NOT_FOUND: { status: 404, data: z.object({ what: z.string(), id: z.string() }) },
  /** Nobody is at this connection yet: name who works here first. */
  NO_PERSON: { status: 401 },
  /** The journal has gone on; fetch the steps since and send again. */
  BEHIND: { status: 409, data: z.object({ version: z.int() }) },
  /** The steps do not fit the story or its schema. */
  STEP_REFUSED: { status: 422, data: z.object({ reason: z.string() }) },
  /** A step names a claim that neither the story nor the write knows. */
  UNKNOWN_CLAIM: { status: 422, data: z.object({ claimId: z.string() }) },
  /** The words that were seen are not the words that stand. */
  WORDS_MOVED: { status: 409, data: z.object({ seen: z.string(), now: z.string() }) },
  /** Somebody settled the claim since it was looked at; theirs is shown, null where it was taken back. */
  SETTLED_MEANWHILE: { status: 409, data: z.object({ settling: settlingSchema.nullable() }) },
  /** *Not a fact*, rejecting a fix and letting words stand as said want a reason. */
  REASON_WANTED: { status: 422 },
  /** The suggested fix does not fit the words. */
  FIX_UNFIT: { status: 422, data: z.object({ objection: fixObjectionSchema }) },
  /** The fix was accepted or rejected already. */
  DECIDED: { status: 409, data: z.object({ decision: fixDecisionSchema }) },
  /** The query has no answer yet. */
  NOT_ANSWERED: { status: 409 },
  /** The claim bears no legal flag. */
  NOT_FLAGGED: { status: 409 },
  /** No second reader was asked for, or somebody else was. */
  NOT_ASKED: { status: 409 },
  /** Nobody has settled the claim yet. */
  NOT_SETTLED: { status: 409 },
  /** The second reader is somebody else than who settled the claim. */
  SAME_READER: { status: 409 },
  /** The claim is not in the text, so it cannot be settled. */
  NOT_IN_TEXT: { status: 409, data: z.object({ claimId: z.string() }) },
  NOTHING_TO_TAKE_BACK: { status: 409 },
  /** Something still needs it. */
  IN_USE: { status: 409, data: z.object({ what: z.string(), count: z.int() }) },
  /** The name is taken. */
  TAKEN: { status: 409, data: z.object({ what: z.string() }) },
  /** What was given cannot be read as what it claims to be; the message says what to do. */
  UNREADABLE: { status: 422, data: z.object({ reason: z.string() }) },
  TOO_LARGE: { status: 413, data: z.object({ sizeBytes: z.int(), limitBytes: z.int() }) },
  /** The story is archived: restore it first. */
  ARCHIVED: { status: 409 },
  /** Striking and deleting for good are for those whose role is editor. */
  EDITORS_ONLY: { status: 403 },
  /** It is for people of another role; see `shared/model/may.ts`. */
  NOT_YOURS: { status: 403, data: z.object({ deed: z.enum(deeds), role: roleSchema }) },
  /** Striking and deleting for good want a reason, and one that does not itself hold the words: it is kept. */
  REASON_UNFIT: { status: 422, data: z.object({ holdsWords: z.boolean() }) },
  /** Words of so few letters stand in everything: nothing can be struck by them. */
  TOO_SHORT: { status: 422, data: z.object({ leastLetters: z.int() }) },
  /** The story was struck since this window opened it: what the window still holds is not taken. Open it anew. */
  STRUCK: { status: 409 },
  /** The desk was taken back to a backup since: open the story again, for its versions mean something else now. */
  TAKEN_BACK: { status: 409 },
  /** Something blocks: the story cannot be cleared. The first lines, and how many there are. */
  GATE_SHUT: { status: 409, data: z.object({ blocks: z.array(gateLineSchema), count: z.int() }) },
  /** Something is asked that whoever clears the story did not say they know. */
  ASKED: { status: 409, data: z.object({ asks: z.array(gateLineSchema), count: z.int() }) },
  /**
   * What wants a cleared story was asked of one that is not. `blocks` as above; `differences` are those since it was
   * last cleared, if it ever was.
   */
  NOT_CLEARED: {
    status: 409,
    data: z.object({
      blocks: z.array(gateLineSchema),
      count: z.int(),
      wasCleared: z.boolean(),
      differences: z.int(),
    }),
  },
  /** The gate has no such block of this claim: there is nothing to let pass. */
  NOT_BLOCKING: { status: 409, data: z.object({ kind: gateKindSchema, claimId: z.string() }) },
  /** It wants a reason of its own and is not let pass together with others. */
  ONE_BY_ONE: { status: 422, data: z.object({ kind: gateKindSchema }) },
  /** The disk or the database did not take it; nothing was written. */
  NOT_SAVED: { status: 503, data: z.object({ reason: z.string() }) },
} as const

export type RefusalCode = keyof typeof refusals

/** Every procedure of the contract starts here. */
export const procedure = oc.errors(refusals)
