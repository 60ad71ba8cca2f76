import { expect, it } from 'vitest'
import { DismissedWords } from '../../../shared/mark/dismissed.ts'
import { newDismissalId } from '../../../shared/model/dismissal.ts'

const made = (words: string, what: 'statement' | 'quote' = 'statement') => ({
  id: newDismissalId(),
  what,
  words,
  isTakenBack: false,
})

const knows = (words: string) => {
  const dismissed = new DismissedWords()
  dismissed.add(made(words))
  return (other: string, what: 'statement' | 'quote' = 'statement') => dismissed.has({ what, words: other })
}

it.each([
  ['“forty” boats', '"forty" boats', true],
  ['Forty boats', 'forty boats', true],
  ['forty  boats – and more', 'forty boats -- and more', true],
  ['forty boats', 'fourteen boats', false],
  ['340,000 crowns', '340.000 crowns', false],
  ['we’re', 'were', false],
  ['…', '…', true],
  ['…', '!', false],
])('of “%s”, “%s" is dismissed too: %s', (words, other, is) => {
  expect(knows(words)(other)).toBe(is)
})

it('tells a quote from a statement of the same words', () => {
  expect(knows('forty boats')('forty boats', 'quote')).toBe(false)
})

it('forgets one of two that read the same and keeps the other', () => {
  const dismissed = new DismissedWords()
  const [one, other] = [made('“Forty” boats'), made('"Forty" boats')]
  dismissed.add(one)
  dismissed.add(other)
  dismissed.remove({ ...one, isTakenBack: true })
  expect(dismissed.has(made('Forty boats'))).toBe(false)
  expect(dismissed.has(made('“Forty” boats'))).toBe(true)
  dismissed.remove(other)
  expect(dismissed.has(made('“Forty” boats'))).toBe(false)
})

it('takes a finding by its key to the letter, for it may be about typography', () => {
  const dismissed = new DismissedWords()
  dismissed.add({ ...made('style dashes – —'), what: 'finding' })
  expect(dismissed.has({ what: 'finding', words: 'style dashes – —' })).toBe(true)
  expect(dismissed.has({ what: 'finding', words: 'style dashes – -' })).toBe(false)
})
