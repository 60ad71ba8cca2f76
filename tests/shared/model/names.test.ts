import { expect, test } from 'vitest'
import { isWorkedOn, unworked } from '../../../shared/model/claim.ts'
import { newStoryId, storyIdSchema } from '../../../shared/model/ids.ts'
import { initialsOf } from '../../../shared/model/person.ts'
import { slugOf } from '../../../shared/model/story.ts'

test.each([
  ['Bridge Opens After Nine Years', 'bridge-opens-after-nine-years'],
  ['“It’s Over,” Says Café Owner', 'its-over-says-cafe-owner'],
  ['One two three four five six seven eight nine', 'one-two-three-four-five-six-seven-eight'],
  ['Москва заявила', 'москва-заявила'],
  ['…', 'untitled'],
  ['', 'untitled'],
])('the headline %j makes the slug %s', (headline, slug) => {
  expect(slugOf(headline)).toBe(slug)
})

test.each([
  ['Ada Lovelace', 'AL'],
  ['Ada Byron King Lovelace', 'AL'],
  ['Plato', 'P'],
  ['  élise   ü ', 'ÉÜ'],
  ['', '?'],
])('%j signs as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('new ids are ids and sort by the time they were made', () => {
  const ids = Array.from({ length: 50 }, newStoryId)
  expect(ids.every((id) => storyIdSchema.safeParse(id).success)).toBe(true)
  expect([...ids].sort()).toEqual(ids)
})

test('a claim is worked on once anything but its tag exists', () => {
  const untouched = { ...unworked, backup: [] }
  expect(isWorkedOn(untouched)).toBe(false)
  expect(isWorkedOn({ ...untouched, note: 'ask her' })).toBe(true)
  expect(isWorkedOn({ ...untouched, isLegal: true })).toBe(true)
})
