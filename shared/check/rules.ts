import { z } from 'zod'
import { defaultFirstPass, firstPassSettingsSchema } from '../mark/settings.ts'
import { askKindSchema } from '../model/gate.ts'
import { subjectSchema } from './subject.ts'

const count = z.int().min(1).max(9)
const days = z.int().min(1).max(36_500)

/** What a desk asks of a check. Every desk has them; who sets them is an editor. */
export const deskRulesSchema = z.object({
  /** A confirmed claim rests on so many primary sources, or on so many independent sources of any rank. */
  primarySources: count,
  independentSources: count,
  /** A confirmed quote wants a recording, a transcript or other document, or the speaker as its source. */
  quotesWantRecord: z.boolean(),
  /** Words that were confirmed by who wrote them are named. Where one person works alone it is never asked. */
  namesOwnWords: z.boolean(),
  /** After so many days a check is old, by what the claim is about; null for never. */
  shelfLifeDays: z.record(subjectSchema, days.nullable()),
  /** What blocks at this desk instead of being asked; nothing that blocks can be made to be asked only. */
  blockingAsks: z.array(askKindSchema),
  firstPass: firstPassSettingsSchema,
})
export type DeskRules = z.infer<typeof deskRulesSchema>

export const defaultDeskRules: DeskRules = {
  primarySources: 1,
  independentSources: 2,
  quotesWantRecord: true,
  namesOwnWords: true,
  shelfLifeDays: { title: 30, toll: 1, age: 365 },
  blockingAsks: [],
  firstPass: defaultFirstPass,
}
