import type { Claim } from '../model/claim.ts'
import type { GateKind } from '../model/gate.ts'
import type { FixId, OverrideId, PersonId } from '../model/ids.ts'
import { compareWords } from './changed.ts'

type Standing = Pick<Claim, 'words' | 'place'>

/** Whether what was said of these words is still said of a claim: typography aside, they are its words. */
export function areWordsOf(words: string, claim: Standing): boolean {
  const startsSentence = claim.place?.startsSentence ?? true
  return compareWords({ words, startsSentence }, { words: claim.words, startsSentence }) !== 'different'
}

/** Why something that would block may pass. */
export interface Excuse {
  readonly kind: GateKind
  readonly words: string
  readonly reason: string
  readonly personId: PersonId
  readonly atMs: number
  /** null where it follows from a fix: what was said stands as it was said, for an editor's reason. */
  readonly overrideId: OverrideId | null
  readonly fixId: FixId | null
}

/** Every excuse that editors made for a claim, the oldest first, in force or lapsed. */
export function excusesOf({ overrides, fixes }: Pick<Claim, 'overrides' | 'fixes'>): Excuse[] {
  const standing = fixes.flatMap((fix): Excuse[] => {
    const { remedy, decision, words, id } = fix
    if (remedy !== 'stands' || decision?.kind !== 'accepted') return []
    const { reason, personId, atMs } = decision
    return [{ kind: 'wrong', words, reason, personId, atMs, overrideId: null, fixId: id }]
  })
  const made = overrides.map(
    ({ id, kind, words, reason, personId, atMs }): Excuse => ({
      kind,
      words,
      reason,
      personId,
      atMs,
      overrideId: id,
      fixId: null,
    }),
  )
  return [...standing, ...made].sort((one, other) => one.atMs - other.atMs)
}

/** The excuse that is in force for what blocks; it lapses with the claim's words. */
export function excuseFor(
  claim: Standing & Pick<Claim, 'overrides' | 'fixes'>,
  kind: GateKind,
): Excuse | null {
  if (claim.overrides.length === 0 && claim.fixes.length === 0) return null
  return excusesOf(claim).findLast((one) => one.kind === kind && areWordsOf(one.words, claim)) ?? null
}
