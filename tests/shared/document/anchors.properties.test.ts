import fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import {
  type AnchorSpan,
  anchorOrder,
  anchorSpan,
  anchorsAt,
  anchorsOfBlocks,
  anchorWords,
  touchedAnchors,
} from '../../../shared/document/anchors.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'

/** Read from the first character to the last, with nothing kept. */
function spansByForce(document: Node): Map<string, AnchorSpan> {
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
const documentOf = (blocks: readonly Node[]): Node => schema.topNodeType.create(null, [...blocks])

/** Some words, and the claims that each of them is in. */
type Words = readonly (readonly string[])[]

function paragraph(words: Words): Node {
  const texts = words.map((ids, at) => {
    const marks = ids.reduce<readonly Mark[]>((set, id) => schema.mark('claim', { id }).addToSet(set), [])
    return schema.text(`word${at} `, marks)
  })
  return schema.node('paragraph', null, texts)
}

const id = fc.integer({ min: 0, max: 40 }).map((number) => `claim${number}`)
const words: fc.Arbitrary<Words> = fc.array(fc.uniqueArray(id, { maxLength: 3 }), { maxLength: 5 })
const blocks = fc.array(words.map(paragraph), { maxLength: 120, size: 'max' })

/** Blocks taken out somewhere and others put in: new ones, or some that stand in the document already. */
type Edit = typeof edit extends fc.Arbitrary<infer Edit> ? Edit : never

const edit = fc.record({
  /** Of which document so far; rarely of one but the last. */
  back: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 4 }) }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  out: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 2 }) }, { weight: 1, arbitrary: fc.nat({ max: 60 }) }),
  new: fc.array(words.map(paragraph), { maxLength: 3 }),
  again: fc.nat({ max: 3 }),
})

function play(documents: readonly Node[], { back, at, out, new: brought, again }: Edit): Node {
  const { children } = documents[Math.max(0, documents.length - 1 - back)] as Node
  const from = Math.floor(at * children.length)
  const copies = children.slice(0, again)
  return documentOf([...children.slice(0, from), ...brought, ...copies, ...children.slice(from + out)])
}

const edits = fc.array(edit, { minLength: 1, maxLength: 20 })

test('where claims stand, after any edits, is what reading the whole document again would say', () => {
  fc.assert(
    fc.property(blocks, edits, (first, list) => {
      const documents = [documentOf(first)]
      for (const one of list) {
        const document = play(documents, one)
        documents.push(document)
        const byForce = spansByForce(document)
        expect(anchorOrder(document)).toEqual([...byForce.keys()])
        for (let number = 0; number <= 40; number++) {
          expect(anchorSpan(document, `claim${number}`)).toEqual(byForce.get(`claim${number}`))
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('the claims that stand in some blocks or reach across them are those that reading by force finds', () => {
  fc.assert(
    fc.property(blocks, edits, fc.nat(), fc.nat({ max: 4 }), (first, list, place, count) => {
      const documents = [documentOf(first)]
      for (const one of list) {
        const document = play(documents, one)
        documents.push(document)
        const byForce = [...spansByForce(document)]
        const starts = [0]
        for (const block of document.children) starts.push(must(starts.at(-1), 'a start') + block.nodeSize)
        for (let from = 0; from <= document.childCount; from++) {
          const to = Math.min(document.childCount, from + count)
          const [start, end] = [must(starts[from], 'a start'), must(starts[to], 'an end')]
          const expected = byForce.filter(([, span]) => span.from < end && span.to > start).map(([id]) => id)
          expect([...anchorsOfBlocks(document, from, to)].sort()).toEqual(expected.sort())
        }
        const position = place % (document.content.size + 1)
        expect(anchorsAt(document, position).sort()).toEqual(
          byForce
            .filter(([, span]) => span.from <= position && span.to >= position)
            .map(([id]) => id)
            .sort(),
        )
      }
    }),
    { numRuns: 300 },
  )
})

test('a claim that an edit did not touch has the words that it had', () => {
  fc.assert(
    fc.property(blocks, edits, (first, list) => {
      const documents = [documentOf(first)]
      for (const one of list) {
        const document = play(documents, one)
        const before = documents[documents.length - 1] as Node
        documents.push(document)
        const touched = touchedAnchors(before, document)
        for (const id of new Set([...spansByForce(before).keys(), ...spansByForce(document).keys()])) {
          if (!touched.has(id)) expect(anchorWords(document, id)).toBe(anchorWords(before, id))
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('the order of claims is the same array while typing leaves it alone', () => {
  const first = Array.from({ length: 100 }, (_, at) => paragraph([[`claim${at}`], []]))
  const document = documentOf(first)
  const order = anchorOrder(document)
  const reworded = schema.node('paragraph', null, [
    schema.text('other words', [schema.mark('claim', { id: 'claim50' })]),
  ])
  const typed = documentOf(first.with(50, reworded))
  expect(anchorOrder(typed)).toBe(order)
  const untagged = documentOf(first.with(50, paragraph([[]])))
  expect(anchorOrder(untagged)).toEqual(order.filter((id) => id !== 'claim50'))
})
