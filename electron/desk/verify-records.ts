import { setImmediate as nextTurn } from 'node:timers/promises'
import canonicalize from 'canonicalize'
import { defaultDeskRules } from '../../shared/check/rules.ts'
import type { Claim } from '../../shared/model/claim.ts'
import { clearingHeadSchema } from '../../shared/model/clearing.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Fix } from '../../shared/model/fix.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import type { Override } from '../../shared/model/override.ts'
import type { Query } from '../../shared/model/query.ts'
import type { Source } from '../../shared/model/source.ts'
import { isSlugOf } from '../../shared/model/story.ts'
import { countPayloads, tellingsAfter } from '../store/audit.ts'
import { claimsAfter } from '../store/claims.ts'
import { clearingsOfStory } from '../store/clearings.ts'
import { dismissalsOfStory } from '../store/dismissals.ts'
import { withdrawnFixes } from '../store/fixes.ts'
import { takenBackOverrides } from '../store/overrides.ts'
import { listPeople } from '../store/people.ts'
import { removedQueries } from '../store/queries.ts'
import { readingsOfStory } from '../store/readings.ts'
import { readRules } from '../store/settings.ts'
import { type SettlingOfClaim, settlingsOfStory } from '../store/settlings.ts'
import { listSources } from '../store/sources.ts'
import { findStory, type StoryRow, toStory } from '../store/stories.ts'
import type { Store, Tx } from '../store/transaction.ts'
import {
  DeskTelling,
  StoryTelling,
  type Telling,
  type ToldClaim,
  type ToldFields,
  type ToldParts,
} from './trail-records.ts'

/** Events read in one transaction, so that whoever types meanwhile waits for a moment only. */
const eventsPerRead = 2000

/**
 * What was told, as striking may have left it in a record: letters that stood beside a name in the text are struck
 * there and not in the trail, which does not hold the name.
 */
function asStruck(told: unknown, kept: unknown): unknown {
  if (typeof told === 'string' && typeof kept === 'string') {
    const isAlike =
      told.length === kept.length &&
      Array.from({ length: kept.length }, (_, at) => at).every(
        (at) => kept[at] === '█' || kept[at] === told[at],
      )
    return isAlike ? kept : told
  }
  if (!told || !kept || typeof told !== 'object' || typeof kept !== 'object' || Array.isArray(told))
    return told
  const values = new Map<string, unknown>(Object.entries(kept))
  return Object.fromEntries(
    Object.entries(told).map(([name, one]) => [name, asStruck(one, values.get(name))]),
  )
}

function isSame(told: unknown, kept: unknown): boolean {
  return canonicalize(told ?? null) === canonicalize(kept ?? null)
}

function isSameOrStruck(told: unknown, kept: unknown): boolean {
  return isSame(told, kept) || isSame(asStruck(told, kept), kept)
}

/** As a person calls them; a field that is not in here is named as it is. */
const spoken: Readonly<Record<string, string>> = {
  assigneeId: 'assignee',
  isLegal: 'legal flag',
  legalClearing: 'clearing by legal',
  secondReading: 'second reading',
  copiedFrom: 'origin',
  proposedFor: 'proposal',
  taggedBy: 'tagger',
  taggedAtMs: 'time of tagging',
  archivedAtMs: 'time of archiving',
  createdAtMs: 'time of making',
  updatedAtMs: 'time of its last change',
  presence: 'place',
  isConfidential: 'confidence',
  usualRank: 'usual rank',
  codeName: 'code name',
  printAs: 'wording in print',
  independenceGroup: 'independence group',
}

function differing(told: ToldFields, record: object, compare = isSame): string[] {
  const values = new Map<string, unknown>(Object.entries(record))
  return [...told.keys()].filter((name) => !compare(told.get(name), values.get(name)))
}

