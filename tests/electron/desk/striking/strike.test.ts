import { readdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { copiesFolder } from '../../../../electron/store/paths.ts'
import { documentOf } from '../bench.ts'
import { name, setUpStriking, spreadName, strike, traces } from './desk.ts'
import { tracesOf } from './traces.ts'

it('leaves nothing of a name that went everywhere', async () => {
  const bench = await setUpStriking()
  const scene = await spreadName(bench)
  const before = tracesOf(bench.folder, traces)
  expect(before.length).toBeGreaterThan(6)
  const text = (await documentOf(bench.ada, scene.storyId)).textContent

  await strike(bench.mary, name)
  expect(tracesOf(bench.folder, traces)).toEqual([])
  const after = (await documentOf(bench.ada, scene.storyId)).textContent
  expect(after).toHaveLength(text.length)
  const report = await bench.mary.desk.verify()
  expect(report.findings).toEqual([])
  expect((await readdir(copiesFolder(bench.folder))).length).toBe(2)
  await bench.desk.close()
  expect(tracesOf(bench.folder, traces)).toEqual([])
})
