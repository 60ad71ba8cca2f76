import type { Node } from 'prosemirror-model'
import { type ReadWords, readStateOf } from '../check/read.ts'
import { likenessOf, type Sentence, sentencesBetween } from '../check/sentences.ts'
import { anchorsInBlock, crossingAnchors } from '../document/anchors.ts'
import type { Stretch } from '../document/sentences.ts'
import type { Dismissed } from '../model/dismissal.ts'
import { type DismissedWords, dismissedAs } from './dismissed.ts'
import type { Mark } from './marks.ts'
import { type PlacedPassage, passagesAhead } from './passages.ts'

/** A mark where it stands in a document. */
export interface Proposal extends Stretch {
  readonly mark: Mark
  /** Positions in the document, in order. */
  readonly parts: readonly Stretch[]
  /** What the text block is that it begins in: "headline", "paragraph". */
  readonly where: string
  /** As it is dismissed and asked about among what was. */
  readonly asked: Pick<Dismissed, 'what' | 'words'>
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

/** Whether what a mark was found in still reads so; the passages after its first may have changed since. */
function placedMark(
  document: Node,
  at: { index: number; offset: number; passage: number },
  mark: Mark,
): Omit<Proposal, 'asked'> | null {
  const parts: Stretch[] = []
  const words: string[] = []
  let where = ''
  const passageAt = passagesAhead(document, at)
  for (const part of mark.parts) {
    const found = passageAt(part.ahead)
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

/** Whether two stretches have a character in common. */
export function overlaps(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && one.to > other.from
}

/** The sentences that a stretch of the text stands in. */
function sentencesOver(sentences: readonly Sentence[], { from, to }: Stretch): Sentence[] {
  return sentences.filter((one) => overlaps(one, { from, to }))
}

/** A proposal of one child of a document by the child alone, positions counted from just before it. */
interface OwnProposal {
  readonly proposal: Proposal
  readonly sentences: readonly Sentence[]
}

interface KnownOwn {
  readonly marks: MarksOfBlock
  readonly own: readonly OwnProposal[]
}

const ownOfChild = new WeakMap<Node, KnownOwn>()

function shifted<S extends Stretch>(stretch: S, by: number): S {
  return by === 0 ? stretch : { ...stretch, from: stretch.from + by, to: stretch.to + by }
}

const askedOfMark = new WeakMap<Mark, { readonly sentence: string; readonly asked: Proposal['asked'] }>()

/** The same object as the last time, where the sentence is the same. */
function askedOf(mark: Mark, sentence: string): Proposal['asked'] {
  const known = askedOfMark.get(mark)
  if (known?.sentence === sentence) return known.asked
  const asked = dismissedAs(mark, sentence)
  askedOfMark.set(mark, { sentence, asked })
  return asked
}

/** What the child at `index` proposes where no claim has a word, whoever read or dismissed it. */
function ownProposals(
  document: Node,
  { index, offset }: { index: number; offset: number },
  marks: MarksOfBlock,
): readonly OwnProposal[] {
  const child = document.child(index)
  const known = ownOfChild.get(child)
  if (known?.marks === marks) return known.own
  const claims = [...anchorsInBlock(child).values()]
  const sentences = sentencesBetween(document, index, index + 1).map((one) => shifted(one, -offset))
  const own: OwnProposal[] = []
  for (const [passage, found] of marks.entries()) {
    for (const mark of found) {
      const placed = placedMark(document, { index, offset: 0, passage }, mark)
      if (!placed || claims.some((claim) => placed.parts.some((part) => overlaps(part, claim)))) continue
      const around = sentencesOver(sentences, placed)
      own.push({
        proposal: { ...placed, asked: askedOf(mark, around[0]?.words ?? '') },
        sentences: around,
      })
    }
  }
  // What reaches into other children, and sentences that claims of other children reach into, follow from those too.
  const isAlone =
    marks.every((found) => found.every((mark) => mark.parts.every(({ ahead }) => ahead === 0))) &&
    !crossingAnchors(document).some(({ first, last }) => first <= index && last >= index)
  if (isAlone) ownOfChild.set(child, { marks, own })
  return own
}

/**
 * What is proposed and undecided in some children of a document, by their indexes, in the order of the text: no claim
 * has a word of it, nobody dismissed it, and not all of its sentences were read. Quick for children that were asked
 * about before.
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
    if (!marks?.some((found) => found.length > 0)) continue
    for (const { proposal, sentences } of ownProposals(document, { index, offset: start }, marks)) {
      if (dismissed.has(proposal.asked)) continue
      const isRead = sentences.length > 0 && sentences.every((one) => readStateOf(one, read) !== 'unread')
      if (isRead && !inRead) continue
      const parts = proposal.parts.map((part) => shifted(part, start))
      proposals.push({ ...shifted(proposal, start), parts })
    }
  }
  return proposals
}

const likenessOfMark = new WeakMap<Mark, string>()

/** What marks have in common that propose the same words, typography aside. */
export function nameOf(mark: Mark): string {
  const known = likenessOfMark.get(mark)
  if (known !== undefined) return known
  const name = `${mark.kind} ${likenessOf(mark.words) || mark.words}`
  likenessOfMark.set(mark, name)
  return name
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
    if (one === other || own.length === 0) return own
    const edit = editBetween(one, other)
    return own.flatMap((mark) => carriedMark(mark, edit) ?? [])
  })
}

/** What of a text an edit replaced, end exclusive, and by how much it moved what stands behind. */
interface Edit extends Stretch {
  readonly moved: number
}

function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { from: head, to: before.length - tail, moved: after.length - before.length }
}

function carriedMark(mark: Mark, edit: Edit): Mark | null {
  const carried = mark.parts.map((part) => {
    if (part.ahead > 0 || part.to <= edit.from) return part
    if (part.from < edit.to) return null
    return { ...part, from: part.from + edit.moved, to: part.to + edit.moved }
  })
  const [first, ...rest] = carried.filter((part) => part !== null)
  if (!first || carried.includes(null)) return null
  return { ...mark, parts: [first, ...rest] }
}
