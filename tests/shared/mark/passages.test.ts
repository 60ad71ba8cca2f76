import { expect, it } from 'vitest'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { passagesIn, passagesOf } from '../../../shared/mark/passages.ts'

const paragraph = (text: string) => schema.node('paragraph', null, [schema.text(text)])

const document = buildDocument({ headline: 'Bridge to close', byline: 'By Ada Quill' }, [
  schema.node('paragraph', null, [
    schema.text('It costs 40 crowns'),
    schema.node('footnoteReference', { id: 'note-one' }),
    schema.text(' a day.'),
  ]),
  schema.node('blockquote', null, [paragraph('Leaf 40 is torn.')]),
  schema.node('bulletList', null, [
    schema.node('listItem', null, [paragraph('One.')]),
    schema.node('listItem', null, [paragraph('Two.')]),
  ]),
  schema.node('footnotes', null, [schema.node('footnote', { id: 'note-one' }, [schema.text('Ledger 12.')])]),
])

it('reads every text block by its name, in a block quote by that', () => {
  expect(passagesOf(document).filter((one) => one.text !== '')).toEqual([
    { where: 'headline', text: 'Bridge to close' },
    { where: 'byline', text: 'By Ada Quill' },
    { where: 'paragraph', text: 'It costs 40 crowns\ufffc a day.' },
    { where: 'blockquote', text: 'Leaf 40 is torn.' },
    { where: 'paragraph', text: 'One.' },
    { where: 'paragraph', text: 'Two.' },
    { where: 'footnote', text: 'Ledger 12.' },
  ])
})

it('knows where each begins: what stands there is its text', () => {
  let offset = 0
  for (const child of document.children) {
    for (const { passage, from } of passagesIn(child)) {
      const start = offset + from
      const read = document.textBetween(start, start + passage.text.length, '|', '\ufffc')
      expect(read).toBe(passage.text)
    }
    offset += child.nodeSize
  }
})

it('gives the same passages for a block that did not change', () => {
  expect(passagesIn(document.child(0))).toBe(passagesIn(document.child(0)))
})
