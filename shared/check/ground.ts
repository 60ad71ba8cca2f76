import { z } from 'zod'
import { backupIdSchema } from '../model/ids.ts'

/**
 * What a settling rested on, of one piece of backup, in the order in which fingerprints keep it: the words of the
 * source as quoted for the claim, its files, its address, its rank, the group that it shares with others, and
 * whether it still stands. Its title, its note and what is noted on the backup are no part of it.
 */
export const groundParts = ['text', 'files', 'url', 'rank', 'group', 'standing'] as const
export const groundPartSchema = z.enum([...groundParts, 'removed', 'other'])
/** `removed`: the backup was taken away. `other`: something, where an older Stet remembered only that. */
export type GroundPart = z.infer<typeof groundPartSchema>

/** A piece of backup that is not what it was when the claim was settled. */
export const changedGroundSchema = z.object({
  backupId: backupIdSchema,
  parts: z.array(groundPartSchema).min(1),
})
export type ChangedGround = z.infer<typeof changedGroundSchema>

/** Begins each fingerprint that tells its parts apart; those of older settlings are one SHA-256 over all. */
const prefix = '2:'

/** @param digests of each part, in the order of {@link groundParts}; "" for a part that is empty */
export function fingerprintFrom(digests: readonly string[]): string {
  return `${prefix}${digests.join('.')}`
}

export function tellsParts(fingerprint: string): boolean {
  return fingerprint.startsWith(prefix)
}

/**
 * Which parts two fingerprints of the same backup differ in. Words that are quoted from a source only now are no
 * change of it: nothing was quoted when the claim was settled.
 */
export function differingParts(settled: string, now: string): GroundPart[] {
  if (settled === now) return []
  if (!tellsParts(settled) || !tellsParts(now)) return ['other']
  const before = settled.slice(prefix.length).split('.')
  const after = now.slice(prefix.length).split('.')
  return groundParts.filter(
    (part, index) => before[index] !== after[index] && !(part === 'text' && before[index] === ''),
  )
}
