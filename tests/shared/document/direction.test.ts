import { expect, test } from 'vitest'
import { buildDocument } from '../../../shared/document/build.ts'
import { directionOfStory } from '../../../shared/document/direction.ts'
import { schema } from '../../../shared/document/schema.ts'

const story = (headline: string, ...texts: string[]) =>
  buildDocument(
    { headline },
    texts.map((text) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])),
  )

test('a story goes the way of its headline, whatever stands under it', () => {
  expect(directionOfStory(story('عودة العبّارة', 'A paragraph in another script.'))).toBe('rtl')
  expect(directionOfStory(story('The ferry', 'عادت العبّارة إلى الميناء.'))).toBe('ltr')
})

test('figures and signs go no way; where there are only such, the first words do', () => {
  expect(directionOfStory(story('2026: «עשר שנים»'))).toBe('rtl')
  expect(directionOfStory(story('', '', '1,204', 'عادت العبّارة'))).toBe('rtl')
})

test('a story without a letter goes the way of the window', () => {
  expect(directionOfStory(story('', '1,204'))).toBeNull()
})
