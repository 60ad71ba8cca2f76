import type { Node } from 'prosemirror-model'
import type { Passage } from './passage.ts'

/** A passage of a document, and where its text begins: counted from just before the top-level block that it is in. */
export interface PlacedPassage {
  readonly passage: Passage
  readonly from: number
}

const passagesOfBlock = new WeakMap<Node, readonly PlacedPassage[]>()

/** What a passage is called by, where it is not the text block itself. */
const named = new Set(['blockquote'])

/** The text blocks of one child of a document, in order; of the same child always the same passages. */
export function passagesIn(child: Node): readonly PlacedPassage[] {
  const known = passagesOfBlock.get(child)
  if (known) return known
  const passages: PlacedPassage[] = []
  const read = (block: Node, from: number): void => {
    const text = block.textBetween(0, block.content.size, undefined, '\ufffc')
    const where = named.has(child.type.name) ? child.type.name : block.type.name
    passages.push({ passage: { text, where }, from })
  }
  if (child.isTextblock) read(child, 1)
  else
    child.descendants((node, position) => {
      if (node.isTextblock) read(node, position + 2)
      return !node.isTextblock
    })
  passagesOfBlock.set(child, passages)
  return passages
}

/** A passage, and where the child of the document begins that it is in. */
export interface PassageAhead {
  readonly placed: PlacedPassage
  readonly offset: number
}

/**
 * The passages of a document from one of them on, by how many lie before. Asked in order it goes on from where it was,
 * so that what has many parts is walked over once.
 *
 * @param at the child, where it begins, and which of its passages is meant
 * @returns null past the end
 */
export function passagesAhead(
  document: Node,
  at: { readonly index: number; readonly offset: number; readonly passage: number },
): (ahead: number) => PassageAhead | null {
  let { index, offset } = at
  /** How many ahead the first passage of that child is. */
  let first = -at.passage
  return (ahead) => {
    if (ahead < first) {
      index = at.index
      offset = at.offset
      first = -at.passage
    }
    for (;;) {
      const child = document.maybeChild(index)
      if (!child) return null
      const passages = passagesIn(child)
      const placed = passages[ahead - first]
      if (placed) return { placed, offset }
      first += passages.length
      offset += child.nodeSize
      index++
    }
  }
}

/** Every passage of a document, in the order of the text. */
export function passagesOf(document: Node): Passage[] {
  return document.children.flatMap((child) => passagesIn(child).map(({ passage }) => passage))
}
