import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../shared/document/build.ts'
import { textOf } from '../../../shared/document/text.ts'
import { projectFolder, runProgram, stet, stetError, stetHere, stetJson, temporaryFolder } from './command.ts'
import { junk, page, quotes } from './page.ts'
import * as shape from './shapes.ts'

const boats = 'Boats Stay Ashore\n\nThree hundred boats lay in the bay. Three hundred crews waited.\n'

/** A desk with one short story; gives its folder and the story's slug. */
async function deskWith(text: string): Promise<{ desk: string; slug: string; storyId: string }> {
  const desk = await temporaryFolder()
  const file = join(desk, 'story.txt')
  await writeFile(file, text)
  const { storyId } = await stetHere(desk, shape.imported, ['import', file])
  const { story } = await stetHere(desk, shape.shown, ['show', storyId])
  return { desk, storyId, slug: story.slug }
}

describe('import', () => {
  test('makes a story of a file and gives its receipt', async () => {
    const desk = await temporaryFolder()
    const file = join(desk, 'tram.txt')
    await writeFile(file, page)
    const { storyId, receipt } = await stetJson(desk, shape.imported, ['import', file])
    expect(receipt.name).toBe('tram.txt')
    expect(receipt.dropped.map((part) => part.text)).toEqual(junk)
    const { stories } = await stetJson(desk, shape.listed, ['stories'])
    expect(stories.map(({ id, isSample }) => ({ id, isSample }))).toEqual([{ id: storyId, isSample: false }])
  })

  test('reads standard input, told its format by the name it is given', async () => {
    const desk = await temporaryFolder()
    const plain = await stetJson(desk, shape.imported, ['import', '-'], boats)
    expect(plain.receipt).toMatchObject({ name: '', format: 'text' })
    const markdown = await stetJson(desk, shape.imported, ['import', '-', '--name', 'a.md'], '# A\n\nB *c*.')
    expect(markdown.receipt).toMatchObject({ name: 'a.md', format: 'markdown' })
  })

  test('says in words what was kept and what was dropped', async () => {
    const desk = await temporaryFolder()
    const { exitCode, stdout } = await stet(desk, ['import', '-'], page)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('harbour-town-reopens-its-tram-line-after-forty')
    expect(stdout).toContain('Ads Placement')
  })

  test.each([
    ['a file that is not there', ['import', 'no-such-file.txt'], 'does not exist'],
    ['a folder', ['import', projectFolder], 'it is a folder'],
  ])('%s is bad input', async (_, args, message) => {
    const desk = await temporaryFolder()
    const error = await stetError(desk, args)
    expect(error).toMatchObject({ exitCode: 2, code: 'UNREADABLE' })
    expect(error.message).toContain(message)
  })

  test.each([
    ['nothing at all', ''],
    ['a PDF', '%PDF-1.7\n'],
  ])('%s is bad input, and leaves no story behind', async (_, input) => {
    const desk = await temporaryFolder()
    expect(await stetError(desk, ['import', '-'], input)).toMatchObject({ exitCode: 2, code: 'UNREADABLE' })
    expect((await stetJson(desk, shape.listed, ['stories'])).stories).toEqual([])
  })
})

describe('show', () => {
  test('gives the story with its document, by id or by slug', async () => {
    const { desk, storyId, slug } = await deskWith(boats)
    const byId = await stetJson(desk, shape.shown, ['show', storyId])
    expect(byId).toEqual(await stetJson(desk, shape.shown, ['show', slug]))
    expect(textOf(readDocument(byId.document), 'accepted')).toBe(
      'Boats Stay Ashore\nThree hundred boats lay in the bay. Three hundred crews waited.',
    )
    expect([byId.claims, byId.sources]).toEqual([[], []])
  })

  test('of a story that is not there is bad input', async () => {
    const { desk } = await deskWith(boats)
    expect(await stetError(desk, ['show', 'no-such-story'])).toMatchObject({ exitCode: 2, code: 'NOT_FOUND' })
  })
})

