import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readImport } from '../../../electron/import/read.ts'
import { asRead } from '../../../shared/check/read.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { textOf } from '../../../shared/document/text.ts'
import { must } from '../../../shared/lib/assert.ts'
import { type ExportFormat, type ExportPurpose, exportFormatSchema } from '../../../shared/model/export.ts'
import { newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import { documentOf, edit, find, makeStory, refusalOf, settle, setUpBench, tag } from './bench.ts'

/** A story with a wrong claim that an editor let pass, ready to be cleared. */
async function setUp() {
  const bench = await setUpBench()
  const person = { name: 'Edith Stone', initials: 'ES', role: 'editor' as const }
  const { id: personId } = await bench.nobody.people.add({ requestId: newRequestId(), person })
  const editor = bench.desk.client({ personId, via: 'window' })
  const storyId = await makeStory(bench.ada, ['Forty boats lay there.', 'The bell rang twice.'])
  await edit(bench.ada, storyId, (transform) => {
    const at = transform.doc.child(0).nodeSize + transform.doc.child(1).nodeSize + 1
    transform.insert(at, transform.doc.type.schema.text('By Ada Quill'))
  })
  const claim = await settle(bench.ada, await tag(bench.ada, storyId, 'Forty boats'), 'wrong')
  const sentences = sentencesOf(await documentOf(bench.ada, storyId)).map(asRead)
  await bench.ada.stories.markRead({ requestId: newRequestId(), storyId, sentences })
  const line = { claimId: claim.id, kind: 'wrong' as const, seenWords: claim.words }
  const reason = 'It is in the letter.'
  await editor.gate.override({ requestId: newRequestId(), storyId, lines: [line], reason })
  const clear = async () => {
    const { version: atVersion } = await editor.gate.of({ storyId })
    await editor.gate.clear({ requestId: newRequestId(), storyId, atVersion, asks: [] })
  }
  const make = async (
    as: ExportFormat,
    purpose: ExportPurpose = 'internal',
    client: DeskClient = bench.ada,
  ) => {
    const made = await client.transfer.exportStory({ storyId, as, purpose })
    const bytes = must(await bench.desk.blobs.read(made.hash), 'an export can be read')
    return { name: made.name, bytes, text: textIn(as, bytes) }
  }
  return { bench, editor, storyId, clear, make }
}

/** Everything that is written in a file, and in the parts of a packed one. */
function textIn(as: ExportFormat, bytes: Uint8Array): string {
  if (as !== 'docx' && as !== 'docx-backup') return strFromU8(bytes)
  const parts = unzipSync(bytes)
  return Object.entries(parts)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n')
}

const retype = (client: DeskClient, storyId: StoryId) =>
  edit(client, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'twice')
    transform.replaceWith(from, to, transform.doc.type.schema.text('thrice'))
  })

it.each(exportFormatSchema.options)(
  '%s that is internal and not cleared says so in its name and in itself',
  async (as) => {
    const { make, clear } = await setUp()
    const before = await make(as)
    expect(before.name).toContain('-NOT-CLEARED')
    if (as === 'json') expect(before.text).toContain('"isCleared": false')
    else expect(before.text).toContain('NOT CLEARED')
    await clear()
    const after = await make(as)
    expect(after.name).not.toContain('NOT-CLEARED')
    expect(after.text).not.toContain('NOT CLEARED')
  },
)

it('a Word document says so at the head of every page', async () => {
  const { make } = await setUp()
  for (const as of ['docx', 'docx-backup'] as const) {
    const parts = unzipSync((await make(as)).bytes)
    const heads = Object.keys(parts).filter((name) => /^word\/header\d*\.xml$/u.test(name))
    expect(heads).toHaveLength(1)
    expect(strFromU8(parts[heads[0] ?? ''] ?? new Uint8Array())).toContain('NOT CLEARED')
  }
})

it.each(exportFormatSchema.options)(
  '%s for publishing is refused until the story is cleared, and again after an edit',
  async (as) => {
    const { bench, storyId, make, clear } = await setUp()
    expect(await refusalOf(make(as, 'publishing'))).toMatchObject({
      code: 'NOT_CLEARED',
      data: { count: 0, wasCleared: false },
    })
    await clear()
    expect((await make(as, 'publishing')).text).not.toContain('NOT CLEARED')
    await retype(bench.ada, storyId)
    expect(await refusalOf(make(as, 'publishing'))).toMatchObject({
      code: 'NOT_CLEARED',
      data: { count: 1, wasCleared: true, differences: 1, blocks: [{ kind: 'unread' }] },
    })
  },
)

it('the report and the Word document with backup name who cleared it and what was let pass, by whom and why', async () => {
  const { make, clear } = await setUp()
  await clear()
  for (const as of ['report', 'docx-backup'] as const) {
    const { text } = await make(as, 'publishing')
    expect(text).toContain('cleared by Edith Stone')
    expect(text).toContain('Wrong, by Edith Stone')
    expect(text).toContain('It is in the letter.')
  }
  for (const as of ['docx', 'html', 'txt', 'md'] as const) {
    const { text } = await make(as, 'publishing')
    expect(text).not.toContain('It is in the letter.')
  }
})

it('the report of a story that is not cleared lists what blocks, and what became of changed words', async () => {
  const { bench, storyId, make } = await setUp()
  await edit(bench.ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'Forty')
    const marks = transform.doc.resolve(from + 1).marks()
    transform.replaceWith(from, to, transform.doc.type.schema.text('Fifty', marks))
  })
  const { text } = await make('report')
  expect(text).toContain('nobody has cleared it')
  expect(text).toContain('<b>Wrong</b> <a href="#claim-1">1</a>')
  expect(text).toContain('<b>Changed</b> <a href="#claim-1">1</a>')
  expect(text).toContain('<b>Unread</b> Fifty boats lay there.')
  expect(text).toContain('<del>Forty</del><ins>Fifty</ins> boats')
})

it.each(['html', 'md', 'txt'] as const)(
  'the mark in %s does not come in again as words, and the receipt names it',
  async (as) => {
    const { bench, storyId, make } = await setUp()
    const { bytes } = await make(as)
    const { document, receipt } = readImport(bytes, `story.${as}`)
    expect(textOf(document, 'accepted')).toBe(textOf(await documentOf(bench.ada, storyId), 'accepted'))
    expect(receipt.dropped.map((part) => part.text)).toContain('NOT CLEARED – internal copy')
  },
)

it('the trail tells what an export was for, and whether the story was cleared', async () => {
  const { bench, make } = await setUp()
  await make('docx')
  const events = await bench.store.transaction((tx) =>
    tx
      .selectFrom('audit_payload')
      .innerJoin('audit_event', (join) =>
        join
          .onRef('audit_event.chain', '=', 'audit_payload.chain')
          .onRef('audit_event.seq', '=', 'audit_payload.seq'),
      )
      .select('payload')
      .where('kind', '=', 'story.exported')
      .execute(),
  )
  expect(events.map(({ payload }) => JSON.parse(payload))).toMatchObject([
    { as: 'docx', purpose: 'internal', isCleared: false },
  ])
})
