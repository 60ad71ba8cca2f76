import fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import type { AnchorSpan } from '../../../shared/document/anchors.ts'
import { schema } from '../../../shared/document/schema.ts'

/** Read from the first character to the last, with nothing kept. */
export function spansByForce(document: Node): Map<string, AnchorSpan> {
  const spans = new Map<string, AnchorSpan>()
  document.descendants((node, position) => {
    for (const { attrs, type } of node.marks) {
      if (type !== schema.marks.claim) continue
      const from = spans.get(attrs.id)?.from ?? position
      spans.set(attrs.id, { from, to: position + node.nodeSize })
    }
  })
  return spans
}

/** Not held against the schema: where claims stand does not hang on which parts there are. */
export const documentOf = (blocks: readonly Node[]): Node => schema.topNodeType.create(null, [...blocks])

/** Some words, and the claims that each of them is in. */
type Words = readonly (readonly string[])[]

export function paragraph(words: Words): Node {
  const texts = words.map((ids, at) => {
    const marks = ids.reduce<readonly Mark[]>((set, id) => schema.mark('claim', { id }).addToSet(set), [])
    return schema.text(`word${at} `, marks)
  })
  return schema.node('paragraph', null, texts)
}

/** Blocks taken out somewhere and others put in: new ones, or some that stand in the document already. */
interface Edit {
  /** Of which document so far; rarely of one but the last. */
  readonly back: number
  readonly at: number
  readonly out: number
  readonly new: readonly Node[]
  readonly again: number
}

function play(documents: readonly Node[], { back, at, out, new: brought, again }: Edit): Node {
  const { children } = documents[Math.max(0, documents.length - 1 - back)] as Node
  const from = Math.floor(at * children.length)
  const copies = children.slice(0, again)
  return documentOf([...children.slice(0, from), ...brought, ...copies, ...children.slice(from + out)])
}

function historyOf(idCount: number): fc.Arbitrary<Node[]> {
  const id = fc.nat({ max: idCount }).map((number) => `claim${number}`)
  const block = fc.array(fc.uniqueArray(id, { maxLength: 3 }), { maxLength: 5 }).map(paragraph)
  const edit: fc.Arbitrary<Edit> = fc.record({
    back: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 4 }) }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    out: fc.oneof(
      { weight: 4, arbitrary: fc.nat({ max: 2 }) },
      { weight: 1, arbitrary: fc.nat({ max: 60 }) },
    ),
    new: fc.array(block, { maxLength: 3 }),
    again: fc.nat({ max: 3 }),
  })
  const edits = fc.array(edit, { minLength: 1, maxLength: 20 })
  return fc.tuple(fc.array(block, { maxLength: 120, size: 'max' }), edits).map(([first, list]) => {
    const documents = [documentOf(first)]
    for (const one of list) documents.push(play(documents, one))
    return documents
  })
}

/** Documents that were made from each other, of claims that stand in many blocks, or as a rule in one. */
export const history: fc.Arbitrary<Node[]> = fc.oneof(historyOf(40), historyOf(600))