describe('tag', () => {
  test('tags the exact words, numbered from 1', async () => {
    const { desk, slug } = await deskWith(boats)
    const first = await stetJson(desk, shape.tagged, [
      ...['tag', slug, '--kind', 'statement', '--text', 'Three hundred boats lay in the bay.'],
    ])
    const second = await stetJson(desk, shape.tagged, [
      ...['tag', slug, '--kind', 'statement', '--text', 'boats lay'],
    ])
    expect([first.number, second.number]).toEqual([1, 2])
    const { claims, story } = await stetHere(desk, shape.shown, ['show', slug])
    expect(claims.map(({ id, words, kind, status }) => ({ id, words, kind, status }))).toEqual([
      {
        id: first.claimId,
        words: 'Three hundred boats lay in the bay.',
        kind: 'statement',
        status: 'unchecked',
      },
      { id: second.claimId, words: 'boats lay', kind: 'statement', status: 'unchecked' },
    ])
    expect(story).toMatchObject({ claimCount: 2, openCount: 2, version: 2 })
  })

  test('keeps who says it', async () => {
    const { desk, slug } = await deskWith(page)
    const { words } = quotes[1] ?? { words: '' }
    await stetJson(desk, shape.tagged, [
      ...['tag', slug, '--kind', 'quote', '--text', words, '--speaker', 'Jonas Helm', '--role', 'director'],
    ])
    const { claims } = await stetHere(desk, shape.shown, ['show', slug])
    expect(claims[0]).toMatchObject({
      kind: 'quote',
      words,
      speaker: { name: 'Jonas Helm', role: 'director', sourceId: null },
    })
  })

  test('of words that stand in several places is refused with their count, until one is chosen', async () => {
    const { desk, slug } = await deskWith(boats)
    const words = ['tag', slug, '--kind', 'statement', '--text', 'Three hundred']
    const error = await stetError(desk, words)
    expect(error).toMatchObject({ exitCode: 3, code: 'AMBIGUOUS' })
    expect(error.message).toContain('2 places')
    expect(await stetError(desk, [...words, '--nth', '3'])).toMatchObject({ exitCode: 2 })
    await stetJson(desk, shape.tagged, [...words, '--nth', '2'])
    const { document } = await stetHere(desk, shape.shown, ['show', slug])
    const marked: string[] = []
    readDocument(document).descendants((node, position) => {
      if (node.marks.length > 0) marked.push(`${node.text} at ${position}`)
    })
    expect(marked).toHaveLength(1)
    const start = readDocument(document).textContent.lastIndexOf('Three hundred')
    expect(Number(marked[0]?.split(' at ')[1])).toBeGreaterThan(start)
  })

  test('of words that are not there is bad input, other quotation marks are taken for the same', async () => {
    const { desk, slug } = await deskWith(page)
    const words = (text: string) => ['tag', slug, '--kind', 'quote', '--text', text]
    expect(await stetError(desk, words('No such words'))).toMatchObject({ exitCode: 2, code: 'NOT_FOUND' })
    expect(await stetJson(desk, shape.tagged, words('"roofs, not rails."'))).toMatchObject({ number: 1 })
  })

  test('across paragraphs of the body is one claim, across headline and body it is refused', async () => {
    const { desk, slug } = await deskWith('Boats Stay Ashore\n\nNobody sailed.\n\nNobody swam.\n')
    const words = (text: string) => ['tag', slug, '--kind', 'statement', '--text', text]
    await stetJson(desk, shape.tagged, words('sailed.\n\nNobody'))
    const { claims } = await stetHere(desk, shape.shown, ['show', slug])
    expect(claims[0]?.words).toBe('sailed.\nNobody')
    const error = await stetError(desk, words('Ashore\nNobody'))
    expect(error).toMatchObject({ exitCode: 3, code: 'ACROSS_PARTS' })
    expect(error.message).toContain('headline')
  })
})

