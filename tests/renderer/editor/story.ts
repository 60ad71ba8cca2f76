import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'

export const paragraph = (text: string): Node =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])

/** A story with a headline and these paragraphs or blocks. */
export function story(...blocks: (string | Node)[]): Node {
  return buildDocument(
    { headline: 'Bridge to close' },
    blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
  )
}

/** The position of the first of these words. */
export function placeOf(document: Node, words: string): number {
  let found = -1
  document.descendants((node, position) => {
    if (found >= 0 || !node.isTextblock) return found < 0
    const at = node.textContent.indexOf(words)
    if (at >= 0) found = position + 1 + at
    return false
  })
  if (found < 0) throw new Error(`no “${words}” in the story`)
  return found
}

/** A state whose selection reaches from the beginning of some words to the end of others. */
export function selecting(document: Node, from: string, to = from): EditorState {
  return EditorState.create({
    doc: document,
    selection: TextSelection.create(document, placeOf(document, from), placeOf(document, to) + to.length),
  })
}

export function caretAt(document: Node, position: number): EditorState {
  return EditorState.create({ doc: document, selection: TextSelection.create(document, position) })
}

/** The parts of a story that have words: "paragraph: words", claims in square brackets by id. */
export function lines(document: Node): string[] {
  const found: string[] = []
  document.descendants((node) => {
    if (!node.isTextblock) return true
    let line = ''
    node.forEach((child) => {
      const ids = child.marks.filter((mark) => mark.type.name === 'claim').map((mark) => mark.attrs.id)
      line += ids.length > 0 ? `[${ids.join()}:${child.text}]` : child.text
    })
    if (line !== '') found.push(`${node.type.name}: ${line}`)
    return false
  })
  return found
}
