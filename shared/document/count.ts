import type { Node } from 'prosemirror-model'
import { changedBlocks } from './changed-blocks.ts'
import { countWords, textOf } from './text.ts'

const wordsOfBlock = new WeakMap<Node, number>()

/** Unchanged blocks keep their identity through an edit, so each is counted once. */
function blockWords(block: Node): number {
  const known = wordsOfBlock.get(block)
  if (known !== undefined) return known
  const words = countWords(textOf(block, 'accepted'))
  wordsOfBlock.set(block, words)
  return words
}

function wordsOfBlocks(document: Node, firstIndex: number, endIndex: number): number {
  return document.children.slice(firstIndex, endIndex).reduce((sum, block) => sum + blockWords(block), 0)
}

/** How many words a story has: all that its fields and its body say, suggestions taken as accepted. */
export function wordCount(document: Node): number {
  return wordsOfBlocks(document, 0, document.childCount)
}

/** The word count after an edit, from the count before and the blocks that changed alone. */
export function wordCountAfter(countBefore: number, before: Node, after: Node): number {
  const { firstIndex, endIndexA, endIndexB } = changedBlocks(before, after)
  return (
    countBefore - wordsOfBlocks(before, firstIndex, endIndexA) + wordsOfBlocks(after, firstIndex, endIndexB)
  )
}
