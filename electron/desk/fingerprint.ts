import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { must } from '../../shared/lib/assert.ts'
import type { Backup } from '../../shared/model/backup.ts'
import type { Claim, Settling } from '../../shared/model/claim.ts'
import type { Source } from '../../shared/model/source.ts'
import { sourcesById } from '../store/sources.ts'
import type { Tx } from '../store/transaction.ts'

/**
 * SHA-256 over the canonical JSON (RFC 8785) of what a settling rested on: all that the checker said of the
 * backup, and of its source what it is and where it is found: kind, publisher, address, date and the bytes of
 * its files. Left out are ids (a copy rests on the same), how the desk and print call it (title, code name,
 * wording, terms, confidence) and its note and usual rank, which change nothing about what it says.
 */
export function fingerprintOf(backup: Backup, source: Source): string {
  const { locator, excerpt, stance, rank, note } = backup
  const { kind, publisher, url, date, files } = source
  const hashes = files.map((file) => file.hash).sort()
  const text = canonicalize({
    backup: { locator, excerpt, stance, rank, note },
    source: { kind, publisher, url, date, files: hashes },
  })
  return createHash('sha256').update(must(text, 'a fingerprint has a text'), 'utf8').digest('hex')
}

export async function fingerprintsOf(tx: Tx, claim: Claim): Promise<Settling['backupFingerprints']> {
  const sources = await sourcesById(
    tx,
    claim.backup.map((backup) => backup.sourceId),
  )
  const byId = new Map(sources.map((source) => [source.id, source]))
  return Object.fromEntries(
    claim.backup.map((backup) => [
      backup.id,
      fingerprintOf(backup, must(byId.get(backup.sourceId), 'backup has a source')),
    ]),
  ) as Settling['backupFingerprints']
}
