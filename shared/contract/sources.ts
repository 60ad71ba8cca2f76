import { z } from 'zod'
import { fileHashSchema, requestIdSchema, sourceIdSchema } from '../model/ids.ts'
import { sourceDetailsSchema, sourceSchema } from '../model/source.ts'
import { procedure } from './refusals.ts'

const change = z.object({ requestId: requestIdSchema, sourceId: sourceIdSchema })

export const sources = {
  /** By title, then by id; `usedBy` counts the claims that rest on it. */
  list: procedure.output(z.array(sourceSchema.extend({ usedBy: z.int() }))),
  add: procedure.input(change.extend({ details: sourceDetailsSchema })).output(sourceSchema),
  change: procedure.input(change.extend({ details: sourceDetailsSchema })).output(sourceSchema),
  /** Refused with IN_USE while a claim rests on it. */
  remove: procedure.input(change).output(z.object({ removed: sourceIdSchema })),
  /** The bytes were brought before by `PUT /blob`. */
  attachFile: procedure
    .input(
      change.extend({
        hash: fileHashSchema,
        name: z.string().min(1).max(255),
        mediaType: z.string().max(200),
      }),
    )
    .output(sourceSchema),
  detachFile: procedure.input(change.extend({ hash: fileHashSchema })).output(sourceSchema),
}
