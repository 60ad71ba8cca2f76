import type { Node } from '@tiptap/pm/model'
import { type ReadWords, readStateOf } from '../../shared/check/read.ts'
import { type Sentence, sentencesBetween } from '../../shared/check/sentences.ts'
import { anchorsInBlock } from '../../shared/document/anchors.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import type { DismissedWords } from '../../shared/mark/dismissed.ts'
import type { Mark } from '../../shared/mark/marks.ts'
import { type PlacedPassage, passagesIn } from '../../shared/mark/passages.ts'

/** A mark where it stands in a document. */
export interface Proposal extends Stretch {
  readonly mark: Mark
  /** Positions in the document, in order. */
  readonly parts: readonly Stretch[]
  /** What the text block is that it begins in: "headline", "paragraph". */
  readonly where: string
}

/** By what proposals are sorted out that need not be decided any more. */
export interface Judgement {
  readonly read: ReadWords
  readonly dismissed: Pick<DismissedWords, 'has'>
  /** Also those in sentences that somebody has read. */
  readonly inRead: boolean
}

/** The marks of a block's passages, in their order. */
export type MarksOfBlock = readonly (readonly Mark[])[]

/** Where what lies `ahead` passages of one in the child at `index` stands; null past the end. */
function passageAhead(
  document: Node,
  at: { index: number; offset: number; passage: number },
  ahead: number,
): { placed: PlacedPassage; offset: number } | null {
  let { index, offset } = at
  let passage = at.passage + ahead
  for (;;) {
    const child = document.maybeChild(index)
    if (!child) return null
    const passages = passagesIn(child)
    const placed = passages[passage]
    if (placed) return { placed, offset }
    passage -= passages.length
    offset += child.nodeSize
    index++
  }
}

/** Whether what a mark was found in still reads so; the passages after its first may have changed since. */
function placedMark(
  document: Node,
  at: { index: number; offset: number; passage: number },
  mark: Mark,
): Proposal | null {
  const parts: Stretch[] = []
  const words: string[] = []
  let where = ''
  for (const part of mark.parts) {
    const found = passageAhead(document, at, part.ahead)
    if (!found) return null
    const { passage, from } = found.placed
    if (parts.length === 0) ({ where } = passage)
    words.push(passage.text.slice(part.from, part.to))
    parts.push({ from: found.offset + from + part.from, to: found.offset + from + part.to })
  }
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || words.join(' ') !== mark.words) return null
  return { mark, parts, where, from: first.from, to: last.to }
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && one.to > other.from
}

/** The sentences that a stretch of the text stands in. */
function sentencesOver(sentences: readonly Sentence[], { from, to }: Stretch): Sentence[] {
  return sentences.filter((one) => overlaps(one, { from, to }))
}

/**
 * What is proposed and undecided in some children of a document, by their indexes, in the order of the text: no claim
 * has a word of it, nobody dismissed it, and not all of its sentences were read.
 */
export function proposalsBetween(
  document: Node,
  [fromIndex, toIndex]: readonly [number, number],
  marksOf: (child: Node) => MarksOfBlock | undefined,
  { read, dismissed, inRead }: Judgement,
): Proposal[] {
  const proposals: Proposal[] = []
  let offset = 0
  for (let index = 0; index < Math.min(toIndex, document.childCount); index++) {
    const child = document.child(index)
    const start = offset
    offset += child.nodeSize
    const marks = index < fromIndex ? undefined : marksOf(child)
    if (!marks?.some((own) => own.length > 0)) continue
    const claims = [...anchorsInBlock(child).values()].map(({ from, to }) => ({
      from: start + from,
      to: start + to,
    }))
    let sentences: Sentence[] | null = null
    for (const [passage, own] of marks.entries()) {
      for (const mark of own) {
        if (dismissed.has({ what: mark.kind, words: mark.words })) continue
        const proposal = placedMark(document, { index, offset: start, passage }, mark)
        if (!proposal || claims.some((claim) => proposal.parts.some((part) => overlaps(part, claim))))
          continue
        if (!inRead) {
          sentences ??= sentencesBetween(document, index, index + 1)
          const around = sentencesOver(sentences, proposal)
          if (around.length > 0 && around.every((one) => readStateOf(one, read) !== 'unread')) continue
        }
        proposals.push(proposal)
      }
    }
  }
  return proposals
}

/**
 * What a block that was edited proposes until it is read again: what it did, where the edit left the words alone.
 */
export function carriedMarks(
  before: readonly PlacedPassage[],
  after: readonly PlacedPassage[],
  marks: MarksOfBlock,
): MarksOfBlock {
  if (before.length !== after.length) return []
  return marks.map((own, index) => {
    const [one, other] = [before[index]?.passage.text, after[index]?.passage.text]
    if (one === undefined || other === undefined) return []
    return one === other ? own : own.flatMap((mark) => carriedMark(mark, one, other) ?? [])
  })
}

function carriedMark(mark: Mark, before: string, after: string): Mark | null {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const moved = after.length - before.length
  const carried = mark.parts.map((part) => {
    if (part.ahead > 0 || part.to <= head) return part
    if (part.from < before.length - tail) return null
    return { ...part, from: part.from + moved, to: part.to + moved }
  })
  const [first, ...rest] = carried.filter((part) => part !== null)
  if (!first || carried.includes(null)) return null
  return { ...mark, parts: [first, ...rest] }
}
