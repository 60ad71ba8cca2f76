import type { Node } from 'prosemirror-model'
import { anchorWords } from '../../shared/document/anchors.ts'
import { anchorPlace } from '../../shared/document/place.ts'
import { must } from '../../shared/lib/assert.ts'
import type { StoryBundle } from '../../shared/model/bundle.ts'
import type { Claim } from '../../shared/model/claim.ts'
import {
  type BackupId,
  type ClaimId,
  newBackupId,
  newClaimId,
  newFixId,
  newOverrideId,
  newQueryId,
  newSourceId,
  newStoryId,
  type PersonId,
  type SourceId,
  type StoryId,
} from '../../shared/model/ids.ts'
import { unknownLanguage } from '../../shared/model/language.ts'
import type { SecondReading } from '../../shared/model/legal.ts'
import { type Source, sourceDetailsSchema } from '../../shared/model/source.ts'
import { findBackup, insertBackup } from '../store/backup.ts'
import { claimsById } from '../store/claims.ts'
import { findFix, insertFix } from '../store/fixes.ts'
import { findOverride, insertOverride } from '../store/overrides.ts'
import { findPerson, findPersonByName, insertPerson } from '../store/people.ts'
import { findQuery, insertQuery } from '../store/queries.ts'
import { insertSettlings } from '../store/settlings.ts'
import { attachFile, findSource, insertFile, insertSource } from '../store/sources.ts'
import { findStory, freeSlug, isSlugTaken } from '../store/stories.ts'
import type { Act } from './act.ts'
import type { FilesAtHand } from './at-hand.ts'
import { figureHashes, personIdsOf, sourceIdsOf } from './bundle.ts'
import type { Core } from './core.ts'
import { makeStory } from './new-story.ts'
import { recount } from './recount.ts'
import { refuse } from './refuse.ts'
import { renameAnchors } from './rename.ts'
import { type ClaimChange, saveClaims } from './save-claims.ts'

function unreadable(what: string): Error {
  return refuse('UNREADABLE', {
    reason: `The file contradicts itself: ${what}. Ask for it to be exported again.`,
  })
}

/** @throws UNREADABLE where the parts of the file do not fit together */
function refuseContradictions({ claims, sources, people }: StoryBundle): void {
  if (new Set(claims.map((claim) => claim.id)).size < claims.length) {
    throw unreadable('two of its claims have one id')
  }
  if (new Set(claims.map((claim) => claim.number)).size < claims.length) {
    throw unreadable('two of its claims have one number')
  }
  const backupIds = claims.flatMap((claim) => claim.backup.map((backup) => backup.id))
  if (new Set(backupIds).size < backupIds.length) throw unreadable('two pieces of backup have one id')
  const partIds = claims.flatMap((claim) => [...claim.queries, ...claim.fixes].map((one) => one.id as string))
  if (new Set(partIds).size < partIds.length) throw unreadable('two of its queries or fixes have one id')
  const sourceIds = new Set(sources.map((source) => source.id))
  if (!sourceIdsOf(claims).every((id) => sourceIds.has(id))) {
    throw unreadable('a claim names a source that is not in it')
  }
  const personIds = new Set(people.map((person) => person.id))
  if (!personIdsOf(claims).every((id) => personIds.has(id))) {
    throw unreadable('a claim names somebody who is not in it')
  }
}

/** Matched by id, then by name; whoever is unknown is added. */
async function takePeople(act: Act, { people }: StoryBundle): Promise<ReadonlyMap<PersonId, PersonId>> {
  const ids = new Map<PersonId, PersonId>()
  for (const person of people) {
    const known = (await findPerson(act.tx, person.id)) ?? (await findPersonByName(act.tx, person.name))
    ids.set(person.id, known?.id ?? person.id)
    if (known) continue
    await insertPerson(act.tx, person)
    await act.record('desk', 'person.added', person.id, { before: null, after: person })
    act.tell('people')
  }
  return ids
}

function contentOf(source: Source): string {
  const details = sourceDetailsSchema.parse(source)
  const files = source.files.map((file) => [file.hash, file.name]).sort()
  return JSON.stringify([Object.entries(details).sort(), files])
}

