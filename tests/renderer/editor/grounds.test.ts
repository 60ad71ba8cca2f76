import { expect, test } from 'vitest'
import { type LineBox, linesOf, pathAround } from '../../../renderer/editor/grounds.ts'

const box = (left: number, right: number, top: number, bottom = top + 20): LineBox => ({
  left,
  right,
  top,
  bottom,
})

test('pieces of one line, smaller ones and raised ones too, are one box', () => {
  const lines = linesOf([box(0, 40, 100), box(40, 90, 100), box(90, 96, 98, 108), box(96, 96, 100)])
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ left: 0, right: 96 })
})

test('lines of one paragraph touch, and are one shape', () => {
  const lines = linesOf([box(300, 600, 100), box(0, 600, 131), box(0, 90, 162)])
  expect(lines.map(({ left, right }) => [left, right])).toEqual([
    [300, 600],
    [0, 600],
    [0, 90],
  ])
  expect(lines[0]?.bottom).toBe(lines[1]?.top)
  expect(lines[1]?.bottom).toBe(lines[2]?.top)
  expect(pathAround(lines).match(/M/g)).toHaveLength(1)
})

test('close lines, as a headline has them, touch without lying over each other', () => {
  const [first, second] = linesOf([box(0, 500, 0, 50), box(0, 300, 45, 95)])
  expect(first?.bottom).toBe(second?.top)
})

test('paragraphs and columns apart are shapes of their own', () => {
  expect(pathAround(linesOf([box(0, 500, 0), box(0, 300, 60)])).match(/M/g)).toHaveLength(2)
  expect(pathAround(linesOf([box(0, 100, 90), box(200, 300, 40)])).match(/M/g)).toHaveLength(2)
})

test('a shape goes down at the right and up at the left', () => {
  expect(
    pathAround([
      { left: 10, right: 50, top: 0, bottom: 20 },
      { left: 0, right: 30, top: 20, bottom: 40 },
    ]),
  ).toBe('M50 0L50 20L30 20L30 40L0 40L0 20L10 20L10 0Z')
})

test('nothing has no shape', () => {
  expect(pathAround(linesOf([]))).toBe('')
})
