import type { Node } from 'prosemirror-model'
import type { Rule } from './tree.ts'

/** What a block is to the story, as far as the file itself says. */
export type Part = 'body' | 'headline' | 'dek' | 'byline' | 'dateline'

/** A block of the story, in the order of the file. */
export interface BlockItem {
  readonly kind: 'block'
  readonly node: Node
  readonly part: Part
  /** 1 to 6 for a heading, else 0. */
  readonly heading: number
}

/** Words that do not come into the story, at the place where they stood. */
export interface DroppedItem {
  readonly kind: 'dropped'
  readonly text: string
  readonly rule: Rule
}

/** One part of an imported file, in its order. */
export type Item = BlockItem | DroppedItem

export function blockItem(node: Node, heading = 0, part: Part = 'body'): BlockItem {
  return { kind: 'block', node, part, heading }
}

export function droppedItem(text: string, rule: Rule): DroppedItem {
  return { kind: 'dropped', text, rule: { name: rule.name, reason: rule.reason } }
}
