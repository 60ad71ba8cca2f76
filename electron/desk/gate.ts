import type { Node } from 'prosemirror-model'
import { type Gate, gateOf, isCleared } from '../../shared/check/gate.ts'
import { readWordsOf } from '../../shared/check/read.ts'
import { asShown, shownBlocks } from '../../shared/check/shown.ts'
import type { GateAnswer } from '../../shared/contract/gate.ts'
import { must } from '../../shared/lib/assert.ts'
import type { Claim } from '../../shared/model/claim.ts'
import { type Clearing, clearingHeadSchema, type KnownAsk } from '../../shared/model/clearing.ts'
import type { GateLine } from '../../shared/model/gate.ts'
import {
  type ClaimId,
  newClearingId,
  newOverrideId,
  type OverrideId,
  type StoryId,
} from '../../shared/model/ids.ts'
import { mayShareReason, type OverridableKind, type Override } from '../../shared/model/override.ts'
import type { Story } from '../../shared/model/story.ts'
import { claimsById, claimsOfStory } from '../store/claims.ts'
import { insertClearing, lastClearing, markClearingTakenBack } from '../store/clearings.ts'
import { findOverride, insertOverride, markOverrideTakenBack } from '../store/overrides.ts'
import { listPeople } from '../store/people.ts'
import { readingsOfStory } from '../store/readings.ts'
import { readRules } from '../store/settings.ts'
import { sourcesById } from '../store/sources.ts'
import { type StoryRow, toStory, updateStory } from '../store/stories.ts'
import type { Tx } from '../store/transaction.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { needClaim, needOpenStory } from './find.ts'
import { needMay } from './may.ts'
import { refuse } from './refuse.ts'
import { saveClaims } from './save-claims.ts'

/** So many lines come with a refusal; whoever wants all of them asks for the gate. */
const linesPerRefusal = 20

export interface GateOfStory {
  readonly gate: Gate
  readonly document: Node
  readonly claims: readonly Claim[]
}

/** The gate of a story as its records are in `tx`. */
export async function readGate(
  core: Pick<Core, 'documents' | 'now'>,
  tx: Tx,
  story: Pick<StoryRow, 'id' | 'version'>,
): Promise<GateOfStory> {
  const storyId = story.id as StoryId
  const { document } = await core.documents.at(tx, storyId, story.version)
  const claims = await claimsOfStory(tx, storyId)
  const ids = claims.flatMap((claim) => claim.backup.map((backup) => backup.sourceId))
  const gate = gateOf({
    document,
    claims,
    read: readWordsOf(await readingsOfStory(tx, storyId)),
    clearing: await lastClearing(tx, storyId),
    rules: await readRules(tx),
    sources: new Map((await sourcesById(tx, ids)).map((source) => [source.id, source])),
    isDeskOfOne: (await listPeople(tx)).length === 1,
    nowMs: core.now(),
  })
  return { gate, document, claims }
}

export function answerOf(gate: Gate, version: number): GateAnswer {
  const { clear, blocks, asks, excused, cleared } = gate
  return {
    clear,
    isCleared: isCleared(gate),
    blocks: [...blocks],
    asks: [...asks],
    excused: excused.map(({ line, excuse }) => ({ line, excuse })),
    clearing: cleared && clearingHeadSchema.parse(cleared.clearing),
    differences: cleared ? [...cleared.differences] : [],
    version,
  }
}

function firstOf(lines: readonly GateLine[]): GateLine[] {
  return lines.slice(0, linesPerRefusal)
}

/**
 * For what asks for a cleared story.
 *
 * @throws NOT_CLEARED, with what stands between
 */
export async function needCleared(core: Core, tx: Tx, story: StoryRow): Promise<void> {
  refuseNotCleared((await readGate(core, tx, story)).gate)
}

