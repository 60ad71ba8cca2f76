import type Database from 'better-sqlite3'
import { sql } from 'kysely'
import { searchedColumns } from './texts.ts'
import type { Tx } from './transaction.ts'

/** A striking that was begun and has not come to its end; whoever opens the desk next goes on with it. */
export interface PendingStriking {
  readonly id: string
  /** What is to be struck, as JSON; it holds the words, so it is emptied before the database is cleaned. */
  readonly work: string
  /** What was done so far, as JSON; null while the database still has everything. */
  readonly done: string | null
}

export async function findPendingStriking(tx: Tx): Promise<PendingStriking | null> {
  const row = await tx.selectFrom('striking').selectAll().executeTakeFirst()
  return row ?? null
}

export async function savePendingStriking(tx: Tx, pending: PendingStriking): Promise<void> {
  const { work, done } = pending
  await tx
    .insertInto('striking')
    .values(pending)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ work, done }))
    .execute()
}

export async function deletePendingStriking(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('striking').where('id', '=', id).execute()
}

export async function stepTexts(
  tx: Tx,
  storyId: string,
  after: number,
  limit: number,
): Promise<{ version: number; step: string }[]> {
  return tx
    .selectFrom('step')
    .select(['version', 'step'])
    .where('story_id', '=', storyId)
    .where('version', '>', after)
    .orderBy('version')
    .limit(limit)
    .execute()
}

export async function rewriteStep(tx: Tx, storyId: string, version: number, step: string): Promise<void> {
  await tx
    .updateTable('step')
    .set({ step })
    .where('story_id', '=', storyId)
    .where('version', '=', version)
    .execute()
}

/** Oldest first. */
export async function snapshotTexts(
  tx: Tx,
  storyId: string,
): Promise<{ version: number; document: string }[]> {
  return tx
    .selectFrom('snapshot')
    .select(['version', 'document'])
    .where('story_id', '=', storyId)
    .orderBy('version')
    .execute()
}

export async function rewriteSnapshot(
  tx: Tx,
  storyId: string,
  version: number,
  document: string,
): Promise<void> {
  await tx
    .updateTable('snapshot')
    .set({ document })
    .where('story_id', '=', storyId)
    .where('version', '=', version)
    .execute()
}

/** What the trail's events tell, of the chains given or of all, oldest first. */
export async function payloadTexts(
  tx: Tx,
  chain: string | null,
): Promise<{ chain: string; seq: number; kind: string; payload: string }[]> {
  let query = tx
    .selectFrom('audit_payload')
    .innerJoin('audit_event', (join) =>
      join
        .onRef('audit_event.chain', '=', 'audit_payload.chain')
        .onRef('audit_event.seq', '=', 'audit_payload.seq'),
    )
    .select(['audit_event.chain', 'audit_event.seq', 'audit_event.kind', 'audit_payload.payload'])
    .orderBy('audit_event.chain')
    .orderBy('audit_event.seq')
  if (chain !== null) query = query.where('audit_event.chain', '=', chain)
  return query.execute()
}

/** What the desk's chain tells in events of these kinds, oldest first; what was struck is left out. */
export async function deskTellings(
  tx: Tx,
  kinds: readonly string[],
): Promise<{ kind: string; subject: string; payload: unknown }[]> {
  const rows = await tx
    .selectFrom('audit_event')
    .innerJoin('audit_payload', (join) =>
      join
        .onRef('audit_payload.chain', '=', 'audit_event.chain')
        .onRef('audit_payload.seq', '=', 'audit_event.seq'),
    )
    .select(['audit_event.kind', 'audit_event.subject', 'audit_payload.payload'])
    .where('audit_event.chain', '=', 'desk')
    .where('audit_event.kind', 'in', kinds)
    .orderBy('audit_event.seq')
    .execute()
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as unknown }))
}

/** The event stays, with the hash of what it told. */
export async function deletePayload(tx: Tx, chain: string, seq: number): Promise<void> {
  await tx.deleteFrom('audit_payload').where('chain', '=', chain).where('seq', '=', seq).execute()
}

/** Changes texts of the search index. Old words stay in its segments until the index is made anew. */
export async function rewriteSearched(tx: Tx, rewrite: (text: string) => string): Promise<void> {
  for (const [table, columns] of Object.entries(searchedColumns)) {
    for (const column of columns) {
      const { rows } = await sql<{ row: number; text: string }>`
        SELECT rowid AS row, ${sql.ref(column)} AS text FROM ${sql.table(table)}`.execute(tx)
      for (const { row, text } of rows) {
        const rewritten = rewrite(text)
        if (rewritten === text) continue
        await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${rewritten} WHERE rowid = ${row}`.execute(
          tx,
        )
      }
    }
  }
}

/**
 * Leaves in the database's files nothing but what its rows say: the search index is made anew, the file is
 * written anew without its free pages, and the log is emptied. Runs outside of any transaction.
 */
export function cleanDatabase(database: Database.Database): void {
  for (const table of Object.keys(searchedColumns)) {
    database.exec(`INSERT INTO ${table} (${table}) VALUES ('rebuild')`)
  }
  // The file is written anew by way of a temporary one, which would lie outside of the desk's folder.
  database.pragma('temp_store = MEMORY')
  try {
    database.exec('VACUUM')
  } finally {
    database.pragma('temp_store = DEFAULT')
  }
  const [log] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  if (log?.busy) throw new Error('the log could not be emptied: another program reads the database')
}
