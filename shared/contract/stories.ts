import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { auditEventSchema } from '../model/audit.ts'
import { claimSchema } from '../model/claim.ts'
import { dismissalSchema } from '../model/dismissal.ts'
import { personIdSchema, requestIdSchema, storyIdSchema } from '../model/ids.ts'
import { languageSchema } from '../model/language.ts'
import { packedClaimsSchema } from '../model/packed-claims.ts'
import { readingSchema, readSentenceSchema, sentencesPerReading } from '../model/reading.ts'
import { stageSchema, storySchema } from '../model/story.ts'
import { stepJsonSchema, writeSchema } from '../model/write.ts'
import { procedure } from './refusals.ts'

const change = z.object({ requestId: requestIdSchema, storyId: storyIdSchema })

/** A document as ProseMirror's JSON; `shared/document` reads and checks it. */
export const documentJsonSchema = z.looseObject({ type: z.literal('doc') })

export const storyNewsSchema = z.discriminatedUnion('kind', [
  /** Steps of the journal from `fromVersion` on; `clientIds[i]` made `steps[i]`. */
  z.object({
    kind: z.literal('steps'),
    fromVersion: z.int(),
    steps: z.array(stepJsonSchema),
    clientIds: z.array(z.string()),
  }),
  /** Claims that are new or changed, whole; `revision` is where a broken stream goes on. */
  z.object({ kind: z.literal('claims'), claims: z.array(claimSchema), revision: z.int() }),
  /** Readings that are new or were taken back, whole; `revision` as above. */
  z.object({ kind: z.literal('readings'), readings: z.array(readingSchema), revision: z.int() }),
  /** What was dismissed of the first pass, or taken back, whole; `revision` as above. */
  z.object({ kind: z.literal('dismissals'), dismissals: z.array(dismissalSchema), revision: z.int() }),
  /** The story's own record changed. */
  z.object({ kind: z.literal('story'), story: storySchema }),
  /** Who else follows the story now, one entry a window, in the order in which they came; first told with somebody. */
  z.object({ kind: z.literal('present'), others: z.array(personIdSchema) }),
  /** Words were struck from the story: all that a window holds of it is to be thrown away and opened anew. */
  z.object({ kind: z.literal('struck') }),
  /** The story was taken away. */
  z.object({ kind: z.literal('gone') }),
])
export type StoryNews = z.infer<typeof storyNewsSchema>

export const openedStorySchema = z.object({
  story: storySchema,
  /** Goes with every write and follow of what was opened here; see `desk.hello`. */
  life: z.string(),
  version: z.int(),
  schemaVersion: z.int(),
  document: documentJsonSchema,
  /** Every claim that is not withdrawn, by number. */
  claims: z.array(claimSchema),
  /** What was read and not taken back, the oldest first. */
  readings: z.array(readingSchema),
  /** What was dismissed of the first pass and not taken back, the oldest first. */
  dismissals: z.array(dismissalSchema),
  /** Where {@link stories.follow} goes on from, for claims, readings and dismissals. */
  revision: z.int(),
  /** How many strikings the story has been through; a window names it in what it asks later. */
  strikings: z.int(),
})
export type OpenedStory = z.infer<typeof openedStorySchema>

/** What a story is without the records of its claims. */
export const openedTextSchema = openedStorySchema.omit({ claims: true })
export type OpenedText = z.infer<typeof openedTextSchema>

export const stories = {
  /** Newest change first; archived stories only when asked for. */
  list: procedure.input(z.object({ archived: z.boolean().default(false) })).output(z.array(storySchema)),
  create: procedure
    .input(z.object({ requestId: requestIdSchema, headline: z.string().max(2000).default('') }))
    .output(storySchema),
  open: procedure.input(z.object({ storyId: storyIdSchema })).output(openedStorySchema),
  /**
   * The same in two answers, for a window that draws the text while the claims come. They may be a moment newer than
   * it: what happened between them comes again by {@link stories.follow}.
   */
  openText: procedure.input(z.object({ storyId: storyIdSchema })).output(openedTextSchema),
  claims: procedure.input(z.object({ storyId: storyIdSchema })).output(packedClaimsSchema),
  /**
   * Everything after `fromVersion` and `fromRevision`, then whatever comes, for as long as the caller listens.
   * A broken stream is resumed by calling again with what was last received.
   */
  follow: procedure
    .input(
      z.object({
        storyId: storyIdSchema,
        life: z.string().optional(),
        fromVersion: z.int(),
        fromRevision: z.int(),
        /** As opened; `struck` is told where the story was struck since. */
        strikings: z.int().optional(),
      }),
    )
    .output(eventIterator(storyNewsSchema)),
  /**
   * Appends steps to the journal; the answer comes after the commit. Refused with BEHIND where `atVersion` is
   * not the story's version, with STRUCK where it would bring back what was struck. A repeated `requestId` gets the first answer.
   */
  write: procedure.input(writeSchema).output(z.object({ version: z.int() })),
  setStage: procedure.input(change.extend({ stage: stageSchema })).output(storySchema),
  setLanguage: procedure.input(change.extend({ language: languageSchema })).output(storySchema),
  setSlug: procedure.input(change.extend({ slug: z.string().min(1).max(120) })).output(storySchema),
  /** A copy with its claims unchecked, each remembering where it came from. */
  duplicate: procedure.input(change).output(storySchema),
  archive: procedure.input(change).output(storySchema),
  restore: procedure.input(change).output(storySchema),
  /**
   * Remembers sentences as read: there is nothing to check in what no claim covers. Each is named by its words and
   * its claims as the person saw them; refused with WORDS_MOVED where one does not stand so in the text. Answers with
   * what was new of it, or null.
   */
  markRead: procedure
    .input(change.extend({ sentences: z.array(readSentenceSchema).min(1).max(sentencesPerReading) }))
    .output(z.object({ story: storySchema, reading: readingSchema.nullable() })),
  /** Takes back the person's own last reading of this story that is not taken back yet, with all its sentences. */
  takeBackRead: procedure.input(change).output(z.object({ story: storySchema, reading: readingSchema })),
  /** The story's trail, oldest first. */
  trail: procedure.input(z.object({ storyId: storyIdSchema })).output(z.array(auditEventSchema)),
}
