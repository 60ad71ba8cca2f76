import type { Selectable } from 'kysely'
import type { Backup, BackupDetails, Stance } from '../../shared/model/backup.ts'
import type { BackupId, ClaimId, PersonId, SourceId } from '../../shared/model/ids.ts'
import type { Rank } from '../../shared/model/source.ts'
import type { BackupTable } from './tables.ts'
import type { Tx } from './transaction.ts'

function toBackup(row: Selectable<BackupTable>): Backup {
  return {
    id: row.id as BackupId,
    claimId: row.claim_id as ClaimId,
    sourceId: row.source_id as SourceId,
    locator: row.locator,
    excerpt: row.excerpt,
    stance: row.stance as Stance,
    rank: row.rank as Rank,
    note: row.note,
    addedBy: row.added_by as PersonId,
    addedAtMs: row.added_at_ms,
  }
}

/** For each claim its backup in the order in which it was added; claims without any are not in the map. */
export async function backupOf(tx: Tx, claimIds: readonly ClaimId[]): Promise<Map<ClaimId, Backup[]>> {
  const byClaim = new Map<ClaimId, Backup[]>()
  if (claimIds.length === 0) return byClaim
  const rows = await tx
    .selectFrom('backup')
    .selectAll()
    .where('claim_id', 'in', claimIds)
    .orderBy('added_at_ms')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const backup = toBackup(row)
    const list = byClaim.get(backup.claimId)
    if (list) list.push(backup)
    else byClaim.set(backup.claimId, [backup])
  }
  return byClaim
}

export async function findBackup(tx: Tx, id: BackupId): Promise<Backup | null> {
  const row = await tx.selectFrom('backup').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toBackup(row) : null
}

export async function insertBackup(tx: Tx, backup: Backup): Promise<void> {
  await tx
    .insertInto('backup')
    .values({
      id: backup.id,
      claim_id: backup.claimId,
      source_id: backup.sourceId,
      locator: backup.locator,
      excerpt: backup.excerpt,
      stance: backup.stance,
      rank: backup.rank,
      note: backup.note,
      added_by: backup.addedBy,
      added_at_ms: backup.addedAtMs,
    })
    .execute()
}

export async function updateBackup(tx: Tx, id: BackupId, details: BackupDetails): Promise<void> {
  await tx
    .updateTable('backup')
    .set({
      locator: details.locator,
      excerpt: details.excerpt,
      stance: details.stance,
      rank: details.rank,
      note: details.note,
    })
    .where('id', '=', id)
    .execute()
}

export async function deleteBackup(tx: Tx, id: BackupId): Promise<void> {
  await tx.deleteFrom('backup').where('id', '=', id).execute()
}
