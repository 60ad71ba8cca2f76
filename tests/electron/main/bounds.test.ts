import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { type Memory, nothingRemembered, placeWindow, remember } from '../../../electron/main/bounds.ts'
import { readMemory, writeMemory } from '../../../electron/main/bounds-file.ts'

const laptop = { id: 1, workArea: { x: 0, y: 25, width: 1512, height: 920 } }
const large = { id: 2, workArea: { x: -2560, y: -300, width: 2560, height: 1400 } }
const small = { id: 3, workArea: { x: 0, y: 0, width: 1024, height: 560 } }

const stood = (x: number, y: number, width = 1000, height = 700) => ({
  x,
  y,
  width,
  height,
  isMaximized: false,
})

it('opens in the middle where nothing is remembered, and no larger than the display', () => {
  expect(placeWindow(nothingRemembered, [laptop], laptop)).toEqual(stood(36, 35, 1440, 900))
  expect(placeWindow(nothingRemembered, [small], small)).toEqual(stood(0, 0, 1024, 560))
})

it('opens where the last window stood, on its display', () => {
  const memory = remember(remember(nothingRemembered, 1, stood(10, 30)), 2, stood(-2000, -100))
  expect(placeWindow(memory, [laptop, large], laptop)).toEqual(stood(-2000, -100))
})

it('opens where a window stood last on this display when the other one is gone', () => {
  const memory = remember(remember(nothingRemembered, 1, stood(10, 30)), 2, stood(-2000, -100))
  expect(placeWindow(memory, [laptop], laptop)).toEqual(stood(10, 30))
})

it.each([
  ['left of it', stood(-900, 100), stood(0, 100)],
  ['right of it', stood(1500, 100), stood(512, 100)],
  ['above it', stood(100, -500), stood(100, 25)],
  ['below it', stood(100, 2000), stood(100, 245)],
  ['larger than it', stood(-5, 0, 5000, 4000), stood(0, 25, 1512, 920)],
  ['smaller than a window can be', stood(100, 100, 10, 10), stood(100, 100, 480, 400)],
])('brings a window back that would be %s', (_where, before, after) => {
  expect(placeWindow(remember(nothingRemembered, 1, before), [laptop], laptop)).toEqual(after)
})

it('moves a further window aside, so that both are seen', () => {
  const memory = remember(nothingRemembered, 1, stood(10, 30))
  const second = placeWindow(memory, [laptop], laptop, [stood(10, 30)])
  expect(second).toEqual(stood(38, 58))
  expect(placeWindow(memory, [laptop], laptop, [stood(10, 30), second])).toEqual(stood(66, 86))
})

it('keeps that a window was maximised', () => {
  const memory = remember(nothingRemembered, 1, { ...stood(10, 30), isMaximized: true })
  expect(placeWindow(memory, [laptop], laptop).isMaximized).toBe(true)
})

it('shows all of a window on the display, whatever is remembered and however many there are', () => {
  const number = fc.integer({ min: -100_000, max: 100_000 })
  const size = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(number, number, size, size, fc.nat(60), (x, y, width, height, others) => {
      const memory = remember(nothingRemembered, 1, stood(x, y, width, height))
      const taken: { x: number; y: number; width: number; height: number }[] = []
      for (let other = 0; other < others; other++) taken.push(placeWindow(memory, [laptop], laptop, taken))
      const { workArea } = laptop
      const place = placeWindow(memory, [laptop], laptop, taken)
      expect(place.x).toBeGreaterThanOrEqual(workArea.x)
      expect(place.y).toBeGreaterThanOrEqual(workArea.y)
      expect(place.x + place.width).toBeLessThanOrEqual(workArea.x + workArea.width)
      expect(place.y + place.height).toBeLessThanOrEqual(workArea.y + workArea.height)
    }),
    { numRuns: 60 },
  )
})

it('remembers twenty displays, the latest', () => {
  let memory: Memory = nothingRemembered
  for (let id = 100; id < 130; id++) memory = remember(memory, id, stood(id, 0))
  expect(Object.keys(memory.displays)).toHaveLength(20)
  expect(memory.lastDisplay).toBe('129')
})

it('is read as it was written, and anything else is nothing remembered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bounds-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'sub', 'windows.json')
  const memory = remember(nothingRemembered, 1, stood(10, 30))
  expect(readMemory(path)).toEqual(nothingRemembered)
  writeMemory(path, memory)
  expect(readMemory(path)).toEqual(memory)
  expect(readdirSync(join(folder, 'sub'))).toEqual(['windows.json'])
  for (const wrong of ['', '{', '[]', '{"lastDisplay":1,"displays":{}}', '{"displays":{"1":{"x":"0"}}}']) {
    writeFileSync(path, wrong)
    expect([wrong, readMemory(path)]).toEqual([wrong, nothingRemembered])
  }
  expect(() => writeMemory('/dev/null/x/windows.json', memory)).not.toThrow()
})
