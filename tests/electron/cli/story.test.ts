import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bodyOf, fieldOf, readDocument } from '../../../shared/document/build.ts'
import { must } from '../../../shared/lib/assert.ts'
import { exportFormatSchema } from '../../../shared/model/export.ts'
import { projectFolder, runProgram, stet, stetHere, stetJson, temporaryFolder } from './command.ts'
import * as ours from './page.ts'
import * as shape from './shapes.ts'

interface Page {
  readonly crossheads: number
  readonly paragraphs: number
  readonly quotedSpans: number
  /** The lines that are no part of the story. */
  readonly junk: number
  readonly quotes: readonly { words: string; speaker?: string }[]
  readonly statements: readonly string[]
}

const statuses = ['confirmed', 'wrong', 'unverified', 'on-author', 'not-a-fact', 'queried']

/** Takes a page through the whole job; each command is a process of its own the first time. */
async function takeThrough(page: (document: ReturnType<typeof readDocument>) => Page, bytes: Uint8Array) {
  const desk = await temporaryFolder()
  const file = join(desk, 'page.txt')
  await writeFile(file, bytes)
  const { storyId, receipt } = await stetJson(desk, shape.imported, ['import', file])
  const before = await stetJson(desk, shape.shown, ['show', storyId])
  const document = readDocument(before.document)
  const { crossheads, paragraphs, quotedSpans, junk, quotes, statements } = page(document)

  expect(receipt.kept).toMatchObject({ headlines: 1, crossheads, paragraphs, quotedSpans })
  expect(receipt.dropped).toHaveLength(junk)
  const counts = Object.groupBy(bodyOf(document), (node) => node.type.name)
  expect(fieldOf(document, 'headline').textContent).not.toBe('')
  expect([counts.crosshead?.length, counts.paragraph?.length]).toEqual([crossheads, paragraphs])
  for (const part of receipt.dropped) expect(document.textContent).not.toContain(part.text)

  const slug = before.story.slug
  const claims = [
    ...quotes.map((quote) => ({ ...quote, kind: 'quote' })),
    ...statements.map((words) => ({ words, speaker: undefined, kind: 'statement' })),
  ]
  for (const [index, { words, kind, speaker }] of claims.entries()) {
    const run = index === 0 ? stetJson : stetHere
    const more = speaker === undefined ? [] : ['--speaker', speaker]
    await run(desk, shape.tagged, ['tag', slug, '--kind', kind, '--text', words, ...more])
  }
  const { sourceId } = await stetJson(desk, shape.sourceAdded, [
    ...[
      'source',
      'add',
      '--kind',
      'document',
      '--title',
      'The record',
      '--url',
      'https://example.org/record',
    ],
  ])
  const secret = await stetJson(desk, shape.sourceAdded, [
    ...['source', 'add', '--kind', 'person', '--title', 'Wilhelmina Quist', '--confidential'],
    ...['--print-as', 'a person who was in the room'],
  ])
  for (const [index] of claims.entries()) {
    const run = index === 0 ? stetJson : stetHere
    const source = index % 3 === 0 ? secret.sourceId : sourceId
    await run(desk, shape.backupAdded, ['backup', 'add', `${slug}#${index + 1}`, source, '--locator', 'p. 1'])
    const status = must(statuses[index % statuses.length], 'a status for every claim')
    await run(desk, shape.settled, [
      ...['settle', `${slug}#${index + 1}`, '--status', status, '--note', 'as the record has it'],
    ])
  }

  const after = await stetJson(desk, shape.shown, ['show', slug])
  expect(after.claims.map(({ number, words, kind }) => ({ number, words, kind }))).toEqual(
    claims.map(({ words, kind }, index) => ({ number: index + 1, words, kind })),
  )
  expect(after.sources.map((source) => source.id).sort()).toEqual([sourceId, secret.sourceId].sort())
  const open = claims.filter((_, index) => statuses[index % statuses.length] === 'queried').length
  expect(after.story).toMatchObject({ claimCount: claims.length, openCount: open, removedCount: 0 })

  const exports: Record<string, Buffer> = {}
  for (const format of exportFormatSchema.options) {
    const out = join(desk, `out.${format}`)
    await stetJson(desk, shape.exported, ['export', slug, '--as', format, '--out', out])
    exports[format] = await readFile(out)
    expect(exports[format].includes('Quist')).toBe(false)
  }
  expect((await stetJson(desk, shape.shown, ['show', slug])).story.version).toBe(after.story.version)
  expect(await stetJson(desk, shape.verified, ['verify'])).toMatchObject({ findings: [] })
  return { desk, slug, exports, quotes, receipt }
}

