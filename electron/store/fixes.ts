import type { Selectable } from 'kysely'
import type { Fix, FixDecision, Remedy } from '../../shared/model/fix.ts'
import type { BackupId, ClaimId, FixId, PersonId, StoryId } from '../../shared/model/ids.ts'
import type { FixTable } from './tables.ts'
import type { Tx } from './transaction.ts'

function toFix(row: Selectable<FixTable>): Fix {
  const { answer, answered_by, answered_at_ms, decision, decision_reason, decided_by, decided_at_ms } = row
  return {
    id: row.id as FixId,
    claimId: row.claim_id as ClaimId,
    remedy: row.remedy as Remedy,
    words: row.words,
    newWords: row.new_words,
    why: row.why,
    backupIds: JSON.parse(row.backup_ids) as BackupId[],
    answer:
      answer === null || answered_by === null || answered_at_ms === null
        ? null
        : { words: answer, personId: answered_by as PersonId, atMs: answered_at_ms },
    decision:
      decision === null || decided_by === null || decided_at_ms === null
        ? null
        : {
            kind: decision as FixDecision['kind'],
            reason: decision_reason ?? '',
            personId: decided_by as PersonId,
            atMs: decided_at_ms,
          },
    suggestedBy: row.suggested_by as PersonId,
    suggestedAtMs: row.suggested_at_ms,
  }
}

/** For each claim its fixes in the order in which they were suggested; claims without any are not in the map. */
export async function fixesOf(tx: Tx, claimIds: readonly ClaimId[]): Promise<Map<ClaimId, Fix[]>> {
  if (claimIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('fix')
    .selectAll()
    .where('claim_id', 'in', claimIds)
    .where('removed_at_ms', 'is', null)
    .orderBy('suggested_at_ms')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows.map(toFix), (fix) => fix.claimId)
}

/** Those of a story that were withdrawn and can be put back. */
export async function withdrawnFixes(tx: Tx, storyId: StoryId): Promise<Fix[]> {
  const rows = await tx
    .selectFrom('fix')
    .innerJoin('claim', 'claim.id', 'fix.claim_id')
    .selectAll('fix')
    .where('claim.story_id', '=', storyId)
    .where('fix.removed_at_ms', 'is not', null)
    .execute()
  return rows.map(toFix)
}

export async function findFix(tx: Tx, id: FixId): Promise<{ record: Fix; isRemoved: boolean } | null> {
  const row = await tx.selectFrom('fix').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { record: toFix(row), isRemoved: row.removed_at_ms !== null } : null
}

function columnsOf({ answer, decision }: Fix) {
  return {
    answer: answer?.words ?? null,
    answered_by: answer?.personId ?? null,
    answered_at_ms: answer?.atMs ?? null,
    decision: decision?.kind ?? null,
    decision_reason: decision?.reason ?? null,
    decided_by: decision?.personId ?? null,
    decided_at_ms: decision?.atMs ?? null,
  }
}

export async function insertFix(tx: Tx, fix: Fix): Promise<void> {
  await tx
    .insertInto('fix')
    .values({
      id: fix.id,
      claim_id: fix.claimId,
      remedy: fix.remedy,
      words: fix.words,
      new_words: fix.newWords,
      why: fix.why,
      backup_ids: JSON.stringify(fix.backupIds),
      suggested_by: fix.suggestedBy,
      suggested_at_ms: fix.suggestedAtMs,
      removed_at_ms: null,
      ...columnsOf(fix),
    })
    .execute()
}

/** What is answered and decided; what was suggested never changes. */
export async function updateFix(tx: Tx, fix: Fix): Promise<void> {
  await tx.updateTable('fix').set(columnsOf(fix)).where('id', '=', fix.id).execute()
}

/** @param removedAtMs null puts it back */
export async function markFixRemoved(tx: Tx, id: FixId, removedAtMs: number | null): Promise<void> {
  await tx.updateTable('fix').set({ removed_at_ms: removedAtMs }).where('id', '=', id).execute()
}
