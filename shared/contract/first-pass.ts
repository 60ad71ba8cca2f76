import { z } from 'zod'
import { facetSchema } from '../mark/facet-schema.ts'
import {
  dismissalIdSchema,
  dismissalSchema,
  dismissalsPerRequest,
  dismissedSchema,
} from '../model/dismissal.ts'
import { requestIdSchema, storyIdSchema } from '../model/ids.ts'
import { procedure } from './refusals.ts'

const change = z.object({ requestId: requestIdSchema, storyId: storyIdSchema })

export const facetCountSchema = z.object({
  facet: facetSchema,
  accepted: z.int().nonnegative(),
  dismissed: z.int().nonnegative(),
})

/** What became of what the first pass proposed. Accepting is tagging: it goes with `stories.write`. */
export const firstPass = {
  /** Remembers what needs no check; answers with what was new of it. */
  dismiss: procedure
    .input(change.extend({ dismissed: z.array(dismissedSchema).min(1).max(dismissalsPerRequest) }))
    .output(z.array(dismissalSchema)),
  /** Has them proposed again; answers with those that stood until now. */
  takeBack: procedure
    .input(change.extend({ ids: z.array(dismissalIdSchema).min(1).max(dismissalsPerRequest) }))
    .output(z.array(dismissalSchema)),
  /** How many candidates this desk took and put aside, for each facet. */
  counts: procedure.output(z.array(facetCountSchema)),
}
