import { expect, it } from 'vitest'
import { isCleared, wantsSecondReader } from '../../../shared/check/legal.ts'
import { personIdSchema } from '../../../shared/model/ids.ts'

const [ada, grace] = ['person-ada', 'person-grace'].map((id) => personIdSchema.parse(id))

it('a clearing holds for the very words, typography aside, and lapses with them', () => {
  const legalClearing = { words: '“Forty boats”', note: '', personId: ada as never, atMs: 1 }
  expect(isCleared({ legalClearing, words: '“Forty boats”' })).toBe(true)
  expect(isCleared({ legalClearing, words: '"Forty boats"' })).toBe(true)
  expect(isCleared({ legalClearing, words: '“Four boats”' })).toBe(false)
  expect(isCleared({ legalClearing: null, words: 'Forty boats' })).toBe(false)
})

it.each([
  ['nobody is asked for', { isLegal: true, reading: null }, false],
  ['the flag is gone', { isLegal: false, reading: { done: null } }, false],
  ['nobody has read it', { isLegal: true, reading: { done: null } }, true],
  [
    'somebody else read these words',
    { isLegal: true, reading: { done: { personId: grace, words: 'Forty' } } },
    false,
  ],
  ['they read other words', { isLegal: true, reading: { done: { personId: grace, words: 'Four' } } }, true],
  [
    'the reader settled it since',
    { isLegal: true, reading: { done: { personId: ada, words: 'Forty' } } },
    true,
  ],
])('a second reader is wanted or not where %s', (_, { isLegal, reading }, expected) => {
  const settling = { personId: ada } as never
  const secondReading = reading && ({ readerId: null, askedBy: ada, askedAtMs: 1, ...reading } as never)
  expect(wantsSecondReader({ isLegal, secondReading, settling, words: 'Forty' })).toBe(expected)
})
