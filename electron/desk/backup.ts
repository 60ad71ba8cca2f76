import { must } from '../../shared/lib/assert.ts'
import type { Backup, BackupDetails } from '../../shared/model/backup.ts'
import { backupDetailsSchema } from '../../shared/model/backup.ts'
import type { Claim } from '../../shared/model/claim.ts'
import {
  type BackupId,
  type ClaimId,
  newBackupId,
  newQueryId,
  type SourceId,
} from '../../shared/model/ids.ts'
import type { Query } from '../../shared/model/query.ts'
import { deleteBackup, findBackup, insertBackup, updateBackup } from '../store/backup.ts'
import { findClaim } from '../store/claims.ts'
import { insertQuery } from '../store/queries.ts'
import type { StoryRow } from '../store/stories.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { needClaim, needSource } from './find.ts'
import { badInput, refuse } from './refuse.ts'
import { saveClaims } from './save-claims.ts'

const noteLimit = 20_000

/** The claim as it is after its backup changed, saved. */
async function saveAgain(core: Core, act: Act, story: StoryRow, before: Claim): Promise<Claim> {
  const after = must(await findClaim(act.tx, before.id), 'the claim stands')
  const [saved] = await saveClaims(core, act, story, [{ before, after }])
  return must(saved, 'the claim was saved')
}

/** @throws NOT_FOUND, ARCHIVED, TAKEN */
export async function addBackup(
  core: Core,
  act: Act,
  given: { claimId: ClaimId; backupId: BackupId; sourceId: SourceId; details: BackupDetails },
): Promise<Claim> {
  const { claim, story } = await needClaim(act.tx, given.claimId)
  await needSource(act.tx, given.sourceId)
  if (await findBackup(act.tx, given.backupId)) throw refuse('TAKEN', { what: 'backup' })
  const backup: Backup = {
    id: given.backupId,
    claimId: claim.id,
    sourceId: given.sourceId,
    ...given.details,
    addedBy: act.personId,
    addedAtMs: act.atMs,
  }
  await insertBackup(act.tx, backup)
  const saved = await saveAgain(core, act, story, claim)
  await act.record(claim.storyId, 'backup.added', claim.id, { before: null, after: backup })
  act.tell('sources')
  return saved
}

async function needBackup(
  act: Act,
  backupId: BackupId,
): Promise<{ backup: Backup; claim: Claim; story: StoryRow }> {
  const backup = await findBackup(act.tx, backupId)
  if (!backup) throw refuse('NOT_FOUND', { what: 'backup', id: backupId })
  return { backup, ...(await needClaim(act.tx, backup.claimId)) }
}

/** @throws NOT_FOUND, ARCHIVED */
export async function changeBackup(
  core: Core,
  act: Act,
  given: { backupId: BackupId; details: BackupDetails },
): Promise<Claim> {
  const { backup, claim, story } = await needBackup(act, given.backupId)
  await updateBackup(act.tx, backup.id, given.details)
  const saved = await saveAgain(core, act, story, claim)
  const after = { ...backup, ...given.details }
  await act.record(claim.storyId, 'backup.changed', claim.id, { before: backup, after })
  return saved
}

/** @throws NOT_FOUND, ARCHIVED */
export async function removeBackup(core: Core, act: Act, backupId: BackupId): Promise<Claim> {
  const { backup, claim, story } = await needBackup(act, backupId)
  await deleteBackup(act.tx, backup.id)
  const saved = await saveAgain(core, act, story, claim)
  await act.record(claim.storyId, 'backup.removed', claim.id, { before: backup, after: null })
  act.tell('sources')
  return saved
}

function detailsKey(backup: Backup): string {
  return JSON.stringify([backup.sourceId, backupDetailsSchema.parse(backup)])
}

function queryKey({ asked, question, way, askedAtMs, answer }: Query): string {
  return JSON.stringify([asked, question, way, askedAtMs, answer])
}

async function copyQuery(act: Act, query: Query, to: Claim): Promise<void> {
  if (to.queries.some((one) => queryKey(one) === queryKey(query))) return
  await insertQuery(act.tx, { ...query, id: newQueryId(), claimId: to.id })
}

/** One note after the other; a note that is there already is not said twice. */
function joinNotes(kept: string, added: string): string {
  if (added.trim() === '' || kept.includes(added)) return kept
  return kept.trim() === '' ? added : `${kept}\n${added}`
}

/**
 * Gives a claim what the one that it swallowed had: backup, queries, note, legal flag. Each keeps the person and
 * time of its adding; what the claim has already is not copied. Fixes stay: they are about the other's words.
 *
 * @throws NOT_FOUND, ARCHIVED, TOO_LARGE
 */
export async function mergeClaims(
  core: Core,
  act: Act,
  given: { claimId: ClaimId; goneId: ClaimId },
): Promise<Claim> {
  const { claim, story } = await needClaim(act.tx, given.claimId)
  // Its mark is gone already, so that it may have been withdrawn.
  const gone = await findClaim(act.tx, given.goneId)
  if (gone?.storyId !== claim.storyId) throw refuse('NOT_FOUND', { what: 'claim', id: given.goneId })
  if (gone.id === claim.id) throw badInput('a claim cannot be merged with itself')
  const note = joinNotes(claim.note, gone.note)
  if (note.length > noteLimit) throw refuse('TOO_LARGE', { sizeBytes: note.length, limitBytes: noteLimit })
  const known = new Set(claim.backup.map(detailsKey))
  const copies = new Map<BackupId, BackupId>()
  for (const backup of gone.backup) {
    if (known.has(detailsKey(backup))) continue
    const id = newBackupId()
    copies.set(backup.id, id)
    await insertBackup(act.tx, { ...backup, id, claimId: claim.id })
  }
  for (const query of gone.queries) {
    const backupId = query.backupId && (copies.get(query.backupId) ?? null)
    await copyQuery(act, { ...query, backupId }, claim)
  }
  const withBackup = must(await findClaim(act.tx, claim.id), 'the claim stands')
  const after = { ...withBackup, note, isLegal: claim.isLegal || gone.isLegal }
  const [saved] = await saveClaims(core, act, story, [{ before: claim, after }])
  await act.record(claim.storyId, 'claim.merged', claim.id, { before: { claim, gone }, after })
  act.tell('sources')
  act.tell('queries')
  return must(saved, 'the claim was saved')
}
