import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { withoutConfidential } from '../../../electron/export/confidential.ts'
import { makeExport } from '../../../electron/export/make.ts'
import { type StoryBundle, storyBundleSchema } from '../../../shared/model/bundle.ts'
import { exportFormatSchema } from '../../../shared/model/export.ts'
import type { SourceDetails } from '../../../shared/model/source.ts'
import { backupOf, block, bundleOf, claimOf, settlingOf, sourceOf, storyOf, tag } from './fixture.ts'
import { harbourStory, openFile, picture, secretFile, secrets } from './harbour.ts'

/** All that a file holds, down to the files that it holds as text. */
function contentsOf(bytes: Uint8Array): Buffer[] {
  const found = [Buffer.from(bytes)]
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      found.push(Buffer.from(name), Buffer.from(part))
  }
  for (const buffer of [...found]) {
    for (const [base64] of buffer.toString('latin1').matchAll(/[A-Za-z0-9+/]{24,}={0,2}/gu)) {
      found.push(Buffer.from(base64, 'base64'))
    }
  }
  return found
}

/** Every way in which some text could stand in a file. */
function spellingsOf(secret: string): Buffer[] {
  const escaped = secret.replaceAll('&', '&amp;')
  return [secret, escaped, secret.toLowerCase(), secret.toUpperCase(), encodeURIComponent(secret)].flatMap(
    (text) => [
      Buffer.from(text, 'utf8'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'utf16le').swap16(),
      Buffer.from(Buffer.from(text).toString('base64')),
    ],
  )
}

function leaks(bytes: Uint8Array, all: Record<string, string>): string[] {
  const contents = contentsOf(bytes)
  return Object.entries(all)
    .filter(([, secret]) =>
      spellingsOf(secret).some((spelling) => contents.some((one) => one.includes(spelling))),
    )
    .map(([name]) => name)
}

const everything = {
  ...secrets,
  fileHash: secretFile.hash,
  fileBase64: secretFile.base64,
  id: 'source-hidden1',
}
const options = exportFormatSchema.options

describe.each(options)('%s', (as) => {
  test('holds nothing of a confidential source, in no part and no encoding', async () => {
    const { name, bytes } = await makeExport(harbourStory(), as, { withConfidential: false })
    expect(leaks(bytes, everything)).toEqual([])
    expect(leaks(Buffer.from(name), everything)).toEqual([])
  })

  test('says what the source is called in print, if it says anything of it', async () => {
    const named = harbourStory()
    named.sources = named.sources.map((source) => ({ ...source, printAs: 'a port official' }))
    const { bytes } = await makeExport(named, as, { withConfidential: false })
    expect(leaks(bytes, everything)).toEqual([])
    const isForDesk = as === 'json' || as === 'docx-backup' || as === 'report'
    const describes = (made: Uint8Array, words: string): boolean =>
      contentsOf(made).some((content) => content.includes(words))
    expect(describes(bytes, 'a port official')).toBe(isForDesk)
    const unnamed = await makeExport(harbourStory(), as, { withConfidential: false })
    expect(describes(unnamed.bytes, 'confidential source 1')).toBe(isForDesk)
  })
})

test('the search for leaks finds each secret in an export that is allowed to hold it', async () => {
  const { bytes } = await makeExport(harbourStory(), 'json', { withConfidential: true })
  expect(leaks(bytes, everything)).toEqual(Object.keys(everything))
  const word = await makeExport(harbourStory(), 'docx-backup', { withConfidential: true })
  expect(leaks(word.bytes, { ...secrets, fileBytes: secrets.name })).toEqual(
    expect.arrayContaining([
      'title',
      'name',
      'publisher',
      'url',
      'locator',
      'excerpt',
      'backupNote',
      'codeName',
    ]),
  )
})

test('a JSON without its confidential sources says that it is partial, and is a bundle that can be read', async () => {
  const read = async (withConfidential: boolean): Promise<StoryBundle> => {
    const { bytes } = await makeExport(harbourStory(), 'json', { withConfidential })
    return storyBundleSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  }
  expect((await read(false)).isPartial).toBe(true)
  expect((await read(true)).isPartial).toBe(false)
  expect(await read(true)).toEqual(harbourStory())
})

