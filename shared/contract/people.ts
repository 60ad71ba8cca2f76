import { z } from 'zod'
import { requestIdSchema } from '../model/ids.ts'
import { personSchema } from '../model/person.ts'
import { procedure } from './refusals.ts'

export const people = {
  list: procedure.output(z.array(personSchema)),
  /**
   * Adds somebody. With nobody at the connection yet, this is how the first name is given; the connection
   * is then made anew as that person.
   */
  add: procedure
    .input(z.object({ requestId: requestIdSchema, person: personSchema.omit({ id: true }) }))
    .output(personSchema),
  change: procedure
    .input(z.object({ requestId: requestIdSchema, person: personSchema }))
    .output(personSchema),
}
