import type { Node } from 'prosemirror-model'
import { schema } from '../../shared/document/schema.ts'
import type { Changes } from './changes.ts'
import { isApart } from './flow.ts'
import { blockItem, type Item } from './items.ts'
import { limits } from './limits.ts'

const isList = (node: Node): boolean => node.type.name === 'bulletList' || node.type.name === 'orderedList'

/** Text blocks that may stand in a list or quotation only as paragraphs. */
function asParagraph(node: Node): Node | null {
  return node.isTextblock ? schema.node('paragraph', null, node.content) : null
}

function depthOf(list: Node): number {
  let deepest = 0
  list.forEach((entry) => {
    entry.forEach((child) => {
      if (isList(child)) deepest = Math.max(deepest, depthOf(child))
    })
  })
  return deepest + 1
}

/**
 * A list of its entries' items. The schema lets paragraphs and lists stand in an entry; a quotation inside one
 * stays a quotation, so the list ends before it and goes on behind it.
 *
 * @param start the first number, or null for a list without numbers
 */
export function buildList(
  entries: readonly (readonly Item[])[],
  start: number | null,
  changes: Changes,
): Item[] {
  const result: Item[] = []
  let open: Node[] = []
  let number = start ?? 1
  const endList = (): void => {
    if (open.length === 0) return
    const first = number - open.length
    result.push(
      blockItem(
        start === null
          ? schema.node('bulletList', null, open)
          : schema.node('orderedList', { start: first }, open),
      ),
    )
    open = []
  }
  for (const entry of entries) {
    let content: Node[] = []
    const endEntry = (): void => {
      const [first] = content
      if (!first) return
      // An entry that is only a list is that list's entries, one level up; so is one that is too deep.
      if (isList(first)) {
        first.forEach((inner) => {
          open.push(inner)
          number++
        })
        content = content.slice(1)
        endEntry()
        return
      }
      const flat: Node[] = []
      for (const node of content) {
        if (isList(node) && depthOf(node) >= limits.listDepth) {
          changes.add('list levels taken out')
          node.descendants((inner) => {
            const paragraph = asParagraph(inner)
            if (paragraph) flat.push(paragraph)
            return !paragraph
          })
        } else flat.push(node)
      }
      open.push(schema.node('listItem', null, flat))
      number++
      content = []
    }
    for (const item of entry) {
      if (item.kind === 'dropped') {
        result.push(item)
        continue
      }
      const fitting = isList(item.node) ? item.node : asParagraph(item.node)
      if (fitting) {
        content.push(fitting)
        continue
      }
      endEntry()
      endList()
      result.push(item)
    }
    endEntry()
  }
  endList()
  return result
}

/** A quotation of its items; what was left out inside it, and what cannot stand in it, comes behind it. */
export function buildQuote(items: readonly Item[], changes: Changes): Item[] {
  const content: Node[] = []
  const behind: Item[] = []
  const take = (node: Node): void => {
    const fitting = isList(node) ? node : asParagraph(node)
    if (fitting) content.push(fitting)
    else if (node.type.name === 'blockquote') {
      changes.add('quotations inside quotations joined to the outer one')
      node.forEach(take)
    }
    if (node.type.name === 'crosshead') changes.add('headings inside quotations made paragraphs')
  }
  for (const item of items) {
    if (item.kind === 'dropped') behind.push(item)
    else if (isApart(item.node)) {
      changes.add('pictures and tables inside quotations set behind them')
      behind.push(item)
    } else take(item.node)
  }
  if (content.length === 0) return behind
  return [blockItem(schema.node('blockquote', null, content)), ...behind]
}
