import type { Node } from 'prosemirror-model'
import { anchorWords, hasAnchor, touchedAnchors } from '../../shared/document/anchors.ts'
import { wordCountAfter } from '../../shared/document/count.ts'
import { anchorsAround } from '../../shared/document/place.ts'
import { schemaVersion } from '../../shared/document/schema.ts'
import { followWholes, passageOf, type Whole } from '../../shared/document/whole.ts'
import { must } from '../../shared/lib/assert.ts'
import { type Claim, isWorkedOn, unworked } from '../../shared/model/claim.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import type { NewClaim, Write } from '../../shared/model/write.ts'
import { claimsById } from '../store/claims.ts'
import { appendSteps } from '../store/journal.ts'
import { freeSlug, type StoryRow } from '../store/stories.ts'
import { saveWholes, wholesOf } from '../store/wholes.ts'
import type { Act } from './act.ts'
import { withPlace } from './claim-place.ts'
import type { Core } from './core.ts'
import { needOpenStory, refuseOtherLife } from './find.ts'
import { headlineOf } from './new-story.ts'
import { countUnreadAfter } from './reading.ts'
import { refuse } from './refuse.ts'
import { type ClaimChange, saveClaims } from './save-claims.ts'
import { type Applied, applySteps, type Departure, departureOf, namedAnchors, readSteps } from './steps.ts'

export { deskClientId } from '../store/journal.ts'

/** Of the steps of one write, as JSON text. */
const writeLimitBytes = 16 * 1024 * 1024

/**
 * Appends steps to a story's journal and brings up to date what follows from them at once: the claims that the
 * steps create, touch, remove or bring back, the counts, the headline. Nothing here is of the document's size.
 *
 * @throws TAKEN_BACK, NOT_FOUND, ARCHIVED, BEHIND, STEP_REFUSED, UNKNOWN_CLAIM, TAKEN, TOO_LARGE, STRUCK
 */
export async function write(
  core: Core,
  act: Act,
  given: Omit<Write, 'requestId'>,
): Promise<{ version: number }> {
  const { storyId } = given
  refuseOtherLife(core, given.life)
  const story = await needOpenStory(act.tx, storyId)
  if (given.schemaVersion > schemaVersion) {
    throw refuse('STEP_REFUSED', { reason: 'it was written by a newer Stet' })
  }
  if (given.atVersion !== story.version) throw refuse('BEHIND', { version: story.version })
  const { document, words } = await core.documents.at(act.tx, storyId, story.version)

  const steps = readSteps(given.steps)
  const created = await newAmong(act, storyId, given.claims)
  await refuseUnknown(act, storyId, namedAnchors(steps), document, created)
  const texts = steps.map((step) => JSON.stringify(step.toJSON()))
  const sizeBytes = texts.reduce((sum, text) => sum + text.length, 0)
  if (sizeBytes > writeLimitBytes) throw refuse('TOO_LARGE', { sizeBytes, limitBytes: writeLimitBytes })
  const applied = applySteps(document, steps)

  if (given.strikings !== undefined && given.strikings !== story.strikings) {
    if (core.lately.mayBringBack(storyId, document, applied.after, texts)) throw refuse('STRUCK')
  }

  const { after } = applied
  const version = story.version + steps.length
  const by = { personId: act.personId, clientId: given.clientId, atMs: act.atMs }
  const journalHead = await appendSteps(act.tx, storyId, story.version, texts, by, story.journal_head)
  const touched = [...touchedAnchors(document, after)]
  const wholesBefore = await wholesOf(act.tx, touched)
  const wholes = followWholes(wholesBefore, passageOf(applied.documents, applied.steps), act.atMs)
  const changes = [
    ...(await bornClaims(act, story, applied, created, wholes)),
    ...(await touchedClaims(
      act,
      applied,
      [...anchorsAround(document, after)].filter((id) => !created.has(id)),
      new Set(touched),
      wholes,
    )),
  ]
  const wordsAfter = wordCountAfter(words, document, after)
  const headline = after.child(0) === document.child(0) ? story.headline : headlineOf(after)
  const follows = headline !== story.headline && story.slug_follows === 1
  const saved = await saveClaims(core, act, story, changes, {
    version,
    word_count: wordsAfter,
    unread_count: await countUnreadAfter(core, act.tx, story, document, after),
    next_number: story.next_number + created.size,
    // Written only where it changes, for it has an index, which each key would write anew.
    ...(story.search_stale === 0 ? { search_stale: 1 as const } : {}),
    headline,
    ...(follows ? { slug: await freeSlug(act.tx, headline, storyId) } : {}),
    journal_head: journalHead,
  })
  // Every key of a headline is shown in the lists, and how many claims there are; the rest of what they show waits
  // for a pause in typing: a key in a claim has nobody read all stories again.
  const isRecounted = changes.some(({ before, after: claim }) => before?.presence !== claim.presence)
  if (headline !== story.headline || isRecounted) act.tell('stories')
  await saveWholes(act.tx, wholesBefore, stillRunning(wholes, after))
  await recordChanges(act, storyId, changes, saved)
  core.documents.stage(storyId, { version, document: after, words: wordsAfter })
  core.tending.later(storyId)
  return { version }
}

/** The claims of a write that do not exist yet, by id; a claim declared again is the one that it was. */
async function newAmong(
  act: Act,
  storyId: StoryId,
  claims: readonly NewClaim[],
): Promise<Map<string, NewClaim>> {
  const created = new Map(claims.map((claim) => [claim.id as string, claim]))
  if (created.size === 0) return created
  for (const known of await claimsById(act.tx, [...created.keys()])) {
    if (known.storyId !== storyId) throw refuse('TAKEN', { what: 'claim' })
    created.delete(known.id)
  }
  return created
}

