import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stet, stetError, stetHere, stetJson, temporaryFolder } from './command.ts'
import * as shape from './shapes.ts'

async function makeDesk(): Promise<{ desk: string; slug: string }> {
  const desk = await temporaryFolder()
  const file = join(desk, 'mill.txt')
  await writeFile(
    file,
    'The mill\n\nThe mill burned down. “It is over,” said Ada Berg.\n\nNobody was hurt.\n',
  )
  const { storyId } = await stetHere(desk, shape.imported, ['import', file])
  const { story } = await stetHere(desk, shape.shown, ['show', storyId])
  return { desk, slug: story.slug }
}

describe('read and unread', () => {
  it('a story is unread until it is read, sentence by sentence or all at once, and a reading can be taken back', async () => {
    const { desk, slug } = await makeDesk()
    const { unread } = await stetJson(desk, shape.unread, ['unread', slug])
    expect(unread).toEqual([
      { where: 'headline', words: 'The mill' },
      { where: 'paragraph', words: 'The mill burned down.' },
      { where: 'paragraph', words: '“It is over,” said Ada Berg.' },
      { where: 'paragraph', words: 'Nobody was hurt.' },
    ])
    const one = ['read', slug, '--sentence', '"It is over," said Ada Berg.']
    expect(await stetJson(desk, shape.read, one)).toEqual({ read: 1, unread: 3 })
    expect(await stetHere(desk, shape.read, one)).toEqual({ read: 0, unread: 3 })
    expect(await stetJson(desk, shape.read, ['read', slug, '--all'])).toEqual({ read: 3, unread: 0 })
    expect(await stetHere(desk, shape.unread, ['unread', slug])).toEqual({ unread: [] })
    expect(await stetHere(desk, shape.read, ['read', slug, '--take-back'])).toEqual({ read: 0, unread: 3 })
    expect(await stet(desk, ['verify'])).toMatchObject({ exitCode: 0 })
  })

  it('says in words what is left', async () => {
    const { desk, slug } = await makeDesk()
    expect((await stet(desk, ['unread', slug])).stdout).toContain('4 sentences unread')
    expect((await stet(desk, ['read', slug, '--all'])).stdout).toBe(
      '4 sentences marked as read; nothing is unread\n',
    )
  })

  it('refuses what is no sentence of the story, what was not said, and a second taking back', async () => {
    const { desk, slug } = await makeDesk()
    expect(await stetError(desk, ['read', slug, '--sentence', 'The mill burned'])).toMatchObject({
      exitCode: 2,
      code: 'NOT_FOUND',
    })
    expect((await stetError(desk, ['read', slug])).exitCode).toBe(2)
    expect((await stetError(desk, ['read', slug, '--all', '--take-back'])).exitCode).toBe(2)
    expect(await stetError(desk, ['read', slug, '--take-back'])).toMatchObject({
      exitCode: 3,
      code: 'NOTHING_TO_TAKE_BACK',
    })
  })
})
