import { appendFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it, onTestFinished } from 'vitest'
import { nothingStruck } from '../../../electron/desk/striking/accounts.ts'
import { strikingKinds } from '../../../electron/desk/striking/trail.ts'
import { verifyDesk } from '../../../electron/desk/verify.ts'
import type { HeldDocument } from '../../../electron/desk/verify-story.ts'
import { appendEvent } from '../../../electron/store/audit.ts'
import { copyDesk } from '../../../electron/store/copies.ts'
import { type Blobs, openBlobs } from '../../../electron/store/files.ts'
import { openStore } from '../../../electron/store/open.ts'
import type { Store, Tx } from '../../../electron/store/transaction.ts'
import { anchorWords } from '../../../shared/document/anchors.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { wordCount } from '../../../shared/document/count.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import {
  type ClaimId,
  type FileHash,
  newClaimId,
  type PersonId,
  type StoryId,
} from '../../../shared/model/ids.ts'
import { addPerson, addStory, temporaryFolder } from '../store/temporary.ts'

/** How many steps the story's journal has: more than are read at once. */
const stepCount = 1000
const snapshotVersion = 700

interface Desk {
  store: Store
  blobs: Blobs
  folder: string
  storyId: StoryId
  personId: PersonId
  /** In the text, settled as confirmed. */
  confirmed: ClaimId
  /** In the text, unchecked. */
  unchecked: ClaimId
  removed: ClaimId
  figure: FileHash
  attached: FileHash
  /** The document that the journal leads to. */
  document: Node
}

const paragraph = (text: string) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])

function find(document: Node, words: string): { from: number; to: number } {
  let at = -1
  document.descendants((node, position) => {
    const index = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (index >= 0 && at < 0) at = position + index
  })
  if (at < 0) throw new Error(`no "${words}" in the document`)
  return { from: at, to: at + words.length }
}

async function addClaim(
  tx: Tx,
  desk: { storyId: StoryId; personId: PersonId },
  given: { id: ClaimId; number: number; words: string; presence: 'inText' | 'removed' },
): Promise<void> {
  await tx
    .insertInto('claim')
    .values({
      ...given,
      story_id: desk.storyId,
      kind: 'statement',
      speaker_name: null,
      speaker_role: null,
      speaker_source_id: null,
      assignee_id: null,
      note: '',
      is_legal: 0,
      copied_from: null,
      tagged_by: desk.personId,
      tagged_at_ms: 1,
      revision: given.number,
    })
    .execute()
}

