import { sql } from 'kysely'
import { anchorWords } from '../../../shared/document/anchors.ts'
import { wordCount } from '../../../shared/document/count.ts'
import { anchorPlace } from '../../../shared/document/place.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Via } from '../../../shared/model/audit.ts'
import type { FileHash, PersonId, RequestId, StoryId } from '../../../shared/model/ids.ts'
import type { PlaceKind, Places } from '../../../shared/model/striking.ts'
import type { EventKind } from '../../../shared/trail/tell.ts'
import { appendEvent } from '../../store/audit.ts'
import { renewHead } from '../../store/journal-head.ts'
import { searchIndex } from '../../store/search.ts'
import { freeSlug } from '../../store/stories.ts'
import { deletePayload, rewriteSearched, rewriteSnapshot, rewriteStep } from '../../store/striking.ts'
import { textColumns, writeText } from '../../store/texts.ts'
import type { Tx } from '../../store/transaction.ts'
import { headlineOf } from '../new-story.ts'
import { recount } from '../recount.ts'
import { forgetFiles } from './files.ts'
import type { Pattern } from './pattern.ts'
import { planStory, type StoryPlan } from './plan-story.ts'
import { planRecords, type RecordChange } from './records.ts'
import { planTrail, type StruckEvents, type StruckTelling, strikingKinds } from './trail.ts'

/** Who strikes, when and why. */
export interface Striker {
  readonly strikingId: RequestId
  readonly personId: PersonId
  readonly via: Via
  readonly atMs: number
  readonly reason: string
}

/** Everything in one database that striking changes, before anything is changed. */
export interface DatabasePlan {
  readonly stories: ReadonlyMap<string, StoryPlan>
  readonly records: readonly RecordChange[]
  readonly events: StruckEvents
}

/** How far a story has come. */
export interface StoryStand {
  readonly id: string
  readonly version: number
  /** The same as long as a plan of it holds: no step, snapshot or settling came since. */
  readonly stand: string
}

/** A plan made earlier; null where the story had no such words. */
export interface KnownPlan {
  readonly stand: string
  readonly plan: StoryPlan | null
}

/** The stories to be looked into: one, or all. */
export async function storiesOf(tx: Tx, storyId: string | null): Promise<StoryStand[]> {
  const { rows } = await sql<StoryStand>`
    SELECT id, version, version
      || ' ' || (SELECT group_concat(version) FROM snapshot WHERE snapshot.story_id = story.id)
      || ' ' || (SELECT count(*) FROM settling WHERE settling.story_id = story.id) AS stand
    FROM story WHERE ${storyId} IS NULL OR id = ${storyId} ORDER BY id`.execute(tx)
  return rows
}

/**
 * @param known plans of stories made earlier; those of stories that have moved on are made anew
 */
export async function planDatabase(
  tx: Tx,
  pattern: Pattern,
  storyId: string | null,
  known: ReadonlyMap<string, KnownPlan> = new Map(),
): Promise<DatabasePlan> {
  const stories = new Map<string, StoryPlan>()
  for (const { id, version, stand } of await storiesOf(tx, storyId)) {
    const earlier = known.get(id)
    const isSame = earlier?.stand === stand
    const plan = isSame ? earlier.plan : await planStory((work) => work(tx), id, version, pattern)
    if (plan) stories.set(id, plan)
  }
  const touched = new Set(stories.keys())
  return {
    stories,
    records: await withText(tx, stories.values(), await planRecords(tx, pattern, storyId, touched)),
    events: await planTrail(tx, pattern, storyId, touched),
  }
}

/** A value that the text itself decides: the headline, words of claims in it, words that were settled. */
function ofText(
  [table, column]: readonly [string, string],
  row: number,
  before: string,
  after: string,
  storyId: string,
): RecordChange {
  const known = textColumns.find((one) => one.table === table && one.column === column)
  return { column: must(known, 'a column of text'), row, before, after, storyId }
}

