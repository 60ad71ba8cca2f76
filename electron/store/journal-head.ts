import { createHash } from 'node:crypto'
import { must } from '../../shared/lib/assert.ts'
import type { StepTable } from './tables.ts'
import type { Tx } from './transaction.ts'

const stepsPerRead = 1000

/** What a hash over the journal covers of a step: all of its row. */
export type HashedStep = Omit<StepTable, 'story_id'>

/** The columns of {@link HashedStep}. */
export const hashedColumns = [
  'version',
  'step',
  'schema_version',
  'person_id',
  'client_id',
  'at_ms',
] as const satisfies readonly (keyof HashedStep)[]

/** The hash over a journal that goes on from `head` with one step; "" is the head of a journal without steps. */
export function headAfter(head: string, step: HashedStep): string {
  const text = JSON.stringify([head, ...hashedColumns.map((column) => step[column])])
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Makes the hash over a story's journal anew, whose steps were rightly rewritten. */
export async function renewHead(tx: Tx, storyId: string): Promise<void> {
  const story = await tx
    .selectFrom('story')
    .select(['journal_from', 'version'])
    .where('id', '=', storyId)
    .executeTakeFirst()
  const { journal_from: from, version } = must(story, 'the story of a journal')
  let head = ''
  for (let after = from; after < version; ) {
    const rows = await tx
      .selectFrom('step')
      .select(hashedColumns)
      .where('story_id', '=', storyId)
      .where('version', '>', after)
      .orderBy('version')
      .limit(stepsPerRead)
      .execute()
    for (const row of rows) head = headAfter(head, row)
    after = rows.at(-1)?.version ?? version
  }
  await tx.updateTable('story').set({ journal_head: head }).where('id', '=', storyId).execute()
}
