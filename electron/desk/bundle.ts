import type { Node } from 'prosemirror-model'
import type { Gate } from '../../shared/check/gate.ts'
import { schemaVersion } from '../../shared/document/schema.ts'
import type { StoryBundle } from '../../shared/model/bundle.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { ExportFormat } from '../../shared/model/export.ts'
import type { FileHash, PersonId, SourceId, StoryId } from '../../shared/model/ids.ts'
import type { ChainHead } from '../store/audit.ts'
import { listPeople } from '../store/people.ts'
import { sourcesById } from '../store/sources.ts'
import type { Core } from './core.ts'
import { needStory } from './find.ts'
import { readGate } from './gate.ts'

/** Every figure of a document, by the hash of its picture. */
export function figureHashes(document: Node): Set<FileHash> {
  const hashes = new Set<FileHash>()
  document.descendants((node) => {
    if (node.type.name === 'figure') hashes.add(node.attrs.hash as FileHash)
    return !node.isTextblock
  })
  return hashes
}

export function sourceIdsOf(claims: readonly Claim[]): SourceId[] {
  return claims.flatMap((claim) => [
    ...claim.backup.map((backup) => backup.sourceId),
    ...(claim.speaker?.sourceId ? [claim.speaker.sourceId] : []),
    ...claim.queries.flatMap((query) => query.sourceId ?? []),
  ])
}

function readersOf({ secondReading }: Claim): PersonId[] {
  if (!secondReading) return []
  const { readerId, askedBy, done } = secondReading
  return [askedBy, ...(readerId ? [readerId] : []), ...(done ? [done.personId] : [])]
}

export function personIdsOf(claims: readonly Claim[]): PersonId[] {
  return claims.flatMap((claim) => [
    claim.taggedBy,
    ...(claim.assigneeId ? [claim.assigneeId] : []),
    ...(claim.settling ? [claim.settling.personId, ...claim.settling.writtenBy] : []),
    ...claim.backup.map((backup) => backup.addedBy),
    ...(claim.legalClearing ? [claim.legalClearing.personId] : []),
    ...readersOf(claim),
    ...claim.overrides.map((one) => one.personId),
    ...claim.queries.flatMap(({ addedBy, answer }) => [addedBy, ...(answer ? [answer.notedBy] : [])]),
    ...claim.fixes.flatMap(({ suggestedBy, answer, decision }) => [
      suggestedBy,
      ...(answer ? [answer.personId] : []),
      ...(decision ? [decision.personId] : []),
    ]),
  ])
}

/**
 * A story with all that hangs on it, in an order that only the story decides.
 *
 * @param as the bytes of sources' files go into JSON alone; those of figures into every format but the report
 * @param withConfidential the bytes of confidential sources' files come along
 * @returns with the last event of the story's chain as it stood, and what the gate says
 * @throws NOT_FOUND
 */
export async function assembleBundle(
  core: Core,
  storyId: StoryId,
  as: ExportFormat,
  withConfidential: boolean,
): Promise<{ bundle: StoryBundle; trail: ChainHead; gate: Gate }> {
  const { row, document, claims, sources, people, gate } = await core.store.transaction(async (tx) => {
    const row = await needStory(tx, storyId)
    const { document, claims, gate } = await readGate(core, tx, row)
    const named = new Set(personIdsOf(claims))
    if (gate.cleared) named.add(gate.cleared.clearing.personId)
    return {
      row,
      document,
      claims,
      sources: await sourcesById(tx, sourceIdsOf(claims)),
      people: (await listPeople(tx)).filter((person) => named.has(person.id)),
      gate,
    }
  })
  // The report is of words alone.
  const wanted = as === 'report' ? new Set<FileHash>() : figureHashes(document)
  if (as === 'json') {
    for (const source of sources) {
      if (source.isConfidential && !withConfidential) continue
      for (const file of source.files) wanted.add(file.hash)
    }
  }
  const files: StoryBundle['files'] = []
  for (const hash of [...wanted].sort()) {
    const bytes = await core.blobs.read(hash)
    if (bytes) files.push({ hash, base64: Buffer.from(bytes).toString('base64') })
  }
  const bundle: StoryBundle = {
    format: 'stet-story',
    formatVersion: 1,
    schemaVersion,
    isPartial: false,
    story: {
      id: storyId,
      slug: row.slug,
      stage: row.stage as StoryBundle['story']['stage'],
      language: row.language,
      version: row.version,
      createdAtMs: row.created_at_ms,
      updatedAtMs: row.updated_at_ms,
      copiedFrom: row.copied_from as StoryId | null,
      nextNumber: row.next_number,
    },
    document: { ...document.toJSON(), type: 'doc' },
    // Revisions count this desk's streams and say nothing of the story.
    claims: claims.map((claim) => ({ ...claim, revision: 0 })),
    sources,
    people: people.sort((one, other) => (one.id < other.id ? -1 : 1)),
    files,
  }
  return { bundle, trail: { seq: row.chain_seq, hash: row.chain_head }, gate }
}
