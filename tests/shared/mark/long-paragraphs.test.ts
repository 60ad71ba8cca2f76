import { expect, test } from 'vitest'
import { MarkedBlocks } from '../../../shared/mark/marked-blocks.ts'
import { defaultFirstPass } from '../../../shared/mark/settings.ts'

/** What a processor spends on a paragraph of so many characters, the least of a few times, in µs. */
function cost(unit: string, language: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  const times = Array.from({ length: 3 }, () => {
    const story = new MarkedBlocks()
    const before = process.cpuUsage()
    story.begin(language, defaultFirstPass, [[{ text, where: 'paragraph' }]])
    story.read()
    story.findings()
    return process.cpuUsage(before).user
  })
  return Math.min(...times)
}

const units: readonly (readonly [string, string])[] = [
  ['de', '„'],
  ['de', '„a '],
  ['de', '»a '],
  ['en', '“We ran,” they said. '],
  ['en', 'the “gang of four” vote and '],
  ['de', 'am 3. Mai '],
  ['de', '3. '],
  ['de', '3.5.2019 '],
  ['en', 'Monday, May 3, '],
  ['en', 'Mr. '],
  ['en', 'USA U.S. '],
  ['en', 'Ada Holm was accused of fraud, who was the first, '],
]

// Six times the length: six times the cost where it goes by the length, thirty-six times where by its square.
test.each(units)(
  'a paragraph (%s) of nothing but “%s” costs what its length is',
  (language, unit) => {
    cost(unit, language, 12_500)
    const short = cost(unit, language, 12_500)
    const long = cost(unit, language, 75_000)
    // So little is not told from what the machine does beside it.
    expect(long / Math.max(short, 10_000)).toBeLessThan(16)
  },
  60_000,
)
