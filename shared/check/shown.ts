import { diffArrays } from 'diff'
import type { Node } from 'prosemirror-model'
import { textOf } from '../document/text.ts'
import type { ShownBlock } from '../model/clearing.ts'
import { readsSame } from './changed.ts'

/** A block that a story shows, with its place. */
export interface PlacedBlock extends ShownBlock {
  readonly from: number
  readonly to: number
}

const blocksOfChild = new WeakMap<Node, readonly PlacedBlock[]>()

/** Positions from just before the child. */
function blocksWithin(child: Node): readonly PlacedBlock[] {
  const known = blocksOfChild.get(child)
  if (known) return known
  const blocks: PlacedBlock[] = []
  const isQuotation = child.type.name === 'blockquote'
  const look = (node: Node, at: number): void => {
    if (node.type.name === 'figure') {
      blocks.push({ where: 'picture', words: String(node.attrs.hash), from: at, to: at + node.nodeSize })
    }
    if (!node.isTextblock) return
    const words = textOf(node, 'accepted').toWellFormed()
    if (words.trim() === '') return
    const where = isQuotation ? 'blockquote' : node.type.name
    blocks.push({ where, words, from: at + 1, to: at + 1 + node.content.size })
  }
  look(child, 0)
  child.descendants((node, position) => {
    look(node, position + 1)
    return !node.isTextblock
  })
  blocksOfChild.set(child, blocks)
  return blocks
}

/** Everything that a story shows, block by block; unchanged children of the document are read once. */
export function shownBlocks(document: Node): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  document.forEach((child, offset) => {
    for (const one of blocksWithin(child)) {
      blocks.push({ ...one, from: offset + one.from, to: offset + one.to })
    }
  })
  return blocks
}

export function asShown({ where, words }: PlacedBlock): ShownBlock {
  return { where, words }
}

/** What differs between what a story showed and what it shows. */
export interface Difference {
  /** Of the block as it is, or as it was where it is gone. */
  readonly where: string
  /** "" where there was nothing, or is nothing now. Of a picture, the hash of its bytes. */
  readonly before: string
  readonly after: string
  /** Where that stands now, or stood: a position of the document. */
  readonly from: number
  readonly to: number
}

/** Setting words off as a quotation says something of them; all other kinds of blocks are typography. */
function setting({ where }: ShownBlock): string {
  return where === 'blockquote' || where === 'pullQuote' || where === 'picture' ? where : ''
}

function isSame(one: ShownBlock, other: ShownBlock): boolean {
  if (setting(one) !== setting(other)) return false
  return one.words === other.words || (one.where !== 'picture' && readsSame(one.words, other.words))
}

/** Beyond this many blocks that differ they are compared as one. */
const maxDifferences = 500

function joined(blocks: readonly ShownBlock[]): string {
  return blocks.map((one) => one.words).join('\n')
}

function readsAsOne(removed: readonly ShownBlock[], added: readonly ShownBlock[]): boolean {
  const settings = (blocks: readonly ShownBlock[]) => [...new Set(blocks.map(setting))].join()
  return settings(removed) === settings(added) && readsSame(joined(removed), joined(added))
}

/** @param at where what was removed stood, if nothing took its place */
function differencesOf(
  removed: readonly ShownBlock[],
  added: readonly PlacedBlock[],
  at: number,
): Difference[] {
  if (readsAsOne(removed, added)) return []
  if (removed.length === added.length) {
    return added.flatMap((after, index): Difference[] => {
      const before = removed[index]
      if (!before || isSame(before, after)) return []
      return [
        { where: after.where, before: before.words, after: after.words, from: after.from, to: after.to },
      ]
    })
  }
  const [first, last] = [added[0], added.at(-1)]
  return [
    {
      where: first?.where ?? removed[0]?.where ?? '',
      before: joined(removed),
      after: joined(added),
      from: first?.from ?? at,
      to: last?.to ?? at,
    },
  ]
}

/**
 * What a story shows otherwise than it did, in the order of the text; empty where nothing but typography differs,
 * paragraphs parted or joined among that. Quick where little differs, however long the text is.
 */
export function differencesSince(before: readonly ShownBlock[], after: readonly PlacedBlock[]): Difference[] {
  const shorter = Math.min(before.length, after.length)
  const same = (one: ShownBlock | undefined, other: ShownBlock | undefined): boolean =>
    one !== undefined && other !== undefined && isSame(one, other)
  let head = 0
  while (head < shorter && same(before[head], after[head])) head++
  let tail = 0
  while (tail < shorter - head && same(before.at(-1 - tail), after.at(-1 - tail))) tail++
  const was = before.slice(head, before.length - tail)
  const is = after.slice(head, after.length - tail)
  if (was.length === 0 && is.length === 0) return []
  const start = after[head - 1]?.to ?? 0
  const found = diffArrays<ShownBlock>([...was], [...is], {
    comparator: isSame,
    maxEditLength: maxDifferences,
  })
  if (!found) return differencesOf(was, is, start)
  const differences: Difference[] = []
  let removed: ShownBlock[] = []
  let added: PlacedBlock[] = []
  let index = 0
  let at = start
  const close = (): void => {
    if (removed.length > 0 || added.length > 0) differences.push(...differencesOf(removed, added, at))
    removed = []
    added = []
  }
  for (const part of found) {
    if (part.removed) {
      removed.push(...part.value)
      continue
    }
    const placed = is.slice(index, index + part.value.length)
    index += part.value.length
    if (part.added) {
      added.push(...placed)
      continue
    }
    close()
    at = placed.at(-1)?.to ?? at
  }
  close()
  return differences
}