/** What a story's struck text makes of the records that follow from it, changed or not. */
async function recordsOfText(
  tx: Tx,
  { storyId, document, settledWords, settledPlaces }: StoryPlan,
): Promise<RecordChange[]> {
  const row = sql<number>`rowid`.as('row')
  const [story] = await tx.selectFrom('story').select(['headline', row]).where('id', '=', storyId).execute()
  const claims = await tx
    .selectFrom('claim')
    .select(['id', 'words', 'place', row])
    .where('story_id', '=', storyId)
    .where('presence', '=', 'inText')
    .execute()
  const settlings = await tx
    .selectFrom('settling')
    .select(['seq', 'words', 'place'])
    .where('story_id', '=', storyId)
    .execute()
  const headline = must(story, 'a planned story')
  return [
    ofText(['story', 'headline'], headline.row, headline.headline, headlineOf(document), storyId),
    ...claims.flatMap((claim) => {
      const words = anchorWords(document, claim.id)?.toWellFormed()
      if (words === undefined) return []
      const place = claim.place === null ? null : JSON.stringify(anchorPlace(document, claim.id))
      return [
        ofText(['claim', 'words'], claim.row, claim.words, words, storyId),
        ...(place === null ? [] : [ofText(['claim', 'place'], claim.row, claim.place ?? '', place, storyId)]),
      ]
    }),
    ...settlings.flatMap(({ seq, words, place }) => {
      const struck = settledWords.get(seq)
      const struckPlace = settledPlaces.get(seq)
      return [
        ...(struck === undefined ? [] : [ofText(['settling', 'words'], seq, words, struck, storyId)]),
        ...(struckPlace === undefined || place === null
          ? []
          : [ofText(['settling', 'place'], seq, place, struckPlace, storyId)]),
      ]
    }),
  ]
}

/** `changes`, but where a story's text knows better what a value is to be, that. */
async function withText(
  tx: Tx,
  stories: Iterable<StoryPlan>,
  changes: readonly RecordChange[],
): Promise<RecordChange[]> {
  const keyOf = ({ column: { table, column }, row }: RecordChange) => `${table} ${column} ${row}`
  const byKey = new Map(changes.map((change) => [keyOf(change), change]))
  for (const plan of stories) {
    for (const change of await recordsOfText(tx, plan)) byKey.set(keyOf(change), change)
  }
  return [...byKey.values()].filter(({ before, after }) => before !== after)
}

/** How many places of each kind a plan strikes. */
export function placesOf({ stories, records, events }: DatabasePlan, pattern: Pattern): Places {
  const counts = new Map<PlaceKind, number>()
  const count = (kind: PlaceKind, many: number) => counts.set(kind, (counts.get(kind) ?? 0) + many)
  for (const plan of stories.values()) {
    count('text', pattern.find(plan.before).length)
    count('steps', plan.steps.size)
    count('snapshots', plan.snapshots.size)
  }
  for (const { column } of records) count(column.kind, 1)
  for (const list of Object.values(events)) count('trail', list.length)
  return Object.fromEntries([...counts].filter(([, many]) => many > 0)) as Places
}

async function applyRecord(tx: Tx, change: RecordChange): Promise<void> {
  const { column, row, after } = change
  if (column.form === 'slug') {
    const free = await freeSlug(tx, after, change.storyId as StoryId)
    return writeText(tx, column, row, free)
  }
  if (column.form !== 'name') return writeText(tx, column, row, after)
  let name = after
  for (let number = 2; await isNameTaken(tx, name); number++) name = `${after} ${number}`
  return writeText(tx, column, row, name)
}

async function isNameTaken(tx: Tx, name: string): Promise<boolean> {
  return (
    (await tx.selectFrom('person').select('id').where('name', '=', name).executeTakeFirst()) !== undefined
  )
}

async function applyStory(tx: Tx, plan: StoryPlan): Promise<void> {
  for (const [version, step] of plan.steps) await rewriteStep(tx, plan.storyId, version, step)
  for (const [version, document] of plan.snapshots) await rewriteSnapshot(tx, plan.storyId, version, document)
  await tx
    .updateTable('story')
    .set({ word_count: wordCount(plan.document) })
    .where('id', '=', plan.storyId)
    .execute()
  if (plan.steps.size > 0) await renewHead(tx, plan.storyId)
}

