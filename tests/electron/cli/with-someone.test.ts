import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { runCommandLine } from '../../../electron/cli/run.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { textOf } from '../../../shared/document/text.ts'
import { claimSchema } from '../../../shared/model/claim.ts'
import { fixSchema } from '../../../shared/model/fix.ts'
import { backupIdSchema, claimIdSchema, fixIdSchema, queryIdSchema } from '../../../shared/model/ids.ts'
import { listedQuerySchema } from '../../../shared/model/query.ts'
import { stet, stetHere, stetJson, temporaryFolder } from './command.ts'
import * as shape from './shapes.ts'

const edited = z.strictObject({
  version: z.int(),
  claims: z.array(
    z.strictObject({ claimId: claimIdSchema, number: z.int(), presence: z.string(), words: z.string() }),
  ),
})
const suggested = z.strictObject({ fixId: fixIdSchema, state: z.string(), claim: claimSchema })
const fixesListed = z.strictObject({
  fixes: z.array(z.strictObject({ ...fixSchema.shape, number: z.int(), now: z.string(), state: z.string() })),
})
const queriesListed = z.strictObject({
  queries: z.array(listedQuerySchema.extend({ isOverdue: z.boolean() }).strict()),
})
const queryAdded = z.strictObject({ queryId: queryIdSchema, claim: claimSchema })
const queryAnswered = z.strictObject({ backupId: backupIdSchema, claim: claimSchema })
const assigned = z.strictObject({ claims: z.array(claimSchema) })

const words = [
  'Boats Stay Ashore',
  'Three hundred boats lay in the bay. “We wait,” said Jonas Helm. Three hundred crews waited.',
].join('\n\n')

async function deskWith(text = words, name = 'story.txt'): Promise<{ desk: string; slug: string }> {
  const desk = await temporaryFolder()
  const file = join(desk, name)
  await writeFile(file, text)
  const { storyId } = await stetHere(desk, shape.imported, ['import', file])
  const { story } = await stetHere(desk, shape.shown, ['show', storyId])
  return { desk, slug: story.slug }
}

const tag = (desk: string, slug: string, text: string, ...more: string[]) =>
  stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'statement', '--text', text, ...more])

async function bodyOf(desk: string, slug: string): Promise<string> {
  const { document } = await stetHere(desk, shape.shown, ['show', slug])
  return textOf(readDocument(document), 'accepted').split('\n').slice(1).join('\n')
}

async function errorOf(desk: string, args: readonly string[], name = 'Ada Lovelace'): Promise<unknown> {
  const outcome = await runCommandLine(['--json', '--desk', desk, '--as', name, ...args])
  const { error } = JSON.parse(outcome.stderr) as { error: { code: string } }
  return { exitCode: outcome.exitCode, code: error.code }
}

describe('edit', () => {
  test('puts words in the place of others; claims follow theirs', async () => {
    const { desk, slug } = await deskWith()
    const { claimId } = await tag(desk, slug, 'Three hundred boats')
    await tag(desk, slug, 'crews waited')
    const args = ['edit', slug, '--replace', 'hundred boats', '--with', 'thousand ships']
    const made = await stetJson(desk, edited, args)
    expect(made.claims).toEqual([{ claimId, number: 1, presence: 'inText', words: 'Three thousand ships' }])
    expect(await bodyOf(desk, slug)).toContain('Three thousand ships lay in the bay.')
    const { findings } = await stetHere(desk, shape.verified, ['verify'])
    expect(findings).toEqual([])
  })

  test('wants to be told which of several places, and takes words out', async () => {
    const { desk, slug } = await deskWith()
    const args = ['edit', slug, '--replace', 'Three hundred', '--with', '']
    expect(await errorOf(desk, args)).toEqual({ exitCode: 3, code: 'AMBIGUOUS' })
    await stetHere(desk, edited, [...args, '--nth', '2'])
    expect(await bodyOf(desk, slug)).toContain('said Jonas Helm.  crews waited.')
  })

  test('says that words stand nowhere, and that paragraphs stay apart', async () => {
    const { desk, slug } = await deskWith('A hed\n\nOne.\n\nTwo.\n\nThree.')
    expect(await errorOf(desk, ['edit', slug, '--replace', 'Four', '--with', 'x'])).toEqual({
      exitCode: 2,
      code: 'NOT_FOUND',
    })
    expect(await errorOf(desk, ['edit', slug, '--replace', 'One.\nTwo.', '--with', 'One. Two.'])).toEqual({
      exitCode: 3,
      code: 'PARAGRAPHS',
    })
  })
})

