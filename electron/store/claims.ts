import { type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import type { ChosenSubject } from '../../shared/check/subject.ts'
import type { Facet } from '../../shared/mark/facet.ts'
import type { Claim, ClaimKind, Presence, Speaker } from '../../shared/model/claim.ts'
import type { ClaimId, PersonId, SourceId, StoryId } from '../../shared/model/ids.ts'
import { legalClearingSchema, secondReadingSchema } from '../../shared/model/legal.ts'
import type { Place } from '../../shared/model/place.ts'
import { backupOf } from './backup.ts'
import { fixesOf } from './fixes.ts'
import { changedGroundOf, sourcesBehind } from './grounds.ts'
import { overridesOf } from './overrides.ts'
import { queriesOf } from './queries.ts'
import { lastSettlings } from './settlings.ts'
import type { ClaimTable } from './tables.ts'
import type { Tx } from './transaction.ts'

type ClaimRow = Selectable<ClaimTable>

/** Ids asked for in one statement. */
const idsPerQuery = 500

function speakerOf(row: ClaimRow): Speaker | null {
  if (row.speaker_name === null) return null
  return {
    name: row.speaker_name,
    role: row.speaker_role ?? '',
    sourceId: row.speaker_source_id as SourceId | null,
  }
}

function readJson<T>(schema: z.ZodType<T>, text: string | null): T | null {
  return text === null ? null : schema.parse(JSON.parse(text))
}

function writeJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}

/** Claims with all that hangs on them, in the order of their rows. */
async function assemble(tx: Tx, rows: readonly ClaimRow[]): Promise<Claim[]> {
  const claims: Claim[] = []
  for (let at = 0; at < rows.length; at += idsPerQuery) {
    const part = rows.slice(at, at + idsPerQuery)
    const ids = part.map((row) => row.id as ClaimId)
    const settlings = await lastSettlings(tx, ids)
    const backup = await backupOf(tx, ids)
    const queries = await queriesOf(tx, ids)
    const fixes = await fixesOf(tx, ids)
    const overrides = await overridesOf(tx, ids)
    // Only what was settled is compared with what it rested on.
    const sources = await sourcesBehind(
      tx,
      [...settlings.keys()].flatMap((id) => backup.get(id) ?? []),
    )
    for (const row of part) {
      const id = row.id as ClaimId
      const settling = settlings.get(id) ?? null
      const own = backup.get(id) ?? []
      claims.push({
        id,
        storyId: row.story_id as StoryId,
        number: row.number,
        kind: row.kind as ClaimKind,
        presence: row.presence as Presence,
        words: row.words,
        speaker: speakerOf(row),
        status: settling?.status ?? 'unchecked',
        settling,
        assigneeId: row.assignee_id as PersonId | null,
        note: row.note,
        isLegal: row.is_legal === 1,
        legalClearing: readJson(legalClearingSchema, row.legal_clearing),
        secondReading: readJson(secondReadingSchema, row.second_reading),
        copiedFrom: row.copied_from as ClaimId | null,
        proposedFor: row.proposed_for === null ? null : (JSON.parse(row.proposed_for) as Facet[]),
        subject: row.subject as ChosenSubject | null,
        place: row.place === null ? null : (JSON.parse(row.place) as Place),
        changedGround: changedGroundOf(settling, own, sources),
        backup: own,
        queries: queries.get(id) ?? [],
        fixes: fixes.get(id) ?? [],
        overrides: overrides.get(id) ?? [],
        taggedBy: row.tagged_by as PersonId,
        taggedAtMs: row.tagged_at_ms,
        revision: row.revision,
      })
    }
  }
  return claims
}

/** By number, all but the withdrawn. */
export async function claimsOfStory(tx: Tx, storyId: StoryId): Promise<Claim[]> {
  const rows = await tx
    .selectFrom('claim')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('presence', '!=', 'withdrawn')
    .orderBy('number')
    .execute()
  return assemble(tx, rows)
}

