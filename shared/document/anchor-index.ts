import type { Mark, Node } from 'prosemirror-model'
import { type ChangedBlocks, changedBlocks } from './changed-blocks.ts'

/** Where an anchored mark stands: from its first marked character to the end of its last. */
export interface AnchorSpan {
  readonly from: number
  readonly to: number
}

/** The marks among `marks` that tie words to a record. */
export function anchorMarks(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => mark.type.spec.anchored === true)
}

/** The id of the record that an anchored mark names. */
export function anchorId(mark: Mark): string {
  return String(mark.attrs.id)
}

const spansOfBlock = new WeakMap<Node, ReadonlyMap<string, AnchorSpan>>()

/**
 * The anchors of one node of the document, positions counted from the node's own start (`0` is just before
 * it). Unchanged blocks keep their identity through an edit, so each is read once.
 */
export function anchorsInBlock(block: Node): ReadonlyMap<string, AnchorSpan> {
  const known = spansOfBlock.get(block)
  if (known) return known
  const spans = new Map<string, AnchorSpan>()
  const read = (node: Node, position: number): void => {
    for (const mark of anchorMarks(node.marks)) {
      const id = anchorId(mark)
      const from = spans.get(id)?.from ?? position
      spans.set(id, { from, to: position + node.nodeSize })
    }
  }
  if (block.isText) read(block, 0)
  else block.descendants((node, position) => read(node, position + 1))
  spansOfBlock.set(block, spans)
  return spans
}

/** Top-level blocks that stand one after the other, read together; never changed, so documents share them. */
interface Run {
  readonly blocks: readonly Node[]
  /** In positions. */
  readonly size: number
}

/** An anchor that stands in more than one block: the indexes of the first and the last of them. */
export interface Crossing {
  readonly id: string
  readonly first: number
  readonly last: number
}

export interface AnchorIndex {
  readonly document: Node
  readonly runs: readonly Run[]
  readonly crossing: readonly Crossing[]
  /** Their ids. */
  readonly across: ReadonlySet<string>
  /** Those of the blocks that changed last, and what else was asked for. */
  readonly spans: Map<string, AnchorSpan | null>
  /** Put together when first asked for. */
  order: readonly string[] | null
}

/**
 * Looking an anchor up costs a step for each run, an edit one for each block of the run that it is in: with some
 * thousand blocks both are least about here.
 */
const blocksPerRun = 24

const indexes = new WeakMap<Node, AnchorIndex>()

/** The index made last of a document that begins or ends with this very block: its next of kin, as a rule. */
const latest = new WeakMap<Node, AnchorIndex>()

/**
 * The anchors of a document, made from those of the document that it came from: only the blocks in which the two
 * differ, and their neighbours, are looked at. Which one that is is guessed; no guess can make it wrong.
 */
export function anchorIndex(document: Node): AnchorIndex {
  const known = indexes.get(document)
  if (known) return known
  const edges = [document.firstChild, document.lastChild].filter((block) => block !== null)
  const kin = edges.map((block) => latest.get(block)).find((index) => index !== undefined)
  const index = kin ? followed(kin, document) : read(document)
  indexes.set(document, index)
  for (const block of edges) latest.set(block, index)
  return index
}

function read(document: Node): AnchorIndex {
  const runs = runsOf(document.children)
  const firsts = new Map<string, number>()
  const crossing = new Map<string, Crossing>()
  document.children.forEach((block, at) => {
    for (const id of anchorsInBlock(block).keys()) {
      const first = firsts.get(id)
      if (first === undefined) firsts.set(id, at)
      else crossing.set(id, { id, first, last: at })
    }
  })
  return {
    document,
    runs,
    crossing: [...crossing.values()],
    across: new Set(crossing.keys()),
    spans: new Map(),
    order: null,
  }
}

function followed(kin: AnchorIndex, document: Node): AnchorIndex {
  const changed = changedBlocks(kin.document, document)
  const before = idsIn(kin.document, changed.firstIndex, changed.endIndexA)
  const after = idsIn(document, changed.firstIndex, changed.endIndexB)
  const isSame = before.length === after.length && before.every((id, at) => id === after[at])
  // Nearly every key: the one block that changed has the anchors that it had.
  const isInPlace = changed.endIndexA === changed.endIndexB && changed.endIndexB - changed.firstIndex <= 1
  const runs = runsAfter(kin.runs, document, changed)
  const isKept = isSame && isInPlace
  const crossing = isKept
    ? kin.crossing
    : crossingAfter(kin.crossing, runs, changed, new Set([...before, ...after]))
  const across = isKept ? kin.across : new Set(crossing.map(({ id }) => id))
  return {
    document,
    runs,
    crossing,
    across,
    spans: spansWithin(document, changed, across),
    order: isSame ? kin.order : null,
  }
}

