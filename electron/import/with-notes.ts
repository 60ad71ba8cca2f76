import { Fragment, type Node } from 'prosemirror-model'
import { footnotesOf, footnotesPlace } from '../../shared/document/footnotes.ts'
import { schema } from '../../shared/document/schema.ts'
import type { PlacedDrop } from './fields.ts'
import { pageRules } from './rules.ts'

/**
 * A story with the notes of the references that came into it, in their order. Notes whose references did not, such
 * as a headline's, are left out and listed.
 */
export function withNotes(
  document: Node,
  notes: ReadonlyMap<string, Fragment>,
): { document: Node; dropped: PlacedDrop[] } {
  if (notes.size === 0) return { document, dropped: [] }
  const ids = footnotesOf(document).references.map(({ id }) => id)
  const kept = ids.flatMap((id) => {
    const words = notes.get(id)
    // References within notes have no place: they came in as words.
    return words
      ? [
          schema.node(
            'footnote',
            { id },
            words.content.filter((node) => node.isText),
          ),
        ]
      : []
  })
  const referred = new Set(ids)
  const blocks = document.children.filter((child) => child.type.spec.group === 'block').length
  const dropped = [...notes].flatMap(([id, words]): PlacedDrop[] => {
    const text = words.textBetween(0, words.size)
    if (referred.has(id) || text.trim() === '') return []
    return [{ kind: 'dropped', text, rule: pageRules.note, beforeBlock: blocks }]
  })
  if (kept.length === 0) return { document, dropped }
  const children = [...document.children]
  const { from } = footnotesPlace(document)
  const at = document.resolve(from).index()
  children.splice(at, 0, schema.node('footnotes', null, kept))
  return { document: document.copy(Fragment.fromArray(children)), dropped }
}