/** As {@link needCleared}, of a gate that was read. */
export function refuseNotCleared(gate: Gate): void {
  if (isCleared(gate)) return
  throw refuse('NOT_CLEARED', {
    blocks: firstOf(gate.blocks),
    count: gate.blocks.length,
    wasCleared: gate.cleared !== null,
    differences: gate.cleared?.differences.length ?? 0,
  })
}

/** Looks again whether a story is cleared, for its record. @returns whether the record says otherwise now */
export async function refreshCleared(
  core: Pick<Core, 'documents' | 'now'>,
  tx: Tx,
  story: StoryRow,
): Promise<boolean> {
  if (story.clearing === null) return false
  const { gate } = await readGate(core, tx, story)
  const now = isCleared(gate) ? 1 : 0
  if (story.is_cleared === now) return false
  await updateStory(tx, story.id as StoryId, { is_cleared: now })
  return true
}

/**
 * An editor lets claims pass for the words that they have; an event for each.
 *
 * @throws NOT_YOURS, NOT_FOUND, ARCHIVED, REASON_WANTED, ONE_BY_ONE, WORDS_MOVED, NOT_BLOCKING
 */
export async function override(
  core: Core,
  act: Act,
  given: {
    storyId: StoryId
    lines: readonly { claimId: ClaimId; kind: OverridableKind; seenWords: string }[]
    reason: string
  },
): Promise<Claim[]> {
  await needMay(act, 'override')
  const story = await needOpenStory(act.tx, given.storyId)
  const reason = given.reason.trim()
  if (reason === '') throw refuse('REASON_WANTED')
  const own = given.lines.length > 1 && given.lines.find(({ kind }) => !mayShareReason(kind))
  if (own) throw refuse('ONE_BY_ONE', { kind: own.kind })
  const { gate, claims } = await readGate(core, act.tx, story)
  const known = new Map(claims.map((claim) => [claim.id, claim]))
  const made: Override[] = []
  for (const { claimId, kind, seenWords } of given.lines) {
    const claim = known.get(claimId)
    if (!claim) throw refuse('NOT_FOUND', { what: 'claim', id: claimId })
    if (claim.words !== seenWords) throw refuse('WORDS_MOVED', { seen: seenWords, now: claim.words })
    const isBlocking = gate.blocks.some((line) => line.kind === kind && line.claimId === claimId)
    const isDouble = made.some((one) => one.kind === kind && one.claimId === claimId)
    if (!isBlocking || isDouble) throw refuse('NOT_BLOCKING', { kind, claimId })
    made.push({
      id: newOverrideId(),
      claimId,
      kind,
      words: claim.words,
      reason,
      personId: act.personId,
      atMs: act.atMs,
    })
  }
  for (const one of made) await insertOverride(act.tx, one)
  const before = [...new Set(made.map((one) => one.claimId))].map((id) =>
    must(known.get(id), 'each claim was found'),
  )
  const saved = await saveOverridden(core, act, story, before)
  await act.recordEach(
    given.storyId,
    'override.made',
    made.map((one) => ({ subject: one.claimId, payload: { before: null, after: one } })),
  )
  return saved
}

/** Raises the revisions of claims of which an override came or went. */
async function saveOverridden(
  core: Core,
  act: Act,
  story: StoryRow,
  before: readonly Claim[],
): Promise<Claim[]> {
  const ids = before.map((claim) => claim.id)
  const after = new Map((await claimsById(act.tx, ids)).map((claim) => [claim.id, claim]))
  const changes = before.map((claim) => ({
    before: claim,
    after: must(after.get(claim.id), 'the claim stands'),
  }))
  const saved = await saveClaims(core, act, story, changes)
  act.tell('stories')
  return saved
}