describe('settle', () => {
  test.each([
    ['on-author', [], 'onAuthor'],
    ['onAuthor', [], 'onAuthor'],
    ['not-a-fact', ['--note', 'an opinion'], 'notAFact'],
    ['confirmed', ['--note', 'rang the harbour'], 'confirmed'],
  ])('as %s keeps words, version, person and note', async (status, note, kept) => {
    const { desk, slug } = await deskWith(boats)
    await stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'statement', '--text', 'boats lay'])
    const { claim } = await stetJson(desk, shape.settled, [
      'settle',
      `${slug}#1`,
      '--status',
      status,
      ...note,
    ])
    expect(claim.status).toBe(kept)
    expect(claim.settling).toMatchObject({
      status: kept,
      words: 'boats lay',
      version: 1,
      note: note[1] ?? '',
    })
  })

  test('takes a claim by its id, and by the story’s id and its number', async () => {
    const { desk, slug, storyId } = await deskWith(boats)
    const { claimId } = await stetHere(desk, shape.tagged, [
      ...['tag', slug, '--kind', 'statement', '--text', 'boats lay'],
    ])
    for (const [name, status] of [
      [claimId, 'queried'],
      [`${storyId}#1`, 'wrong'],
    ] as const) {
      const { claim } = await stetJson(desk, shape.settled, ['settle', name, '--status', status])
      expect([claim.id, claim.status]).toEqual([claimId, status])
    }
  })

  test('is refused, showing both, where the words are not the words that were seen', async () => {
    const { desk, slug } = await deskWith(boats)
    await stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'statement', '--text', 'boats lay'])
    const error = await stetError(desk, [
      ...['settle', `${slug}#1`, '--status', 'confirmed', '--seen', 'boats stood'],
    ])
    expect(error).toMatchObject({ exitCode: 3, code: 'WORDS_MOVED' })
    expect(error.message).toMatch(/boats stood.*boats lay/)
  })

  test('as not a fact without a reason is refused', async () => {
    const { desk, slug } = await deskWith(boats)
    await stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'statement', '--text', 'boats lay'])
    expect(await stetError(desk, ['settle', `${slug}#1`, '--status', 'not-a-fact'])).toMatchObject({
      exitCode: 3,
      code: 'REASON_WANTED',
    })
  })

  test('of a claim that is not there is bad input', async () => {
    const { desk, slug } = await deskWith(boats)
    for (const name of [`${slug}#1`, 'no-such-claim', 'no-such-story#1', `${slug}#one`]) {
      expect(await stetError(desk, ['settle', name, '--status', 'wrong'])).toMatchObject({ exitCode: 2 })
    }
  })
})

