import { z } from 'zod'
import { askKinds, type GateKind } from './gate.ts'
import { claimIdSchema, overrideIdSchema, personIdSchema } from './ids.ts'

/** Blocks that an editor may let pass: of what is judged, not of what is still to be done. */
export const overridableKinds = ['wrong', 'unverified', 'thin', 'onAuthor', ...askKinds] as const
export const overridableKindSchema = z.enum(overridableKinds)
export type OverridableKind = z.infer<typeof overridableKindSchema>

/** Of these, several may be let pass for one reason; all others want one of their own. */
const sharingKinds: readonly GateKind[] = ['thin', 'onAuthor']

export function isOverridable(kind: GateKind): kind is OverridableKind {
  return (overridableKinds as readonly GateKind[]).includes(kind)
}

export function mayShareReason(kind: GateKind): boolean {
  return sharingKinds.includes(kind)
}

export const overrideReasonSchema = z.string().max(20_000)

/** An editor lets a claim pass all the same, for the words that it had. */
export const overrideSchema = z.object({
  id: overrideIdSchema,
  claimId: claimIdSchema,
  kind: overridableKindSchema,
  /** The claim's words as they stood; it lapses when they change. */
  words: z.string(),
  reason: overrideReasonSchema.min(1),
  personId: personIdSchema,
  atMs: z.int(),
})
export type Override = z.infer<typeof overrideSchema>