/** Whether a chain's events were all taken, and those that were are as they were. */
async function takePart(
  tx: Tx,
  chain: string,
  progress: { after: number; payloads: number },
  take: (event: Telling) => void,
): Promise<'more' | 'end' | 'changed'> {
  const rows = await tellingsAfter(tx, chain, progress.after, eventsPerRead)
  for (const row of rows) {
    take(row)
    progress.after = row.seq
    if (row.payload !== null) progress.payloads++
  }
  if (rows.length === eventsPerRead) return 'more'
  // A striking may have been at the events that were read before.
  return (await countPayloads(tx, chain, progress.after)) === progress.payloads ? 'end' : 'changed'
}

/** Takes a chain whole and compares, in the transaction that read its end. */
async function compareWithChain<T extends { take(event: Telling): void }>(
  store: Store,
  chain: string,
  begin: () => T,
  compare: (tx: Tx, told: T) => Promise<string[]>,
): Promise<string[]> {
  // Striking is rare: one that comes in each time is none.
  for (let attempt = 0; attempt < 5; attempt++) {
    const told = begin()
    const progress = { after: 0, payloads: 0 }
    let part: 'more' | 'end' | 'changed' = 'more'
    while (part === 'more') {
      const messages = await store.transaction(async (tx) => {
        part = await takePart(tx, chain, progress, (event) => told.take(event))
        return part === 'end' ? compare(tx, told) : []
      })
      if (messages.length > 0) return messages
      await nextTurn()
    }
    if (part === 'end') return []
  }
  return ['the trail changed while it was read, again and again']
}

/** What an older Stet did not remember of a settling is empty. */
function settlingTold(settling: unknown): unknown {
  return settling && typeof settling === 'object'
    ? { place: null, speaker: null, writtenBy: [], ...settling }
    : settling
}

function compareSettlings(
  name: string,
  told: ToldClaim,
  rows: readonly SettlingOfClaim[],
  compare: typeof isSame,
): string[] {
  const { settlings, areSettlingsAll } = told
  const extra = rows.length - settlings.length
  if (extra < 0 || (areSettlingsAll && extra > 0)) {
    return [`${name} was settled ${settlings.length} times as the trail tells, ${rows.length} are kept`]
  }
  const isAsTold = settlings.every((one, index) => {
    const row = rows[extra + index]
    const isContent = one.settling === null || compare(settlingTold(one.settling), row?.settling)
    return isContent && row?.settling.personId === one.personId && row.isTakenBack === one.isTakenBack
  })
  return isAsTold ? [] : [`a settling of ${name} is not the one that the trail tells`]
}

function areParts(
  told: ToldParts,
  kept: readonly { readonly id: string }[],
  compare: typeof isSame,
): boolean {
  if (!told) return true
  const byId = new Map(kept.map((one) => [one.id, one]))
  return byId.size === told.size && [...told].every(([id, one]) => compare(one, byId.get(id)))
}

function compareParts(name: string, told: ToldClaim, claim: Claim, compare: typeof isSame): string[] {
  const messages: string[] = []
  if (!areParts(told.backup, claim.backup, compare)) {
    messages.push(`the backup of ${name} is not the one that the trail tells`)
  }
  if (!areParts(told.queries, claim.queries, compare)) {
    messages.push(`the queries of ${name} are not those that the trail tells`)
  }
  if (!areParts(told.fixes, claim.fixes, compare)) {
    messages.push(`the suggested fixes of ${name} are not those that the trail tells`)
  }
  if (!areParts(told.overrides, claim.overrides, compare)) {
    messages.push(`what was let pass of ${name} is not what the trail tells`)
  }
  return messages
}

/** What was taken away may be put back, or be named by a clearing: it may not change meanwhile. */
function compareRemoved(
  name: string,
  told: ToldClaim,
  kept: readonly (Query | Fix | Override)[],
  compare: typeof isSame,
): string[] {
  const changed = kept.some((one) => told.removed.has(one.id) && !compare(told.removed.get(one.id), one))
  return changed ? [`a query, fix or override of ${name} that was taken away is not as the trail tells`] : []
}

