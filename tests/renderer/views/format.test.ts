import { expect, test, vi } from 'vitest'
import {
  formatAgo,
  formatDayInWords,
  formatSize,
  joinByOr,
  plural,
  readingMinutes,
} from '../../../renderer/ui/format.ts'

// Before the module is read: it takes the reader's locale once.
vi.hoisted(() => vi.stubGlobal('navigator', { language: 'en-GB' }))

const now = Date.UTC(2026, 10, 23, 12)

test.each([
  [now, /now/],
  [now - 3 * 60_000, /^3 min/],
  [now - 5 * 3_600_000, /^5 hr?/],
  [now - 86_400_000, /yesterday|1 day/],
  [now - 30 * 86_400_000, /2026/],
  [now + 5000, /now/],
])('%d is told as %s', (atMs, expected) => {
  expect(formatAgo(atMs, now)).toMatch(expected)
})

test.each([
  [0, '0 bytes'],
  [644, '644 bytes'],
  [12_300, '12.3 kB'],
  [5_000_000, '5 MB'],
])('%d bytes are said as %s', (sizeBytes, expected) => {
  expect(formatSize(sizeBytes)).toBe(expected)
})

test.each([
  [0, 0],
  [3, 1],
  [238, 1],
  [2380, 10],
])('%d words take %d minutes', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes)
})

test('counts take the form that their number wants', () => {
  expect([plural(1, '# fact', '# facts'), plural(1200, '# fact', '# facts')]).toEqual([
    '1 fact',
    '1,200 facts',
  ])
})

test('what is missing is joined by or', () => {
  expect(joinByOr(['byline', 'dateline', 'date'])).toMatch(/^byline, dateline,? or date$/)
})

test('a moment that is set is said with its weekday, and no month is a number', () => {
  expect(formatDayInWords(new Date(2026, 2, 5, 9, 24).getTime())).toMatch(/^Thu,? 5 Mar 2026,? (at )?0?9:24$/)
})
