import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ChangingStory, edit } from './changing-story.ts'

const runs = Number(process.env.STET_RUNS ?? 60)

describe.each(['en', 'de'] as const)('a story that is edited (%s)', (language) => {
  test('is told after each edit what it would be told if it were read from nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { maxLength: 30 }),
        fc.array(edit, { minLength: 1, maxLength: 16 }),
        (texts, edits) => {
          const changing = new ChangingStory(language, texts)
          for (const one of edits) {
            changing.edit(one)
            expect(changing.told()).toEqual(changing.afresh())
          }
        },
      ),
      { numRuns: runs },
    )
  }, 60_000)
})
