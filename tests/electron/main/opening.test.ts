import { expect, it } from 'vitest'
import { windowFolder } from '../../../electron/main/folder.ts'
import { keepOpening } from '../../../electron/main/opening.ts'

/** Opens slowly and says in which order. */
function slowOpener() {
  const log: string[] = []
  const open = async (path: string) => {
    log.push(`begin ${path}`)
    await new Promise((resolve) => setTimeout(resolve))
    if (path === 'broken') throw new Error('it cannot be read')
    log.push(`end ${path}`)
  }
  return { log, open }
}

it('opens what was named before anybody could, one file after the other, and what comes later', async () => {
  const opening = keepOpening()
  const { log, open } = slowOpener()
  opening.add(['a', 'broken'])
  opening.add(['b'])
  expect(log).toEqual([])
  opening.begin(open)
  opening.add(['c'])
  await expect.poll(() => log.at(-1)).toBe('end c')
  expect(log).toEqual(['begin a', 'end a', 'begin broken', 'begin b', 'end b', 'begin c', 'end c'])
  opening.add(['d'])
  await expect.poll(() => log.at(-1)).toBe('end d')
})

it('keeps the things of windows beside the desk, and each further desk’s apart', () => {
  const usual = '/home/ada/Library/Application Support/Stet'
  const data = '/home/ada/Library/Application Support'
  const folders = [usual, '/a', '/b', '/a'].map((desk) => windowFolder(data, desk, usual))
  expect(folders[0]).toBe(`${data}/Stet Window`)
  expect(new Set(folders).size).toBe(3)
  expect(folders[1]).toBe(folders[3])
  for (const folder of folders) expect(folder.startsWith(`${usual}/`)).toBe(false)
})
