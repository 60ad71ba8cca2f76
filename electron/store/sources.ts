import type { Selectable } from 'kysely'
import type { FileHash, SourceId } from '../../shared/model/ids.ts'
import type {
  Rank,
  Source,
  SourceDetails,
  SourceFile,
  SourceKind,
  SourceStanding,
  Terms,
} from '../../shared/model/source.ts'
import type { SourceTable } from './tables.ts'
import type { Tx } from './transaction.ts'

const idsPerQuery = 500

async function filesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, SourceFile[]>> {
  const files = new Map<string, SourceFile[]>()
  if (ids.length === 0) return files
  const rows = await tx
    .selectFrom('source_file')
    .innerJoin('file', 'file.hash', 'source_file.hash')
    .select([
      'source_file.source_id',
      'source_file.hash',
      'source_file.name',
      'source_file.media_type',
      'file.size_bytes',
    ])
    .where('source_file.source_id', 'in', ids)
    .orderBy('source_file.name')
    .orderBy('source_file.hash')
    .execute()
  for (const row of rows) {
    const file: SourceFile = {
      hash: row.hash as FileHash,
      name: row.name,
      mediaType: row.media_type,
      sizeBytes: row.size_bytes,
    }
    const list = files.get(row.source_id)
    if (list) list.push(file)
    else files.set(row.source_id, [file])
  }
  return files
}

async function assemble(tx: Tx, rows: readonly Selectable<SourceTable>[]): Promise<Source[]> {
  const sources: Source[] = []
  for (let at = 0; at < rows.length; at += idsPerQuery) {
    const part = rows.slice(at, at + idsPerQuery)
    const files = await filesOf(
      tx,
      part.map((row) => row.id),
    )
    for (const row of part) {
      sources.push({
        id: row.id as SourceId,
        kind: row.kind as SourceKind,
        title: row.title,
        publisher: row.publisher,
        url: row.url,
        date: row.date,
        note: row.note,
        usualRank: row.usual_rank as Rank,
        independenceGroup: row.independence_group,
        standing: row.standing as SourceStanding,
        isConfidential: row.is_confidential === 1,
        terms: row.terms as Terms,
        codeName: row.code_name,
        printAs: row.print_as,
        files: files.get(row.id) ?? [],
        createdAtMs: row.created_at_ms,
        updatedAtMs: row.updated_at_ms,
      })
    }
  }
  return sources
}

const byTitle = new Intl.Collator('en', { numeric: true })

/** By title, then by id; `usedBy` counts the claims that rest on it. */
export async function listSources(tx: Tx): Promise<(Source & { usedBy: number })[]> {
  const sources = await assemble(tx, await tx.selectFrom('source').selectAll().execute())
  const counts = await tx
    .selectFrom('backup')
    .select(['source_id', (select) => select.fn.count<number>('claim_id').distinct().as('count')])
    .groupBy('source_id')
    .execute()
  const usedBy = new Map(counts.map((row) => [row.source_id, Number(row.count)]))
  return sources
    .map((source) => ({ ...source, usedBy: usedBy.get(source.id) ?? 0 }))
    .sort((one, other) => byTitle.compare(one.title, other.title) || (one.id < other.id ? -1 : 1))
}

/** The sources among `ids` that exist, by id. */
export async function sourcesById(tx: Tx, ids: readonly SourceId[]): Promise<Source[]> {
  const sources: Source[] = []
  const sorted = [...new Set(ids)].sort()
  for (let at = 0; at < sorted.length; at += idsPerQuery) {
    const rows = await tx
      .selectFrom('source')
      .selectAll()
      .where('id', 'in', sorted.slice(at, at + idsPerQuery))
      .orderBy('id')
      .execute()
    sources.push(...(await assemble(tx, rows)))
  }
  return sources
}

export async function findSource(tx: Tx, id: SourceId): Promise<Source | null> {
  return (await sourcesById(tx, [id]))[0] ?? null
}

function columnsOf(details: SourceDetails) {
  return {
    kind: details.kind,
    title: details.title,
    publisher: details.publisher,
    url: details.url,
    date: details.date,
    note: details.note,
    usual_rank: details.usualRank,
    independence_group: details.independenceGroup,
    standing: details.standing,
    is_confidential: details.isConfidential ? (1 as const) : (0 as const),
    terms: details.terms,
    code_name: details.codeName,
    print_as: details.printAs,
  }
}

/** The source's own row; its files are attached one by one. */
export async function insertSource(tx: Tx, source: Source): Promise<void> {
  await tx
    .insertInto('source')
    .values({
      id: source.id,
      ...columnsOf(source),
      is_sample: 0,
      created_at_ms: source.createdAtMs,
      updated_at_ms: source.updatedAtMs,
    })
    .execute()
}

export async function updateSource(
  tx: Tx,
  id: SourceId,
  details: SourceDetails,
  atMs: number,
): Promise<void> {
  await tx
    .updateTable('source')
    .set({ ...columnsOf(details), updated_at_ms: atMs })
    .where('id', '=', id)
    .execute()
}

export async function touchSource(tx: Tx, id: SourceId, atMs: number): Promise<void> {
  await tx.updateTable('source').set({ updated_at_ms: atMs }).where('id', '=', id).execute()
}

export async function deleteSource(tx: Tx, id: SourceId): Promise<void> {
  await tx.deleteFrom('source_file').where('source_id', '=', id).execute()
  await tx.deleteFrom('source').where('id', '=', id).execute()
}

/** How many claims rest on it. */
export async function countUses(tx: Tx, id: SourceId): Promise<number> {
  const row = await tx
    .selectFrom('backup')
    .select((select) => select.fn.count<number>('claim_id').distinct().as('count'))
    .where('source_id', '=', id)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Notes that the desk holds these bytes; known files stay as they are. */
export async function insertFile(
  tx: Tx,
  file: { hash: FileHash; sizeBytes: number },
  atMs: number,
): Promise<void> {
  await tx
    .insertInto('file')
    .values({ hash: file.hash, size_bytes: file.sizeBytes, added_at_ms: atMs })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

/** Attached again it gets the new name. */
export async function attachFile(
  tx: Tx,
  sourceId: SourceId,
  file: Omit<SourceFile, 'sizeBytes'>,
): Promise<void> {
  const names = { name: file.name, media_type: file.mediaType }
  await tx
    .insertInto('source_file')
    .values({ source_id: sourceId, hash: file.hash, ...names })
    .onConflict((conflict) => conflict.columns(['source_id', 'hash']).doUpdateSet(names))
    .execute()
}

export async function detachFile(tx: Tx, sourceId: SourceId, hash: FileHash): Promise<void> {
  await tx.deleteFrom('source_file').where('source_id', '=', sourceId).where('hash', '=', hash).execute()
}

export async function setSampleSource(tx: Tx, id: SourceId, isSample: boolean): Promise<void> {
  await tx
    .updateTable('source')
    .set({ is_sample: isSample ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

export async function sampleSources(tx: Tx): Promise<SourceId[]> {
  const rows = await tx.selectFrom('source').select('id').where('is_sample', '=', 1).execute()
  return rows.map((row) => row.id as SourceId)
}
