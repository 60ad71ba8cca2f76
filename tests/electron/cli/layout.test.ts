import { describe, expect, test } from 'vitest'
import { counted, harmless, tableOf } from '../../../electron/cli/layout.ts'
import { spellingOf, wordsFor } from '../../../electron/cli/spelling.ts'

describe('what people read', () => {
  test('stands in columns, the last cut to the room there is', () => {
    const rows = [
      ['#1', 'quote', 'A short one'],
      ['#12', 'statement', 'One that is much too long for the room'],
    ]
    expect(tableOf(rows, 40)).toBe(
      ['#1   quote      A short one', '#12  statement  One that is much too lo…'].join('\n'),
    )
  })

  test('is on one line a row, whatever breaks the words hold', () => {
    expect(tableOf([['a\nb', 'c\n\nd']], 80)).toBe('a b  c d')
  })

  test('never sends a terminal its own commands', () => {
    expect(harmless('a\u001b[2Jb\u0007c\u009bd\ttab\nline')).toBe('a·[2Jb·c·d\ttab\nline')
  })

  test('counts and names things in words', () => {
    expect([counted(1, 'step'), counted(2, 'step'), counted(0, 'story', 'stories')]).toEqual([
      '1 step',
      '2 steps',
      '0 stories',
    ])
    expect([spellingOf('onAuthor'), wordsFor('notAFact')]).toEqual(['on-author', 'not a fact'])
  })
})
