import { setImmediate as nextTurn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { z } from 'zod'
import { countUnread, type ReadWords, readWordsOf } from '../../shared/check/read.ts'
import { sentencesOf } from '../../shared/check/sentences.ts'
import { isOpenClaim } from '../../shared/check/standing.ts'
import { anchorSpans } from '../../shared/document/anchors.ts'
import { fieldOf, readDocument } from '../../shared/document/build.ts'
import { wordCount } from '../../shared/document/count.ts'
import { sameDocument } from '../../shared/document/equal.ts'
import { placeOf } from '../../shared/document/place.ts'
import { schema } from '../../shared/document/schema.ts'
import { textOf } from '../../shared/document/text.ts'
import { wordsOf } from '../../shared/document/words.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import { claimsAfter } from '../store/claims.ts'
import { type HashedStep, hashedColumns, headAfter } from '../store/journal-head.ts'
import { readingsOfStory } from '../store/readings.ts'
import { searchIndex } from '../store/search.ts'
import { findStory } from '../store/stories.ts'
import type { Store, Tx } from '../store/transaction.ts'

/** Steps read in one transaction, so that whoever types meanwhile waits for a moment only. */
const stepsPerRead = 400

/** A story's document as the desk holds it in memory, or null where it holds none. */
export type HeldDocument = (storyId: StoryId) => { version: number; document: Node } | null

export interface StoryCheck {
  readonly findings: Finding[]
  readonly steps: number
  readonly claims: number
  /** Hashes of the figures that stand in the story. */
  readonly figures: ReadonlySet<string>
}

interface SnapshotRow {
  readonly version: number
  readonly document: string
}

/** What a story's row and its claims say, to be compared with the document that the journal leads to. */
interface Records {
  readonly story: {
    headline: string
    version: number
    next_number: number
    word_count: number
    claim_count: number
    open_count: number
    removed_count: number
    unread_count: number | null
    search_stale: number
    journal_from: number
    journal_head: string
    strikings: number
  }
  /** What the search index holds of the story. */
  readonly indexed: { headline: string; body: string } | null
  /** By number, the withdrawn too. */
  readonly claims: readonly Claim[]
  readonly read: ReadWords
  readonly held: { version: number; document: Node } | null
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function readRecords(tx: Tx, storyId: StoryId, held: HeldDocument): Promise<Records | null> {
  const story = await tx
    .selectFrom('story')
    .select([
      'headline',
      'version',
      'next_number',
      'word_count',
      'claim_count',
      'open_count',
      'removed_count',
      'unread_count',
      'search_stale',
      'journal_from',
      'journal_head',
      'strikings',
    ])
    .where('id', '=', storyId)
    .executeTakeFirst()
  if (!story) return null
  const claims = await claimsAfter(tx, storyId, -1, Number.MAX_SAFE_INTEGER)
  claims.sort((one, other) => one.number - other.number)
  return {
    story,
    indexed: await searchIndex.indexed(tx, storyId),
    claims,
    read: readWordsOf(await readingsOfStory(tx, storyId)),
    held: held(storyId),
  }
}

/** Replays one story's journal and compares all that is kept beside it. */
class StoryReplay {
  readonly findings: Finding[] = []
  readonly #storyId: StoryId
  #document: Node | null = null
  #version = -1
  /** Of the steps that lead beyond the version, by which the story's hash begins. */
  readonly #headFrom: number
  #head = ''
  steps = 0

  constructor(storyId: StoryId, headFrom: number) {
    this.#storyId = storyId
    this.#headFrom = headFrom
  }

  get version(): number {
    return this.#version
  }

  get document(): Node | null {
    return this.#document
  }

  found(kind: Finding['kind'], message: string): void {
    this.findings.push({ kind, subject: this.#storyId, message })
  }

  /** Takes steps and snapshots that follow what was taken before, both in order. */
  take(steps: readonly HashedStep[], snapshots: readonly SnapshotRow[]): void {
    let next = 0
    const takeSnapshots = (upTo: number): void => {
      for (let row = snapshots[next]; row && row.version <= upTo; row = snapshots[++next]) {
        this.#takeSnapshot(row)
      }
    }
    for (const row of steps) {
      this.steps++
      if (row.version > this.#headFrom) this.#head = headAfter(this.#head, row)
      takeSnapshots(row.version - 1)
      if (row.version !== this.#version + 1) {
        this.found('journal', `steps are missing between versions ${this.#version} and ${row.version}`)
        this.#document = null
      }
      this.#applyStep(row)
      this.#version = row.version
      takeSnapshots(row.version)
    }
    takeSnapshots(Number.POSITIVE_INFINITY)
  }

  #applyStep(row: HashedStep): void {
    if (!this.#document) return
    try {
      const result = Step.fromJSON(schema, JSON.parse(row.step)).apply(this.#document)
      if (!result.doc) throw new Error(result.failed ?? 'it does not fit')
      this.#document = result.doc
    } catch (error) {
      this.found('journal', `the step to version ${row.version} cannot be replayed: ${reasonOf(error)}`)
      this.#document = null
    }
  }

  /** After a break the journal is taken up again at the next snapshot, so that one damage is told once. */
  #takeSnapshot(row: SnapshotRow): void {
    let document: Node
    try {
      document = readDocument(JSON.parse(row.document))
    } catch (error) {
      this.found('journal', `the snapshot of version ${row.version} cannot be read: ${reasonOf(error)}`)
      return
    }
    if (this.#version >= 0 && row.version > this.#version) {
      this.found('journal', `a snapshot of version ${row.version} stands beyond the journal`)
    } else if (this.#document && !sameDocument(this.#document, document)) {
      this.found('journal', `the journal replayed to version ${row.version} differs from its snapshot`)
    }
    this.#document = document
    this.#version = Math.max(this.#version, row.version)
  }

  /** Compares the end of the journal with the story's records. */
  compare(records: Records): void {
    const { story, held } = records
    if (story.version !== this.#version) {
      this.found('journal', `the story has version ${story.version}, its journal leads to ${this.#version}`)
    }
    const isWhole = this.findings.length === 0
    if (isWhole && (story.journal_from !== this.#headFrom || story.journal_head !== this.#head)) {
      this.found('journal', 'a step is not as it was written: its content, its place, its person or its time')
    }
    const document = this.#document
    if (!document) return
    try {
      document.check()
    } catch (error) {
      this.found('journal', `the document does not fit its schema: ${reasonOf(error)}`)
    }
    if (held && held.version === this.#version && !sameDocument(held.document, document)) {
      this.found('journal', 'the journal replayed differs from the document that is open')
    }
    this.#compareStory(document, records)
    this.#compareIndex(document, records)
    this.#compareClaims(document, records)
  }

  #compareStory(document: Node, { story, claims, read }: Records): void {
    const inText = claims.filter((claim) => claim.presence === 'inText')
    const counts: [string, number, number][] = [
      ['words', story.word_count, wordCount(document)],
      ['claims', story.claim_count, inText.length],
      ['open claims', story.open_count, inText.filter(isOpenClaim).length],
      ['removed claims', story.removed_count, claims.filter((claim) => claim.presence === 'removed').length],
    ]
    if (story.unread_count !== null) {
      counts.push(['unread sentences', story.unread_count, countUnread(sentencesOf(document), read)])
    }
    for (const [what, kept, counted] of counts) {
      if (kept !== counted) this.found('claim', `the story says ${kept} ${what}, there are ${counted}`)
    }
    const headline = textOf(fieldOf(document, 'headline'), 'accepted').toWellFormed()
    if (story.headline !== headline) {
      this.found('claim', `the story is listed as “${story.headline}”, its headline is “${headline}”`)
    }
    const highest = claims.at(-1)?.number ?? 0
    if (story.next_number <= highest) this.found('claim', `number ${story.next_number} would be used again`)
  }

  /** What is indexed is of the text as it is, or said to be behind it. */
  #compareIndex(document: Node, { story, indexed }: Records): void {
    if (story.search_stale === 1) return
    const isOfText =
      indexed?.headline === story.headline && indexed.body === textOf(document, 'accepted').toWellFormed()
    if (!isOfText) this.found('database', 'the story is found by other words than it has')
  }

  #compareClaims(document: Node, { claims }: Records): void {
    const spans = anchorSpans(document)
    const known = new Set<string>()
    for (const claim of claims) {
      known.add(claim.id)
      const span = spans.get(claim.id)
      const name = `claim ${claim.number}`
      if (claim.presence === 'inText' && !span) this.found('claim', `${name} is not in the text`)
      if (claim.presence !== 'inText' && span) {
        this.found('claim', `${name} is in the text, but said to be ${claim.presence}`)
      }
      if (!span || claim.presence !== 'inText') continue
      // The database knows no halves of surrogate pairs.
      const words = wordsOf(document, span).toWellFormed()
      if (words !== claim.words) {
        this.found('claim', `${name} is kept as “${claim.words}”, the text reads “${words}”`)
      }
      const place = claim.settling?.place ? placeOf(document, span) : null
      if (!isDeepStrictEqual(claim.place, place)) {
        this.found('claim', `${name} stands in other surroundings than its record says`)
      }
    }
    for (const id of claimIds(document)) {
      if (!known.has(id)) this.found('claim', `the text marks a claim that has no record: ${id}`)
    }
  }
}

function claimIds(document: Node): Set<string> {
  const ids = new Set<string>()
  document.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === 'claim') ids.add(String(mark.attrs.id))
  })
  return ids
}

