import type { Insertable, Selectable, Updateable } from 'kysely'
import { type ClearingHead, clearingHeadSchema } from '../../shared/model/clearing.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import { unknownLanguage } from '../../shared/model/language.ts'
import { type Stage, type Story, slugOf } from '../../shared/model/story.ts'
import { noHash } from './audit.ts'
import type { StoryTable } from './tables.ts'
import type { Tx } from './transaction.ts'

export type StoryRow = Selectable<StoryTable>

function clearingOf({ clearing }: StoryRow): ClearingHead | null {
  return clearing === null ? null : clearingHeadSchema.parse(JSON.parse(clearing))
}

export function toStory(row: StoryRow): Story {
  return {
    id: row.id as StoryId,
    slug: row.slug,
    headline: row.headline,
    stage: row.stage as Stage,
    language: row.language,
    version: row.version,
    wordCount: row.word_count,
    claimCount: row.claim_count,
    openCount: row.open_count,
    removedCount: row.removed_count,
    // Never fewer than there are: a story that was not counted is not taken for one that was read.
    unreadCount: row.unread_count ?? row.word_count,
    clearing: clearingOf(row),
    isCleared: row.is_cleared === 1,
    archivedAtMs: row.archived_at_ms,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    copiedFrom: row.copied_from as StoryId | null,
    isSample: row.is_sample === 1,
  }
}

export async function findStory(tx: Tx, id: StoryId): Promise<StoryRow | undefined> {
  return tx.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Newest change first. */
export async function listStories(tx: Tx, options: { archived: boolean }): Promise<Story[]> {
  let query = tx.selectFrom('story').selectAll()
  if (!options.archived) query = query.where('archived_at_ms', 'is', null)
  const rows = await query.orderBy('updated_at_ms', 'desc').orderBy('id', 'desc').execute()
  return rows.map(toStory)
}

export async function hasStories(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('story').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function sampleStories(tx: Tx): Promise<StoryId[]> {
  const rows = await tx.selectFrom('story').select('id').where('is_sample', '=', 1).execute()
  return rows.map((row) => row.id as StoryId)
}

/** A story's columns at its birth, before anything hangs on it. */
export function newStoryRow(
  id: StoryId,
  atMs: number,
  given: Pick<StoryRow, 'slug' | 'headline' | 'word_count'> & Partial<StoryRow>,
): Insertable<StoryTable> {
  return {
    id,
    stage: 'draft',
    language: unknownLanguage,
    version: 0,
    revision: 0,
    next_number: 1,
    claim_count: 0,
    open_count: 0,
    removed_count: 0,
    is_sample: 0,
    copied_from: null,
    archived_at_ms: null,
    created_at_ms: atMs,
    updated_at_ms: atMs,
    chain_seq: 0,
    chain_head: noHash,
    search_stale: 1,
    journal_from: given.version ?? 0,
    slug_follows: 0,
    clearing: null,
    ...given,
  }
}

export async function insertStory(tx: Tx, row: Insertable<StoryTable>): Promise<void> {
  await tx.insertInto('story').values(row).execute()
}

export async function updateStory(tx: Tx, id: StoryId, change: Updateable<StoryTable>): Promise<void> {
  await tx.updateTable('story').set(change).where('id', '=', id).execute()
}

/** `wanted` made a slug, with -2, -3 … behind it where another story has that name. */
export async function freeSlug(tx: Tx, wanted: string, forStory: StoryId | null = null): Promise<string> {
  const slug = slugOf(wanted)
  // "." follows "-" in the order of the index: this reads the slug and what begins with it and a hyphen.
  const rows = await tx
    .selectFrom('story')
    .select(['id', 'slug'])
    .where((where) =>
      where.or([
        where('slug', '=', slug),
        where.and([where('slug', '>=', `${slug}-`), where('slug', '<', `${slug}.`)]),
      ]),
    )
    .execute()
  const taken = new Set(rows.filter((row) => row.id !== forStory).map((row) => row.slug))
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number++
  return `${slug}-${number}`
}

export async function isSlugTaken(tx: Tx, slug: string): Promise<boolean> {
  return (await tx.selectFrom('story').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
}

/** Takes a story away with every row that hangs on it, its trail included; sources and people stay. */
export async function deleteStory(tx: Tx, id: StoryId): Promise<void> {
  const claims = tx.selectFrom('claim').select('id').where('story_id', '=', id)
  await tx.deleteFrom('backup').where('claim_id', 'in', claims).execute()
  await tx.deleteFrom('query').where('claim_id', 'in', claims).execute()
  await tx.deleteFrom('fix').where('claim_id', 'in', claims).execute()
  await tx.deleteFrom('override').where('claim_id', 'in', claims).execute()
  await tx.deleteFrom('clearing').where('story_id', '=', id).execute()
  await tx.deleteFrom('claim_whole').where('claim_id', 'in', claims).execute()
  await tx.deleteFrom('settling').where('story_id', '=', id).execute()
  await tx.deleteFrom('read_sentence').where('story_id', '=', id).execute()
  await tx.deleteFrom('reading').where('story_id', '=', id).execute()
  await tx.deleteFrom('dismissal').where('story_id', '=', id).execute()
  await tx.deleteFrom('claim').where('story_id', '=', id).execute()
  await tx.deleteFrom('step').where('story_id', '=', id).execute()
  await tx.deleteFrom('snapshot').where('story_id', '=', id).execute()
  await tx.deleteFrom('receipt').where('story_id', '=', id).execute()
  await tx.deleteFrom('audit_payload').where('chain', '=', id).execute()
  await tx.deleteFrom('audit_event').where('chain', '=', id).execute()
  await tx.deleteFrom('story').where('id', '=', id).execute()
}
