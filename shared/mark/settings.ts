import { z } from 'zod'
import { facets } from './facet.ts'
import { facetSchema } from './facet-schema.ts'

/** How much is proposed: a cut on what a candidate is worth, which is never shown as a number. */
export const eagernesses = ['few', 'usual', 'many'] as const
export const eagernessSchema = z.enum(eagernesses)
export type Eagerness = z.infer<typeof eagernessSchema>

/** What a desk wants of the first pass. */
export const firstPassSettingsSchema = z.object({
  isOn: z.boolean(),
  /** Words that have none of these are not proposed. */
  facets: z.array(facetSchema),
  eagerness: eagernessSchema,
})
export type FirstPassSettings = z.infer<typeof firstPassSettingsSchema>

export const defaultFirstPass: FirstPassSettings = { isOn: true, facets: [...facets], eagerness: 'usual' }