/** What stands in the text is known; only what the steps bring in from elsewhere has to be looked up. */
async function refuseUnknown(
  act: Act,
  storyId: StoryId,
  named: ReadonlySet<string>,
  standing: Node,
  created: ReadonlyMap<string, unknown>,
): Promise<void> {
  const absent = [...named].filter((id) => !hasAnchor(standing, id) && !created.has(id))
  if (absent.length === 0) return
  const found = await claimsById(act.tx, absent)
  const known = new Set<string>(found.filter((claim) => claim.storyId === storyId).map((claim) => claim.id))
  const unknown = absent.find((id) => !known.has(id))
  if (unknown !== undefined) throw refuse('UNKNOWN_CLAIM', { claimId: unknown })
}

async function bornClaims(
  act: Act,
  story: StoryRow,
  applied: Applied,
  created: ReadonlyMap<string, NewClaim>,
  wholes: ReadonlyMap<string, Whole>,
): Promise<ClaimChange[]> {
  if (created.size === 0) return []
  const originIds = [...created.values()].flatMap((claim) => claim.copiedFrom ?? [])
  const origins = new Map((await claimsById(act.tx, originIds)).map((claim) => [claim.id, claim]))
  let number = story.next_number
  return [...created.values()].map((given) => {
    // A copy is of its origin's kind and has its speaker, whatever window it was pasted in.
    const origin = given.copiedFrom && origins.get(given.copiedFrom)
    const words = anchorWords(applied.after, given.id)?.toWellFormed()
    const departure = words === undefined ? departureOf(applied, given.id) : null
    return {
      before: null,
      after: {
        id: given.id,
        storyId: story.id as StoryId,
        number: number++,
        kind: origin?.kind ?? given.kind,
        // Tagged and untagged in one go: nobody has worked on it.
        presence:
          words !== undefined ? 'inText' : departure && !departure.isOnlyUnmarked ? 'removed' : 'withdrawn',
        words: words ?? lastWords(wholes, given.id, departure)?.toWellFormed() ?? '',
        speaker: given.speaker ? { ...given.speaker, sourceId: null } : (origin?.speaker ?? null),
        status: 'unchecked',
        ...unworked,
        copiedFrom: given.copiedFrom ?? null,
        proposedFor: given.proposedFor ?? null,
        subject: null,
        place: null,
        changedGround: [],
        backup: [],
        taggedBy: act.personId,
        taggedAtMs: act.atMs,
        revision: 0,
      },
    }
  })
}

async function touchedClaims(
  act: Act,
  applied: Applied,
  around: readonly string[],
  touched: ReadonlySet<string>,
  wholes: ReadonlyMap<string, Whole>,
): Promise<ClaimChange[]> {
  if (around.length === 0) return []
  const changes: ClaimChange[] = []
  for (const before of await claimsById(act.tx, around)) {
    const reworded = touched.has(before.id) ? reread(before, applied, wholes) : before
    const after = withPlace(reworded, applied.after)
    if (isOther(before, after)) changes.push({ before, after })
  }
  return changes.sort((one, other) => one.after.number - other.after.number)
}

function reread(claim: Claim, applied: Applied, wholes: ReadonlyMap<string, Whole>): Claim {
  const words = anchorWords(applied.after, claim.id)?.toWellFormed()
  return words === undefined ? departed(claim, applied, wholes) : { ...claim, presence: 'inText', words }
}

function isOther(before: Claim, after: Claim): boolean {
  return (
    after.presence !== before.presence ||
    after.words !== before.words ||
    JSON.stringify(after.place) !== JSON.stringify(before.place)
  )
}

/**
 * A claim whose last mark is gone keeps its last words, as they were before it was deleted bit by bit. It is
 * withdrawn where its tag alone was taken off and nobody had worked on it; otherwise it is listed as removed.
 */
function departed(claim: Claim, applied: Applied, wholes: ReadonlyMap<string, Whole>): Claim {
  if (claim.presence !== 'inText') return claim
  const departure = departureOf(applied, claim.id)
  const isWithdrawn = departure?.isOnlyUnmarked === true && !isWorkedOn(claim)
  return {
    ...claim,
    presence: isWithdrawn ? 'withdrawn' : 'removed',
    words: lastWords(wholes, claim.id, departure)?.toWellFormed() ?? claim.words,
  }
}

/** What left the text while it was being deleted had its words before that began; else those it stood on last. */
function lastWords(
  wholes: ReadonlyMap<string, Whole>,
  id: string,
  departure: Departure | null,
): string | undefined {
  return wholes.get(id)?.words ?? departure?.words
}

/** A claim that is out of the text has its whole words in its record. */
function stillRunning(wholes: ReadonlyMap<string, Whole>, document: Node): Map<string, Whole> {
  return new Map([...wholes].filter(([id]) => hasAnchor(document, id)))
}

/** Typing is told by the journal; what it did to claims that matter to somebody is told by the trail. */
async function recordChanges(
  act: Act,
  storyId: StoryId,
  changes: readonly ClaimChange[],
  saved: readonly Claim[],
): Promise<void> {
  for (const [index, { before }] of changes.entries()) {
    const claim = must(saved[index], 'each change was saved')
    if (!before) await act.record(storyId, 'claim.tagged', claim.id, { before: null, after: claim })
    else if (before.presence !== claim.presence && isWorkedOn(claim)) {
      const kind = claim.presence === 'inText' ? 'claim.returned' : 'claim.removed'
      await act.record(storyId, kind, claim.id, {
        before: { presence: before.presence, words: before.words },
        after: { presence: claim.presence, words: claim.words },
      })
    }
  }
}
