import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { deskRulesSchema } from '../../../shared/check/rules.ts'
import { facets } from '../../../shared/mark/facet.ts'
import { stetHere, temporaryFolder } from './command.ts'
import * as shape from './shapes.ts'

const shownSchema = z.object({
  story: z.object({ openCount: z.int() }),
  claims: z.array(
    z.object({
      standing: z.object({
        changed: z.array(z.string()),
        isOpen: z.boolean(),
        thin: z.object({ kind: z.string() }).nullable(),
      }),
    }),
  ),
})

it('show says that a confirmed claim is thin, and changed once a source behind it no longer stands', async () => {
  const desk = await temporaryFolder()
  const file = join(await temporaryFolder(), 'pumps.txt')
  await writeFile(file, 'The night of the pumps\n\nForty pumps failed.\n')
  const { storyId } = await stetHere(desk, shape.imported, ['import', file])
  const run = (...args: string[]) => stetHere(desk, z.looseObject({}), args)
  const show = async () => {
    const { story, claims } = await stetHere(desk, shownSchema, ['show', storyId])
    return { openCount: story.openCount, ...claims[0]?.standing }
  }
  await run('tag', storyId, '--kind', 'statement', '--text', 'Forty pumps')
  await run('settle', `${storyId}#1`, '--status', 'confirmed')
  expect(await show()).toMatchObject({ openCount: 0, changed: [], thin: { kind: 'noBackup' } })
  await run('source', 'add', '--kind', 'document', '--title', 'Log', '--group', 'wire', '--primary')
  await run('backup', 'add', `${storyId}#1`, 'Log')
  await run('settle', `${storyId}#1`, '--status', 'confirmed')
  expect(await show()).toMatchObject({ openCount: 0, changed: [], thin: null, isOpen: false })
  await run('source', 'change', 'Log', '--standing', 'retracted')
  expect(await show()).toMatchObject({
    openCount: 1,
    changed: ['source'],
    thin: { kind: 'noBackup' },
    isOpen: true,
  })
  await run('source', 'change', 'Log', '--standing', 'stands', '--note', 'It holds after all.')
  expect(await show()).toMatchObject({ openCount: 0, changed: [], thin: null })
})

it('rules shows what the desk asks of a check, and sets what is given', async () => {
  const desk = await temporaryFolder()
  const rules = (...args: string[]) =>
    stetHere(desk, z.object({ rules: deskRulesSchema }), ['rules', ...args]).then((answer) => answer.rules)
  const before = await rules()
  expect(await rules('--independent', '3', '--toll', 'none', '--own-words', 'no')).toEqual({
    ...before,
    independentSources: 3,
    namesOwnWords: false,
    shelfLifeDays: { ...before.shelfLifeDays, toll: null },
  })
})

it('rules says whether the first pass is made, what it looks for and how much it proposes, and sets them', async () => {
  const desk = await temporaryFolder()
  const schema = z.object({ rules: deskRulesSchema })
  const args = ['rules', '--first-pass', 'off', '--proposes', 'quote,unnamed-source', '--eagerness', 'few']
  const { rules } = await stetHere(desk, schema, args)
  expect(rules.firstPass).toEqual({ isOn: false, facets: ['quote', 'unnamedSource'], eagerness: 'few' })
  const all = await stetHere(desk, schema, ['rules', '--proposes', 'all', '--first-pass', 'on'])
  expect(all.rules.firstPass).toEqual({ isOn: true, facets: [...facets], eagerness: 'few' })
})