describe('source add and backup add', () => {
  test('keep a source with its file, and tie claims to it by id or title', async () => {
    const { desk, slug } = await deskWith(boats)
    await stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'statement', '--text', 'boats lay'])
    const file = join(desk, 'ledger.csv')
    await writeFile(file, 'boat,berth\n')
    const { sourceId } = await stetJson(desk, shape.sourceAdded, [
      ...['source', 'add', '--kind', 'data-set', '--title', 'Harbour ledger', '--publisher', 'The harbour'],
      ...['--url', 'https://example.org/ledger', '--date', 'May 2025', '--secondary', '--file', file],
    ])
    const { sources } = await stetJson(desk, shape.sourcesListed, ['sources'])
    expect(sources[0]).toMatchObject({
      id: sourceId,
      kind: 'dataSet',
      title: 'Harbour ledger',
      publisher: 'The harbour',
      url: 'https://example.org/ledger',
      date: 'May 2025',
      usualRank: 'secondary',
      isConfidential: false,
      files: [{ name: 'ledger.csv', mediaType: 'text/csv', sizeBytes: 11 }],
    })
    const usual = await stetJson(desk, shape.backupAdded, ['backup', 'add', `${slug}#1`, sourceId])
    const chosen = await stetJson(desk, shape.backupAdded, [
      ...['backup', 'add', `${slug}#1`, 'Harbour ledger', '--stance', 'contradicts', '--primary'],
      ...['--locator', 'row 3', '--excerpt', 'none', '--note', 'odd'],
    ])
    const shown = await stetHere(desk, shape.shown, ['show', slug])
    expect(shown.claims[0]?.backup).toMatchObject([
      { id: usual.backupId, sourceId, stance: 'supports', rank: 'secondary', locator: '' },
      {
        id: chosen.backupId,
        stance: 'contradicts',
        rank: 'primary',
        locator: 'row 3',
        excerpt: 'none',
        note: 'odd',
      },
    ])
    expect(shown.sources.map((source) => source.id)).toEqual([sourceId])
  })

  test('keep a confidential source as such, on careful terms unless others are named', async () => {
    const desk = await temporaryFolder()
    const add = ['source', 'add', '--kind', 'person', '--confidential', '--print-as', 'a harbour worker']
    await stetJson(desk, shape.sourceAdded, [...add, '--title', 'A', '--code-name', 'Gull'])
    await stetJson(desk, shape.sourceAdded, [...add, '--title', 'B', '--terms', 'off record'])
    const { sources } = await stetHere(desk, shape.sourcesListed, ['sources'])
    expect(sources).toMatchObject([
      {
        title: 'A',
        isConfidential: true,
        terms: 'notForAttribution',
        codeName: 'Gull',
        printAs: 'a harbour worker',
      },
      { title: 'B', isConfidential: true, terms: 'offRecord' },
    ])
  })

  test('with a file that cannot be read adds nothing', async () => {
    const desk = await temporaryFolder()
    const error = await stetError(desk, [
      ...['source', 'add', '--kind', 'book', '--title', 'x', '--file', 'no-such-file'],
    ])
    expect(error).toMatchObject({ exitCode: 2, code: 'UNREADABLE' })
    expect((await stetHere(desk, shape.sourcesListed, ['sources'])).sources).toEqual([])
  })

  test('of a source that is not there is bad input, and of a title that two have', async () => {
    const { desk, slug } = await deskWith(boats)
    await stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'statement', '--text', 'boats lay'])
    for (let i = 0; i < 2; i++) {
      await stetHere(desk, shape.sourceAdded, ['source', 'add', '--kind', 'book', '--title', 'Tides'])
    }
    expect(await stetError(desk, ['backup', 'add', `${slug}#1`, 'Moon'])).toMatchObject({
      exitCode: 2,
      code: 'NOT_FOUND',
    })
    const twice = await stetError(desk, ['backup', 'add', `${slug}#1`, 'Tides'])
    expect(twice).toMatchObject({ exitCode: 2, message: expect.stringContaining('2 sources') })
  })
})

describe('search', () => {
  test('finds stories, claims and sources', async () => {
    const { desk, slug, storyId } = await deskWith(boats)
    const { claimId } = await stetHere(desk, shape.tagged, [
      ...['tag', slug, '--kind', 'statement', '--text', 'boats lay in the bay'],
    ])
    const { sourceId } = await stetHere(desk, shape.sourceAdded, [
      ...['source', 'add', '--kind', 'book', '--title', 'Boats of the north'],
    ])
    const { hits } = await stetJson(desk, shape.searched, ['search', 'boats'])
    expect(hits.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(
      [`claim ${claimId}`, `source ${sourceId}`, `story ${storyId}`].sort(),
    )
    expect((await stetJson(desk, shape.searched, ['search', 'boats', 'bay', 'lay'])).hits).toHaveLength(2)
    expect((await stetJson(desk, shape.searched, ['search', 'boats', '--limit', '1'])).hits).toHaveLength(1)
    expect((await stetJson(desk, shape.searched, ['search', 'zeppelin'])).hits).toEqual([])
  })
})

describe('export', () => {
  test('writes a file, and the same bytes to standard output', async () => {
    const { desk, slug } = await deskWith(boats)
    const out = join(desk, 'boats.md')
    const said = await stetJson(desk, shape.exported, ['export', slug, '--as', 'md', '--out', out])
    const bytes = await readFile(out)
    expect(said).toMatchObject({ file: out, sizeBytes: bytes.length })
    expect(bytes.toString()).toContain('Three hundred boats lay in the bay.')
    expect((await stet(desk, ['export', slug, '--as', 'md', '--out', '-'])).bytes).toEqual(bytes)
  })

  test('into a folder takes the story’s name for the file, and leaves nothing half made', async () => {
    const { desk, slug } = await deskWith(boats)
    const folder = join(desk, 'out')
    await mkdir(folder)
    const { file } = await stetJson(desk, shape.exported, ['export', slug, '--as', 'docx', '--out', folder])
    expect(await readdir(folder)).toEqual([file.slice(folder.length + 1)])
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  })

  test('keeps standard output for JSON where JSON is asked for', async () => {
    const { desk, slug } = await deskWith(boats)
    expect(await stetError(desk, ['export', slug, '--as', 'html', '--out', '-'])).toMatchObject({
      exitCode: 2,
    })
    const { stdout } = await stet(desk, ['--json', 'export', slug, '--as', 'json', '--out', '-'])
    expect(JSON.parse(stdout)).toMatchObject({ format: 'stet-story', story: { slug } })
  })

  test('to a place that is not there is bad input', async () => {
    const { desk, slug } = await deskWith(boats)
    const out = join(desk, 'nowhere', 'x.txt')
    expect(await stetError(desk, ['export', slug, '--as', 'txt', '--out', out])).toMatchObject({
      exitCode: 2,
      code: 'UNWRITABLE',
    })
  })

  test('lets a confidential source out only where that is said', async () => {
    const { desk, slug } = await deskWith(boats)
    await stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'statement', '--text', 'boats lay'])
    const { sourceId } = await stetHere(desk, shape.sourceAdded, [
      ...['source', 'add', '--kind', 'person', '--title', 'Wilhelmina Quist', '--confidential'],
    ])
    await stetHere(desk, shape.backupAdded, ['backup', 'add', `${slug}#1`, sourceId])
    const written = async (...more: string[]) =>
      (await stet(desk, ['export', slug, '--as', 'json', '--out', '-', ...more])).stdout
    expect(await written()).not.toContain('Quist')
    expect(await written('--with-confidential')).toContain('Wilhelmina Quist')
  })
})