/**
 * Strikes the words in one database, in the transaction given: its rows no longer hold them, and its desk's
 * chain tells that, when, by whom and in how many places, and why.
 *
 * @param files the kept files that go because they hold the words
 * @returns the stories that changed
 */
export async function strikeDatabase(
  tx: Tx,
  pattern: Pattern,
  storyId: string | null,
  plan: DatabasePlan,
  striker: Striker,
  files: readonly FileHash[],
): Promise<{ places: Places; touched: string[] }> {
  const places = placesOf(plan, pattern)
  for (const story of plan.stories.values()) await applyStory(tx, story)
  for (const change of plan.records) await applyRecord(tx, change)
  // One story's entries go and are made anew; those of others keep the words.
  if (storyId !== null) await searchIndex.removeStory(tx, storyId as StoryId)
  else await rewriteSearched(tx, (text) => pattern.strike(text))
  for (const [chain, seqs] of Object.entries(plan.events)) {
    for (const seq of seqs) await deletePayload(tx, chain, seq)
  }
  const resting = await storiesOn(tx, plan, files)
  await forgetFiles(tx, files)
  const touched = new Set(plan.stories.keys())
  for (const change of plan.records) if (change.storyId !== null) touched.add(change.storyId)
  for (const id of touched) {
    await tx
      .updateTable('story')
      .set((given) => ({ search_stale: 1, strikings: given('strikings', '+', 1), unread_count: null }))
      .where('id', '=', id)
      .execute()
  }
  for (const id of new Set([...touched, ...resting])) await recount(tx, id as StoryId)
  const telling: StruckTelling = {
    storyId,
    places,
    events: plan.events,
    steps: Object.fromEntries([...plan.stories].map(([id, one]) => [id, [...one.steps.keys()]])),
    files: [...files],
  }
  await tell(tx, striker, strikingKinds.struck, striker.strikingId, telling)
  await tell(tx, striker, strikingKinds.reason, striker.strikingId, { reason: striker.reason })
  return { places, touched: [...touched] }
}

/**
 * Stories with claims that rest on a source of which something is struck: those claims are open again, for what was
 * behind them is not what it was.
 */
async function storiesOn(tx: Tx, plan: DatabasePlan, files: readonly FileHash[]): Promise<string[]> {
  const rows = plan.records.filter(({ column }) => column.table === 'source').map((change) => change.row)
  const sources = tx
    .selectFrom('source')
    .select('source.id')
    .where((where) =>
      where.or([
        where(sql<number>`source.rowid`, 'in', rows),
        where(
          'source.id',
          'in',
          tx
            .selectFrom('source_file')
            .select('source_id')
            .where('hash', 'in', [...files]),
        ),
      ]),
    )
  const found = await tx
    .selectFrom('backup')
    .innerJoin('claim', 'claim.id', 'backup.claim_id')
    .select('claim.story_id')
    .distinct()
    .where('backup.source_id', 'in', sources)
    .execute()
  return found.map((row) => row.story_id)
}

/** Appends an event of a striking to the desk's chain. */
export async function tell(
  tx: Tx,
  { personId, via, atMs }: Striker,
  kind: EventKind,
  subject: string,
  payload: unknown,
): Promise<void> {
  await appendEvent(tx, { chain: 'desk', atMs, personId, via, kind, subject, payload })
}

/** The words as they stand, read out to whole words, with how often; the most frequent first. */
export function formsOf(
  { stories, records }: DatabasePlan,
  pattern: Pattern,
): { text: string; count: number }[] {
  const counts = new Map<string, number>()
  const read = (text: string) => {
    for (const { from, to } of pattern.find(text)) {
      const before = /[\p{L}\p{N}\p{M}]*$/u.exec(text.slice(Math.max(0, from - 40), from))?.[0] ?? ''
      const after = /^[\p{L}\p{N}\p{M}]*/u.exec(text.slice(to, to + 40))?.[0] ?? ''
      const form = before + text.slice(from, to) + after
      counts.set(form, (counts.get(form) ?? 0) + 1)
    }
  }
  for (const plan of stories.values()) read(plan.before)
  for (const { column, before } of records) if (column.kind !== 'answers') read(before)
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((one, other) => other.count - one.count || (one.text < other.text ? -1 : 1))
    .slice(0, 50)
}
