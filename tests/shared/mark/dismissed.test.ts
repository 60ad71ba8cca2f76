import { expect, it } from 'vitest'
import { DismissedWords, dismissedAs, partsOfDismissed } from '../../../shared/mark/dismissed.ts'
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

const mark = (given: Partial<Parameters<typeof dismissedAs>[0]> = {}) =>
  ({ kind: 'statement', words: 'accused of fraud', speaker: null, risk: 'figure', ...given }) as const
const by = (name: string, role = '') => ({ kind: 'quote', risk: 'quote', speaker: { name, role } }) as const

it.each([
  ['a figure wherever it stands', mark(), mark(), true],
  ['an accusation in its sentence', mark({ risk: 'accusation' }), mark({ risk: 'accusation' }), false],
  ['what legal reads in its sentence', mark({ risk: 'legal' }), mark({ risk: 'legal' }), false],
  ['a quote by its speaker', mark(by('Ada Roe')), mark(by('Ada Roe')), true],
  ['a quote by its speaker alone', mark(by('Ada Roe')), mark(by('Jonas Veer')), false],
  ['a quote by a role', mark(by('', 'mayor')), mark(by('', 'driver')), false],
  ['a quote of nobody in its sentence', mark({ kind: 'quote' }), mark({ kind: 'quote' }), false],
])('dismisses %s', (_, one, other, is) => {
  const dismissed = new DismissedWords()
  const first = dismissedAs(one, 'Odile Brandt’s firm was accused of fraud.')
  dismissed.add({ ...first, id: newDismissalId(), isTakenBack: false })
  expect(dismissed.has(dismissedAs(one, "Odile Brandt's firm was accused of fraud."))).toBe(true)
  expect(dismissed.has(dismissedAs(other, 'Jonas Veer’s firm was accused of fraud.'))).toBe(is)
})

it('tells the words that were dismissed from whose they are', () => {
  const quote = dismissedAs(mark(by('Ada Roe')), '')
  expect(partsOfDismissed(quote)).toEqual({ words: 'accused of fraud', beside: 'Ada Roe' })
  expect(partsOfDismissed({ what: 'finding', words: 'a\nb' })).toEqual({ words: 'a\nb', beside: '' })
})

it('takes a finding by its key to the letter, for it may be about typography', () => {
  const dismissed = new DismissedWords()
  dismissed.add({ ...made('style dashes – —'), what: 'finding' })
  expect(dismissed.has({ what: 'finding', words: 'style dashes – —' })).toBe(true)
  expect(dismissed.has({ what: 'finding', words: 'style dashes – -' })).toBe(false)
})