/** @throws NOT_YOURS, NOT_FOUND, ARCHIVED */
export async function takeBackOverride(core: Core, act: Act, id: OverrideId): Promise<Claim> {
  await needMay(act, 'override')
  const found = await findOverride(act.tx, id)
  if (!found || found.isTakenBack) throw refuse('NOT_FOUND', { what: 'override', id })
  const { claim, story } = await needClaim(act.tx, found.override.claimId)
  await markOverrideTakenBack(act.tx, id, act.atMs)
  const [saved] = await saveOverridden(core, act, story, [claim])
  await act.record(claim.storyId, 'override.takenBack', claim.id, { before: found.override, after: null })
  return must(saved, 'the claim was saved')
}

/**
 * Clears a story as it stands, with what whoever clears it knows.
 *
 * @throws NOT_YOURS, NOT_FOUND, ARCHIVED, BEHIND, GATE_SHUT, ASKED
 */
export async function clear(
  core: Core,
  act: Act,
  given: { storyId: StoryId; atVersion: number; asks: readonly KnownAsk[] },
): Promise<Story> {
  await needMay(act, 'clear')
  const { storyId } = given
  const story = await needOpenStory(act.tx, storyId)
  if (given.atVersion !== story.version) throw refuse('BEHIND', { version: story.version })
  const { gate, document } = await readGate(core, act.tx, story)
  if (!gate.clear) {
    throw refuse('GATE_SHUT', { blocks: firstOf(gate.blocks), count: gate.blocks.length })
  }
  const known = new Set(given.asks.map(askKey))
  const asked = gate.asks.filter((line) => !known.has(askKey(line)))
  if (asked.length > 0) throw refuse('ASKED', { asks: firstOf(asked), count: asked.length })
  if (isCleared(gate) && gate.asks.length === 0) return toStory(story)
  const clearing: Clearing = {
    id: newClearingId(),
    personId: act.personId,
    atMs: act.atMs,
    version: story.version,
    overrideIds: [...new Set(gate.excused.flatMap(({ excuse }) => excuse.overrideId ?? []))],
    asks: [...(gate.cleared?.clearing.asks ?? []), ...gate.asks.map(asKnown)],
    shown: shownBlocks(document).map(asShown),
  }
  await insertClearing(act.tx, storyId, clearing)
  await act.record(storyId, 'story.cleared', clearing.id, { before: null, after: clearing })
  return saveClearing(act, story, clearing, 1)
}

/** @throws NOT_YOURS, NOT_FOUND, ARCHIVED, NOTHING_TO_TAKE_BACK */
export async function takeBackClearing(core: Core, act: Act, storyId: StoryId): Promise<Story> {
  await needMay(act, 'clear')
  const story = await needOpenStory(act.tx, storyId)
  const last = await lastClearing(act.tx, storyId)
  if (!last) throw refuse('NOTHING_TO_TAKE_BACK')
  await markClearingTakenBack(act.tx, last.id, act.atMs)
  await act.record(storyId, 'story.clearingTakenBack', last.id, {
    before: { isTakenBack: false },
    after: { isTakenBack: true },
  })
  core.tending.later(storyId)
  return saveClearing(act, story, await lastClearing(act.tx, storyId), null)
}

async function saveClearing(
  act: Act,
  story: StoryRow,
  clearing: Clearing | null,
  isClearedNow: 1 | null,
): Promise<Story> {
  const change = {
    clearing: clearing && JSON.stringify(clearingHeadSchema.parse(clearing)),
    is_cleared: clearing ? isClearedNow : (0 as const),
    updated_at_ms: act.atMs,
  }
  const storyId = story.id as StoryId
  await updateStory(act.tx, storyId, change)
  act.wake(storyId)
  act.tell('stories')
  return toStory({ ...story, ...change })
}

function asKnown({ kind, claimId, words }: GateLine): KnownAsk {
  return { kind, claimId: must(claimId, 'what is asked is asked of a claim'), words }
}

function askKey({ kind, claimId, words }: Pick<GateLine, 'kind' | 'claimId' | 'words'>): string {
  return JSON.stringify([kind, claimId, words])
}
