import { readdir, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { copyLossSchema, deskCopySchema } from '../../../shared/model/copy.ts'
import { stetError, stetHere, temporaryFolder } from './command.ts'
import { imported, listed, verified } from './shapes.ts'

const made = z.strictObject({ copy: deskCopySchema.strict(), isNew: z.boolean() })
const copies = z.strictObject({ copies: z.array(deskCopySchema.strict()) })
const restored = z.strictObject({ loss: copyLossSchema.nullable(), setAside: z.string(), verify: verified })
const story = 'tests/fixtures/import/harbour.md'
const another = 'tests/fixtures/import/harbour.txt'

describe('stet backup and stet restore', () => {
  test('back up, list, say what would be lost, go back, and go back to what was set aside', async () => {
    const desk = await temporaryFolder()
    await stetHere(desk, imported, ['import', story])
    const { copy, isNew } = await stetHere(desk, made, ['backup'])
    expect([isNew, copy.occasion, copy.stories]).toEqual([true, 'asked', 1])
    expect((await stetHere(desk, made, ['backup'])).isNew).toBe(false)
    await stetHere(desk, imported, ['import', another])
    const loss = { stories: 1, changed: 0, steps: 0, events: 1 }
    const dry = z.strictObject({ loss: copyLossSchema })
    expect(await stetHere(desk, dry, ['restore', copy.name, '--dry-run'])).toEqual({ loss })
    expect((await stetHere(desk, listed, ['stories'])).stories).toHaveLength(2)

    const done = await stetHere(desk, restored, ['restore', copy.name])
    expect(done).toMatchObject({ loss, verify: { stories: 1, findings: [] } })
    expect((await stetHere(desk, listed, ['stories'])).stories).toHaveLength(1)
    const list = await stetHere(desk, copies, ['backup', 'list'])
    expect(list.copies[0]).toMatchObject({ occasion: 'setAside', stories: 2, trouble: null })
    await stetHere(desk, restored, ['restore', list.copies[0]?.name ?? ''])
    expect((await stetHere(desk, listed, ['stories'])).stories).toHaveLength(2)
  })

  test('open a damaged desk from its backup, named by its file', async () => {
    const desk = await temporaryFolder()
    await stetHere(desk, imported, ['import', story])
    const { copy } = await stetHere(desk, made, ['backup'])
    await truncate(join(desk, 'stet.sqlite'), 9000)
    expect(await stetError(desk, ['stories'])).toMatchObject({ exitCode: 3, code: 'DAMAGED' })
    const list = await stetHere(desk, copies, ['backup', 'list'])
    expect(list.copies.map(({ name }) => name)).toContain(copy.name)
    const done = await stetHere(desk, restored, ['restore', join(desk, copy.name)])
    expect(done).toMatchObject({ loss: null, verify: { stories: 1, findings: [] } })
    expect(await readdir(join(desk, done.setAside))).toContain('stet.sqlite')
  })

  test('keep as many as is said', async () => {
    const desk = await temporaryFolder()
    const kept = z.strictObject({ kept: z.int() })
    expect(await stetHere(desk, kept, ['backup', 'keep', '2'])).toEqual({ kept: 2 })
    for (const bad of ['0', 'many', '1.5']) {
      expect(await stetError(desk, ['backup', 'keep', bad])).toMatchObject({ exitCode: 2, code: 'BAD_INPUT' })
    }
  })

  test('refuse what is no backup', async () => {
    const desk = await temporaryFolder()
    await stetHere(desk, imported, ['import', story])
    for (const name of ['nothing', story, join(desk, 'stet.sqlite')]) {
      expect(await stetError(desk, ['restore', name])).toMatchObject({ exitCode: 2, code: 'UNREADABLE' })
    }
    expect((await stetHere(desk, listed, ['stories'])).stories).toHaveLength(1)
  })
})