/** A desk with one story: a thousand steps, three claims, a figure, an attached file, two chains. */
async function makeDesk(): Promise<Desk> {
  const folder = await temporaryFolder()
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  const blobs = openBlobs(folder)
  const figure = (await blobs.put(new TextEncoder().encode('a picture'))).hash
  const attached = (await blobs.put(new TextEncoder().encode('a register'))).hash
  const [confirmed, unchecked, removed] = [newClaimId(), newClaimId(), newClaimId()]
  const first = buildDocument({ headline: 'The ferry' }, [
    paragraph('Thirty boats 😀 lay in the harbour.'),
    paragraph('The bell rang twice. '),
    schema.node('figure', { hash: figure }, [
      schema.node('caption', null, [schema.text('The bell')]),
      schema.node('credit'),
      schema.node('altText'),
    ]),
    paragraph(''),
  ])
  const writing = new Transform(first)
  const tag = (words: string, id: string) => {
    const { from, to } = find(writing.doc, words)
    writing.addMark(from, to, schema.mark('claim', { id }))
  }
  tag('Thirty boats', confirmed)
  tag('bell rang twice', unchecked)
  let end = find(writing.doc, 'rang twice').to + 2
  while (writing.steps.length < stepCount) {
    writing.insert(end, schema.text('abc '.charAt(writing.steps.length % 4)))
    end++
  }
  const document = writing.doc
  const desk = await store.transaction(async (tx) => {
    const personId = await addPerson(tx)
    const storyId = await addStory(tx, {
      headline: 'The ferry',
      version: stepCount,
      next_number: 4,
      word_count: wordCount(document),
      claim_count: 2,
      open_count: 1,
      removed_count: 1,
      search_stale: 1,
      journal_from: stepCount,
    })
    await tx
      .insertInto('step')
      .values(
        writing.steps.map((step, index) => ({
          story_id: storyId,
          version: index + 1,
          step: JSON.stringify(step.toJSON()),
          schema_version: 1,
          person_id: personId,
          client_id: 'window',
          at_ms: index,
        })),
      )
      .execute()
    for (const version of [0, snapshotVersion]) {
      const snapshot = version === 0 ? first : must(writing.docs[version], 'a document')
      await tx
        .insertInto('snapshot')
        .values({
          story_id: storyId,
          version,
          schema_version: 1,
          document: JSON.stringify(snapshot.toJSON()),
        })
        .execute()
    }
    const ids = { storyId, personId }
    const wordsOfClaim = (id: string) => must(anchorWords(document, id), 'words')
    await addClaim(tx, ids, { id: confirmed, number: 1, words: wordsOfClaim(confirmed), presence: 'inText' })
    await addClaim(tx, ids, { id: unchecked, number: 2, words: wordsOfClaim(unchecked), presence: 'inText' })
    await addClaim(tx, ids, { id: removed, number: 3, words: 'gone', presence: 'removed' })
    await tx
      .insertInto('settling')
      .values({
        claim_id: confirmed,
        story_id: storyId,
        status: 'confirmed',
        words: 'Thirty boats',
        version: 2,
        note: '',
        person_id: personId,
        at_ms: 1,
        backup_fingerprints: '{}',
        taken_back_at_ms: null,
      })
      .execute()
    await tx.insertInto('file').values({ hash: attached, size_bytes: 10, added_at_ms: 1 }).execute()
    const by = { atMs: 1, personId, via: 'window' as const }
    for (let event = 0; event < 3; event++) {
      const kind = 'story.partsPutBack'
      await appendEvent(tx, { ...by, chain: storyId, kind, subject: storyId, payload: { event } })
    }
    const person = await tx.selectFrom('person').selectAll().executeTakeFirst()
    const payload = { before: null, after: person }
    await appendEvent(tx, { ...by, chain: 'desk', kind: 'person.added', subject: personId, payload })
    return ids
  })
  await copyDesk(folder, { occasion: 'day' })
  return { store, blobs, folder, ...desk, confirmed, unchecked, removed, figure, attached, document }
}

const verify = (desk: Desk, held?: HeldDocument) => verifyDesk(desk.store, desk.blobs, desk.folder, held)

it('a sound desk has no findings, and everything in it was counted', async () => {
  const desk = await makeDesk()
  const { storyId, document } = desk
  const report = await verify(desk, (id) => (id === storyId ? { version: stepCount, document } : null))
  expect(report).toEqual({
    stories: 1,
    steps: stepCount,
    events: 4,
    claims: 3,
    files: 2,
    struck: nothingStruck,
    findings: [],
  })
})

it('an empty desk has no findings', async () => {
  const folder = await temporaryFolder()
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  const report = await verifyDesk(store, openBlobs(folder), folder)
  expect(report).toEqual({
    stories: 0,
    steps: 0,
    events: 0,
    claims: 0,
    files: 0,
    struck: nothingStruck,
    findings: [],
  })
})

it('changes nothing', async () => {
  const desk = await makeDesk()
  const rows = () =>
    desk.store.transaction(async (tx) => [
      await tx.selectFrom('story').selectAll().execute(),
      await tx.selectFrom('claim').selectAll().execute(),
      await tx.selectFrom('snapshot').select('version').execute(),
      await tx.selectFrom('audit_event').selectAll().execute(),
    ])
  const before = await rows()
  await verify(desk)
  expect(await rows()).toEqual(before)
})

