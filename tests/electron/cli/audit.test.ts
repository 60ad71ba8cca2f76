import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { stet, stetError, stetHere, temporaryFolder } from './command.ts'
import * as shape from './shapes.ts'

const audited = z.object({ events: z.array(z.looseObject({ kind: z.string(), hash: z.string() })) })

async function makeDesk(): Promise<{ desk: string; storyId: string }> {
  const desk = await temporaryFolder()
  const file = join(await temporaryFolder(), 'pumps.txt')
  await writeFile(file, 'The night of the pumps\n\nForty is enough. Nobody came.\n')
  const { storyId } = await stetHere(desk, shape.imported, ['import', file])
  await stetHere(desk, z.unknown(), ['tag', storyId, '--kind', 'statement', '--text', 'Forty is enough'])
  await stetHere(desk, z.unknown(), ['tag', storyId, '--kind', 'statement', '--text', 'Nobody came'])
  await stetHere(desk, z.unknown(), ['settle', `${storyId}#1`, '--status', 'confirmed'])
  return { desk, storyId }
}

it('audit tells who did what, all or of one claim or person, and writes it to a file', async () => {
  const { desk, storyId } = await makeDesk()
  const kinds = async (...more: string[]) =>
    (await stetHere(desk, audited, ['audit', storyId, ...more])).events.map(({ kind }) => kind)
  expect((await kinds()).slice(-3)).toEqual(['claim.tagged', 'claim.tagged', 'claim.settled'])
  expect(await kinds('--claim', '1')).toEqual(['claim.tagged', 'claim.settled'])
  expect(await kinds('--claim', '1', '--person', 'ada lovelace')).toEqual(['claim.tagged', 'claim.settled'])

  const read = await stet(desk, ['audit', storyId])
  expect(read.stdout).toMatch(
    /Ada Lovelace +command line +#1 +Settled: Unchecked → Confirmed · “Forty is enough”/,
  )

  const folder = await temporaryFolder()
  const { file } = await stetHere(desk, z.object({ file: z.string() }), ['audit', storyId, '--out', folder])
  expect(await readFile(file, 'utf8')).toContain('Unchecked → Confirmed')
  const json = join(folder, 'trail.json')
  await stetHere(desk, z.unknown(), ['audit', storyId, '--as', 'json', '--out', json])
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ format: 'stet-trail' })
})

it.each<[string, string[], string]>([
  ['a claim that is not there', ['--claim', '9'], 'NOT_FOUND'],
  ['somebody who does not work here', ['--person', 'Nemo'], 'NOT_FOUND'],
  ['a format without a file', ['--as', 'json'], 'BAD_INPUT'],
  ['a part of the trail in a file', ['--claim', '1', '--out', 'trail.html'], 'BAD_INPUT'],
])('audit refuses %s', async (_, more, code) => {
  const { desk, storyId } = await makeDesk()
  expect(await stetError(desk, ['audit', storyId, ...more])).toMatchObject({ exitCode: 2, code })
})
