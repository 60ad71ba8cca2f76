import type { Whole } from '../../shared/document/whole.ts'
import type { Tx } from './transaction.ts'

/** Ids asked for in one statement. */
const idsPerQuery = 500

/** The claims among `ids` that are being deleted bit by bit, each with the words it had before that. */
export async function wholesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Whole>> {
  const found = new Map<string, Whole>()
  for (let at = 0; at < ids.length; at += idsPerQuery) {
    const rows = await tx
      .selectFrom('claim_whole')
      .selectAll()
      .where('claim_id', 'in', ids.slice(at, at + idsPerQuery))
      .execute()
    for (const row of rows) found.set(row.claim_id, { words: row.words, atMs: row.at_ms })
  }
  return found
}

/** Keeps what changed between `before` and `after`, which are of the same claims. */
export async function saveWholes(
  tx: Tx,
  before: ReadonlyMap<string, Whole>,
  after: ReadonlyMap<string, Whole>,
): Promise<void> {
  for (const id of before.keys()) {
    if (!after.has(id)) await tx.deleteFrom('claim_whole').where('claim_id', '=', id).execute()
  }
  for (const [id, whole] of after) {
    const columns = { words: whole.words.toWellFormed(), at_ms: whole.atMs }
    await tx
      .insertInto('claim_whole')
      .values({ claim_id: id, ...columns })
      .onConflict((conflict) => conflict.column('claim_id').doUpdateSet(columns))
      .execute()
  }
}
