import type { Standing } from '../../shared/check/standing.ts'

/** What a claim's standing is shown by beside its status, the gravest first. */
export const claimFlags = ['changed', 'thin', 'contradicted', 'context', 'ownWords', 'old'] as const
export type ClaimFlag = (typeof claimFlags)[number]

export function flagsOf(standing: Standing): ClaimFlag[] {
  const holds: Record<ClaimFlag, boolean> = {
    changed: standing.changed.length > 0,
    thin: standing.thin !== null,
    contradicted: standing.isContradicted && standing.status !== 'unchecked',
    context: standing.context.length > 0,
    ownWords: standing.isOwnWords,
    old: standing.isOld,
  }
  return claimFlags.filter((flag) => holds[flag])
}