function figuresOf(document: Node): Set<string> {
  const hashes = new Set<string>()
  document.descendants((node) => {
    if (node.type.name === 'figure') hashes.add(String(node.attrs.hash))
    return node.isBlock
  })
  return hashes
}

async function readFirst(tx: Tx, storyId: StoryId): Promise<SnapshotRow | undefined> {
  return tx
    .selectFrom('snapshot')
    .select(['version', 'document'])
    .where('story_id', '=', storyId)
    .orderBy('version')
    .limit(1)
    .executeTakeFirst()
}

const importSchema = z.object({ from: z.object({ version: z.int().nonnegative() }) })

/**
 * The version with which a story came from another desk, as its trail begins by telling; 0 for one that began
 * here; null where what the trail told was struck.
 */
async function firstVersion(tx: Tx, storyId: StoryId): Promise<number | null> {
  const row = await tx
    .selectFrom('audit_event')
    .leftJoin('audit_payload', (join) =>
      join
        .onRef('audit_payload.chain', '=', 'audit_event.chain')
        .onRef('audit_payload.seq', '=', 'audit_event.seq'),
    )
    .select('audit_payload.payload')
    .where('audit_event.chain', '=', storyId)
    .where('audit_event.seq', '=', 1)
    .where('audit_event.kind', '=', 'story.imported')
    .executeTakeFirst()
  if (!row) return 0
  if (row.payload === null) return null
  const told = importSchema.safeParse(JSON.parse(row.payload))
  return told.success ? told.data.from.version : 0
}

