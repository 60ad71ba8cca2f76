import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import {
  anchorOrder,
  anchorSpan,
  anchorsAt,
  anchorsOfBlocks,
  anchorWords,
  touchedAnchors,
} from '../../../shared/document/anchors.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import { documentOf, history, paragraph, spansByForce } from './claimed.ts'

test('where claims stand, after any edits, is what reading the whole document again would say', () => {
  fc.assert(
    fc.property(history, (documents) => {
      const ids = new Set(documents.flatMap((document) => [...spansByForce(document).keys()]))
      for (const document of documents) {
        const byForce = spansByForce(document)
        expect(anchorOrder(document)).toEqual([...byForce.keys()])
        for (const id of ids) expect(anchorSpan(document, id)).toEqual(byForce.get(id))
      }
    }),
    { numRuns: 200 },
  )
})

test('the claims that stand in some blocks or reach across them are those that reading by force finds', () => {
  fc.assert(
    fc.property(history, fc.nat(), fc.nat({ max: 4 }), (documents, place, count) => {
      for (const document of documents) {
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
    { numRuns: 150 },
  )
})

test('a claim that an edit did not touch has the words that it had', () => {
  fc.assert(
    fc.property(history, (documents) => {
      documents.slice(1).forEach((document, at) => {
        const before = documents[at] as Node
        const touched = touchedAnchors(before, document)
        for (const id of new Set([...spansByForce(before).keys(), ...spansByForce(document).keys()])) {
          if (!touched.has(id)) expect(anchorWords(document, id)).toBe(anchorWords(before, id))
        }
      })
    }),
    { numRuns: 150 },
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