describe('verify', () => {
  test('finds nothing at a sound desk, an empty one too', async () => {
    const empty = await temporaryFolder()
    expect((await stetJson(empty, shape.verified, ['verify'])).findings).toEqual([])
    const { desk } = await deskWith(boats)
    expect(await stetJson(desk, shape.verified, ['verify'])).toMatchObject({ stories: 1, findings: [] })
  })

  test('of a folder that is not there is bad input and makes none', async () => {
    const mistyped = join(await temporaryFolder(), 'mistyped')
    expect(await stetError(mistyped, ['verify'])).toMatchObject({ exitCode: 2, code: 'NOT_FOUND' })
    expect(existsSync(mistyped)).toBe(false)
  })

  test('ends with 4 where a row of the trail was changed behind the desk’s back', async () => {
    const { desk, slug } = await deskWith(boats)
    await stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'statement', '--text', 'boats lay'])
    await stetJson(desk, shape.settled, ['settle', `${slug}#1`, '--status', 'wrong'])
    const { default: Database } = await import('better-sqlite3')
    const database = new Database(join(desk, 'stet.sqlite'))
    database.prepare("UPDATE audit_event SET at_ms = at_ms - 1 WHERE kind LIKE 'claim%'").run()
    database.close()
    const ended = await stet(desk, ['--json', 'verify'])
    expect(ended.exitCode).toBe(4)
    expect(ended.stderr).toBe('')
    const { findings } = shape.verified.parse(JSON.parse(ended.stdout))
    expect(findings.map((finding) => finding.kind)).toContain('chain')
    expect((await stet(desk, ['verify'])).stdout).toContain('finding')
  })

  test('ends with 4 at a damaged database, which every other command refuses with 3', async () => {
    const { desk } = await deskWith(boats)
    const path = join(desk, 'stet.sqlite')
    const bytes = await readFile(path)
    bytes.fill(0x5a, 4096)
    await writeFile(path, bytes)
    const ended = await stet(desk, ['--json', 'verify'])
    expect(ended.exitCode).toBe(4)
    expect(shape.verified.parse(JSON.parse(ended.stdout)).findings).toMatchObject([{ kind: 'database' }])
    expect(await stetError(desk, ['stories'])).toMatchObject({ exitCode: 3, code: 'DAMAGED' })
    expect(await readFile(path)).toEqual(bytes)
  })
})