it('lets other work through between its parts', async () => {
  const desk = await makeDesk()
  let done = false
  const verifying = verify(desk).finally(() => {
    done = true
  })
  let between = 0
  while (!done) {
    await desk.store.transaction((tx) => tx.selectFrom('setting').selectAll().execute())
    await new Promise((resolve) => setImmediate(resolve))
    between++
  }
  expect((await verifying).findings).toEqual([])
  expect(between).toBeGreaterThan(5)
})

describe('a story that came from another desk', () => {
  const begin = (desk: Desk, kind: string) =>
    desk.store.transaction(async (tx) => {
      for (const table of ['audit_event', 'audit_payload'] as const) {
        await tx.deleteFrom(table).where('chain', '=', desk.storyId).execute()
      }
      await tx.updateTable('story').set({ chain_seq: 0 }).execute()
      await tx.deleteFrom('snapshot').where('version', '=', 0).execute()
      await tx.deleteFrom('step').where('version', '<=', snapshotVersion).execute()
      await appendEvent(tx, {
        chain: desk.storyId,
        atMs: 1,
        personId: null,
        via: 'commandLine',
        kind,
        subject: desk.storyId,
        payload: { from: { version: snapshotVersion } },
      })
    })

  it('begins at the version that its trail tells, also once that was struck', async () => {
    const desk = await makeDesk()
    await begin(desk, 'story.imported')
    expect((await verify(desk)).findings).toEqual([])
    await desk.store.transaction((tx) =>
      tx.deleteFrom('audit_payload').where('chain', '=', desk.storyId).execute(),
    )
    const [missing] = (await verify(desk)).findings
    expect(missing?.message).toContain('no striking accounts for it')
    await desk.store.transaction((tx) =>
      appendEvent(tx, {
        chain: 'desk',
        atMs: 1,
        personId: null,
        via: 'desk',
        kind: strikingKinds.struck,
        subject: 'a-striking',
        payload: {
          storyId: null,
          places: { trail: 1 },
          events: { [desk.storyId]: [1] },
          steps: {},
          files: [],
        },
      }),
    )
    expect((await verify(desk)).findings).toEqual([])
  })

  it('is told from one that lost its beginning', async () => {
    const desk = await makeDesk()
    await begin(desk, 'story.created')
    expect((await verify(desk)).findings.map((finding) => finding.message)).toEqual([
      `the journal begins at version ${snapshotVersion}: what came before cannot be proved`,
      ...[1, 2, 3].map((number) => `the trail tells of no claim ${number}`),
    ])
  })
})

