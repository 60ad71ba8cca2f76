import { Fragment, Mark, type Node } from 'prosemirror-model'
import { anchorId } from '../../shared/document/anchors.ts'

function renameMarks(marks: readonly Mark[], ids: ReadonlyMap<string, string>): readonly Mark[] {
  if (!marks.some((mark) => mark.type.spec.anchored === true)) return marks
  const renamed: Mark[] = []
  for (const mark of marks) {
    if (mark.type.spec.anchored !== true) {
      renamed.push(mark)
      continue
    }
    const id = ids.get(anchorId(mark))
    if (id !== undefined) renamed.push(mark.type.create({ ...mark.attrs, id }))
  }
  return Mark.setFrom(renamed)
}

/** The document with its anchors naming other records. Anchors that `ids` does not name are taken off. */
export function renameAnchors(document: Node, ids: ReadonlyMap<string, string>): Node {
  if (document.isText) return document.mark(renameMarks(document.marks, ids))
  // Through an array, so that neighbours that are alike now become one text.
  const children: Node[] = []
  document.forEach((child) => {
    children.push(renameAnchors(child, ids))
  })
  return document.copy(Fragment.fromArray(children)).mark(renameMarks(document.marks, ids))
}
