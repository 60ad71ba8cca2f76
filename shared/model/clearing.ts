import { z } from 'zod'
import { gateKindSchema } from './gate.ts'
import { claimIdSchema, clearingIdSchema, overrideIdSchema, personIdSchema } from './ids.ts'

/** A block of visible text, or a picture by its hash. */
export const shownBlockSchema = z.object({
  /** "paragraph", "headline"; "blockquote" for whatever stands in one; "picture" for a picture. */
  where: z.string().max(50),
  words: z.string(),
})
export type ShownBlock = z.infer<typeof shownBlockSchema>

/** Something that was asked and that whoever cleared the story knew. */
export const knownAskSchema = z.object({
  kind: gateKindSchema,
  claimId: claimIdSchema,
  words: z.string(),
})
export type KnownAsk = z.infer<typeof knownAskSchema>

/** A version of a story was cleared: by whom, knowing what, with which overrides. */
export const clearingSchema = z.object({
  id: clearingIdSchema,
  personId: personIdSchema,
  atMs: z.int(),
  version: z.int().nonnegative(),
  overrideIds: z.array(overrideIdSchema),
  asks: z.array(knownAskSchema),
  /** Everything that the story showed, in the order of the text. */
  shown: z.array(shownBlockSchema),
})
export type Clearing = z.infer<typeof clearingSchema>

/** A clearing as lists show it. */
export const clearingHeadSchema = clearingSchema.pick({ id: true, personId: true, atMs: true, version: true })
export type ClearingHead = z.infer<typeof clearingHeadSchema>