test('only the files of confidential sources stay behind', () => {
  const hashes = withoutConfidential(harbourStory()).files.map((file) => file.hash)
  expect(hashes).toEqual([openFile.hash, picture.hash])
})

test('a file that a confidential source also has stays behind with it, wherever else it is attached', () => {
  const bundle = harbourStory()
  const [hidden, minutes] = bundle.sources
  minutes?.files.push(...(hidden?.files ?? []))
  const reduced = withoutConfidential(bundle)
  expect(reduced.sources.flatMap((source) => source.files.map((file) => file.hash))).toEqual([openFile.hash])
  expect(reduced.files.map((file) => file.hash)).not.toContain(secretFile.hash)
})

test('every confidential source looks the same apart from its description', () => {
  const { sources } = withoutConfidential(harbourStory())
  const [hidden] = sources.filter((source) => source.isConfidential)
  expect(hidden).toMatchObject({
    kind: 'document',
    title: 'confidential source 1',
    publisher: '',
    url: '',
    date: '',
    note: '',
    codeName: '',
    terms: 'notForAttribution',
    files: [],
  })
  expect(hidden?.id).toMatch(/^confidential-1-/u)
})

test('reducing what is reduced already changes nothing', () => {
  const once = withoutConfidential(harbourStory())
  expect(withoutConfidential(once)).toEqual(once)
})

test('a story without confidential sources leaves whole', () => {
  const bundle = bundleOf(storyOf([block('paragraph', 'Words.')]), {
    sources: [sourceOf('source-open01', 'book', 'A book')],
  })
  expect(withoutConfidential(bundle)).toBe(bundle)
})

test('fingerprints of confidential backup and of backup that is gone stay behind', () => {
  const [first] = withoutConfidential(harbourStory()).claims
  expect(Object.keys(first?.settling?.backupFingerprints ?? {})).toEqual(['backup-1-utes'])
})

test('sources without a wording are counted in the order in which the text first uses them', () => {
  const story = storyOf([block('paragraph', 'First words. Second words. Third words.')])
  const tagged = tag(
    tag(tag(story, 'claim-000003', 'First'), 'claim-000001', 'Second'),
    'claim-000002',
    'Third',
  )
  const hidden = (id: string, printAs = ''): ReturnType<typeof sourceOf> =>
    sourceOf(id, 'person', `Person of ${id}`, { isConfidential: true, printAs })
  const reduced = withoutConfidential(
    bundleOf(tagged, {
      claims: [
        claimOf(1, { words: 'Second', backup: [backupOf(1, 'source-aaaaaa')] }),
        claimOf(2, { words: 'Third', backup: [backupOf(2, 'source-dddddd'), backupOf(2, 'source-cccccc')] }),
        claimOf(3, { words: 'First', backup: [backupOf(3, 'source-bbbbbb')] }),
      ],
      sources: [
        hidden('source-aaaaaa'),
        hidden('source-bbbbbb'),
        hidden('source-cccccc'),
        hidden('source-dddddd', 'a clerk'),
      ],
    }),
  )
  const titleOf = new Map(reduced.sources.map((source) => [source.id, source.title]))
  expect(reduced.claims.map((claim) => claim.backup.map((backup) => titleOf.get(backup.sourceId)))).toEqual([
    ['confidential source 2'],
    ['a clerk', 'confidential source 3'],
    ['confidential source 1'],
  ])
})