describe('verify finds', () => {
  it.each<[string, (tx: Tx, desk: Desk) => Promise<unknown>, [string, string][]]>([
    [
      'a step altered, against the next snapshot',
      (tx) => changeStep(tx, 300, (json) => json.replace(/"text":"."/, '"text":"Z"')),
      [['journal', `replayed to version ${snapshotVersion} differs from its snapshot`]],
    ],
    [
      'a step that does not apply, and goes on from the next snapshot',
      (tx) => changeStep(tx, 300, (json) => json.replace(/"from":\d+/, '"from":999999')),
      [['journal', 'the step to version 300 cannot be replayed']],
    ],
    [
      'a step that is none',
      (tx) => changeStep(tx, 300, () => '{"stepType":"unheard-of"}'),
      [['journal', 'the step to version 300 cannot be replayed']],
    ],
    [
      'a step that cannot be read after the last snapshot',
      (tx) => changeStep(tx, 900, () => 'half of'),
      [['journal', 'the step to version 900 cannot be replayed']],
    ],
    [
      'steps missing',
      (tx) => tx.deleteFrom('step').where('version', 'in', [401, 402]).execute(),
      [['journal', 'steps are missing between versions 400 and 403']],
    ],
    [
      'the last step missing',
      (tx) => tx.deleteFrom('step').where('version', '=', stepCount).execute(),
      [['journal', `the story has version ${stepCount}, its journal leads to ${stepCount - 1}`]],
    ],
    [
      'a snapshot altered',
      (tx) => changeSnapshot(tx, snapshotVersion, (json) => json.replace('The ferry', 'The fairy')),
      [
        ['journal', `replayed to version ${snapshotVersion} differs from its snapshot`],
        ['claim', 'listed as “The ferry”, its headline is “The fairy”'],
      ],
    ],
    [
      'a snapshot that does not fit the schema',
      (tx) => changeSnapshot(tx, snapshotVersion, (json) => json.replace('"paragraph"', '"socialLine"')),
      [['journal', `the snapshot of version ${snapshotVersion} cannot be read`]],
    ],
    [
      'the first snapshot missing',
      (tx) => tx.deleteFrom('snapshot').where('version', '=', 0).execute(),
      [['journal', `the journal begins at version ${snapshotVersion}`]],
    ],
    [
      'every snapshot missing',
      (tx) => tx.deleteFrom('snapshot').execute(),
      [['journal', 'no snapshot to replay its journal from']],
    ],
    [
      'a snapshot beyond the journal',
      async (tx, desk) => {
        const document = JSON.stringify(desk.document.toJSON())
        const row = { story_id: desk.storyId, version: stepCount + 5, schema_version: 1, document }
        await tx.insertInto('snapshot').values(row).execute()
      },
      [
        ['journal', `a snapshot of version ${stepCount + 5} stands beyond the journal`],
        ['journal', `the story has version ${stepCount}, its journal leads to ${stepCount + 5}`],
      ],
    ],
    [
      'the words of a claim altered',
      (tx, desk) => changeClaim(tx, desk.confirmed, { words: 'Forty boats' }),
      [
        ['claim', 'the story says 1 open claims, there are 2'],
        ['claim', 'claim 1 is kept as “Forty boats”, the text reads “Thirty boats”'],
      ],
    ],
    [
      'a claim that is said to be removed',
      (tx, desk) => changeClaim(tx, desk.confirmed, { presence: 'removed' }),
      [
        ['claim', 'the story says 2 claims, there are 1'],
        ['claim', 'the story says 1 removed claims, there are 2'],
        ['claim', 'claim 1 is in the text, but said to be removed'],
      ],
    ],
    [
      'a claim that is said to be in the text',
      (tx, desk) => changeClaim(tx, desk.removed, { presence: 'inText' }),
      [
        ['claim', 'the story says 2 claims, there are 3'],
        ['claim', 'the story says 1 open claims, there are 2'],
        ['claim', 'the story says 1 removed claims, there are 0'],
        ['claim', 'claim 3 is not in the text'],
      ],
    ],
    [
      'a claim without a record',
      (tx, desk) => tx.deleteFrom('claim').where('id', '=', desk.unchecked).execute(),
      [
        ['claim', 'the story says 2 claims, there are 1'],
        ['claim', 'the story says 1 open claims, there are 0'],
        ['claim', 'the text marks a claim that has no record'],
      ],
    ],
    [
      'a settling slipped in, by the count of what is open',
      (tx) => tx.updateTable('settling').set({ status: 'queried' }).execute(),
      [['claim', 'the story says 1 open claims, there are 2']],
    ],
    [
      'wrong counts and a wrong headline in the list',
      (tx) => tx.updateTable('story').set({ word_count: 3, headline: 'The fairy', next_number: 3 }).execute(),
      [
        ['claim', 'the story says 3 words'],
        ['claim', 'listed as “The fairy”, its headline is “The ferry”'],
        ['claim', 'number 3 would be used again'],
      ],
    ],
    [
      'an event altered',
      (tx, desk) =>
        tx
          .updateTable('audit_event')
          .set({ subject: 'other' })
          .where('chain', '=', desk.storyId)
          .where('seq', '=', 2)
          .execute(),
      [['chain', 'event 2 (story.partsPutBack) was changed']],
    ],
    [
      'the last event of a story missing',
      (tx, desk) =>
        tx.deleteFrom('audit_event').where('chain', '=', desk.storyId).where('seq', '=', 3).execute(),
      [
        ['head', 'the chain ends at event 2, but had come to event 3'],
        ['chain', 'event 3 is missing, though what it tells is there'],
      ],
    ],
    [
      'every event of the desk missing',
      async (tx) => {
        await tx.deleteFrom('audit_event').where('chain', '=', 'desk').execute()
        await tx.deleteFrom('audit_payload').where('chain', '=', 'desk').execute()
      },
      [
        ['head', 'the chain ends at event 0, but had come to event 1'],
        ['database', 'the trail tells of no person'],
      ],
    ],
  ])('%s', async (_, damage, expected) => {
    const desk = await makeDesk()
    await desk.store.transaction((tx) => damage(tx, desk))
    const { findings } = await verify(desk)
    expect(findings.map(({ kind, message }) => [kind, message])).toEqual(
      expected.map(([kind, message]) => [kind, expect.stringContaining(message)]),
    )
  })

  it('a document that is open and differs from the journal', async () => {
    const desk = await makeDesk()
    const other = buildDocument({ headline: 'Another' }, [])
    const { findings } = await verify(desk, () => ({ version: stepCount, document: other }))
    expect(findings).toEqual([
      {
        kind: 'journal',
        subject: desk.storyId,
        message: 'the journal replayed differs from the document that is open',
      },
    ])
  })

  it('files altered or missing, attached ones and figures', async () => {
    const desk = await makeDesk()
    const pathOf = (hash: FileHash) => join(desk.folder, 'files', hash.slice(0, 2), hash)
    await appendFile(pathOf(desk.attached), '!')
    await rm(pathOf(desk.figure))
    expect((await verify(desk)).findings).toEqual([
      { kind: 'file', subject: desk.attached, message: 'the file’s bytes are not those that were stored' },
      { kind: 'file', subject: desk.figure, message: `a figure of story ${desk.storyId} is missing` },
    ])
    await rm(pathOf(desk.attached))
    expect((await verify(desk)).findings.map((finding) => finding.message)).toEqual([
      'the file is missing',
      `a figure of story ${desk.storyId} is missing`,
    ])
  })

  it('a copy that cannot be relied upon', async () => {
    const desk = await makeDesk()
    const [name] = await readdir(join(desk.folder, 'backups'))
    await writeFile(join(desk.folder, 'backups', must(name, 'a copy')), 'no longer a database')
    expect((await verify(desk)).findings).toEqual([
      { kind: 'database', subject: name, message: expect.stringContaining('the copy cannot be relied upon') },
    ])
  })

  it('rows that refer to nothing and the trail of a story that is gone', async () => {
    const desk = await makeDesk()
    await desk.store.close()
    const database = new Database(join(desk.folder, 'stet.sqlite'))
    database.pragma('foreign_keys = OFF')
    database.exec('DELETE FROM story')
    database.close()
    const store = await openStore(desk.folder)
    onTestFinished(() => store.close())
    const { findings } = await verifyDesk(store, desk.blobs, desk.folder)
    const messages = findings.map(({ kind, message }) => `${kind}: ${message}`)
    expect(messages).toContain('database: rows of step that refer to a story that does not exist: 1000')
    expect(messages).toContain('database: rows of claim that refer to a story that does not exist: 3')
    expect(messages).toContain('chain: the story of this trail does not exist')
  })
})

async function changeStep(tx: Tx, version: number, change: (json: string) => string): Promise<void> {
  const row = await tx
    .selectFrom('step')
    .select('step')
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const step = change(row.step)
  expect(step).not.toBe(row.step)
  await tx.updateTable('step').set({ step }).where('version', '=', version).execute()
}

async function changeSnapshot(tx: Tx, version: number, change: (json: string) => string): Promise<void> {
  const row = await tx
    .selectFrom('snapshot')
    .select('document')
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const document = change(row.document)
  expect(document).not.toBe(row.document)
  await tx.updateTable('snapshot').set({ document }).where('version', '=', version).execute()
}

function changeClaim(tx: Tx, id: ClaimId, change: { words?: string; presence?: string }) {
  return tx.updateTable('claim').set(change).where('id', '=', id).execute()
}
