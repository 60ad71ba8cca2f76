import type { Node, ResolvedPos } from 'prosemirror-model'

/** Why words cannot be tagged as one claim. */
export type TagRefusal = { kind: 'noWords' } | { kind: 'acrossParts'; parts: [string, string] }

const zones = new Set(['editorsNote', 'tableHeader', 'tableCell', 'footnote'])

/** The body of a story is one zone; the headline, a caption, a cell, a footnote are each one of their own. */
function zoneOf($position: ResolvedPos): { key: string; name: string } {
  for (let depth = 1; depth <= $position.depth; depth++) {
    const { type } = $position.node(depth)
    const inFigure = depth > 1 && $position.node(depth - 1).type.name === 'figure'
    if (inFigure || zones.has(type.name)) return { key: `${$position.before(depth)}`, name: type.name }
    if (depth === 1 && type.spec.group !== 'block' && type.name !== 'footnotes')
      return { key: type.name, name: type.name }
  }
  return { key: 'body', name: 'body' }
}

/** Why `range` cannot become one claim, or null where it can. */
export function tagRefusal(document: Node, range: { from: number; to: number }): TagRefusal | null {
  if (document.textBetween(range.from, range.to, ' ').trim() === '') return { kind: 'noWords' }
  const first = zoneOf(document.resolve(range.from))
  const last = zoneOf(document.resolve(range.to))
  if (first.key !== last.key) return { kind: 'acrossParts', parts: [first.name, last.name] }
  return null
}
