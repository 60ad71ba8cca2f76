import type { Selectable } from 'kysely'
import type { ClaimId, OverrideId, PersonId, StoryId } from '../../shared/model/ids.ts'
import type { OverridableKind, Override } from '../../shared/model/override.ts'
import type { OverrideTable } from './tables.ts'
import type { Tx } from './transaction.ts'

function toOverride(row: Selectable<OverrideTable>): Override {
  return {
    id: row.id as OverrideId,
    claimId: row.claim_id as ClaimId,
    kind: row.kind as OverridableKind,
    words: row.words,
    reason: row.reason,
    personId: row.person_id as PersonId,
    atMs: row.at_ms,
  }
}

/** For each claim those that were not taken back, the oldest first; claims without any are not in the map. */
export async function overridesOf(tx: Tx, claimIds: readonly ClaimId[]): Promise<Map<ClaimId, Override[]>> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('override')
    .selectAll()
    .where('claim_id', 'in', claimIds)
    .where('taken_back_at_ms', 'is', null)
    .orderBy('at_ms')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows.map(toOverride), (one) => one.claimId)
}

/** Those of a story that were taken back; they stay, for a clearing may name them. */
export async function takenBackOverrides(tx: Tx, storyId: StoryId): Promise<Override[]> {
  const rows = await tx
    .selectFrom('override')
    .innerJoin('claim', 'claim.id', 'override.claim_id')
    .selectAll('override')
    .where('claim.story_id', '=', storyId)
    .where('override.taken_back_at_ms', 'is not', null)
    .execute()
  return rows.map(toOverride)
}

export async function findOverride(
  tx: Tx,
  id: OverrideId,
): Promise<{ override: Override; isTakenBack: boolean } | null> {
  const row = await tx.selectFrom('override').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { override: toOverride(row), isTakenBack: row.taken_back_at_ms !== null } : null
}

export async function insertOverride(tx: Tx, override: Override): Promise<void> {
  await tx
    .insertInto('override')
    .values({
      id: override.id,
      claim_id: override.claimId,
      kind: override.kind,
      words: override.words,
      reason: override.reason,
      person_id: override.personId,
      at_ms: override.atMs,
      taken_back_at_ms: null,
    })
    .execute()
}

export async function markOverrideTakenBack(tx: Tx, id: OverrideId, atMs: number): Promise<void> {
  await tx.updateTable('override').set({ taken_back_at_ms: atMs }).where('id', '=', id).execute()
}
