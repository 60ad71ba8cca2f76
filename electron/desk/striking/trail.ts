import { z } from 'zod'
import { fileHashSchema, requestIdSchema } from '../../../shared/model/ids.ts'
import { placesSchema } from '../../../shared/model/striking.ts'
import { payloadTexts } from '../../store/striking.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Pattern } from './pattern.ts'
import { struckJson } from './records.ts'

/**
 * What the desk's chain keeps of a striking, in events of its own kinds. The first tells what was taken away
 * and accounts for it; it holds nothing that could ever have to be struck, so it never is. The reason, which a
 * person wrote, is an event of its own. The last tells how copies fared.
 */
export const strikingKinds = {
  struck: 'words.struck',
  deleted: 'story.deletedForGood',
  reason: 'striking.reasonGiven',
  ended: 'striking.ended',
} as const

/** By chain: the events of which what they told was taken away. */
const struckEventsSchema = z.record(z.string(), z.array(z.int().positive()))
export type StruckEvents = z.infer<typeof struckEventsSchema>

export const struckTellingSchema = z.object({
  storyId: z.string().nullable(),
  places: placesSchema,
  events: struckEventsSchema,
  /** By story: the versions whose steps were written anew. */
  steps: z.record(z.string(), z.array(z.int().positive())),
  /** Kept files that were taken away because they held the words. */
  files: z.array(fileHashSchema),
})
export type StruckTelling = z.infer<typeof struckTellingSchema>

export const deletedTellingSchema = z.object({
  strikingId: requestIdSchema,
  /** The last event of the chain that went with the story. */
  head: z.object({ seq: z.int().nonnegative(), hash: z.string() }),
  steps: z.int(),
  claims: z.int(),
  settlings: z.int(),
  backup: z.int(),
  /** Desks of the first releases had none, and do not tell it. */
  queries: z.int().default(0),
  fixes: z.int().default(0),
  files: z.array(fileHashSchema),
})

const proofs: ReadonlySet<string> = new Set([
  strikingKinds.struck,
  strikingKinds.deleted,
  strikingKinds.ended,
])

/** The events whose telling holds the words, by chain. */
export async function planTrail(
  tx: Tx,
  pattern: Pattern,
  storyId: string | null,
  touched: ReadonlySet<string>,
): Promise<StruckEvents> {
  const events: StruckEvents = {}
  for (const { chain, seq, kind, payload } of await payloadTexts(tx, storyId)) {
    if (proofs.has(kind) || struckJson(payload, pattern, touched.has(chain)) === payload) continue
    const known = events[chain]
    if (known) known.push(seq)
    else events[chain] = [seq]
  }
  return events
}
