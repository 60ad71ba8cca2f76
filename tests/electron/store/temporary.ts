import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Insertable } from 'kysely'
import { onTestFinished } from 'vitest'
import { noHash } from '../../../electron/store/audit.ts'
import { type OpenOptions, openStore } from '../../../electron/store/open.ts'
import type { StoryTable } from '../../../electron/store/tables.ts'
import type { Store, Tx } from '../../../electron/store/transaction.ts'
import { newPersonId, newStoryId, type PersonId, type StoryId } from '../../../shared/model/ids.ts'

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A store in a folder of its own; both are gone when the test is over. */
export async function temporaryStore(options?: OpenOptions): Promise<{ store: Store; folder: string }> {
  const folder = await temporaryFolder()
  const store = await openStore(folder, options)
  onTestFinished(() => store.close())
  return { store, folder }
}

export async function addPerson(tx: Tx, name = 'Ada Lovelace'): Promise<PersonId> {
  const id = newPersonId()
  await tx.insertInto('person').values({ id, name, initials: 'AL', role: 'checker' }).execute()
  return id
}

export async function addStory(tx: Tx, given: Partial<Insertable<StoryTable>> = {}): Promise<StoryId> {
  const id = newStoryId()
  await tx
    .insertInto('story')
    .values({
      id,
      slug: id,
      headline: 'A headline',
      stage: 'draft',
      version: 0,
      revision: 0,
      next_number: 1,
      word_count: 0,
      claim_count: 0,
      open_count: 0,
      removed_count: 0,
      is_sample: 0,
      copied_from: null,
      archived_at_ms: null,
      created_at_ms: 1,
      updated_at_ms: 1,
      chain_seq: 0,
      chain_head: noHash,
      search_stale: 0,
      ...given,
    })
    .execute()
  return id
}

/** What `work` throws, which it must. */
export async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('it was expected to throw')
}
