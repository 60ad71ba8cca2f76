import { must } from '../../shared/lib/assert.ts'
import type { Stance } from '../../shared/model/backup.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { BackupId, ClaimId, QueryId, SourceId } from '../../shared/model/ids.ts'
import { compareQueries, type ListedQuery, type Query, type QueryDetails } from '../../shared/model/query.ts'
import { newSourceDetails, type Source } from '../../shared/model/source.ts'
import type { EventKind } from '../../shared/trail/tell.ts'
import { findClaim } from '../store/claims.ts'
import { findQuery, insertQuery, listQueries, markQueryRemoved, updateQuery } from '../store/queries.ts'
import { findSource, insertSource, listSources } from '../store/sources.ts'
import type { StoryRow } from '../store/stories.ts'
import type { Act } from './act.ts'
import { addBackup } from './backup.ts'
import type { Core } from './core.ts'
import { needClaim, needSource } from './find.ts'
import { badInput, refuse } from './refuse.ts'
import { saveClaims } from './save-claims.ts'
import { settle } from './settle.ts'

/** The claim as it is after a record on it changed, saved, with the event that tells of it. */
async function told(
  core: Core,
  act: Act,
  story: StoryRow,
  claim: Claim,
  kind: EventKind,
  change: { before: Query | null; after: Query | null },
): Promise<Claim> {
  const after = must(await findClaim(act.tx, claim.id), 'the claim stands')
  const [saved] = await saveClaims(core, act, story, [{ before: claim, after }])
  await act.record(claim.storyId, kind, claim.id, change)
  act.tell('queries')
  return must(saved, 'the claim was saved')
}

/** @param isRemoved the query is looked for among those that were taken away */
async function needQuery(
  act: Act,
  id: QueryId,
  isRemoved = false,
): Promise<{ query: Query; claim: Claim; story: StoryRow }> {
  const found = await findQuery(act.tx, id)
  if (!found || found.isRemoved !== isRemoved) throw refuse('NOT_FOUND', { what: 'query', id })
  return { query: found.record, ...(await needClaim(act.tx, found.record.claimId)) }
}

/** @throws BAD_REQUEST where nothing but space is said, NOT_FOUND for an unknown source */
async function checkDetails(act: Act, { asked, question, sourceId }: QueryDetails): Promise<void> {
  if (asked.trim() === '') throw badInput('say who was asked')
  if (question.trim() === '') throw badInput('say what they were asked')
  if (sourceId) await needSource(act.tx, sourceId)
}

/** @throws NOT_FOUND, ARCHIVED, TAKEN; what settling throws, where it is settled as queried too */
export async function ask(
  core: Core,
  act: Act,
  given: { claimId: ClaimId; queryId: QueryId; details: QueryDetails; seenWords: string | null },
): Promise<Claim> {
  const { claim, story } = await needClaim(act.tx, given.claimId)
  await checkDetails(act, given.details)
  if (await findQuery(act.tx, given.queryId)) throw refuse('TAKEN', { what: 'query' })
  const query: Query = {
    ...given.details,
    id: given.queryId,
    claimId: claim.id,
    answer: null,
    backupId: null,
    addedBy: act.personId,
    addedAtMs: act.atMs,
  }
  await insertQuery(act.tx, query)
  const saved = await told(core, act, story, claim, 'query.asked', { before: null, after: query })
  if (given.seenWords === null) return saved
  return settle(core, act, {
    claimId: claim.id,
    status: 'queried',
    note: '',
    seenWords: given.seenWords,
  })
}

/** @throws NOT_FOUND, ARCHIVED */
export async function changeQuery(
  core: Core,
  act: Act,
  given: { queryId: QueryId; details: QueryDetails },
): Promise<Claim> {
  const { query, claim, story } = await needQuery(act, given.queryId)
  await checkDetails(act, given.details)
  const after = { ...query, ...given.details }
  await updateQuery(act.tx, after)
  return told(core, act, story, claim, 'query.changed', { before: query, after })
}

/** @throws NOT_FOUND, ARCHIVED */
export async function answerQuery(
  core: Core,
  act: Act,
  given: { queryId: QueryId; answer: { words: string; atMs: number } | null },
): Promise<Claim> {
  const { query, claim, story } = await needQuery(act, given.queryId)
  if (given.answer?.words.trim() === '') throw badInput('say what the answer was')
  const after: Query = { ...query, answer: given.answer && { ...given.answer, notedBy: act.personId } }
  await updateQuery(act.tx, after)
  return told(core, act, story, claim, 'query.answered', { before: query, after })
}

/** Names are the same in any case and spacing. */
function bare(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
}

/** The source that the query names, the person who is called as who was asked, or one that is made. */
async function sourceFor(core: Core, act: Act, query: Query, newId: SourceId): Promise<Source> {
  if (query.sourceId) return needSource(act.tx, query.sourceId)
  const called = (await listSources(act.tx)).find(
    (source) => source.kind === 'person' && bare(source.title) === bare(query.asked),
  )
  if (called) return called
  if (await findSource(act.tx, newId)) throw refuse('TAKEN', { what: 'source' })
  const source: Source = {
    ...newSourceDetails('person', query.asked.trim()),
    id: newId,
    files: [],
    createdAtMs: act.atMs,
    updatedAtMs: act.atMs,
  }
  await insertSource(act.tx, source)
  await core.search.indexSource(act.tx, source)
  await act.record('desk', 'source.added', source.id, { before: null, after: source })
  act.tell('sources')
  return source
}

/** @throws NOT_FOUND, ARCHIVED, NOT_ANSWERED, TAKEN */
export async function attachAnswer(
  core: Core,
  act: Act,
  given: { queryId: QueryId; backupId: BackupId; sourceId: SourceId; locator: string; stance: Stance },
): Promise<Claim> {
  const { query } = await needQuery(act, given.queryId)
  if (!query.answer) throw refuse('NOT_ANSWERED')
  const source = await sourceFor(core, act, query, given.sourceId)
  await addBackup(core, act, {
    claimId: query.claimId,
    backupId: given.backupId,
    sourceId: source.id,
    details: {
      locator: given.locator,
      excerpt: query.answer.words,
      stance: given.stance,
      rank: source.usualRank,
      note: '',
    },
  })
  const { claim, story } = await needClaim(act.tx, query.claimId)
  const after: Query = { ...query, sourceId: source.id, backupId: given.backupId }
  await updateQuery(act.tx, after)
  return told(core, act, story, claim, 'query.used', { before: query, after })
}

/** @throws NOT_FOUND, ARCHIVED */
export async function removeQuery(core: Core, act: Act, queryId: QueryId): Promise<Claim> {
  const { query, claim, story } = await needQuery(act, queryId)
  await markQueryRemoved(act.tx, queryId, act.atMs)
  return told(core, act, story, claim, 'query.removed', { before: query, after: null })
}

/** @throws NOT_FOUND where it was not removed, ARCHIVED */
export async function restoreQuery(core: Core, act: Act, queryId: QueryId): Promise<Claim> {
  const { query, claim, story } = await needQuery(act, queryId, true)
  await markQueryRemoved(act.tx, queryId, null)
  return told(core, act, story, claim, 'query.restored', { before: null, after: query })
}

/** In the order of {@link compareQueries}. */
export async function listedQueries(core: Core, all: boolean): Promise<ListedQuery[]> {
  const listed = await core.store.transaction((tx) => listQueries(tx, all))
  return listed.sort((one, other) => compareQueries(one.query, other.query))
}