/** Those changed after `revision`, the withdrawn too, in the order in which they changed. */
export async function claimsAfter(
  tx: Tx,
  storyId: StoryId,
  revision: number,
  limit: number,
): Promise<Claim[]> {
  const rows = await tx
    .selectFrom('claim')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('revision', '>', revision)
    .orderBy('revision')
    .limit(limit)
    .execute()
  return assemble(tx, rows)
}

/** The claims among `ids` that exist, in no order; of any story. */
export async function claimsById(tx: Tx, ids: readonly string[]): Promise<Claim[]> {
  const claims: Claim[] = []
  for (let at = 0; at < ids.length; at += idsPerQuery) {
    const rows = await tx
      .selectFrom('claim')
      .selectAll()
      .where('id', 'in', ids.slice(at, at + idsPerQuery))
      .execute()
    claims.push(...(await assemble(tx, rows)))
  }
  return claims
}

/** The settled claims that rest on a source, in no order; of any story. */
export async function claimsOn(tx: Tx, sourceId: SourceId): Promise<Claim[]> {
  const rows = await tx
    .selectFrom('backup')
    .innerJoin('settling', 'settling.claim_id', 'backup.claim_id')
    .select('backup.claim_id')
    .distinct()
    .where('backup.source_id', '=', sourceId)
    .execute()
  return claimsById(
    tx,
    rows.map((row) => row.claim_id),
  )
}

export async function findClaim(tx: Tx, id: ClaimId): Promise<Claim | null> {
  return (await claimsById(tx, [id]))[0] ?? null
}

function columnsOf(claim: Claim) {
  return {
    kind: claim.kind,
    presence: claim.presence,
    words: claim.words,
    speaker_name: claim.speaker?.name ?? null,
    speaker_role: claim.speaker?.role ?? null,
    speaker_source_id: claim.speaker?.sourceId ?? null,
    assignee_id: claim.assigneeId,
    note: claim.note,
    is_legal: claim.isLegal ? (1 as const) : (0 as const),
    legal_clearing: writeJson(claim.legalClearing),
    second_reading: writeJson(claim.secondReading),
    subject: claim.subject,
    place: claim.place && JSON.stringify(claim.place),
    revision: claim.revision,
  }
}

/** The claim's own row; settlings, backup, queries and fixes are rows of their own. */
export async function insertClaim(tx: Tx, claim: Claim): Promise<void> {
  await tx
    .insertInto('claim')
    .values({
      id: claim.id,
      story_id: claim.storyId,
      number: claim.number,
      copied_from: claim.copiedFrom,
      proposed_for: writeJson(claim.proposedFor),
      tagged_by: claim.taggedBy,
      tagged_at_ms: claim.taggedAtMs,
      ...columnsOf(claim),
    })
    .execute()
}

/** The claim's own row; its number, origin and tagging never change. */
async function updateClaim(tx: Tx, claim: Claim): Promise<void> {
  await tx.updateTable('claim').set(columnsOf(claim)).where('id', '=', claim.id).execute()
}

/** Those of which nothing but the revision moved are written in one statement. */
export async function updateClaims(
  tx: Tx,
  changes: readonly { before: Claim; after: Claim }[],
): Promise<void> {
  const raised: { id: string; revision: number }[] = []
  for (const { before, after } of changes) {
    const { revision, ...columns } = columnsOf(after)
    const { revision: _, ...columnsBefore } = columnsOf(before)
    if (JSON.stringify(columns) === JSON.stringify(columnsBefore)) raised.push({ id: after.id, revision })
    else await updateClaim(tx, after)
  }
  if (raised.length === 0) return
  await sql`
    UPDATE claim SET revision = raised.value ->> 'revision' FROM json_each(${JSON.stringify(raised)}) AS raised
    WHERE claim.id = raised.value ->> 'id'`.execute(tx)
}

/** How many claims name the source as their speaker. */
export async function countSpeakers(tx: Tx, sourceId: SourceId): Promise<number> {
  const row = await tx
    .selectFrom('claim')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('speaker_source_id', '=', sourceId)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
