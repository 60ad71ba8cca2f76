import type { Node } from 'prosemirror-model'
import { readDocument } from '../../shared/document/build.ts'
import { schemaVersion } from '../../shared/document/schema.ts'
import { must } from '../../shared/lib/assert.ts'
import type { PersonId, StoryId } from '../../shared/model/ids.ts'
import type { StepJson } from '../../shared/model/write.ts'
import { headAfter } from './journal-head.ts'
import type { Tx } from './transaction.ts'

/** SQLite takes at most 32,766 values in one statement. */
const rowsPerInsert = 1000

export interface JournalStep {
  /** The version that the step leads to. */
  readonly version: number
  readonly step: StepJson
  readonly clientId: string
}

export interface Snapshot {
  readonly version: number
  readonly document: Node
}

/**
 * @param steps as JSON text; the first leads from `fromVersion` to the version after it
 * @param head the hash over the journal so far
 * @returns the hash over the journal with them, which is the story's to keep
 */
export async function appendSteps(
  tx: Tx,
  storyId: StoryId,
  fromVersion: number,
  steps: readonly string[],
  by: { personId: PersonId; clientId: string; atMs: number },
  head: string,
): Promise<string> {
  const rows = steps.map((step, index) => ({
    story_id: storyId,
    version: fromVersion + index + 1,
    step,
    schema_version: schemaVersion,
    person_id: by.personId,
    client_id: by.clientId,
    at_ms: by.atMs,
  }))
  for (let at = 0; at < rows.length; at += rowsPerInsert) {
    await tx
      .insertInto('step')
      .values(rows.slice(at, at + rowsPerInsert))
      .execute()
  }
  return rows.reduce(headAfter, head)
}

/** In order, those that lead beyond `version`. */
export async function stepsAfter(
  tx: Tx,
  storyId: StoryId,
  version: number,
  limit: number,
): Promise<JournalStep[]> {
  const rows = await tx
    .selectFrom('step')
    .select(['version', 'step', 'client_id'])
    .where('story_id', '=', storyId)
    .where('version', '>', version)
    .orderBy('version')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    step: JSON.parse(row.step) as StepJson,
    clientId: row.client_id,
  }))
}

/** A step with who wrote it; null for what the desk itself put in for somebody. */
export interface WrittenStep {
  readonly version: number
  readonly step: StepJson
  readonly personId: PersonId | null
}

/** The steps that the desk makes for somebody, such as putting parts back, bear this instead of a window's name. */
export const deskClientId = 'desk'

/** In order, those that lead beyond `version`, with who wrote them. */
export async function writtenAfter(
  tx: Tx,
  storyId: StoryId,
  version: number,
  limit: number,
): Promise<WrittenStep[]> {
  const rows = await tx
    .selectFrom('step')
    .select(['version', 'step', 'client_id', 'person_id'])
    .where('story_id', '=', storyId)
    .where('version', '>', version)
    .orderBy('version')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    step: JSON.parse(row.step) as StepJson,
    personId: row.client_id === deskClientId ? null : (row.person_id as PersonId),
  }))
}

export async function insertSnapshot(
  tx: Tx,
  storyId: StoryId,
  version: number,
  document: Node,
): Promise<void> {
  await tx
    .insertInto('snapshot')
    .values({
      story_id: storyId,
      version,
      schema_version: schemaVersion,
      document: JSON.stringify(document.toJSON()),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function newestSnapshotVersion(tx: Tx, storyId: StoryId): Promise<number> {
  const row = await tx
    .selectFrom('snapshot')
    .select((select) => select.fn.max('version').as('version'))
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return must(row?.version, 'a story has a snapshot')
}

async function readSnapshot(tx: Tx, storyId: StoryId, order: 'asc' | 'desc'): Promise<Snapshot> {
  const row = await tx
    .selectFrom('snapshot')
    .select(['version', 'document'])
    .where('story_id', '=', storyId)
    .orderBy('version', order)
    .limit(1)
    .executeTakeFirst()
  const { version, document } = must(row, 'a story has a snapshot')
  return { version, document: readDocument(JSON.parse(document)) }
}

export async function newestSnapshot(tx: Tx, storyId: StoryId): Promise<Snapshot> {
  return readSnapshot(tx, storyId, 'desc')
}

/** What the journal begins with: an empty story, or what was imported. */
export async function firstSnapshot(tx: Tx, storyId: StoryId): Promise<Snapshot> {
  return readSnapshot(tx, storyId, 'asc')
}

/** Keeps the first, from which the journal is proved, and the newest two. */
export async function pruneSnapshots(tx: Tx, storyId: StoryId): Promise<void> {
  const rows = await tx
    .selectFrom('snapshot')
    .select('version')
    .where('story_id', '=', storyId)
    .orderBy('version')
    .execute()
  const dropped = rows.slice(1, -2).map((row) => row.version)
  if (dropped.length === 0) return
  await tx.deleteFrom('snapshot').where('story_id', '=', storyId).where('version', 'in', dropped).execute()
}