describe('fix', () => {
  test('is suggested, listed and accepted: the text reads so and the claim is confirmed on it', async () => {
    const { desk, slug } = await deskWith()
    await tag(desk, slug, 'Three hundred boats')
    const to = ['--to', 'Two hundred boats', '--why', 'the register has two']
    const { fixId } = await stetJson(desk, suggested, ['fix', slug, '1', ...to])
    const { fixes } = await stetJson(desk, fixesListed, ['fix', slug, '--list'])
    expect(fixes).toMatchObject([{ id: fixId, number: 1, state: 'open', newWords: 'Two hundred boats' }])
    const accepted = await stetJson(desk, suggested, ['fix', slug, '1', '--accept'])
    expect(accepted).toMatchObject({
      fixId,
      state: 'accepted',
      claim: { status: 'confirmed', words: 'Two hundred boats' },
    })
    expect(await bodyOf(desk, slug)).toContain('Two hundred boats lay in the bay.')
    expect((await stetHere(desk, shape.verified, ['verify'])).findings).toEqual([])
  })

  test('is answered, rejected with a reason, and withdrawn', async () => {
    const { desk, slug } = await deskWith()
    const { claimId } = await tag(desk, slug, 'Three hundred boats')
    const suggest = () =>
      stetHere(desk, suggested, ['fix', slug, claimId, '--to', 'Two boats', '--why', 'so I heard'])
    await suggest()
    expect(await stetHere(desk, suggested, ['fix', slug, '1', '--answer', 'No.'])).toMatchObject({
      state: 'answered',
    })
    expect(await errorOf(desk, ['fix', slug, '1', '--reject'])).toEqual({
      exitCode: 3,
      code: 'REASON_WANTED',
    })
    const rejecting = ['fix', slug, '1', '--reject', '--reason', 'hearsay']
    expect(await stetHere(desk, suggested, rejecting)).toMatchObject({ state: 'rejected' })
    expect(await errorOf(desk, rejecting)).toEqual({ exitCode: 2, code: 'NOT_FOUND' })
    const { fixId } = await suggest()
    const other = await suggest()
    expect(await errorOf(desk, ['fix', slug, '1', '--withdraw'])).toEqual({ exitCode: 3, code: 'AMBIGUOUS' })
    const gone = z.object({ fixId: fixIdSchema, claim: claimSchema })
    const { claim } = await stetHere(desk, gone, ['fix', slug, '1', '--withdraw', '--fix', other.fixId])
    expect(claim.fixes.map((fix) => fix.id)).toContain(fixId)
    expect(claim.fixes.map((fix) => fix.id)).not.toContain(other.fixId)
  })

  test('of words in a quote is refused but from its transcript', async () => {
    const { desk, slug } = await deskWith()
    await stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'quote', '--text', '“We wait,”'])
    const to = ['fix', slug, '1', '--to', '“We waited,”', '--why', 'so he says']
    expect(await errorOf(desk, to)).toEqual({ exitCode: 3, code: 'FIX_UNFIT' })
    await stetHere(desk, shape.sourceAdded, ['source', 'add', '--kind', 'recording', '--title', 'The call'])
    await stetHere(desk, shape.backupAdded, [
      'backup',
      'add',
      `${slug}#1`,
      'The call',
      '--excerpt',
      'so we waited',
    ])
    expect(await stetHere(desk, suggested, to)).toMatchObject({ state: 'open' })
  })

  test.each([
    ['nothing to do', []],
    ['two things to do', ['--accept', '--list']],
    ['words without why', ['--to', 'x']],
  ])('with %s is bad input', async (_, options) => {
    const desk = await temporaryFolder()
    expect(await errorOf(desk, ['fix', 'a-story', '1', ...options])).toEqual({
      exitCode: 2,
      code: 'BAD_INPUT',
    })
  })
})