/** A source that this desk has is shared where it says the same; where it differs, the file's is a new one. */
async function takeSources(
  core: Core,
  act: Act,
  { sources }: StoryBundle,
  atHand: FilesAtHand,
): Promise<ReadonlyMap<SourceId, SourceId>> {
  const ids = new Map<SourceId, SourceId>()
  for (const given of sources) {
    const known = await findSource(act.tx, given.id)
    if (known && contentOf(known) === contentOf(given)) {
      ids.set(given.id, known.id)
      continue
    }
    const source: Source = {
      ...given,
      id: known ? newSourceId() : given.id,
      // Of what a partial file leaves out only the name would come, and no bytes.
      files: given.files.filter((file) => atHand.has(file.hash)),
    }
    ids.set(given.id, source.id)
    await insertSource(act.tx, source)
    for (const file of source.files) {
      const sizeBytes = must(atHand.get(file.hash), 'the file is at hand')
      await insertFile(act.tx, { hash: file.hash, sizeBytes }, act.atMs)
      await attachFile(act.tx, source.id, file)
    }
    await core.search.indexSource(act.tx, source)
    await act.record('desk', 'source.added', source.id, { before: null, after: source })
    act.tell('sources')
  }
  return ids
}

/** Notes that the desk holds the figures' pictures. */
export async function keepFigures(act: Act, document: Node, atHand: FilesAtHand): Promise<void> {
  for (const hash of figureHashes(document)) {
    const sizeBytes = atHand.get(hash)
    if (sizeBytes !== undefined) await insertFile(act.tx, { hash, sizeBytes }, act.atMs)
  }
}

/** Ids are kept where this desk does not know them. */
async function claimIdsFor(
  act: Act,
  { claims }: StoryBundle,
  isCopy: boolean,
): Promise<ReadonlyMap<string, ClaimId>> {
  const known = await claimsById(
    act.tx,
    claims.map((claim) => claim.id),
  )
  const taken = new Set(known.map((claim) => claim.id))
  return new Map(claims.map((claim) => [claim.id, isCopy || taken.has(claim.id) ? newClaimId() : claim.id]))
}

async function backupIdsFor(
  act: Act,
  { claims }: StoryBundle,
  isCopy: boolean,
): Promise<ReadonlyMap<BackupId, BackupId>> {
  const ids = new Map<BackupId, BackupId>()
  for (const { id } of claims.flatMap((claim) => claim.backup)) {
    ids.set(id, isCopy || (await findBackup(act.tx, id)) ? newBackupId() : id)
  }
  return ids
}

/**
 * Makes a story of a file that a desk wrote: the same story, with its ids, numbers, times and settlings, where
 * this desk does not know it; else a copy that names the one it came from.
 *
 * @param document the bundle's, read
 * @throws UNREADABLE where the file contradicts itself
 */
