import { z } from 'zod'
import { deskCopySchema } from '../../shared/model/copy.ts'
import { personIdSchema } from '../../shared/model/ids.ts'

/** What the main process says, with a port where it hands one over. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect'), personId: personIdSchema.nullable() }),
  z.object({ kind: z.literal('files') }),
  z.object({ kind: z.literal('close') }),
  /** To a desk that cannot be opened: try again, from that backup where one is named. */
  z.object({ kind: z.literal('open'), copyName: z.string().nullable() }),
])
export type Order = z.infer<typeof orderSchema>

/** What the main process is told. */
export const reportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({
    kind: z.literal('refused'),
    code: z.enum(['locked', 'network', 'newer', 'damaged', 'readOnly', 'full']),
    message: z.string(),
    /** What it can be opened from. */
    copies: z.array(deskCopySchema),
    /** Why a backup that was asked for could not take its place. */
    wrong: z.string().nullable(),
  }),
  /** It ends now, and wants to be started again at once: a backup is to take its place, or its file is gone. */
  z.object({ kind: z.literal('reopening') }),
])
export type Report = z.infer<typeof reportSchema>
