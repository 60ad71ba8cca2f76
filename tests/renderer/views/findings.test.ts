import { afterEach, expect, test, vi } from 'vitest'
import type { FindingReason } from '../../../shared/mark/findings.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const words = 'Khatib'
const reasons: readonly FindingReason[] = [
  { kind: 'headlineFigure', words },
  { kind: 'headlineName', words },
  { kind: 'headlineSuperlative', words },
  { kind: 'twoSpellings', one: words, other: 'Khatieb' },
  { kind: 'twoNumbers', one: words, other: '24 dead' },
  { kind: 'twoAges', name: words, one: 36, other: 37 },
  { kind: 'twoTitles', name: words, one: 'Captain', other: 'Colonel' },
  { kind: 'twoDates', name: words, one: 'Monday', other: 'Tuesday' },
  { kind: 'weekday', words, weekday: 2 },
  { kind: 'twoWeekdays', one: words, other: 'Friday, March 3' },
  { kind: 'shareSum', words: [words, '60 percent'], sum: 105.5 },
  { kind: 'percentage', words: '20 percent', one: words, other: '250', computed: 25.5 },
  { kind: 'quoteOwners', words, one: 'Holm', other: 'Berg' },
  { kind: 'style', style: 'compoundDash', one: words, other: 'U.S.–Syria' },
  { kind: 'style', style: 'hyphenForDash', one: words, other: words },
  { kind: 'style', style: 'dashes', one: words, other: 'a – b' },
  { kind: 'style', style: 'quotationMarks', one: words, other: '“b”' },
  { kind: 'style', style: 'apostrophes', one: words, other: 'it’s' },
  { kind: 'style', style: 'stops', one: words, other: 'US' },
  { kind: 'style', style: 'spelling', one: words, other: 'advisor' },
  { kind: 'style', style: 'dateOrder', one: words, other: '4 May' },
]

async function sentencesIn(language: string): Promise<readonly string[]> {
  vi.resetModules()
  vi.stubGlobal('navigator', { language, languages: [language], platform: 'Linux', userAgent: '' })
  const { findingSentence } = await import('../../../renderer/ui/strings/findings.ts')
  return reasons.map(findingSentence)
}

test('each question says the words that it is about, in a sentence of its own in either language', async () => {
  const [english, german] = [await sentencesIn('en-GB'), await sentencesIn('de-DE')]
  for (const sentences of [english, german]) {
    expect(new Set(sentences).size).toBe(reasons.length)
    for (const sentence of sentences) {
      expect(sentence).toContain(words)
      expect(sentence).not.toMatch(/undefined|NaN|\[object/)
    }
  }
  expect(english.filter((sentence) => german.includes(sentence))).toEqual([])
})

test('a weekday and a sum are written as the window’s language has them', async () => {
  const [english, german] = [await sentencesIn('en-GB'), await sentencesIn('de-DE')]
  expect(english.join()).toMatch(/was a Tuesday.*make 105\.5 percent/s)
  expect(german.join()).toMatch(/war ein Dienstag.*ergeben zusammen 105,5 Prozent/s)
})
