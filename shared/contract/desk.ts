import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { deskRulesSchema } from '../check/rules.ts'
import { copyLossSchema, deskCopySchema, keptCopiesSchema } from '../model/copy.ts'
import { verifyReportSchema } from '../model/finding.ts'
import { requestIdSchema, storyIdSchema } from '../model/ids.ts'
import { personSchema } from '../model/person.ts'
import { searchHitSchema } from '../model/search.ts'
import { windowLanguageSchema } from '../model/window-language.ts'
import { procedure } from './refusals.ts'

/**
 * What changed at the desk, so that a window asks again. Nothing is said of a story's words here. `struck`: a
 * window throws away what it keeps of earlier answers, for words that they hold were struck.
 */
export const deskNewsSchema = z.object({
  kind: z.enum(['hello', 'stories', 'sources', 'queries', 'people', 'rules', 'struck']),
})
export type DeskNews = z.infer<typeof deskNewsSchema>

export const desk = {
  hello: procedure.output(
    z.object({
      app: z.literal('stet'),
      version: z.string(),
      schemaVersion: z.int(),
      /** The desk's folder, as the operating system writes it. */
      folder: z.string(),
      /** Who is at this connection. */
      person: personSchema.nullable(),
      hasStories: z.boolean(),
      /** Another one after the desk was taken back to a backup: what a window knows of versions is then void. */
      life: z.string(),
    }),
  ),
  /** Begins with `hello`: whoever (re)connects asks for everything once. */
  follow: procedure.output(eventIterator(deskNewsSchema)),
  /** Stories, claims and sources, best first. Words are ANDed; "a phrase" in quotation marks is kept together. */
  search: procedure
    .input(z.object({ words: z.string().max(500), limit: z.int().min(1).max(200).default(50) }))
    .output(z.array(searchHitSchema)),
  verify: procedure.output(verifyReportSchema),
  /** The desk's backups, the newest first, and how many of each occasion are kept. */
  copies: procedure.output(z.object({ kept: keptCopiesSchema, copies: z.array(deskCopySchema) })),
  /** Backs the desk up now; where nobody did anything since the last backup, that one is the answer. */
  copyNow: procedure
    .input(z.object({ requestId: requestIdSchema }))
    .output(z.object({ copy: deskCopySchema, isNew: z.boolean() })),
  keepCopies: procedure
    .input(z.object({ requestId: requestIdSchema, kept: keptCopiesSchema }))
    .output(z.object({ kept: keptCopiesSchema })),
  /** What would be lost by {@link desk.restore}; UNREADABLE where the backup cannot be opened. */
  compareCopy: procedure.input(z.object({ name: z.string().max(200) })).output(copyLossSchema),
  /**
   * Takes the desk back to a backup: after the answer, which says what is lost by it, every connection ends and
   * the desk opens anew. The present database is set aside, never deleted.
   */
  restore: procedure
    .input(z.object({ requestId: requestIdSchema, name: z.string().max(200) }))
    .output(z.object({ loss: copyLossSchema })),
  /** What this desk asks of a check. */
  rules: procedure.output(deskRulesSchema),
  setRules: procedure
    .input(z.object({ requestId: requestIdSchema, rules: deskRulesSchema }))
    .output(deskRulesSchema),
  /** Seeds the sample story, in a language that Stet speaks, through the desk's own commands; there is one at a time. */
  addSample: procedure
    .input(z.object({ requestId: requestIdSchema, language: windowLanguageSchema.default('en') }))
    .output(z.object({ storyId: storyIdSchema })),
  /** Takes the sample away again, with the sources that only it uses. */
  removeSample: procedure
    .input(z.object({ requestId: requestIdSchema }))
    .output(z.object({ removed: z.int() })),
}
