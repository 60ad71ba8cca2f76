import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { anchorWords } from '../../../shared/document/anchors.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { anchorPlace } from '../../../shared/document/place.ts'
import { schema } from '../../../shared/document/schema.ts'
import { textOf } from '../../../shared/document/text.ts'
import { must } from '../../../shared/lib/assert.ts'
import { snapshotTexts, stepTexts } from '../../store/striking.ts'
import type { Tx } from '../../store/transaction.ts'
import { Letters } from './letters.ts'
import type { Pattern } from './pattern.ts'
import { rewriteJson } from './rewrite.ts'

/** Few enough that whoever types meanwhile waits for a moment only. */
const stepsPerRead = 200

/** What striking makes of one story's journal. */
export interface StoryPlan {
  readonly storyId: string
  /** Steps as they will be, by the version that they lead to; those that stay are not in it. */
  readonly steps: ReadonlyMap<number, string>
  readonly snapshots: ReadonlyMap<number, string>
  /** The story as it reads now, and as it will. */
  readonly before: string
  readonly document: Node
  /** Words of settlings, by their number, as the struck text has them. */
  readonly settledWords: ReadonlyMap<number, string>
  /** The same of where they stood, as JSON, for settlings that remember it. */
  readonly settledPlaces: ReadonlyMap<number, string>
}

/** A journal that cannot be replayed cannot be struck either. */
export class JournalBroken extends Error {
  override readonly name = 'JournalBroken'
}

/** Reads from the database, in a transaction that is open or in one of its own each time. */
export type Reading = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

async function* journalOf(read: Reading, storyId: string, after: number, upTo: number) {
  for (let version = after; version < upTo; ) {
    const from = version
    const steps = await read((tx) => stepTexts(tx, storyId, from, Math.min(stepsPerRead, upTo - from)))
    yield* steps
    version = steps.at(-1)?.version ?? upTo
  }
}

function apply(document: Node, step: Step, version: number): Node {
  const result = step.apply(document)
  if (!result.doc) throw new JournalBroken(`step ${version} of the journal does not apply`)
  return result.doc
}

/** Settlings and the versions at which they were made. */
async function settlingsByVersion(tx: Tx, storyId: string) {
  const rows = await tx
    .selectFrom('settling')
    .select(['seq', 'claim_id', 'words', 'place', 'version'])
    .where('story_id', '=', storyId)
    .execute()
  return Map.groupBy(rows, (row) => row.version)
}

/** Whether `struck` is `words` with some characters struck. */
function isStruckFrom(words: string, struck: string): boolean {
  if (words.length !== struck.length) return false
  for (let i = 0; i < words.length; i++) {
    if (struck[i] !== words[i] && struck[i] !== '█') return false
  }
  return true
}

/**
 * Reads a story's journal and says how each step and snapshot has to be written for the words never to have
 * stood in it. Nothing moves: what is struck is as long as it was.
 *
 * @param upTo the story's version
 * @returns null where neither the text nor an attribute ever held the words
 * @throws JournalBroken
 */
export async function planStory(
  read: Reading,
  storyId: string,
  upTo: number,
  pattern: Pattern,
): Promise<StoryPlan | null> {
  const kept = await read((tx) => snapshotTexts(tx, storyId))
  const first = kept[0]
  if (!first) throw new JournalBroken('the story has no snapshot')
  const start = readDocument(JSON.parse(first.document))
  const letters = new Letters(pattern, first.version, start)
  const attributed = new Set<number>()
  for await (const row of journalOf(read, storyId, first.version, upTo)) {
    const step = Step.fromJSON(schema, JSON.parse(row.step))
    letters.take(row.version, step)
    if (pattern.has(row.step)) attributed.add(row.version)
  }
  const touched = new Set([...letters.struck.keys(), ...attributed])
  if (touched.size === 0 && !pattern.has(first.document)) return null

  const none: ReadonlySet<number> = new Set()
  const struckOf = (at: number) => letters.struck.get(at) ?? none
  const firstStruck = rewriteJson(first.document, struckOf(first.version), pattern)
  const steps = new Map<number, string>()
  const snapshots = new Map<number, string>()
  const settledWords = new Map<number, string>()
  const settledPlaces = new Map<number, string>()
  const settlings = await read((tx) => settlingsByVersion(tx, storyId))
  const wanted = new Set(kept.slice(1).map((row) => row.version))
  let before = start
  let document = readDocument(JSON.parse(firstStruck))
  const look = (at: number): void => {
    if (wanted.has(at)) snapshots.set(at, JSON.stringify(document.toJSON()))
    for (const { seq, claim_id: claimId, words, place } of settlings.get(at) ?? []) {
      const struck = anchorWords(document, claimId)?.toWellFormed()
      if (struck === undefined || !isStruckFrom(words, struck)) continue
      settledWords.set(seq, struck)
      // What does not hold the words stays as the trail tells it.
      const again = place !== null && pattern.has(place) ? anchorPlace(document, claimId) : null
      if (again) settledPlaces.set(seq, JSON.stringify(again))
    }
  }
  if (firstStruck !== first.document) snapshots.set(first.version, firstStruck)
  look(first.version)
  for await (const row of journalOf(read, storyId, first.version, upTo)) {
    const step = Step.fromJSON(schema, JSON.parse(row.step))
    before = apply(before, step, row.version)
    if (touched.has(row.version)) {
      const text = rewriteJson(row.step, struckOf(row.version), pattern)
      if (text !== row.step) steps.set(row.version, text)
      document = apply(document, Step.fromJSON(schema, JSON.parse(text)), row.version)
    } else document = apply(document, step, row.version)
    look(row.version)
  }
  for (const row of kept) {
    if (snapshots.get(row.version) === row.document) snapshots.delete(row.version)
  }
  must(document.content.size === before.content.size ? true : null, 'striking moves nothing')
  return {
    storyId,
    steps,
    snapshots,
    before: textOf(before, 'accepted'),
    document,
    settledWords,
    settledPlaces,
  }
}
