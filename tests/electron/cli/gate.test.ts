import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runCommandLine } from '../../../electron/cli/run.ts'
import { clearingHeadSchema } from '../../../shared/model/clearing.ts'
import { gateKindSchema } from '../../../shared/model/gate.ts'
import { claimIdSchema } from '../../../shared/model/ids.ts'
import { overrideSchema } from '../../../shared/model/override.ts'
import { storySchema } from '../../../shared/model/story.ts'
import { stet, stetHere, stetJson, temporaryFolder } from './command.ts'
import * as shape from './shapes.ts'

const line = z.strictObject({
  kind: gateKindSchema,
  claimId: claimIdSchema.optional(),
  number: z.int().optional(),
  where: z.string(),
  words: z.string(),
})
const gate = z.strictObject({
  clear: z.boolean(),
  blocks: z.array(line),
  asks: z.array(line),
  isCleared: z.boolean(),
  clearing: clearingHeadSchema.nullable(),
  overrides: z.array(
    z.strictObject({
      ...line.shape,
      ...overrideSchema.pick({ words: true, reason: true, personId: true, atMs: true }).shape,
      overrideId: z.string().nullable(),
    }),
  ),
  differences: z.array(z.strictObject({ where: z.string(), before: z.string(), after: z.string() })),
})
const staged = z.strictObject({ story: storySchema })

const markdown = '# The mill\n\nBy Ada Berg\n\nForty hands worked there. The bell rang.\n'

async function makeDesk(text = markdown): Promise<{ desk: string; slug: string }> {
  const desk = await temporaryFolder()
  const file = join(desk, 'mill.md')
  await writeFile(file, text)
  const { storyId } = await stetHere(desk, shape.imported, ['import', file])
  const { story } = await stetHere(desk, shape.shown, ['show', storyId])
  return { desk, slug: story.slug }
}

const tag = (desk: string, slug: string, text: string) =>
  stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'statement', '--text', text])
const settle = (desk: string, claim: string, status: string) =>
  stetHere(desk, shape.settled, ['settle', claim, '--status', status])
const read = (desk: string, slug: string) => stetHere(desk, shape.read, ['read', slug, '--all'])

async function errorOf(desk: string, args: readonly string[]) {
  const { exitCode, stderr } = await runCommandLine([
    '--json',
    '--desk',
    desk,
    '--as',
    'Ada Lovelace',
    ...args,
  ])
  const { error } = JSON.parse(stderr) as { error: { code: string; message: string } }
  return { exitCode, ...error }
}

describe('gate', () => {
  it('says what blocks, from the first reading to the last', async () => {
    const { desk, slug } = await makeDesk()
    const before = await stetJson(desk, gate, ['gate', slug])
    expect(before).toMatchObject({ clear: false, isCleared: false, clearing: null, asks: [] })
    expect(before.blocks.map(({ kind, where, words }) => [kind, where, words])).toEqual([
      ['unread', 'headline', 'The mill'],
      ['unread', 'byline', 'By Ada Berg'],
      ['unread', 'paragraph', 'Forty hands worked there.'],
      ['unread', 'paragraph', 'The bell rang.'],
    ])
    const { claimId } = await tag(desk, slug, 'Forty hands')
    await read(desk, slug)
    expect(await stetHere(desk, gate, ['gate', slug])).toMatchObject({
      clear: false,
      blocks: [{ kind: 'unchecked', claimId, number: 1, where: 'paragraph', words: 'Forty hands' }],
    })
    expect((await stet(desk, ['gate', slug])).stdout).toBe(
      'Blocks\nUnchecked  #1  paragraph  Forty hands\n\nnot cleared; 1 thing in the way\n',
    )
  })
})

describe('clear', () => {
  it('clears what nothing blocks, and a stage asks for it', async () => {
    const { desk, slug } = await makeDesk()
    expect(await errorOf(desk, ['clear', slug])).toMatchObject({ exitCode: 3, code: 'GATE_SHUT' })
    await read(desk, slug)
    const refused = await errorOf(desk, ['stage', slug, '--to', 'published'])
    expect(refused).toMatchObject({ exitCode: 3, code: 'NOT_CLEARED' })
    expect(refused.message).toContain('nobody has cleared it')
    expect(await stetJson(desk, gate, ['clear', slug])).toMatchObject({ clear: true, isCleared: true })
    expect(await stetHere(desk, staged, ['stage', slug, '--to', 'published'])).toMatchObject({
      story: { stage: 'published', isCleared: true },
    })
    await runCommandLine(['--desk', desk, 'edit', slug, '--replace', 'The bell', '--with', 'The gong'])
    expect(await stetHere(desk, gate, ['gate', slug])).toMatchObject({
      clear: false,
      isCleared: false,
      blocks: [{ kind: 'unread', words: 'The gong rang.' }],
      differences: [{ before: 'Forty hands worked there. The bell rang.' }],
    })
    expect((await stet(desk, ['gate', slug])).stdout).toContain('was cleared by Ada Lovelace')
    expect(await stet(desk, ['verify'])).toMatchObject({ exitCode: 0 })
  })

  it('lets pass with reasons, all of it or nothing', async () => {
    const { desk, slug } = await makeDesk()
    await tag(desk, slug, 'Forty hands')
    await tag(desk, slug, 'The bell rang')
    await read(desk, slug)
    await settle(desk, `${slug}#1`, 'wrong')
    await settle(desk, `${slug}#2`, 'on-author')
    const one = ['clear', slug, '--override', '1=It is in the letter.']
    expect(await errorOf(desk, one)).toMatchObject({ code: 'GATE_SHUT' })
    expect((await stetHere(desk, gate, ['gate', slug])).overrides).toEqual([])
    const cleared = await stetHere(desk, gate, [...one, '--override', 'on-author=She was there.'])
    expect(cleared).toMatchObject({
      isCleared: true,
      overrides: [
        { kind: 'wrong', number: 1, reason: 'It is in the letter.' },
        { kind: 'onAuthor', number: 2, reason: 'She was there.' },
      ],
    })
    expect((await stet(desk, ['gate', slug])).stdout).toContain('Let pass')
    expect(await stet(desk, ['verify'])).toMatchObject({ exitCode: 0 })
  })

  it('refuses to let pass what is to be done, what does not block, and a reason that is none', async () => {
    const { desk, slug } = await makeDesk()
    await tag(desk, slug, 'Forty hands')
    await read(desk, slug)
    const clear = (override: string) => errorOf(desk, ['clear', slug, '--override', override])
    expect(await clear('1=because')).toMatchObject({ exitCode: 3, code: 'NOT_EXCUSED' })
    expect(await clear('2=because')).toMatchObject({ exitCode: 2, code: 'NOT_BLOCKING' })
    expect(await clear('thin=because')).toMatchObject({ exitCode: 2, code: 'NOT_BLOCKING' })
    expect(await clear('1=')).toMatchObject({ exitCode: 2, code: 'BAD_INPUT' })
    await settle(desk, `${slug}#1`, 'wrong')
    expect(await clear('1:thin=because')).toMatchObject({ exitCode: 2, code: 'NOT_BLOCKING' })
    expect(await stetHere(desk, gate, ['clear', slug, '--override', '1:wrong=because'])).toMatchObject({
      isCleared: true,
    })
    expect(await stetHere(desk, gate, ['clear', slug, '--take-back'])).toMatchObject({
      isCleared: false,
      clearing: null,
      clear: true,
    })
    expect(await errorOf(desk, ['clear', slug, '--take-back'])).toMatchObject({
      code: 'NOTHING_TO_TAKE_BACK',
    })
  })
})
