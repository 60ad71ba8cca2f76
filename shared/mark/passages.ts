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

/** The passage of a child of a document that lies so many behind the child's first, in it or in those that follow. */
export function passageFrom(document: Node, child: number, behind: number): Passage | null {
  let index = child
  let left = behind
  for (;;) {
    const block = document.maybeChild(index)
    if (!block) return null
    const passages = passagesIn(block)
    const found = passages[left]
    if (found) return found.passage
    left -= passages.length
    index++
  }
}

/** Every passage of a document, in the order of the text. */
export function passagesOf(document: Node): Passage[] {
  return document.children.flatMap((child) => passagesIn(child).map(({ passage }) => passage))
}
