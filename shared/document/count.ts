import type { Node } from 'prosemirror-model'
import { changedBlocks } from './anchors.ts'
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

function wordsBetween(document: Node, from: number, to: number): number {
  let words = 0
  let position = 0
  for (let i = 0; i < document.childCount && position < to; i++) {
    const block = document.child(i)
    if (position >= from) words += blockWords(block)
    position += block.nodeSize
  }
  return words
}

/** How many words a story has: all that its fields and its body say, suggestions taken as accepted. */
export function wordCount(document: Node): number {
  return wordsBetween(document, 0, document.content.size)
}

/** The word count after an edit, from the count before and the blocks that changed alone. */
export function wordCountAfter(countBefore: number, before: Node, after: Node): number {
  const { fromA, toA, fromB, toB } = changedBlocks(before, after)
  return countBefore - wordsBetween(before, fromA, toA) + wordsBetween(after, fromB, toB)
}
