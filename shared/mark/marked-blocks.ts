import { replaceIn } from '../lib/replace-in.ts'
import { type Digest, readDigest } from './digest.ts'
import type { Finding } from './finding/finding.ts'
import type { Unworded } from './finding/quote-owners.ts'
import { StoryFindings } from './findings.ts'
import { sentMarksIn } from './first-pass.ts'
import type { Passage, PassageStretch } from './passage.ts'
import type { Entry } from './quotation/entry.ts'
import { QuotedStory } from './quotation/quoted-story.ts'
import type { SentMark } from './sent-mark.ts'
import type { FirstPassSettings } from './settings.ts'

/** What a block of a story has come to propose, by its index among the story's blocks. */
export interface BlockMarks {
  readonly block: number
  /** For each of its passages, in order. */
  readonly marks: readonly (readonly SentMark[])[]
}

/** A stretch of a story by the block that it stands in and the passage of that block. */
export interface BlockPlace {
  readonly block: number
  readonly passage: number
  readonly from: number
  readonly to: number
}

/** A question about the story, with its places by blocks. */
export type BlockFinding = Omit<Finding, 'places'> & { readonly places: readonly BlockPlace[] }
/** The same as the thread that reads gives it: words of the text are still to be read. */
export type SentFinding = Unworded<BlockPlace>

/** The passages of one top-level block of a document. */
export type Block = readonly Passage[]
/** The same as a change tells of it: null for a passage that reads as the one in its place. */
export type ChangedBlock = readonly (Passage | null)[]

interface KeptBlock {
  /** Of each passage its digest, and until it is read the passage itself. */
  readonly passages: (Passage | Digest)[]
}

const isRead = (one: Passage | Digest): one is Digest => !('text' in one)

/** Passages read between two looks at the clock. */
const passagesPerPart = 50

/**
 * A story under the first pass, kept up to date by the blocks of it that change: whoever keeps it reads those again and
 * hears of what is proposed otherwise than before. It keeps no text.
 */
export class MarkedBlocks {
  readonly #blocks: KeptBlock[] = []
  readonly #untold = new Set<KeptBlock>()
  /** Changes that the story was not told of, by its passages. */
  #unread: { readonly start: number; readonly removed: number; readonly blocks: readonly KeptBlock[] }[] = []
  #story = new QuotedStory()
  #findings = new StoryFindings()
  #language = 'und'
  #settings: FirstPassSettings | null = null

  /** What following the story has cost, for those who hold it to what changed. */
  get work(): QuotedStory['work'] {
    return this.#story.work
  }

  /** A story, or the same in another language: everything is read and told. */
  begin(language: string, settings: FirstPassSettings, blocks: readonly Block[]): void {
    this.#language = language
    this.#settings = settings
    this.#blocks.length = 0
    this.#story = new QuotedStory()
    this.#findings = new StoryFindings()
    this.#untold.clear()
    this.#unread = []
    this.change(0, 0, blocks)
  }

  /** Settings change nothing of what was found: everything is told, and nothing read. */
  judge(settings: FirstPassSettings): void {
    this.#settings = settings
    for (const block of this.#blocks) this.#untold.add(block)
  }

  /** Blocks of the story were replaced by others. */
  change(from: number, removed: number, blocks: readonly ChangedBlock[]): void {
    const before = this.#blocks.slice(from, from + removed)
    const kept = blocks.map((block, index): KeptBlock => {
      return { passages: block.map((passage, at) => passage ?? before[index]?.passages[at] ?? nothing) }
    })
    const sizeOf = (all: readonly KeptBlock[]): number =>
      all.reduce((sum, one) => sum + one.passages.length, 0)
    let start = 0
    for (let index = 0; index < from; index++) start += this.#blocks[index]?.passages.length ?? 0
    this.#unread.push({ start, removed: sizeOf(before), blocks: kept })
    replaceIn(this.#blocks, from, removed, kept)
    for (const block of before) this.#untold.delete(block)
    for (const block of kept) this.#untold.add(block)
  }

  /** Reads ahead what follows from each passage alone. @returns after every part how many of all are read */
  *warm(): Generator<{ read: number; all: number }> {
    const blocks = this.#unread.flatMap((change) => change.blocks)
    const all = blocks.reduce((sum, { passages }) => sum + passages.length, 0)
    let read = 0
    for (const { passages } of blocks) {
      for (const [at, passage] of passages.entries()) {
        if (!isRead(passage)) passages[at] = readDigest(passage, this.#language)
        read++
        if (read % passagesPerPart === 0) yield { read, all }
      }
    }
    if (read % passagesPerPart !== 0) yield { read, all }
  }

  /** Takes up what changed, in the order in which it did. */
  #follow(): ReadonlySet<Entry> {
    const touched = new Set<Entry>()
    for (const { start, removed, blocks } of this.#unread) {
      const digests = blocks.flatMap(({ passages }) => {
        for (const [at, passage] of passages.entries())
          if (!isRead(passage)) passages[at] = readDigest(passage, this.#language)
        return passages.filter(isRead)
      })
      for (const entry of this.#story.replace(start, removed, digests)) touched.add(entry)
    }
    this.#unread = []
    return touched
  }

  /** The blocks of which other marks are proposed than were told. */
  read(): BlockMarks[] {
    const settings = this.#settings
    if (!settings) return []
    const touched = this.#follow()
    const indexes = new Set<number>()
    for (const { isGone, index } of touched) if (!isGone) indexes.add(index)
    const news: BlockMarks[] = []
    let start = 0
    for (let block = 0; block < this.#blocks.length; block++) {
      const kept = this.#blocks[block]
      if (!kept) break
      const { length } = kept.passages
      if (this.#untold.has(kept) || hasAny(indexes, start, start + length)) {
        const own = this.#story.entries.slice(start, start + length)
        news.push({ block, marks: own.map((entry) => sentMarksIn(this.#story, entry, settings)) })
      }
      start += length
    }
    this.#untold.clear()
    return news
  }

  /** What within the story does not fit together. */
  findings(): SentFinding[] {
    if (!this.#settings?.isOn) return []
    const placeOf = this.#places()
    return this.#findings.of(this.#story).map(({ key, reason, places, said }) => {
      const placed = { key, reason, places: places.map(placeOf) }
      return said ? { ...placed, said: [said[0].map(placeOf), said[1].map(placeOf)] } : placed
    })
  }

  #places(): (stretch: PassageStretch) => BlockPlace {
    const blockOf: number[] = []
    const starts: number[] = []
    for (const [block, { passages }] of this.#blocks.entries()) {
      starts.push(blockOf.length)
      for (const _ of passages) blockOf.push(block)
    }
    return ({ passage, from, to }) => {
      const block = blockOf[passage] ?? 0
      return { block, passage: passage - (starts[block] ?? 0), from, to }
    }
  }
}

function hasAny(indexes: ReadonlySet<number>, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (indexes.has(index)) return true
  return false
}

const nothing: Passage = { text: '', where: 'paragraph' }
