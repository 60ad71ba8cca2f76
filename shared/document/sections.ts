import type { Node } from 'prosemirror-model'
import { anchorSpans } from './anchors.ts'
import { schema } from './schema.ts'

/** A crosshead and where it begins. */
export interface Crosshead {
  readonly text: string
  readonly at: number
}

export function crossheadsOf(document: Node): Crosshead[] {
  const heads: Crosshead[] = []
  document.forEach((block, at) => {
    if (block.type === schema.nodes.crosshead) heads.push({ text: block.textContent.trim(), at })
  })
  return heads
}

/** From where to where the top-level block around a position reaches. */
export function paragraphAround(document: Node, position: number): { from: number; to: number } {
  const $position = document.resolve(position)
  if ($position.depth === 0) return { from: position, to: position + ($position.nodeAfter?.nodeSize ?? 0) }
  return { from: $position.before(1), to: $position.after(1) }
}

/**
 * The section around a position: from its crosshead to the one after it, or to the end of the body. What stands
 * before the first crosshead is a section too.
 */
export function sectionAround(document: Node, position: number): { from: number; to: number } {
  let from: number | null = null
  let to: number | null = null
  let end = 0
  document.forEach((block, at) => {
    if (block.type.spec.group !== 'block') return
    end = at + block.nodeSize
    const begins = from === null || block.type === schema.nodes.crosshead
    if (begins && (from === null || at <= position)) from = at
    else if (begins && to === null) to = at
  })
  return { from: from ?? 0, to: to ?? end }
}

/** The claims of which a part stands in a range, in the order of the text. */
export function claimsIn(document: Node, range: { from: number; to: number }): string[] {
  return [...anchorSpans(document)]
    .filter(([, span]) => span.from < range.to && span.to > range.from)
    .map(([id]) => id)
}

/** The claims below a crosshead, and in it. */
export function claimsBelow(document: Node, at: number): string[] {
  return claimsIn(document, sectionAround(document, at))
}
