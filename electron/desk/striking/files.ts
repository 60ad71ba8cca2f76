import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { FileHash, SourceId } from '../../../shared/model/ids.ts'
import type { FoundFile } from '../../../shared/model/striking.ts'
import { claimsOn } from '../../store/claims.ts'
import { sourcesById } from '../../store/sources.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Core } from '../core.ts'
import { recount } from '../recount.ts'
import { fileHas } from './bytes.ts'
import type { Pattern } from './pattern.ts'

/** What a kept file is to the desk. */
async function usesOf(tx: Tx, hash: FileHash): Promise<Pick<FoundFile, 'names' | 'usedAs'>> {
  const attached = await tx.selectFrom('source_file').select('name').where('hash', '=', hash).execute()
  if (attached.length > 0) return { names: attached.map((row) => row.name), usedAs: 'source' }
  const held = async (table: string, column: string) => {
    const { rows } =
      await sql`SELECT 1 FROM ${sql.table(table)} WHERE instr(${sql.ref(column)}, ${hash}) LIMIT 1`.execute(
        tx,
      )
    return rows.length > 0
  }
  if (await held('receipt', 'receipt')) return { names: [], usedAs: 'import' }
  if ((await held('snapshot', 'document')) || (await held('step', 'step')))
    return { names: [], usedAs: 'figure' }
  return { names: [], usedAs: 'nothing' }
}

/** Hashes that a story names: its imported original, and pictures that stand or stood in it. */
export async function filesOfStory(tx: Tx, storyId: string): Promise<Set<FileHash>> {
  const hashes = new Set<FileHash>()
  const read = (text: string) => {
    for (const [hash] of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu))
      hashes.add(hash as FileHash)
  }
  const receipts = await tx.selectFrom('receipt').select('receipt').where('story_id', '=', storyId).execute()
  for (const { receipt } of receipts) read(receipt)
  const steps = await tx
    .selectFrom('step')
    .select('step')
    .where('story_id', '=', storyId)
    .where('step', 'like', '%"hash"%')
    .execute()
  for (const { step } of steps) read(step)
  const snapshots = await tx
    .selectFrom('snapshot')
    .select('document')
    .where('story_id', '=', storyId)
    .execute()
  for (const { document } of snapshots) read(document)
  return hashes
}

/** Whether anything beside this story names a file. */
async function isUsedElsewhere(tx: Tx, hash: FileHash, storyId: string): Promise<boolean> {
  const attached = await tx
    .selectFrom('source_file')
    .select('hash')
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (attached) return true
  for (const [table, column] of [
    ['receipt', 'receipt'],
    ['snapshot', 'document'],
    ['step', 'step'],
  ] as const) {
    const { rows } = await sql`
      SELECT 1 FROM ${sql.table(table)}
      WHERE story_id <> ${storyId} AND instr(${sql.ref(column)}, ${hash}) LIMIT 1`.execute(tx)
    if (rows.length > 0) return true
  }
  return false
}

/** The files that nothing at the desk would name without this story. */
export async function filesOnlyOf(tx: Tx, storyId: string): Promise<FileHash[]> {
  const only: FileHash[] = []
  for (const hash of await filesOfStory(tx, storyId)) {
    if (!(await isUsedElsewhere(tx, hash, storyId))) only.push(hash)
  }
  return only
}

/** Those of `hashes` that are on the disk, with what they are. */
export async function describeFiles(core: Core, hashes: Iterable<FileHash>): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const hash of hashes) {
    const sizeBytes = await core.blobs.sizeOf(hash)
    if (sizeBytes === null) continue
    found.push({ hash, sizeBytes, ...(await core.store.transaction((tx) => usesOf(tx, hash))) })
  }
  return found.sort((one, other) => (one.hash < other.hash ? -1 : 1))
}

/** @param storyId looks only into the files that this story names; null for all */
export async function filesWith(core: Core, pattern: Pattern, storyId: string | null): Promise<FileHash[]> {
  const among = storyId === null ? null : await core.store.transaction((tx) => filesOfStory(tx, storyId))
  const found: FileHash[] = []
  for await (const hash of core.blobs.list()) {
    if (among && !among.has(hash)) continue
    if (await fileHas(core.blobs.pathOf(hash), pattern)) found.push(hash)
    await nextTurn()
  }
  return found
}

/** Takes a file away: from the sources that have it, from the list of files, from the disk. */
export async function removeFiles(core: Core, hashes: readonly FileHash[]): Promise<void> {
  if (hashes.length === 0) return
  await core.store.transaction(async (tx) => {
    const named = await tx.selectFrom('source_file').select('source_id').where('hash', 'in', hashes).execute()
    await forgetFiles(tx, hashes)
    const ids = named.map((row) => row.source_id as SourceId)
    for (const source of await sourcesById(tx, ids)) await core.search.indexSource(tx, source)
    for (const id of ids) {
      for (const { storyId } of await claimsOn(tx, id)) await recount(tx, storyId)
    }
  })
  for (const hash of hashes) await core.blobs.remove(hash)
}

export async function forgetFiles(tx: Tx, hashes: readonly FileHash[]): Promise<void> {
  for (const hash of hashes) {
    await tx.deleteFrom('source_file').where('hash', '=', hash).execute()
    await tx.deleteFrom('file').where('hash', '=', hash).execute()
  }
}

export async function areFilesNamed(tx: Tx, hashes: readonly FileHash[]): Promise<boolean> {
  if (hashes.length === 0) return false
  const one = await tx.selectFrom('file').select('hash').where('hash', 'in', hashes).executeTakeFirst()
  return one !== undefined
}

/** Files that Stet keeps and has looked into already, and those that hold no words. */
const known =
  /^(?:stet\.sqlite(?:-wal|-shm|-journal)?|desk\.lock.*|desk\.json|files\/.*|backups\/[^/]*\.sqlite|set-aside\/[^/]+\/stet\.sqlite)$/u

/** Whatever else lies in the desk's folder and holds the words. */
export async function strangersWith(folder: string, pattern: Pattern): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    if (!entry.isFile() || known.test(name)) continue
    if (pattern.has(name) || (await fileHas(path, pattern))) found.push(pattern.strike(name))
  }
  return found
}