describe('whoever works', () => {
  test('is added as an editor by the first change, and by reading not at all', async () => {
    const desk = await temporaryFolder()
    await stetHere(desk, shape.listed, ['stories'])
    const { slug } = await (async () => {
      await stetJson(desk, shape.imported, ['import', '-'], boats)
      const { stories } = await stetHere(desk, shape.listed, ['stories'])
      return { slug: stories[0]?.slug ?? '' }
    })()
    await stetHere(desk, shape.tagged, ['tag', slug, '--kind', 'statement', '--text', 'boats lay'])
    await stetHere(desk, shape.listed, ['stories', '--as', 'Somebody Else'])
    const { default: Database } = await import('better-sqlite3')
    const database = new Database(join(desk, 'stet.sqlite'))
    const people = database.prepare('SELECT name, initials, role FROM person').all()
    const vias = database.prepare('SELECT DISTINCT via FROM audit_event').all()
    database.close()
    expect(people).toEqual([{ name: 'Ada Lovelace', initials: 'AL', role: 'editor' }])
    expect(vias).toEqual([{ via: 'commandLine' }])
  })

  test('is by default the owner of the account', async () => {
    const desk = await temporaryFolder()
    const entry = join(projectFolder, 'electron', 'cli', 'stet.ts')
    await runProgram(process.execPath, [entry, '--desk', desk, 'import', '-'], { input: boats })
    const { default: Database } = await import('better-sqlite3')
    const database = new Database(join(desk, 'stet.sqlite'))
    const people = database.prepare('SELECT name FROM person').all()
    database.close()
    expect(people).toEqual([{ name: userInfo().username }])
  })
})

describe('the command line itself', () => {
  test('says its version and its commands without a desk', async () => {
    const desk = join(await temporaryFolder(), 'desk')
    const version = await stet(desk, ['--json', '--version'])
    expect(JSON.parse(version.stdout)).toEqual({
      version: JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')).version,
    })
    const help = await stet(desk, ['help'])
    expect(help.exitCode).toBe(0)
    expect(help.stdout).toContain('backup add CLAIM SOURCE')
    expect((await stet(desk, ['tag', '--help'])).stdout).toContain('--nth N')
    await expect(readdir(desk)).rejects.toThrow('ENOENT')
  })

  test('without a command, or with one that is not understood, ends with 2 and touches nothing', async () => {
    const desk = join(await temporaryFolder(), 'desk')
    for (const args of [[], ['frobnicate'], ['tag', 'x'], ['stories', '--loud']]) {
      expect(await stetError(desk, args)).toMatchObject({ exitCode: 2, code: 'BAD_INPUT' })
    }
    await expect(readdir(desk)).rejects.toThrow('ENOENT')
  })

  test('by way of npm takes file names from where the command is given', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'boats.txt'), boats)
    const command = ['--prefix', projectFolder, 'run', '-s', 'stet', '--', '--json', '--desk', 'desk']
    const { stdout, exitCode } = await runProgram('npm', [...command, 'import', 'boats.txt'], { cwd: folder })
    expect(exitCode).toBe(0)
    expect(shape.imported.parse(JSON.parse(stdout)).receipt.name).toBe('boats.txt')
    expect(await readdir(folder)).toContain('desk')
  })

  test('says what went wrong in one line where no JSON is asked for', async () => {
    const desk = await temporaryFolder()
    const { exitCode, stdout, stderr } = await stet(desk, ['show', 'nothing'])
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^stet: there is no story “nothing”.*\n$/)
  })

  test('makes the folder of a desk that is not there yet', async () => {
    const desk = join(await temporaryFolder(), 'new', 'desk')
    await stetHere(desk, shape.listed, ['stories'])
    expect(await readdir(desk)).toContain('stet.sqlite')
  })

  test.skipIf(!existsSync('/proc/self'))(
    'refuses a folder in which nothing can be made, at once (skipped where there is no /proc)',
    async () => {
      const refused = await stetError('/proc/stet-desk', ['stories'])
      expect(refused).toMatchObject({ exitCode: 3, code: 'READ_ONLY' })
    },
  )

  test('refuses a folder that it cannot use', async () => {
    const desk = join(await temporaryFolder(), 'file')
    await writeFile(desk, '')
    await chmod(desk, 0o600)
    expect(await stetError(desk, ['stories'])).toMatchObject({ exitCode: 3, code: 'READ_ONLY' })
  })
})
