import { expect, test } from 'vitest'
import { untagged } from '../../../renderer/editor/read-paint.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { claimIdSchema } from '../../../shared/model/ids.ts'

const claim = (id: string) => schema.mark('claim', { id: claimIdSchema.parse(`claim-made-${id}`) })

const text = buildDocument({ headline: 'Ice' }, [
  schema.node('paragraph', null, [
    schema.text('The house '),
    schema.text('stands on '),
    schema.text('212 piles', [claim('one')]),
    schema.text(' of larch', [claim('one'), claim('two')]),
    schema.text(' and '),
    schema.text('will', [schema.mark('bold')]),
    schema.text(' move.'),
  ]),
])

const words = (stretches: readonly { from: number; to: number }[]): string[] =>
  stretches.map(({ from, to }) => text.textBetween(from, to))

const start = (() => {
  let at = 0
  text.descendants((node, position) => {
    if (node.type.name === 'paragraph') at = position + 1
    return true
  })
  return at
})()

test('what no claim covers of a stretch is all of it but the claims, in as few pieces as there are gaps', () => {
  expect(words(untagged(text, { from: start, to: start + 53 }))).toEqual([
    'The house stands on ',
    ' and will move.',
  ])
})

test('of a stretch that begins and ends within other text, nothing beyond its ends is given', () => {
  expect(words(untagged(text, { from: start + 4, to: start + 25 }))).toEqual(['house stands on '])
})

test('of a stretch that lies within a claim nothing is left', () => {
  expect(untagged(text, { from: start + 22, to: start + 32 })).toEqual([])
})
