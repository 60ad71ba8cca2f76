import type { Transaction } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { changedRanges } from '../../../shared/document/ranges.ts'
import { Writing } from './writing.ts'

const cases: [
  title: string,
  edit: (transaction: Transaction, at: number) => Transaction,
  ranges: number[][],
][] = [
  ['an insertion', (tr, at) => tr.insertText('abc', at), [[0, 0, 0, 3]]],
  ['a deletion', (tr, at) => tr.delete(at + 2, at + 5), [[2, 5, 2, 2]]],
  ['a replacement', (tr, at) => tr.insertText('x', at + 2, at + 5), [[2, 5, 2, 3]]],
  [
    'a deletion and an insertion behind it',
    (tr, at) => tr.delete(at, at + 4).insertText('xy', at + 6),
    [
      [0, 4, 0, 0],
      [10, 10, 6, 8],
    ],
  ],
  [
    'an insertion and a deletion behind it',
    (tr, at) => tr.insertText('xy', at).delete(at + 6, at + 8),
    [
      [0, 0, 0, 2],
      [4, 6, 6, 6],
    ],
  ],
  [
    'a deletion and an insertion before it',
    (tr, at) => tr.delete(at + 6, at + 8).insertText('xy', at + 1),
    [
      [1, 1, 1, 3],
      [6, 8, 8, 8],
    ],
  ],
  [
    'an insertion into what was inserted',
    (tr, at) => tr.insertText('abc', at).insertText('x', at + 1),
    [[0, 0, 0, 4]],
  ],
  [
    'a deletion and an insertion in its place',
    (tr, at) => tr.delete(at, at + 4).insertText('xy', at),
    [[0, 4, 0, 2]],
  ],
  ['marks alone', (tr, at) => tr.addMark(at, at + 2, tr.doc.type.schema.mark('bold')), []],
]

// Figures count from the start of the paragraph.
test.each(cases)('%s', (_title, edit, expected) => {
  const { state } = Writing.of('0123456789')
  const at = Writing.of('0123456789').find('0').from
  const found = changedRanges([edit(state.tr, at)])
  expect(found.map(({ fromA, toA, fromB, toB }) => [fromA - at, toA - at, fromB - at, toB - at])).toEqual(
    expected,
  )
})
