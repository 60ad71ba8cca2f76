import type { Node } from 'prosemirror-model'
import { textOf } from '../document/text.ts'
import type { GateLine } from '../model/gate.ts'

/** "TK", "TKTK", "TKs": what journalists write where something is to come. */
const toCome = /(?<![\p{L}\p{M}\p{N}])(?:(?:TK)+s?|(?:tk){2,})(?![\p{L}\p{M}\p{N}])/gu
const said = /[\p{L}\p{N}]/u

/** Words around what is to come, so that it is known without its place. */
const wordsBeside = 30

interface Gap {
  readonly kind: 'tk' | 'noByline' | 'noCredit'
  readonly where: string
  readonly words: string
  /** From just before the child. */
  readonly from: number
  readonly to: number
}

function around(text: string, at: number, length: number): string {
  const start = Math.max(0, at - wordsBeside)
  const end = Math.min(text.length, at + length + wordsBeside)
  const before = text.slice(start, at)
  const after = text.slice(at + length, end)
  return (
    (start > 0 ? before.replace(/^\S*\s/u, '… ') : before) +
    text.slice(at, at + length) +
    (end < text.length ? after.replace(/\s\S*$/u, ' …') : after)
  )
}

/** @param start where the block's content begins */
function toComeIn(block: Node, start: number): Gap[] {
  // A reference to a footnote takes one position; so does the character that stands for it here.
  const text = block.textBetween(0, block.content.size, '', '\ufffc')
  return [...text.matchAll(toCome)].map(({ 0: found, index }) => ({
    kind: 'tk',
    where: block.type.name,
    words: around(text, index, found.length).replaceAll('\ufffc', ''),
    from: start + index,
    to: start + index + found.length,
  }))
}

function gapsWithin(child: Node): Gap[] {
  const gaps: Gap[] = []
  const look = (node: Node, at: number): void => {
    if (node.isTextblock) gaps.push(...toComeIn(node, at + 1))
    if (node.type.name === 'byline' && !said.test(textOf(node, 'accepted'))) {
      gaps.push({ kind: 'noByline', where: 'byline', words: '', from: at + 1, to: at + 1 })
    }
    if (node.type.name === 'figure') {
      let inside = at + 1
      node.forEach((part) => {
        if (part.type.name === 'credit' && !said.test(textOf(part, 'accepted'))) {
          const caption = node.children.find((one) => one.type.name === 'caption')
          const words = caption ? textOf(caption, 'accepted') : ''
          gaps.push({ kind: 'noCredit', where: 'figure', words, from: inside + 1, to: inside + 1 })
        }
        inside += part.nodeSize
      })
    }
  }
  look(child, 0)
  child.descendants((node, position) => {
    look(node, position + 1)
    return !node.isTextblock
  })
  return gaps
}

const gapsOfChild = new WeakMap<Node, readonly Gap[]>()

/**
 * What a text still lacks, in its order: what is to come, a byline, credits of pictures. An unchanged child of the
 * document is looked at once.
 */
export function gapsOf(document: Node): GateLine[] {
  const lines: GateLine[] = []
  document.forEach((child, offset) => {
    let gaps = gapsOfChild.get(child)
    if (!gaps) {
      gaps = gapsWithin(child)
      gapsOfChild.set(child, gaps)
    }
    for (const gap of gaps) lines.push({ ...gap, from: offset + gap.from, to: offset + gap.to })
  })
  return lines
}
