import { Schema } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { buildDocument, readDocument } from '../../../shared/document/build.ts'
import { isSafeHref } from '../../../shared/document/href.ts'
import { schema } from '../../../shared/document/schema.ts'
import { countWords, mappedText, textOf } from '../../../shared/document/text.ts'
import { paragraph } from './writing.ts'

const story = buildDocument({ headline: 'Bridge opens', searchTitle: 'Bridge' }, [
  paragraph('It opened.'),
  paragraph(''),
  schema.node('bulletList', null, [schema.node('listItem', null, [paragraph('One')])]),
])

describe('the words of a story', () => {
  test('are every block’s, those of fields and lists included, without room for empty ones', () => {
    expect(textOf(story, 'accepted')).toBe('Bridge opens\nIt opened.\nOne\nBridge')
  })
  test('can be read in part', () => {
    expect(textOf(story, 'accepted', { from: 1, to: 7 })).toBe('Bridge')
  })
  test('come with the position of each character', () => {
    const { text, positions } = mappedText(story, 'accepted', { from: 0, to: story.content.size })
    expect(positions).toHaveLength(text.length)
    for (const word of ['opens', 'opened', 'One']) {
      const at = text.indexOf(word)
      const from = positions[at] ?? -1
      expect(story.textBetween(from, from + word.length)).toBe(word)
    }
  })
  test('are counted by white space', () => {
    expect(['', ' ', 'one', 'one  two\nthree', 'a – b'].map(countWords)).toEqual([0, 0, 1, 3, 3])
  })
})

test('suggested insertions and deletions are seen accepted, rejected or both', () => {
  const suggesting = new Schema({
    nodes: schema.spec.nodes,
    marks: schema.spec.marks
      .addToEnd('inserted', { suggestion: 'insertion' })
      .addToEnd('deleted', { suggestion: 'deletion' }),
  })
  const block = suggesting.node('paragraph', null, [
    suggesting.text('23', [suggesting.mark('deleted')]),
    suggesting.text('24', [suggesting.mark('inserted')]),
    suggesting.text(' dead'),
  ])
  const seen = (['accepted', 'rejected', 'both'] as const).map((view) => textOf(block, view))
  expect(seen).toEqual(['24 dead', '23 dead', '2324 dead'])
})

describe('a document read from JSON', () => {
  test('is the document that was written', () => {
    expect(readDocument(JSON.parse(JSON.stringify(story.toJSON()))).eq(story)).toBe(true)
  })
  test.each([
    ['an unknown node', { type: 'doc', content: [{ type: 'table' }] }],
    ['a story without its fields', { type: 'doc', content: [{ type: 'paragraph' }] }],
    ['something that is no story', { type: 'paragraph' }],
    ['nothing', null],
  ])('is refused when it holds %s', (_title, json) => {
    expect(() => readDocument(json)).toThrow(RangeError)
  })
})

test.each([
  ['https://example.org/a', true],
  ['HTTP://EXAMPLE.ORG', true],
  ['mailto:desk@example.org', true],
  ['tel:+491234', true],
  ['javascript:alert(1)', false],
  [' java\nscript:alert(1)', false],
  ['\u0001javascript:alert(1)', false],
  ['data:text/html,<script>', false],
  ['file:///etc/passwd', false],
  ['vbscript:x', false],
  ['/relative', false],
  ['//example.org', false],
  ['https:', false],
  ['', false],
])('the address %j is safe: %s', (href, safe) => {
  expect(isSafeHref(href)).toBe(safe)
})
