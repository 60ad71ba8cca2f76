import type { Node } from 'prosemirror-model'
import { expect, it } from 'vitest'
import { anchorSpans } from '../../../shared/document/anchors.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import {
  claimsBelow,
  claimsIn,
  crossheadsOf,
  paragraphAround,
  sectionAround,
} from '../../../shared/document/sections.ts'
import { must } from '../../../shared/lib/assert.ts'

const claimed = (type: 'paragraph' | 'crosshead', id: string): Node =>
  schema.node(type, null, [schema.text(`words of ${id}`, [schema.mark('claim', { id })])])

const document = buildDocument({ headline: 'Boats' }, [
  claimed('paragraph', 'lead'),
  claimed('crosshead', 'head-one'),
  claimed('paragraph', 'one'),
  claimed('paragraph', 'one-more'),
  claimed('crosshead', 'head-two'),
  claimed('paragraph', 'two'),
])

function positionOf(id: string): number {
  return must(anchorSpans(document).get(id), 'the claim stands there').from
}

it('a section reaches from its crosshead to the next one', () => {
  expect(claimsIn(document, sectionAround(document, positionOf('one-more')))).toEqual([
    'head-one',
    'one',
    'one-more',
  ])
  expect(claimsIn(document, sectionAround(document, positionOf('head-two')))).toEqual(['head-two', 'two'])
})

it('what stands before the first crosshead is a section, also seen from the headline', () => {
  expect(claimsIn(document, sectionAround(document, positionOf('lead')))).toEqual(['lead'])
  expect(claimsIn(document, sectionAround(document, 1))).toEqual(['lead'])
})

it('a section is found by its crosshead', () => {
  const heads = crossheadsOf(document)
  expect(heads.map((head) => head.text)).toEqual(['words of head-one', 'words of head-two'])
  expect(claimsBelow(document, must(heads[1], 'a second one').at)).toEqual(['head-two', 'two'])
})

it('a paragraph is what stands around a position', () => {
  expect(claimsIn(document, paragraphAround(document, positionOf('one')))).toEqual(['one'])
})
