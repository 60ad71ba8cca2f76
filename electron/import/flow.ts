import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../shared/document/schema.ts'
import type { Changes } from './changes.ts'
import { collapseSpace } from './characters.ts'
import { blockItem, droppedItem, type Item, type Part } from './items.ts'
import { Runs } from './runs.ts'
import type { Rule } from './tree.ts'

/** Whether a block cannot be a part of a line of text. */
export function isApart(node: Node): boolean {
  return node.type === schema.nodes.figure || node.type === schema.nodes.table
}

/**
 * Blocks as they come out of a walk: words gather in the paragraph at hand until something ends it.
 *
 * The schema has no line break inside a paragraph. One `<br>` becomes a space, two or more in a row end the
 * paragraph; both are counted.
 */
export class Flow {
  readonly items: Item[] = []
  readonly #changes: Changes
  #runs = new Runs()
  #breaks = 0
  #later: Item[] = []

  constructor(changes: Changes) {
    this.#changes = changes
  }

  text(text: string, marks: readonly Mark[]): void {
    if (this.#breaks > 0 && text.trim() !== '') {
      if (this.#breaks === 1) {
        this.#runs.add(' ', [])
        this.#changes.add('line breaks made spaces')
      } else {
        this.endParagraph()
        this.#changes.add('paragraphs made of double line breaks')
      }
      this.#breaks = 0
    }
    this.#runs.add(text, marks)
  }

  /** A reference to a footnote, behind the words that it belongs to. */
  reference(node: Node): void {
    this.#runs.addReference(node)
  }

  /** What stands in the midst of a paragraph and is a block of its own comes behind it. */
  later(...items: readonly Item[]): void {
    this.#later.push(...items)
    if (this.#runs.isBlank()) this.endParagraph()
  }

  lineBreak(): void {
    if (!this.#runs.isBlank()) this.#breaks++
  }

  endParagraph(): void {
    this.#breaks = 0
    const words = this.#runs.take()
    if (words.length > 0) this.items.push(blockItem(schema.node('paragraph', null, words)))
    for (const item of this.#later) this.items.push(item)
    this.#later = []
  }

  /** Ends the paragraph at hand and puts items behind it. */
  add(...items: readonly Item[]): void {
    this.endParagraph()
    for (const item of items) this.items.push(item)
  }

  /** Lists left-out words; the paragraph at hand goes on. */
  drop(text: string, rule: Rule): void {
    const lines = text
      .split('\n')
      .map(collapseSpace)
      .filter((line) => line !== '')
    if (lines.length > 0) this.items.push(droppedItem(lines.join('\n'), rule))
  }

  /**
   * What gathered as one block of text: paragraphs joined by a space; left-out parts, pictures and tables stay beside
   * it.
   */
  takeLine(
    make: 'paragraph' | 'crosshead' | 'pullQuote' | 'editorsNote',
    heading = 0,
    part: Part = 'body',
  ): Item[] {
    this.endParagraph()
    const runs = new Runs()
    const result: Item[] = []
    for (const item of this.items) {
      if (item.kind === 'dropped' || isApart(item.node)) {
        result.push(item)
        continue
      }
      item.node.descendants((node, _position, parent) => {
        if (node.isText) runs.add(node.text ?? '', node.marks)
        else if (node.type === schema.nodes.footnoteReference) runs.addReference(node)
        else if (node.isTextblock && node !== parent) runs.add(' ', [])
        return true
      })
      runs.add(' ', [])
    }
    const attributes = make === 'crosshead' ? { level: heading <= 2 ? 1 : 2 } : null
    const words = runs.take()
    if (words.length > 0) result.push(blockItem(schema.node(make, attributes, words), heading, part))
    return result
  }
}