describe('a page through the whole job by command line', () => {
  test('a page of our own: import, every quote and ten statements, sources, settling, exports', {
    timeout: 180_000,
  }, async () => {
    const { desk, slug, exports, receipt } = await takeThrough(
      () => ({
        crossheads: ours.crossheads,
        paragraphs: ours.bodyParagraphs,
        quotedSpans: ours.quotedSpans,
        junk: ours.junk.length,
        quotes: ours.quotes,
        statements: ours.statements,
      }),
      Buffer.from(ours.page),
    )
    expect(receipt.dropped.map((part) => part.text)).toEqual(ours.junk)

    // The same command gives the same bytes, by way of npm as well; what npm starts is this same program.
    const npm = await runProgram('npm', [
      ...['run', '-s', 'stet', '--', '--desk', desk, 'export', slug, '--as', 'docx-backup', '--out', '-'],
    ])
    expect(npm.stderr.replace(/^npm warn .*\n/gmu, '')).toBe('')
    expect(npm.bytes.equals(must(exports['docx-backup'], 'it was exported'))).toBe(true)
    const unknown = await runProgram('npm', ['run', '-s', 'stet', '--', '--desk', desk, 'show', 'nothing'])
    expect(unknown.exitCode).toBe(2)

    // A desk that does not know the story takes it in as it was.
    const elsewhere = await temporaryFolder()
    const file = join(elsewhere, 'story.json')
    const whole = await stet(desk, ['export', slug, '--as', 'json', '--out', file, '--with-confidential'])
    expect(whole.exitCode).toBe(0)
    // Somebody else takes it in, so that its people come along as they were.
    const again = await stetJson(elsewhere, shape.imported, ['import', file, '--as', 'Grace Hopper'])
    const { claims, document, sources } = await stetJson(desk, shape.shown, ['show', slug])
    expect(await stetJson(elsewhere, shape.shown, ['show', again.storyId])).toMatchObject({
      document,
      sources,
    })
    const claimsAgain = (await stetJson(elsewhere, shape.shown, ['show', slug])).claims
    expect(claimsAgain.map(({ revision: _, ...claim }) => claim)).toEqual(
      claims.map(({ revision: _, ...claim }) => claim),
    )
    expect(await stetJson(elsewhere, shape.verified, ['verify'])).toMatchObject({ findings: [] })
  })

  const seed = join(projectFolder, '..', 'shared', 'seed', 'syria-coalition-page.txt')
  const isThere = existsSync(seed)

  // Not part of a clone; the page of our own above proves the same.
  test.skipIf(!isThere)(
    `the seed page: 4 crossheads, 16 paragraphs, 13 quoted spans as 8 quotes${isThere ? '' : ' (not there: ../shared/seed)'}`,
    { timeout: 180_000 },
    async () => {
      const bytes = await readFile(seed)
      const { quotes } = await takeThrough((document) => {
        const paragraphs = bodyOf(document)
          .filter((node) => node.type.name === 'paragraph')
          .map((node) => node.textContent)
        return {
          crossheads: 4,
          paragraphs: 16,
          quotedSpans: 13,
          junk: 6,
          quotes: paragraphs.flatMap(quotesIn),
          statements: [fieldOf(document, 'headline').textContent, ...paragraphs.flatMap(sentenceIn)].slice(
            0,
            10,
          ),
        }
      }, bytes)
      expect(quotes).toHaveLength(8)
    },
  )
})

/** A paragraph that begins with a quotation is one quote, its attribution within; otherwise each is its own. */
function quotesIn(paragraph: string): { words: string }[] {
  const words = paragraph.startsWith('“') ? /^“.*”/u.exec(paragraph) : paragraph.match(/“[^”]*”/gu)
  return (words ?? []).map((one) => ({ words: one }))
}

/** The first sentence of a paragraph without quotations. */
function sentenceIn(paragraph: string): string[] {
  if (paragraph.includes('“')) return []
  const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph)
  return first ? [first.segment.trim()] : []
}