interface Part {
  readonly steps: readonly HashedStep[]
  readonly snapshots: readonly SnapshotRow[]
  readonly isEnd: boolean
  /** With the last part, of the same moment; null where the story was taken away meanwhile. */
  readonly records: Records | null
}

async function readPart(tx: Tx, storyId: StoryId, after: number, held: HeldDocument): Promise<Part> {
  const steps = await tx
    .selectFrom('step')
    .select(hashedColumns)
    .where('story_id', '=', storyId)
    .where('version', '>', after)
    .orderBy('version')
    .limit(stepsPerRead)
    .execute()
  const isEnd = steps.length < stepsPerRead
  let snapshots = tx
    .selectFrom('snapshot')
    .select(['version', 'document'])
    .where('story_id', '=', storyId)
    .where('version', '>', after)
    .orderBy('version')
  if (!isEnd) snapshots = snapshots.where('version', '<=', steps.at(-1)?.version ?? after)
  return {
    steps,
    snapshots: await snapshots.execute(),
    isEnd,
    records: isEnd ? await readRecords(tx, storyId, held) : null,
  }
}

/**
 * Replays a story's journal from its first snapshot, compares it with every later snapshot, with the document
 * that is open and with all that is kept beside it. Reads in short transactions, so that work goes on.
 */
export async function verifyStory(store: Store, storyId: StoryId, held: HeldDocument): Promise<StoryCheck> {
  const { first, origin, headFrom, strikings } = await store.transaction(async (tx) => {
    const story = await findStory(tx, storyId)
    return {
      first: await readFirst(tx, storyId),
      origin: await firstVersion(tx, storyId),
      headFrom: story?.journal_from ?? 0,
      strikings: story?.strikings ?? 0,
    }
  })
  const replay = new StoryReplay(storyId, headFrom)
  const result = (claims: number): StoryCheck => ({
    findings: replay.findings,
    steps: replay.steps,
    claims,
    figures: replay.document ? figuresOf(replay.document) : new Set(),
  })
  if (!first) replay.found('journal', 'the story has no snapshot to replay its journal from')
  else if (origin !== null && first.version !== origin) {
    replay.found(
      'journal',
      `the journal begins at version ${first.version}: what came before cannot be proved`,
    )
  }
  if (first) replay.take([], [first])
  while (replay.version >= 0) {
    const after = replay.version
    const part = await store.transaction((tx) => readPart(tx, storyId, after, held))
    replay.take(part.steps, part.snapshots)
    // Struck meanwhile, the journal that was read is not the one that stands.
    if (part.records && part.records.story.strikings !== strikings) return verifyStory(store, storyId, held)
    if (part.records) replay.compare(part.records)
    if (part.isEnd) return result(part.records?.claims.length ?? 0)
    await nextTurn()
  }
  return result(0)
}