function compareClaim(
  claim: Claim,
  told: ToldClaim,
  settlings: readonly SettlingOfClaim[],
  compare: typeof isSame,
): string[] {
  const name = `claim ${claim.number}`
  // Its words in the text are held against the text.
  const known = new Map(told.fields)
  if (known.get('presence') === 'inText') known.delete('words')
  return [
    ...differing(known, claim, compare).map(
      (field) => `${name} has another ${spoken[field] ?? field} than the trail tells`,
    ),
    ...compareSettlings(name, told, settlings, compare),
    ...compareParts(name, told, claim, compare),
  ]
}

async function compareReadings(
  tx: Tx,
  storyId: StoryId,
  told: StoryTelling['readings'],
  compare: typeof isSame,
): Promise<string[]> {
  const messages: string[] = []
  const kept = new Set<string>()
  for (const { id, personId, atMs, sentences, isTakenBack } of await readingsOfStory(tx, storyId, {
    takenBack: true,
  })) {
    kept.add(id)
    const of = told.get(id)
    if (!of) messages.push(`the trail tells of no reading ${id}`)
    else if (
      of.personId !== personId ||
      of.isTakenBack !== isTakenBack ||
      (of.content !== null && !compare(of.content, { atMs, sentences }))
    ) {
      messages.push(`the reading ${id} is not the one that the trail tells`)
    }
  }
  for (const id of told.keys()) if (!kept.has(id)) messages.push(`the reading ${id} is missing`)
  return messages
}

async function compareDismissals(
  tx: Tx,
  storyId: StoryId,
  told: StoryTelling['dismissals'],
  compare: typeof isSame,
): Promise<string[]> {
  const messages: string[] = []
  const kept = new Set<string>()
  const all = await dismissalsOfStory(tx, storyId, { takenBack: true })
  for (const { id, personId, isTakenBack, revision: _, ...content } of all) {
    kept.add(id)
    const of = told.get(id)
    if (!of) messages.push(`the trail tells of no dismissal ${id}`)
    else if (
      of.personId !== personId ||
      of.isTakenBack !== isTakenBack ||
      (of.content !== null && !compare(of.content, content))
    ) {
      messages.push(`the dismissal ${id} is not the one that the trail tells`)
    }
  }
  for (const id of told.keys()) if (!kept.has(id)) messages.push(`the dismissal ${id} is missing`)
  return messages
}

async function compareClearings(
  tx: Tx,
  story: StoryRow,
  told: StoryTelling['clearings'],
  compare: typeof isSame,
): Promise<string[]> {
  const messages: string[] = []
  const kept = await clearingsOfStory(tx, story.id as StoryId)
  for (const { clearing, isTakenBack } of kept) {
    const of = told.get(clearing.id)
    if (!of) messages.push(`the trail tells of no clearing ${clearing.id}`)
    else if (of.isTakenBack !== isTakenBack || (of.clearing !== null && !compare(of.clearing, clearing))) {
      messages.push(`the clearing ${clearing.id} is not the one that the trail tells`)
    }
  }
  const ids = new Set<string>(kept.map(({ clearing }) => clearing.id))
  for (const id of told.keys()) if (!ids.has(id)) messages.push(`the clearing ${id} is missing`)
  const last = kept.findLast((one) => !one.isTakenBack)?.clearing ?? null
  if (!compare(last && clearingHeadSchema.parse(last), toStory(story).clearing)) {
    messages.push('the story names another clearing than its last')
  }
  if (last === null && story.is_cleared !== 0) messages.push('the story is cleared, and nobody cleared it')
  return messages
}