/** Where the anchors stand that have all their words in one of the changed blocks: they are the ones asked for next. */
function spansWithin(
  document: Node,
  changed: ChangedBlocks,
  across: ReadonlySet<string>,
): Map<string, AnchorSpan> {
  const spans = new Map<string, AnchorSpan>()
  let offset = changed.fromB
  for (const block of document.children.slice(changed.firstIndex, changed.endIndexB)) {
    for (const [id, { from, to }] of anchorsInBlock(block)) {
      if (!across.has(id)) spans.set(id, { from: offset + from, to: offset + to })
    }
    offset += block.nodeSize
  }
  return spans
}

function idsIn(document: Node, from: number, to: number): string[] {
  return document.children.slice(from, to).flatMap((block) => [...anchorsInBlock(block).keys()])
}

function runOf(blocks: readonly Node[]): Run {
  return { blocks, size: blocks.reduce((size, block) => size + block.nodeSize, 0) }
}

const spansOfRun = new WeakMap<Run, ReadonlyMap<string, AnchorSpan>>()

/** Counted from the run's own start, in the order in which they begin. Made when somebody looks for one afar. */
export function anchorsInRun(run: Run): ReadonlyMap<string, AnchorSpan> {
  const known = spansOfRun.get(run)
  if (known) return known
  const spans = new Map<string, AnchorSpan>()
  let offset = 0
  for (const block of run.blocks) {
    for (const [id, span] of anchorsInBlock(block)) {
      spans.set(id, { from: spans.get(id)?.from ?? offset + span.from, to: offset + span.to })
    }
    offset += block.nodeSize
  }
  spansOfRun.set(run, spans)
  return spans
}

/** As few runs of equal length as keep each within its bounds. */
function runsOf(blocks: readonly Node[]): Run[] {
  const count = blocks.length > 2 * blocksPerRun ? Math.ceil(blocks.length / blocksPerRun) : 1
  const length = Math.ceil(blocks.length / count)
  const runs: Run[] = []
  for (let at = 0; at < blocks.length; at += length) runs.push(runOf(blocks.slice(at, at + length)))
  return runs
}

function runsAfter(runs: readonly Run[], document: Node, changed: ChangedBlocks): readonly Run[] {
  let first = 0
  let firstBlock = 0
  for (
    let run = runs[first];
    run && firstBlock + run.blocks.length <= changed.firstIndex;
    run = runs[first]
  ) {
    firstBlock += run.blocks.length
    first++
  }
  let end = first
  let endBlock = firstBlock
  for (let run = runs[end]; run && (end === first || endBlock < changed.endIndexA); run = runs[end]) {
    endBlock += run.blocks.length
    end++
  }
  const blocks = document.children.slice(firstBlock, endBlock + changed.endIndexB - changed.endIndexA)
  return [...runs.slice(0, first), ...runsOf(blocks), ...runs.slice(end)]
}

function crossingAfter(
  before: readonly Crossing[],
  runs: readonly Run[],
  changed: ChangedBlocks,
  affected: ReadonlySet<string>,
): Crossing[] {
  const moved = changed.endIndexB - changed.endIndexA
  const place = (index: number): number => (index >= changed.endIndexA ? index + moved : index)
  const crossing = before
    .filter(({ id }) => !affected.has(id))
    .map((one) => (moved === 0 ? one : { id: one.id, first: place(one.first), last: place(one.last) }))
  for (const id of affected) {
    const blocks = blocksWith(runs, id)
    if (blocks && blocks.last > blocks.first) crossing.push({ id, ...blocks })
  }
  return crossing
}

function blocksWith(runs: readonly Run[], id: string): { first: number; last: number } | null {
  let first = -1
  let last = -1
  let offset = 0
  for (const run of runs) {
    if (anchorsInRun(run).has(id)) {
      run.blocks.forEach((block, at) => {
        if (!anchorsInBlock(block).has(id)) return
        if (first < 0) first = offset + at
        last = offset + at
      })
    }
    offset += run.blocks.length
  }
  return first < 0 ? null : { first, last }
}