describe('speakers', () => {
  const speak = (said: string, speaker: Record<string, string>, details: Partial<SourceDetails> = {}) => {
    const story = tag(storyOf([block('paragraph', said)]), 'claim-000001', 'It is true')
    return withoutConfidential(
      bundleOf(story, {
        claims: [
          claimOf(1, {
            kind: 'quote',
            words: 'It is true',
            speaker: { role: '', sourceId: 'source-hidden1', ...speaker },
          }),
        ],
        sources: [sourceOf('source-hidden1', 'person', 'Ada Quill', { isConfidential: true, ...details })],
      }),
    )
  }

  test('a name that the story does not say is replaced, and its role left out', () => {
    const { claims, sources } = speak('It is true, they said.', { name: 'Ada Quill', role: 'clerk of works' })
    expect(claims[0]?.speaker).toEqual({ name: 'confidential source 1', role: '', sourceId: sources[0]?.id })
  })

  test('a name that the story says stays, and is no longer tied to the source', () => {
    const { claims, sources } = speak('“It is true,” said Ada Quill, the clerk.', {
      name: 'Ada Quill',
      role: 'the clerk',
    })
    expect(claims[0]?.speaker).toEqual({ name: 'Ada Quill', role: 'the clerk', sourceId: null })
    expect(sources).toEqual([])
  })

  test('a name that only begins as a word of the story does is not in the story', () => {
    const { claims } = speak('It is true, said a man from Adaville.', { name: 'Ada' })
    expect(claims[0]?.speaker?.name).toBe('confidential source 1')
  })

  test('the wording in print stays tied to its source', () => {
    const { claims, sources } = speak(
      'It is true, a clerk said.',
      { name: 'a clerk' },
      { printAs: 'a clerk' },
    )
    expect(claims[0]?.speaker).toEqual({ name: 'a clerk', role: '', sourceId: sources[0]?.id })
    expect(sources[0]?.title).toBe('a clerk')
  })
})

