import { expect, test } from 'vitest'
import { changedBlockOf, marksWithWords } from '../../../renderer/state/first-pass-blocks.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { maskOf } from '../../../shared/mark/facet-mask.ts'

const paragraph = (text: string) => schema.node('paragraph', null, [schema.text(text)])
const list = (...texts: string[]) =>
  schema.node(
    'bulletList',
    null,
    texts.map((text) => schema.node('listItem', null, [paragraph(text)])),
  )

test('a block that was edited says of its passages only those that read otherwise', () => {
  const before = list('Forty boats.', 'Nobody knows.', 'In 1911.')
  expect(changedBlockOf(list('Forty boats.', 'Everybody knows.', 'In 1911.'), before)).toEqual([
    null,
    { text: 'Everybody knows.', where: 'paragraph' },
    null,
  ])
  expect(changedBlockOf(list('Forty boats.'), undefined)).toEqual([
    { text: 'Forty boats.', where: 'paragraph' },
  ])
})

test('a quote of many paragraphs has the words of each, from one block to the next', () => {
  const texts = ['“We ran.', '“We ran far.', '“We came back.”']
  const document = buildDocument({ headline: 'The mill' }, [
    list('First.', texts[0] ?? ''),
    ...texts.slice(1).map(paragraph),
  ])
  const block = document.children.findIndex((child) => child.type.name === 'bulletList')
  const parts = texts.flatMap((text, ahead) => [ahead, 0, text.length])
  const sent = { parts, facets: maskOf(['quote']), reasons: [], speaker: null, worth: 1 }
  const [first, own] = marksWithWords(document, { block, marks: [[], [sent]] })
  expect(first).toEqual([])
  expect(own?.[0]?.words).toBe(texts.join(' '))
  const behind = { ...sent, parts: [...parts, 99, 0, 5] }
  expect(marksWithWords(document, { block, marks: [[], [behind]] })[1]).toEqual([])
})
