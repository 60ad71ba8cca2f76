import { z } from 'zod'
import { claimSchema } from './claim.ts'
import { fileHashSchema, storyIdSchema } from './ids.ts'
import { languageSchema, unknownLanguage } from './language.ts'
import { personSchema } from './person.ts'
import { sourceSchema } from './source.ts'
import { stageSchema } from './story.ts'

/** A story with all that hangs on it: what exports read and what a JSON file holds. */
export const storyBundleSchema = z.object({
  format: z.literal('stet-story'),
  formatVersion: z.literal(1),
  schemaVersion: z.int().positive(),
  /** Confidential sources were left out or described only as in print. */
  isPartial: z.boolean(),
  story: z.object({
    id: storyIdSchema,
    slug: z.string().min(1).max(120),
    stage: stageSchema,
    /** Files of the first release do not say it. */
    language: languageSchema.default(unknownLanguage),
    version: z.int().nonnegative(),
    /** Whether it was cleared at the desk that it left; where it comes in, it is not. */
    isCleared: z.boolean().optional(),
    createdAtMs: z.int(),
    updatedAtMs: z.int(),
    copiedFrom: storyIdSchema.nullable(),
    /** The number that the next claim gets. */
    nextNumber: z.int().positive(),
  }),
  document: z.looseObject({ type: z.literal('doc') }),
  /** All but the withdrawn, by number. */
  claims: z.array(claimSchema),
  /** Those that the claims name, by id. */
  sources: z.array(sourceSchema),
  /** Those that claims and settlings name, by id. */
  people: z.array(personSchema),
  /** The bytes of figures and of the sources' files, by hash. */
  files: z.array(z.object({ hash: fileHashSchema, base64: z.base64() })),
})
export type StoryBundle = z.infer<typeof storyBundleSchema>
