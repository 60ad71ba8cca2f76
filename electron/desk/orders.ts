import { z } from 'zod'
import { personIdSchema } from '../../shared/model/ids.ts'

/** What the main process says, with a port where it hands one over. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect'), personId: personIdSchema.nullable() }),
  z.object({ kind: z.literal('files') }),
  z.object({ kind: z.literal('close') }),
])
export type Order = z.infer<typeof orderSchema>

/** What the main process is told. */
export const reportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({
    kind: z.literal('refused'),
    code: z.enum(['locked', 'network', 'newer', 'damaged', 'readOnly', 'full']),
    message: z.string(),
  }),
])
export type Report = z.infer<typeof reportSchema>