export async function takeIn(
  core: Core,
  act: Act,
  bundle: StoryBundle,
  document: Node,
  atHand: FilesAtHand,
): Promise<StoryId> {
  refuseContradictions(bundle)
  const origin = bundle.story
  const isCopy = (await findStory(act.tx, origin.id)) !== undefined
  const storyId = isCopy ? newStoryId() : origin.id
  const people = await takePeople(act, bundle)
  const sources = await takeSources(core, act, bundle, atHand)
  const claimIds = await claimIdsFor(act, bundle, isCopy)
  const backupIds = await backupIdsFor(act, bundle, isCopy)
  const person = (id: PersonId): PersonId => must(people.get(id), 'everybody was taken in')
  const sourceOf = (id: SourceId): SourceId => must(sources.get(id), 'every source was taken in')

  const ours = renameAnchors(document, claimIds)
  await keepFigures(act, ours, atHand)
  const updatedAtMs = isCopy ? act.atMs : origin.updatedAtMs
  const row = await makeStory(core, act, storyId, ours, {
    slug: await slugFor(act, origin.slug),
    stage: origin.stage,
    ...(origin.language === unknownLanguage ? {} : { language: origin.language }),
    version: origin.version,
    created_at_ms: isCopy ? act.atMs : origin.createdAtMs,
    copied_from: isCopy ? origin.id : origin.copiedFrom,
  })

  const known = await knownParts(act, bundle)
  const changes = bundle.claims.map((given): ClaimChange => {
    const id = must(claimIds.get(given.id), 'each claim has an id')
    const words = anchorWords(ours, id)?.toWellFormed()
    const settling = given.settling && {
      ...given.settling,
      personId: person(given.settling.personId),
      writtenBy: given.settling.writtenBy.map(person),
      backupFingerprints: renameKeys(given.settling.backupFingerprints, backupIds),
    }
    const claim: Claim = {
      ...given,
      id,
      storyId,
      presence: words === undefined ? 'removed' : 'inText',
      words: words ?? given.words,
      speaker: given.speaker && {
        ...given.speaker,
        sourceId: given.speaker.sourceId && sourceOf(given.speaker.sourceId),
      },
      status: settling?.status ?? 'unchecked',
      settling,
      place: settling?.place ? anchorPlace(ours, id) : null,
      // Counted below, when sources and settlings are in.
      changedGround: [],
      assigneeId: given.assigneeId && person(given.assigneeId),
      copiedFrom: id === given.id ? given.copiedFrom : given.id,
      backup: given.backup.map((backup) => ({
        ...backup,
        id: must(backupIds.get(backup.id), 'each piece of backup has an id'),
        claimId: id,
        sourceId: sourceOf(backup.sourceId),
        addedBy: person(backup.addedBy),
      })),
      legalClearing: given.legalClearing && {
        ...given.legalClearing,
        personId: person(given.legalClearing.personId),
      },
      secondReading: given.secondReading && withReaders(given.secondReading, person),
      queries: given.queries.map((query) => ({
        ...query,
        id: isCopy || known.queries.has(query.id) ? newQueryId() : query.id,
        claimId: id,
        sourceId: query.sourceId && sourceOf(query.sourceId),
        answer: query.answer && { ...query.answer, notedBy: person(query.answer.notedBy) },
        backupId: query.backupId && (backupIds.get(query.backupId) ?? query.backupId),
        addedBy: person(query.addedBy),
      })),
      fixes: given.fixes.map((fix) => ({
        ...fix,
        id: isCopy || known.fixes.has(fix.id) ? newFixId() : fix.id,
        claimId: id,
        backupIds: fix.backupIds.map((backupId) => backupIds.get(backupId) ?? backupId),
        answer: fix.answer && { ...fix.answer, personId: person(fix.answer.personId) },
        decision: fix.decision && { ...fix.decision, personId: person(fix.decision.personId) },
        suggestedBy: person(fix.suggestedBy),
      })),
      overrides: given.overrides.map((one) => ({
        ...one,
        id: isCopy || known.overrides.has(one.id) ? newOverrideId() : one.id,
        claimId: id,
        personId: person(one.personId),
      })),
      taggedBy: person(given.taggedBy),
    }
    return { before: null, after: claim }
  })
  const highest = Math.max(0, ...bundle.claims.map((claim) => claim.number))
  const saved = await saveClaims(core, act, row, changes, {
    next_number: Math.max(origin.nextNumber, highest + 1),
    updated_at_ms: updatedAtMs,
  })
  for (const claim of saved) {
    if (claim.settling)
      await insertSettlings(act.tx, storyId, [{ claimId: claim.id, settling: claim.settling }])
    for (const backup of claim.backup) await insertBackup(act.tx, backup)
    for (const query of claim.queries) await insertQuery(act.tx, query)
    for (const fix of claim.fixes) await insertFix(act.tx, fix)
    for (const one of claim.overrides) await insertOverride(act.tx, one)
  }
  await recount(act.tx, storyId)
  return storyId
}

function withReaders(reading: SecondReading, person: (id: PersonId) => PersonId): SecondReading {
  const { readerId, askedBy, done } = reading
  return {
    ...reading,
    readerId: readerId && person(readerId),
    askedBy: person(askedBy),
    done: done && { ...done, personId: person(done.personId) },
  }
}

/** Ids of queries, fixes and overrides of the file that this desk has already. */
async function knownParts(
  act: Act,
  { claims }: StoryBundle,
): Promise<{ queries: ReadonlySet<string>; fixes: ReadonlySet<string>; overrides: ReadonlySet<string> }> {
  const queries = new Set<string>()
  const fixes = new Set<string>()
  const overrides = new Set<string>()
  for (const claim of claims) {
    for (const { id } of claim.queries) if (await findQuery(act.tx, id)) queries.add(id)
    for (const { id } of claim.fixes) if (await findFix(act.tx, id)) fixes.add(id)
    for (const { id } of claim.overrides) if (await findOverride(act.tx, id)) overrides.add(id)
  }
  return { queries, fixes, overrides }
}

/** The file's own slug where it is one and nobody has it. */
async function slugFor(act: Act, slug: string): Promise<string> {
  const isSlug = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(slug)
  return isSlug && !(await isSlugTaken(act.tx, slug)) ? slug : freeSlug(act.tx, slug)
}

function renameKeys<Value>(
  record: Readonly<Record<string, Value>>,
  names: ReadonlyMap<string, string>,
): Record<BackupId, Value> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [names.get(name) ?? name, value]),
  ) as Record<BackupId, Value>
}
