import { type FindingReason, findingsOf } from './findings.ts'
import { firstPassMarks } from './first-pass.ts'
import type { Mark } from './marks.ts'
import type { Passage } from './passage.ts'
import { quotationsOf } from './quotations.ts'
import type { FirstPassSettings } from './settings.ts'

/** What a block of a story has come to propose, by its index among the story's blocks. */
export interface BlockMarks {
  readonly block: number
  /** For each of its passages, in order. */
  readonly marks: readonly (readonly Mark[])[]
}

/** A question about the story, with its places by the block that each stands in and the passage of that block. */
export interface BlockFinding {
  readonly key: string
  readonly reason: FindingReason
  readonly places: readonly {
    readonly block: number
    readonly passage: number
    readonly from: number
    readonly to: number
  }[]
}

/** The passages of one top-level block of a document. */
export type Block = readonly Passage[]

/** Passages read between two looks at the clock. */
const passagesPerPart = 50

/**
 * A story under the first pass, kept up to date by the blocks of it that change: whoever keeps it reads those again and
 * hears of what is proposed otherwise than before.
 */
export class MarkedBlocks {
  #blocks: Block[] = []
  #told: (readonly (readonly Mark[])[] | undefined)[] = []
  #language = 'und'
  #settings: FirstPassSettings | null = null

  /** Another language or other settings: everything is told anew. */
  begin(language: string, settings: FirstPassSettings, blocks: readonly Block[]): void {
    this.#language = language
    this.#settings = settings
    this.#told = []
    // What reads as before is before: settings change nothing of what was found in it.
    this.change(0, this.#blocks.length, blocks)
  }

  /** Blocks of the story were replaced by others; a passage that reads as the one in its place stays that one. */
  change(from: number, removed: number, blocks: readonly Block[]): void {
    const before = this.#blocks.slice(from, from + removed)
    const kept = blocks.map((block, index) => sameWhereEqual(before[index], block))
    this.#blocks.splice(from, removed, ...kept)
    this.#told.splice(from, removed, ...kept.map(() => undefined))
  }

  /** Reads ahead what follows from each passage alone. @returns after every part how many of all are read */
  *warm(): Generator<{ read: number; all: number }> {
    const settings = this.#settings
    if (!settings) return
    const passages = this.#blocks.flat()
    for (let at = 0; at < passages.length; at += passagesPerPart) {
      firstPassMarks(passages.slice(at, at + passagesPerPart), this.#language, settings)
      yield { read: Math.min(at + passagesPerPart, passages.length), all: passages.length }
    }
  }

  /** The blocks of which other marks are proposed than were told. */
  read(): BlockMarks[] {
    const settings = this.#settings
    if (!settings) return []
    const marks = firstPassMarks(this.#blocks.flat(), this.#language, settings)
    const news: BlockMarks[] = []
    let at = 0
    for (const [block, passages] of this.#blocks.entries()) {
      const start = at
      at += passages.length
      const told = this.#told[block]
      if (told?.every((one, index) => one === marks[start + index])) continue
      const own = marks.slice(start, at)
      this.#told[block] = own
      news.push({ block, marks: own })
    }
    return news
  }

  /** What within the story does not fit together. */
  findings(): BlockFinding[] {
    if (!this.#settings?.isOn) return []
    const passages = this.#blocks.flat()
    const starts: number[] = []
    let start = 0
    for (const block of this.#blocks) {
      starts.push(start)
      start += block.length
    }
    return findingsOf(passages, this.#language, quotationsOf(passages, this.#language)).map(
      ({ key, reason, places }) => ({
        key,
        reason,
        places: places.map(({ passage, from, to }) => {
          const block = starts.findLastIndex((one) => one <= passage)
          return { block, passage: passage - (starts[block] ?? 0), from, to }
        }),
      }),
    )
  }
}

function sameWhereEqual(before: Block | undefined, block: Block): Block {
  if (!before) return block
  return block.map((passage, index) => {
    const one = before[index]
    return one && one.text === passage.text && one.where === passage.where ? one : passage
  })
}