describe('queries', () => {
  test('are noted, listed with what is overdue first, and answered into backup', async () => {
    const { desk, slug } = await deskWith()
    await tag(desk, slug, 'Three hundred boats')
    const ask = ['query', 'add', `${slug}#1`, '--question', 'How many?']
    const late = [
      '--asked',
      'Jonas Helm',
      '--due',
      '2020-01-02 16:00',
      '--way',
      'in-person',
      '--right-of-reply',
    ]
    await stetJson(desk, queryAdded, [...ask, '--asked', 'A sexton', '--due', '2999-01-01'])
    const { queryId, claim } = await stetJson(desk, queryAdded, [...ask, ...late])
    expect(claim.status).toBe('queried')
    const { queries } = await stetJson(desk, queriesListed, ['queries'])
    expect(queries.map(({ query, isOverdue }) => [query.asked, isOverdue])).toEqual([
      ['Jonas Helm', true],
      ['A sexton', false],
    ])
    expect(queries[0]).toMatchObject({ query: { way: 'inPerson', isRightOfReply: true }, number: 1, slug })
    expect((await stet(desk, ['queries'])).stdout).toContain('overdue 2020-01-02 16:00')

    const answering = ['query', 'answer', queryId, '--words', 'Two hundred.', '--as-backup']
    const answered = await stetJson(desk, queryAnswered, answering)
    expect(answered.claim.backup).toMatchObject([{ id: answered.backupId, excerpt: 'Two hundred.' }])
    const { sources } = await stetHere(desk, shape.sourcesListed, ['sources'])
    expect(sources).toMatchObject([{ kind: 'person', title: 'Jonas Helm' }])
    expect((await stetHere(desk, queriesListed, ['queries'])).queries).toHaveLength(1)
    expect((await stetHere(desk, queriesListed, ['queries', '--all'])).queries).toHaveLength(2)
  })

  test('keep the status where that is asked for, and take no time that is none', async () => {
    const { desk, slug } = await deskWith()
    await tag(desk, slug, 'Three hundred boats')
    const ask = ['query', 'add', `${slug}#1`, '--asked', 'A sexton', '--question', 'How many?']
    const { claim } = await stetHere(desk, queryAdded, [...ask, '--keep-status'])
    expect(claim.status).toBe('unchecked')
    expect(await errorOf(desk, [...ask, '--due', 'soon'])).toEqual({ exitCode: 2, code: 'BAD_INPUT' })
  })
})

describe('assign and legal', () => {
  const sections =
    '# A hed\n\nThe lead stands.\n\n## Money\n\nIt cost much. It cost more.\n\n## Boats\n\nThere were boats.'

  test('claims are given by number, by section, or all', async () => {
    const { desk, slug } = await deskWith(sections, 'story.md')
    for (const text of ['The lead stands', 'It cost much', 'It cost more', 'There were boats'])
      await tag(desk, slug, text)
    const give = async (...args: string[]) =>
      (await stetHere(desk, assigned, ['assign', slug, ...args, '--to', 'Ada Lovelace'])).claims.map(
        ({ number, assigneeId }) => [number, assigneeId !== null],
      )
    expect(await give('4', '1')).toEqual([
      [4, true],
      [1, true],
    ])
    expect(await give('--section', 'Money')).toEqual([
      [2, true],
      [3, true],
    ])
    const back = await stetHere(desk, assigned, ['assign', slug, '--all', '--to', 'nobody'])
    expect(back.claims.map((claim) => claim.assigneeId)).toEqual([null, null, null, null])
    expect(await errorOf(desk, ['assign', slug, '1', '--to', 'Nobody Known'])).toEqual({
      exitCode: 2,
      code: 'NOT_FOUND',
    })
    expect(await errorOf(desk, ['assign', slug, '--section', 'Monet', '--to', 'nobody'])).toEqual({
      exitCode: 2,
      code: 'NOT_FOUND',
    })
  })

  test('a claim is flagged, cleared for its words, and read by a second', async () => {
    const { desk, slug } = await deskWith()
    await tag(desk, slug, 'Three hundred boats')
    const legal = (...args: string[]) => stetHere(desk, shape.settled, ['legal', `${slug}#1`, ...args])
    expect((await legal('--flag')).claim.isLegal).toBe(true)
    expect((await legal('--clear', '--note', 'fine')).claim.legalClearing).toMatchObject({
      words: 'Three hundred boats',
      note: 'fine',
    })
    expect((await legal('--second-reader', 'anybody')).claim.secondReading).toMatchObject({ readerId: null })
    await stetHere(desk, shape.settled, ['settle', `${slug}#1`, '--status', 'confirmed'])
    expect(await errorOf(desk, ['legal', `${slug}#1`, '--read'])).toEqual({
      exitCode: 3,
      code: 'SAME_READER',
    })
    const read = await runCommandLine([
      ...['--json', '--desk', desk, '--as', 'Grace Marten', 'legal', `${slug}#1`, '--read'],
    ])
    expect(read).toMatchObject({ exitCode: 0 })
    // There is somebody besides the editor now, so that clearing is for legal.
    expect(await errorOf(desk, ['legal', `${slug}#1`, '--unclear'])).toEqual({
      exitCode: 3,
      code: 'NOT_YOURS',
    })
  })
})
