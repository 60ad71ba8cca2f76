import { z } from 'zod'
import { facetSchema } from '../mark/facet-schema.ts'
import { claimKindSchema } from './claim.ts'
import { claimIdSchema, requestIdSchema, storyIdSchema } from './ids.ts'

/** A ProseMirror step as JSON; the schema refuses what is none. */
export const stepJsonSchema = z.looseObject({ stepType: z.string() })
export type StepJson = z.infer<typeof stepJsonSchema>

/** A claim that the steps of a write bring into being. */
export const newClaimSchema = z.object({
  id: claimIdSchema,
  kind: claimKindSchema,
  /** The claim it is a copy of, in this story or another. */
  copiedFrom: claimIdSchema.optional(),
  /** What the first pass had proposed it for, where it did. */
  proposedFor: z.array(facetSchema).max(100).optional(),
  /** Proposed by the window from the sentence, for a quote. */
  speaker: z.object({ name: z.string().min(1).max(300), role: z.string().max(500) }).optional(),
})
export type NewClaim = z.infer<typeof newClaimSchema>

/** One write: steps, and the claims that they create. */
export const writeSchema = z.object({
  requestId: requestIdSchema,
  storyId: storyIdSchema,
  /** Of the desk in which the story was opened; TAKEN_BACK where it is another one now. Unsaid, it is not asked. */
  life: z.string().optional(),
  /** The version that the first step applies to. */
  atVersion: z.int().nonnegative(),
  /** Names the window, so that it knows its own steps again (`prosemirror-collab`). */
  clientId: z.string().min(1).max(64),
  schemaVersion: z.int().positive(),
  /** As the story was opened; a window that opened it before a striking may hold what was struck. */
  strikings: z.int().optional(),
  steps: z.array(stepJsonSchema).min(1).max(10_000),
  claims: z.array(newClaimSchema).max(10_000),
})
export type Write = z.infer<typeof writeSchema>
