import { describe, expect, test } from 'vitest'
import { nearest, proposal } from '../../../electron/cli/nearest.ts'

const slugs = ['the-harbour-dug-deeper', 'the-ferry-that-never-sailed', 'ferry', 'ashore']

describe('a name that is not there', () => {
  test('proposes those that hold it, else those a slip or two away', () => {
    expect(nearest('harbour', slugs)).toEqual(['the-harbour-dug-deeper'])
    expect(nearest('The-Ferry-That-Nevr-Sialed', slugs)).toEqual(['the-ferry-that-never-sailed'])
    expect(nearest('hlep', ['help', 'show'])).toEqual(['help'])
    expect(nearest('volcano', slugs)).toEqual([])
    expect(nearest('', slugs)).toEqual([])
  })

  test('is said in words', () => {
    expect(proposal('fery', slugs)).toBe(' (did you mean “ferry”?)')
    expect(proposal('ferry', slugs)).toBe(' (did you mean “the-ferry-that-never-sailed” or “ferry”?)')
    expect(proposal('volcano', slugs)).toBe('')
  })
})
