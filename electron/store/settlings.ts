import type { Selectable } from 'kysely'
import { assert } from '../../shared/lib/assert.ts'
import type { Settling, Status } from '../../shared/model/claim.ts'
import type { ClaimId, PersonId, StoryId } from '../../shared/model/ids.ts'
import type { Place } from '../../shared/model/place.ts'
import type { SettlingTable } from './tables.ts'
import type { Tx } from './transaction.ts'

function toSettling(row: Selectable<SettlingTable>): Settling {
  return {
    status: row.status as Status,
    words: row.words,
    version: row.version,
    note: row.note,
    personId: row.person_id as PersonId,
    atMs: row.at_ms,
    backupFingerprints: JSON.parse(row.backup_fingerprints) as Settling['backupFingerprints'],
    place: row.place === null ? null : (JSON.parse(row.place) as Place),
    speaker: row.speaker,
    writtenBy: JSON.parse(row.written_by) as PersonId[],
  }
}

/** For each claim its last settling that was not taken back; claims without one are not in the map. */
export async function lastSettlings(tx: Tx, claimIds: readonly ClaimId[]): Promise<Map<ClaimId, Settling>> {
  const last = new Map<ClaimId, Settling>()
  if (claimIds.length === 0) return last
  const rows = await tx
    .selectFrom('settling')
    .selectAll()
    .where('claim_id', 'in', claimIds)
    .where('taken_back_at_ms', 'is', null)
    .orderBy('seq')
    .execute()
  for (const row of rows) last.set(row.claim_id as ClaimId, toSettling(row))
  return last
}

export interface SettlingOfClaim {
  readonly settling: Settling
  readonly isTakenBack: boolean
}

/** For each claim of a story all its settlings, the oldest first; claims without any are not in the map. */
export async function settlingsOfStory(tx: Tx, storyId: StoryId): Promise<Map<string, SettlingOfClaim[]>> {
  const byClaim = new Map<string, SettlingOfClaim[]>()
  const rows = await tx
    .selectFrom('settling')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('seq')
    .execute()
  for (const row of rows) {
    const one = { settling: toSettling(row), isTakenBack: row.taken_back_at_ms !== null }
    const list = byClaim.get(row.claim_id)
    if (list) list.push(one)
    else byClaim.set(row.claim_id, [one])
  }
  return byClaim
}

/** SQLite takes at most 32,766 values in one statement. */
const rowsPerStatement = 1000

/** Of claims of one story, in their order. */
export async function insertSettlings(
  tx: Tx,
  storyId: StoryId,
  settled: readonly { claimId: ClaimId; settling: Settling }[],
): Promise<void> {
  const rows = settled.map(({ claimId, settling }) => ({
    claim_id: claimId,
    story_id: storyId,
    status: settling.status,
    words: settling.words,
    version: settling.version,
    note: settling.note,
    person_id: settling.personId,
    at_ms: settling.atMs,
    backup_fingerprints: JSON.stringify(settling.backupFingerprints),
    place: settling.place && JSON.stringify(settling.place),
    speaker: settling.speaker,
    written_by: JSON.stringify(settling.writtenBy),
    taken_back_at_ms: null,
  }))
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    await tx
      .insertInto('settling')
      .values(rows.slice(at, at + rowsPerStatement))
      .execute()
  }
}

/** The person's last settling in the story that is not taken back, or null. */
export async function lastOwnSettling(
  tx: Tx,
  storyId: StoryId,
  personId: PersonId,
): Promise<{ seq: number; claimId: ClaimId } | null> {
  const row = await tx
    .selectFrom('settling')
    .select(['seq', 'claim_id'])
    .where('story_id', '=', storyId)
    .where('person_id', '=', personId)
    .where('taken_back_at_ms', 'is', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { seq: row.seq, claimId: row.claim_id as ClaimId } : null
}

/** Of the claims of a story among `claimIds` on which a settling of the person's stands, that settling. */
export async function standingOwnSettlings(
  tx: Tx,
  storyId: StoryId,
  personId: PersonId,
  claimIds: readonly ClaimId[],
): Promise<{ seq: number; claimId: ClaimId }[]> {
  const last = new Map<string, { seq: number; personId: string }>()
  for (let at = 0; at < claimIds.length; at += rowsPerStatement) {
    const rows = await tx
      .selectFrom('settling')
      .select(['seq', 'claim_id', 'person_id'])
      .where('claim_id', 'in', claimIds.slice(at, at + rowsPerStatement))
      .where('story_id', '=', storyId)
      .where('taken_back_at_ms', 'is', null)
      .orderBy('seq')
      .execute()
    for (const row of rows) last.set(row.claim_id, { seq: row.seq, personId: row.person_id })
  }
  return claimIds.flatMap((claimId) => {
    const one = last.get(claimId)
    return one?.personId === personId ? [{ seq: one.seq, claimId }] : []
  })
}

export async function markTakenBack(tx: Tx, seqs: readonly number[], atMs: number): Promise<void> {
  for (let at = 0; at < seqs.length; at += rowsPerStatement) {
    const part = seqs.slice(at, at + rowsPerStatement)
    const result = await tx
      .updateTable('settling')
      .set({ taken_back_at_ms: atMs })
      .where('seq', 'in', part)
      .executeTakeFirst()
    assert(Number(result.numUpdatedRows) === part.length, 'the settlings stand')
  }
}
