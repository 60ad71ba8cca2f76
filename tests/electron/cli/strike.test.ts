import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tracesOf } from '../desk/striking/traces.ts'
import { stet, stetError, stetHere, stetJson, temporaryFolder } from './command.ts'
import * as shape from './shapes.ts'

/** A desk with one story, of which a source is named in the text and in a file. */
async function makeDesk(): Promise<{ desk: string; storyId: string }> {
  const desk = await temporaryFolder()
  const file = join(await temporaryFolder(), 'pumps.txt')
  await writeFile(
    file,
    'The night of the pumps\n\nForty is enough, said Karla Meissner. Nobody called her back.\n',
  )
  const { storyId } = await stetHere(desk, shape.imported, ['import', file])
  const notes = join(await temporaryFolder(), 'notes.txt')
  await writeFile(notes, 'Karla Meissner, by telephone.')
  await stetHere(desk, shape.sourceAdded, [
    'source',
    'add',
    '--kind',
    'person',
    '--title',
    'Karla Meissner',
    '--file',
    notes,
  ])
  return { desk, storyId }
}

describe('strike', () => {
  it('says first what it would strike, then strikes it, and verify calls it struck', async () => {
    const { desk, storyId } = await makeDesk()
    const { preview } = await stetJson(desk, shape.wouldStrike, ['strike', 'karla', 'meissner', '--dry-run'])
    expect(preview).toMatchObject({ places: { text: 1, sources: 1 }, stories: 1 })
    expect(preview.forms).toEqual([{ text: 'Karla Meissner', count: 2 }])
    expect(preview.files.map((file) => file.names)).toContainEqual(['notes.txt'])
    expect(tracesOf(desk, ['Meissner'])).not.toEqual([])

    const given = ['strike', 'Karla Meissner', '--reason', 'She asked us on 3 May']
    const { receipt } = await stetJson(desk, shape.struck, given)
    expect(receipt.filesRemoved).toHaveLength(preview.files.length)
    expect(tracesOf(desk, ['Karla', 'Meissner'])).toEqual([])
    const { document } = await stetJson(desk, shape.shown, ['show', storyId])
    expect(JSON.stringify(document)).toContain('said █████ ████████.')
    const verified = await stet(desk, ['verify'])
    expect(verified).toMatchObject({ exitCode: 0 })
    expect(verified.stdout).toContain('Struck, and accounted for by 1 striking')
  })

  it('keeps files on request', async () => {
    const { desk } = await makeDesk()
    const given = ['strike', 'Meissner', '--reason', 'asked', '--keep-files']
    const { receipt } = await stetJson(desk, shape.struck, given)
    expect(receipt.filesRemoved).toEqual([])
    const [kept] = receipt.filesKept
    expect(kept && (await readFile(join(desk, 'files', kept.slice(0, 2), kept), 'utf8'))).toContain(
      'Meissner',
    )
  })

  it.each<[string, string[], number, string]>([
    ['without a reason', ['strike', 'Meissner'], 2, 'BAD_INPUT'],
    [
      'with the words in its reason',
      ['strike', 'Meissner', '--reason', 'Mrs Meißner asked'],
      3,
      'REASON_UNFIT',
    ],
    ['of two letters', ['strike', 'Al', '--reason', 'asked'], 3, 'TOO_SHORT'],
    [
      'in a story that is not there',
      ['strike', 'Meissner', '--reason', 'x', '--story', 'none'],
      2,
      'NOT_FOUND',
    ],
  ])('%s is refused, and nothing is struck', async (_, given, exitCode, code) => {
    const { desk } = await makeDesk()
    expect(await stetError(desk, given)).toMatchObject({ exitCode, code })
    expect(tracesOf(desk, ['Meissner'])).not.toEqual([])
  })
})

describe('delete', () => {
  it('says first what would go, then takes the story away', async () => {
    const { desk, storyId } = await makeDesk()
    const { preview } = await stetJson(desk, shape.wouldDelete, [
      'delete',
      'the-night-of-the-pumps',
      '--dry-run',
    ])
    expect(preview.files).toHaveLength(1)
    expect(await stetError(desk, ['delete', storyId])).toMatchObject({ exitCode: 2, code: 'BAD_INPUT' })
    await stetJson(desk, shape.struck, ['delete', 'the-night-of-the-pumps', '--reason', 'a court’s order'])
    expect((await stetJson(desk, shape.listed, ['stories', '--archived'])).stories).toEqual([])
    expect(tracesOf(desk, ['Forty is enough', 'night of the'])).toEqual([])
    expect(await stetJson(desk, shape.verified, ['verify'])).toMatchObject({
      findings: [],
      struck: { strikings: 1, stories: 1 },
    })
  })
})