describe('records around the source', () => {
  const noted = (
    note: string,
    details: Partial<SourceDetails> = {},
    title = 'Ada Quill, clerk of works',
  ): string => {
    const story = tag(storyOf([block('paragraph', 'It is true.')]), 'claim-000001', 'true')
    const bundle = bundleOf(story, {
      claims: [claimOf(1, { words: 'true', note, backup: [backupOf(1, 'source-hidden1')] })],
      sources: [sourceOf('source-hidden1', 'person', title, { isConfidential: true, ...details })],
    })
    return withoutConfidential(bundle).claims[0]?.note ?? ''
  }

  test.each([
    ['Call Ada Quill today', 'Call confidential source 1 today'],
    ['Call ADA  quill today', 'Call confidential source 1 today'],
    ['Quill’s desk, not Quilling', 'confidential source 1’s desk, not Quilling'],
    ['quill pens', 'quill pens'],
    ['Ada Quill, clerk of works: yes', 'confidential source 1: yes'],
    ['write to quill@port.example', 'write to confidential source 1@port.example'],
    ['Ada said so, Adam did not', 'confidential source 1 said so, Adam did not'],
    ['the clerk of works agreed', 'the confidential source 1 agreed'],
    ['no clerk at all', 'no clerk at all'],
    ['nothing of it', 'nothing of it'],
  ])('%s → %s', (note, expected) => {
    expect(noted(note)).toBe(expected)
  })

  test('a short publisher counts only as a word of its own', () => {
    expect(noted('Until the UN answers', { publisher: 'UN' })).toBe('Until the confidential source 1 answers')
  })

  test('an address counts with and without its scheme', () => {
    expect(noted('see www.drop.example/a/ or drop.example/a', { url: 'https://www.drop.example/a/' })).toBe(
      'see www.confidential source 1/ or confidential source 1',
    )
  })

  test('what is said in place of a secret is not searched for secrets', () => {
    expect(noted('Ask Ada Quill', { printAs: 'a clerk', publisher: 'clerk' })).toBe('Ask a clerk')
  })

  test('what it was asked and said goes, and its name from what others were asked', () => {
    const query = (number: number, parts: Record<string, unknown>) => ({
      id: `query-00000${number}`,
      claimId: 'claim-000001',
      asked: 'Ada Quill',
      sourceId: null,
      question: 'Did Ada Quill know of the flood?',
      way: 'mail',
      askedAtMs: 1,
      dueAtMs: null,
      isRightOfReply: false,
      answer: { words: 'Only in the end, says Quill.', atMs: 2, notedBy: 'person-checker' },
      backupId: null,
      addedBy: 'person-checker',
      addedAtMs: 1,
      ...parts,
    })
    const fix = {
      id: 'fix-00000001',
      claimId: 'claim-000001',
      remedy: 'words',
      words: 'true',
      newWords: 'false, says Ada Quill',
      why: 'Ada Quill told us',
      backupIds: [],
      answer: { words: 'Ask Ada Quill', personId: 'person-writer1', atMs: 3 },
      decision: { kind: 'rejected', reason: 'Quill again', personId: 'person-checker', atMs: 4 },
      suggestedBy: 'person-checker',
      suggestedAtMs: 2,
    }
    const story = tag(storyOf([block('paragraph', 'It is true.')]), 'claim-000001', 'true')
    const told = { question: 'What was in the cellar at night?' }
    const bundle = bundleOf(story, {
      claims: [
        claimOf(1, {
          words: 'true',
          note: 'We asked: what was in the cellar at night?',
          queries: [query(1, { ...told, sourceId: 'source-hidden1' }), query(2, { asked: 'A baker' })],
          fixes: [fix],
        }),
      ],
      sources: [sourceOf('source-hidden1', 'person', 'Ada Quill', { isConfidential: true })],
    })
    const partial = withoutConfidential(bundle)
    const [claim] = partial.claims
    expect(claim?.queries).toMatchObject([
      {
        asked: 'confidential source 1',
        sourceId: partial.sources[0]?.id,
        question: 'withheld',
        answer: { words: 'withheld' },
      },
      { asked: 'A baker', question: 'Did confidential source 1 know of the flood?' },
    ])
    expect(JSON.stringify(partial)).not.toMatch(/Quill|cellar/u)
    expect(storyBundleSchema.safeParse(partial).success).toBe(true)
  })

  test('a name in the story stays in the story, and goes from notes all the same', () => {
    const story = tag(storyOf([block('paragraph', 'Ada Quill knew.')]), 'claim-000001', 'Ada Quill knew')
    const bundle = bundleOf(story, {
      claims: [
        claimOf(1, {
          words: 'Ada Quill knew',
          note: 'Ada Quill told us',
          settling: settlingOf('confirmed', 'Ada Quill knew', { note: 'says Ada Quill' }),
          backup: [backupOf(1, 'source-hidden1')],
        }),
      ],
      sources: [sourceOf('source-hidden1', 'person', 'Ada Quill', { isConfidential: true })],
    })
    const [claim] = withoutConfidential(bundle).claims
    expect(claim).toMatchObject({ words: 'Ada Quill knew', note: 'confidential source 1 told us' })
    expect(claim?.settling).toMatchObject({ words: 'Ada Quill knew', note: 'says confidential source 1' })
  })

  test('another source that names it does so no more, without being tied to it', () => {
    const story = tag(storyOf([block('paragraph', 'It is true.')]), 'claim-000001', 'true')
    const bundle = bundleOf(story, {
      claims: [
        claimOf(1, { words: 'true', backup: [backupOf(1, 'source-hidden1'), backupOf(1, 'source-open01')] }),
      ],
      sources: [
        sourceOf('source-hidden1', 'person', 'Ada Quill', { isConfidential: true }),
        sourceOf('source-open01', 'recording', 'Interview with Ada Quill', {
          publisher: 'Ada Quill',
          url: 'https://audio.example/Ada Quill.mp3',
        }),
      ],
    })
    const open = withoutConfidential(bundle).sources.find((source) => source.id === 'source-open01')
    expect(open).toMatchObject({ title: 'Interview with withheld', publisher: 'withheld', url: '' })
  })

  test.each([
    ['dredging-ada-quill', 'a-headline'],
    ['quill-interview', 'a-headline'],
    ['dredging', 'dredging'],
  ])('the slug %s becomes %s', (slug, expected) => {
    const story = tag(storyOf([block('paragraph', 'It is true.')]), 'claim-000001', 'true')
    const bundle = bundleOf(story, {
      slug,
      claims: [claimOf(1, { words: 'true', backup: [backupOf(1, 'source-hidden1')] })],
      sources: [sourceOf('source-hidden1', 'person', 'Ada Quill', { isConfidential: true })],
    })
    expect(withoutConfidential(bundle).story.slug).toBe(expected)
  })
})