async function compareStory(tx: Tx, storyId: StoryId, told: StoryTelling): Promise<string[]> {
  const row = await findStory(tx, storyId)
  if (!row) return []
  const compare = row.strikings > 0 ? isSameOrStruck : isSame
  const messages = differing(told.story, toStory(row), compare).map(
    (field) => `the story has another ${spoken[field] ?? field} than the trail tells`,
  )
  const follows = row.slug_follows === 1
  if (told.slugFollows !== null && told.slugFollows !== follows) {
    messages.push('the story’s slug follows the headline, or not, otherwise than the trail tells')
  } else if (follows && row.strikings === 0 && !isSlugOf(row.slug, row.headline)) {
    messages.push('the story has another slug than its headline makes')
  }
  const settlings = await settlingsOfStory(tx, storyId)
  const claims = await claimsAfter(tx, storyId, -1, Number.MAX_SAFE_INTEGER)
  const removed = [
    ...(await removedQueries(tx, storyId)),
    ...(await withdrawnFixes(tx, storyId)),
    ...(await takenBackOverrides(tx, storyId)),
  ]
  for (const claim of claims) {
    const of = told.claims.get(claim.id)
    if (of) {
      messages.push(...compareClaim(claim, of, settlings.get(claim.id) ?? [], compare))
      messages.push(...compareRemoved(`claim ${claim.number}`, of, removed, compare))
    } else if (told.areBirthsTold) messages.push(`the trail tells of no claim ${claim.number}`)
  }
  const kept = new Set<string>(claims.map((claim) => claim.id))
  for (const [id, { fields }] of told.claims) {
    if (!kept.has(id)) messages.push(`claim ${String(fields.get('number') ?? id)} is missing`)
  }
  messages.push(...(await compareReadings(tx, storyId, told.readings, compare)))
  messages.push(...(await compareDismissals(tx, storyId, told.dismissals, compare)))
  messages.push(...(await compareClearings(tx, row, told.clearings, compare)))
  return messages
}

/** What a story's records say otherwise than its trail tells, event by event, that they came to be. */
export async function verifyStoryRecords(store: Store, storyId: StoryId): Promise<Finding[]> {
  const messages = await compareWithChain(
    store,
    storyId,
    () => new StoryTelling(),
    (tx, told) => compareStory(tx, storyId, told),
  )
  return messages.map((message) => ({ kind: 'claim', subject: storyId, message }))
}

/** Without the files that a striking took away, and without their sizes, which are held against the disk. */
function filesOf(files: unknown, removed: ReadonlySet<string>): unknown {
  if (!Array.isArray(files)) return files
  return (files as Source['files'])
    .filter((file) => !removed.has(file.hash))
    .map(({ hash, name, mediaType }) => ({ hash, name, mediaType }))
    .sort((one, other) => (one.hash < other.hash ? -1 : 1))
}

function compareAll(
  what: string,
  told: ReadonlyMap<string, ToldFields>,
  records: readonly { readonly id: string }[],
): string[] {
  const messages: string[] = []
  for (const record of records) {
    const fields = told.get(record.id)
    if (!fields) messages.push(`the trail tells of no ${what} ${record.id}`)
    else
      for (const field of differing(fields, record)) {
        messages.push(`${what} ${record.id} has another ${spoken[field] ?? field} than the trail tells`)
      }
  }
  const kept = new Set(records.map((record) => record.id))
  for (const id of told.keys()) if (!kept.has(id)) messages.push(`${what} ${id} is missing`)
  return messages
}

/**
 * The same for what belongs to the desk: sources and people.
 *
 * @param removed hashes of files that were taken away by a striking
 */
export async function verifyDeskRecords(store: Store, removed: ReadonlySet<string>): Promise<Finding[]> {
  const messages = await compareWithChain(
    store,
    'desk',
    () => new DeskTelling(),
    async (tx, told) => {
      const sources = (await listSources(tx)).map((source) => ({
        ...source,
        files: filesOf(source.files, removed),
      }))
      for (const fields of told.sources.values()) {
        if (fields.has('files')) fields.set('files', filesOf(fields.get('files'), removed))
      }
      return [
        ...compareAll('source', told.sources, sources),
        ...compareAll('person', told.people, await listPeople(tx)),
        // What an older Stet did not ask yet is as it is for a desk that never set it.
        ...(told.rules && !isSame({ ...defaultDeskRules, ...told.rules }, await readRules(tx))
          ? ['the desk’s rules are not those that the trail tells']
          : []),
      ]
    },
  )
  return messages.map((message) => ({ kind: 'database', subject: '', message }))
}
