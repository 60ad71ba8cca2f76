import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type ChangedGround, differingParts, fingerprintFrom, tellsParts } from '../../shared/check/ground.ts'
import { must } from '../../shared/lib/assert.ts'
import type { Backup } from '../../shared/model/backup.ts'
import type { Settling } from '../../shared/model/claim.ts'
import type { SourceId } from '../../shared/model/ids.ts'
import type { Source } from '../../shared/model/source.ts'
import { sourcesById } from './sources.ts'
import type { Tx } from './transaction.ts'

/** Hexadecimal digits of a part's digest: enough to see that it changed. */
const digestLength = 16

/** What is empty has no digest, so that what was given where nothing was can be told from a change. */
function digest(part: string): string {
  return part === '' ? '' : createHash('sha256').update(part, 'utf8').digest('hex').slice(0, digestLength)
}

/**
 * What a settling rests on of one piece of backup, part by part. Left out are ids (a copy rests on the same), how
 * the desk and print call a source (title, code name, wording, terms, confidence), its publisher, date and note,
 * and what is noted on the backup: they change nothing about what it says.
 */
export function fingerprintOf(backup: Backup, source: Source): string {
  const files = source.files.map((file) => file.hash).sort()
  return fingerprintFrom([
    digest(backup.excerpt),
    digest(files.join(' ')),
    digest(source.url.trim()),
    digest(`${backup.rank} ${source.usualRank}`),
    digest(source.independenceGroup.trim()),
    digest(source.standing),
  ])
}

/** As the first release made it, over more: for settlings that remember that. */
function firstFingerprintOf(backup: Backup, source: Source): string {
  const { locator, excerpt, stance, rank, note } = backup
  const { kind, publisher, url, date, files } = source
  const hashes = files.map((file) => file.hash).sort()
  const text = canonicalize({
    backup: { locator, excerpt, stance, rank, note },
    source: { kind, publisher, url, date, files: hashes },
  })
  return createHash('sha256').update(must(text, 'a fingerprint has a text'), 'utf8').digest('hex')
}

type SourcesById = ReadonlyMap<SourceId, Source>

/** The sources of some pieces of backup, by id. */
export async function sourcesBehind(tx: Tx, backup: readonly Backup[]): Promise<SourcesById> {
  const sources = await sourcesById(
    tx,
    backup.map((one) => one.sourceId),
  )
  return new Map(sources.map((source) => [source.id, source]))
}

export function fingerprintsOf(
  backup: readonly Backup[],
  sources: SourcesById,
): Settling['backupFingerprints'] {
  return Object.fromEntries(
    backup.map((one) => [one.id, fingerprintOf(one, must(sources.get(one.sourceId), 'backup has a source'))]),
  ) as Settling['backupFingerprints']
}

/** What of the backup that a settling rested on is not as it was then. Backup that came later is none of it. */
export function changedGroundOf(
  settling: Settling | null,
  backup: readonly Backup[],
  sources: SourcesById,
): ChangedGround[] {
  if (!settling || settling.status === 'unchecked') return []
  const now = new Map(backup.map((one) => [one.id as string, one]))
  return Object.entries(settling.backupFingerprints).flatMap(([id, settled]): ChangedGround[] => {
    const backupId = id as Backup['id']
    const one = now.get(id)
    if (!one) return [{ backupId, parts: ['removed'] }]
    const source = must(sources.get(one.sourceId), 'backup has a source')
    const make = tellsParts(settled) ? fingerprintOf : firstFingerprintOf
    const parts = differingParts(settled, make(one, source))
    return parts.length > 0 ? [{ backupId, parts }] : []
  })
}
