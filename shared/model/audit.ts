import { z } from 'zod'
import { personIdSchema } from './ids.ts'

/** Through what a person acted. */
export const viaSchema = z.enum(['window', 'commandLine', 'desk'])
export type Via = z.infer<typeof viaSchema>

/** One event of the trail: who did what, chained by hashes to the one before. */
export const auditEventSchema = z.object({
  /** A story's id, or "desk". */
  chain: z.string(),
  /** From 1, without gaps, within its chain. */
  seq: z.int().positive(),
  atMs: z.int(),
  personId: personIdSchema.nullable(),
  via: viaSchema,
  /** Subject and verb: "claim.settled". */
  kind: z.string(),
  /** The id of the record that it is about. */
  subject: z.string(),
  /** SHA-256 over the salted payload, hexadecimal. */
  payloadHash: z.string(),
  /** `hash` of the event before; 64 zeros for the first. */
  previousHash: z.string(),
  /** SHA-256 over the canonical JSON (RFC 8785) of all fields above. */
  hash: z.string(),
  /** Before and after; null once struck. */
  payload: z.unknown(),
})
export type AuditEvent = z.infer<typeof auditEventSchema>
