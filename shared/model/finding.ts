import { z } from 'zod'

/** Something that `verify` found wrong. */
export const findingSchema = z.object({
  kind: z.enum(['database', 'chain', 'head', 'journal', 'claim', 'file']),
  /** A story's id, a chain, a file's hash; "" for the whole desk. */
  subject: z.string(),
  /** What is wrong, in plain words. */
  message: z.string(),
})
export type Finding = z.infer<typeof findingSchema>

export const verifyReportSchema = z.object({
  stories: z.int(),
  steps: z.int(),
  events: z.int(),
  claims: z.int(),
  files: z.int(),
  /** What is gone and accounted for by an event of the desk's trail. */
  struck: z.object({
    /** Strikings and deletions that the desk's trail tells of. */
    strikings: z.int(),
    /** Events whose telling was taken away. */
    events: z.int(),
    /** Stories that were deleted for good. */
    stories: z.int(),
    files: z.int(),
  }),
  findings: z.array(findingSchema),
})
export type VerifyReport = z.infer<typeof verifyReportSchema>
