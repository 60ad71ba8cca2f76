import { describe, expect, it } from 'vitest'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { bodyOf } from '../../../shared/document/build.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import { type StoryBundle, storyBundleSchema } from '../../../shared/model/bundle.ts'
import { exportFormatSchema } from '../../../shared/model/export.ts'
import {
  type FileHash,
  newFixId,
  newPersonId,
  newQueryId,
  newRequestId,
  type StoryId,
} from '../../../shared/model/ids.ts'
import { newSourceDetails } from '../../../shared/model/source.ts'
import {
  addBackup,
  addSource,
  answer,
  ask,
  type Bench,
  claimOf,
  documentOf,
  edit,
  find,
  findings,
  makeStory,
  paragraph,
  refusalOf,
  settle,
  setUpBench,
  suggest,
  tag,
  trailKinds,
} from './bench.ts'

const text = 'The bridge opened on Saturday. About 400 people crossed it, said Odile Brandt.'

const encode = (words: string) => new TextEncoder().encode(words)

async function bring(bench: Bench, name: string, words: string | Uint8Array) {
  const bytes = typeof words === 'string' ? encode(words) : words
  const { hash } = await bench.desk.blobs.put(bytes)
  return bench.ada.transfer.importFile({ requestId: newRequestId(), name, hash })
}

async function exported(
  bench: Bench,
  client: DeskClient,
  storyId: StoryId,
  withConfidential = true,
): Promise<Uint8Array> {
  const { hash } = await client.transfer.exportStory({ storyId, as: 'json', withConfidential })
  return must(await bench.desk.blobs.read(hash), 'the export is held')
}

const bundleOf = (bytes: Uint8Array): StoryBundle =>
  storyBundleSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))

/** A story with one of everything. */
async function fullStory(bench: Bench): Promise<StoryId> {
  const { ada, grace, graceId, desk } = bench
  const storyId = await makeStory(ada, [text, 'The river is the Lorrin.', 'Nobody swims in it.'])
  const picture = await desk.blobs.put(encode('a picture'))
  await edit(ada, storyId, (transform) => {
    const parts = ['caption', 'credit', 'altText'].map((name) => schema.node(name))
    const figure = schema.node('figure', { hash: picture.hash }, parts)
    transform.insert(find(transform.doc, 'The river').from - 1, figure)
  })
  await tag(ada, storyId, 'The river is')
  await edit(ada, storyId, (transform) => {
    transform.removeMark(0, transform.doc.content.size, schema.marks.claim)
  })
  const count = await tag(ada, storyId, 'About 400 people')
  const quote = await tag(grace, storyId, 'people crossed it, said Odile Brandt', { kind: 'quote' })
  const gone = await tag(ada, storyId, 'Nobody swims in it')
  const sheet = await addSource(ada, 'Tally sheet', { url: 'https://example.org/tally' })
  const brandt = await addSource(ada, 'Odile Brandt', {
    kind: 'person',
    isConfidential: true,
    terms: 'background',
    printAs: 'a baker',
  })
  const file = await desk.blobs.put(encode('the sheet'))
  await ada.sources.attachFile({
    requestId: newRequestId(),
    sourceId: sheet,
    hash: file.hash,
    name: 'sheet.txt',
    mediaType: 'text/plain',
  })
  await addBackup(grace, count.id, sheet)
  await addBackup(ada, quote.id, brandt, { excerpt: 'We all crossed it.' })
  const speaker = { name: 'Odile Brandt', role: '', sourceId: brandt }
  await ada.claims.setSpeaker({ requestId: newRequestId(), claimId: quote.id, speaker })
  await ada.claims.assign({ requestId: newRequestId(), claimId: quote.id, personId: graceId })
  await ada.claims.setNote({ requestId: newRequestId(), claimId: count.id, note: 'Who counted?' })
  const [queryId, fixId] = [newQueryId(), newFixId()]
  await ask(ada, quote.id, { asked: 'Odile Brandt', sourceId: brandt, question: 'Who crossed it?' }, queryId)
  await answer(grace, queryId, 'All of us crossed it.')
  await ask(grace, count.id, { asked: 'The counting office' })
  const rested = (await claimOf(ada, storyId, count.id)).backup.map((backup) => backup.id)
  await suggest(grace, count, 'About 500 people', { fixId, backupIds: rested })
  await ada.fixes.answer({ requestId: newRequestId(), fixId, words: 'No, 400.' })
  await ada.claims.setLegal({ requestId: newRequestId(), claimId: count.id, isLegal: true })
  await ada.claims.askSecondReader({ requestId: newRequestId(), claimId: count.id, readerId: graceId })
  await settle(grace, count, 'confirmed')
  await settle(ada, gone, 'wrong', 'Some do.')
  await edit(ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'Nobody swims in it')
    transform.delete(from, to)
  })
  await ada.stories.setStage({ requestId: newRequestId(), storyId, stage: 'checking' })
  return storyId
}

describe('a story exported as JSON', () => {
  it('imports into an empty desk as the same story, which exports as the same bytes', async () => {
    const here = await setUpBench()
    const storyId = await fullStory(here)
    const bytes = await exported(here, here.ada, storyId)
    const there = await setUpBench()
    const { receipt, ...result } = await bring(there, 'story.json', bytes)
    expect(result.storyId).toBe(storyId)
    expect(receipt).toMatchObject({ format: 'json', kept: { claims: 3, sources: 2 } })

    const [one, other] = [await here.ada.stories.open({ storyId }), await there.ada.stories.open({ storyId })]
    expect(sameDocument(await documentOf(here.ada, storyId), await documentOf(there.ada, storyId))).toBe(true)
    // Who has the same name at both desks is one person; the rest is as it was, times and all.
    const unnamed = (claims: typeof one.claims) =>
      JSON.stringify(claims.map((claim) => ({ ...claim, revision: 0 })))
        .replaceAll(here.adaId, 'ada')
        .replaceAll(here.graceId, 'grace')
        .replaceAll(there.adaId, 'ada')
        .replaceAll(there.graceId, 'grace')
    expect(unnamed(other.claims)).toBe(unnamed(one.claims))
    expect(other.story).toEqual(one.story)
    expect((await there.ada.sources.list()).map(({ files, title }) => [title, files.length])).toEqual([
      ['Odile Brandt', 0],
      ['Tally sheet', 1],
    ])
    expect(await findings(there.ada)).toEqual([])
    expect((await tag(there.ada, storyId, 'The river')).number).toBe(5)

    const third = await setUpBench()
    const empty = await third.desk.client({ personId: third.adaId, via: 'window' })
    await third.store.transaction(async (tx) => {
      await tx.updateTable('person').set({ name: 'Somebody else' }).where('id', '=', third.graceId).execute()
      await tx.updateTable('person').set({ name: 'Nobody here' }).where('id', '=', third.adaId).execute()
    })
    await bring(third, 'story.json', bytes)
    expect(new TextDecoder().decode(await exported(third, empty, storyId))).toBe(
      new TextDecoder().decode(bytes),
    )
    expect((await third.ada.people.list()).map((person) => person.name)).toEqual([
      'Ada Quill',
      'Grace Marten',
      'Nobody here',
      'Somebody else',
    ])
  })

  it('becomes a copy that names its origin where the desk has the story already', async () => {
    const bench = await setUpBench()
    const storyId = await fullStory(bench)
    const before = await bench.ada.stories.open({ storyId })
    const bytes = await exported(bench, bench.ada, storyId)
    const { storyId: copyId } = await bring(bench, 'story.json', bytes)
    expect(copyId).not.toBe(storyId)
    const copy = await bench.ada.stories.open({ storyId: copyId })
    expect(copy.story).toMatchObject({
      slug: `${before.story.slug}-2`,
      copiedFrom: storyId,
      stage: 'checking',
      claimCount: before.story.claimCount,
      openCount: before.story.openCount,
      removedCount: 1,
    })
    expect(copy.claims.map((claim) => [claim.number, claim.copiedFrom, claim.words, claim.status])).toEqual(
      before.claims.map((claim) => [claim.number, claim.id, claim.words, claim.status]),
    )
    const [settled] = copy.claims
    expect(settled?.settling).toMatchObject({ atMs: before.claims[0]?.settling?.atMs })
    expect(Object.keys(settled?.settling?.backupFingerprints ?? {})).toEqual(
      settled?.backup.map((backup) => backup.id),
    )
    expect(await bench.ada.sources.list()).toMatchObject([{ usedBy: 2 }, { usedBy: 2 }])
    expect(await bench.ada.stories.open({ storyId })).toEqual(before)
    expect(await trailKinds(bench.ada, copyId)).toEqual(['story.imported'])
    expect(await findings(bench.ada)).toEqual([])
  })

  it('brings a source anew where this desk’s source of that id says something else', async () => {
    const bench = await setUpBench()
    const storyId = await fullStory(bench)
    const bytes = await exported(bench, bench.ada, storyId)
    const sheet = must(
      (await bench.ada.sources.list()).find((source) => source.title === 'Tally sheet'),
      'the sheet',
    )
    const details = newSourceDetails('document', 'Tally sheet, second edition')
    await bench.ada.sources.change({ requestId: newRequestId(), sourceId: sheet.id, details })
    await bring(bench, 'story.json', bytes)
    expect((await bench.ada.sources.list()).map((source) => [source.title, source.usedBy])).toEqual([
      ['Odile Brandt', 2],
      ['Tally sheet', 1],
      ['Tally sheet, second edition', 1],
    ])
  })

  it('leaves without its confidential sources, says so, and can still be imported', async () => {
    const here = await setUpBench()
    const storyId = await fullStory(here)
    const bytes = await exported(here, here.ada, storyId, false)
    expect(bundleOf(bytes).isPartial).toBe(true)
    expect(new TextDecoder().decode(bytes)).not.toContain('We all crossed it')
    const there = await setUpBench()
    await bring(there, 'story.json', bytes)
    expect((await there.ada.sources.list()).map((source) => source.title)).toContain('a baker')
    expect(await findings(there.ada)).toEqual([])
  })

  it.each([
    ['two claims have one number', (bundle: StoryBundle) => must(bundle.claims[1], 'a claim'), { number: 2 }],
    [
      'a claim names nobody',
      (bundle: StoryBundle) => must(bundle.claims[0], 'a claim'),
      { taggedBy: 'nobody-here' },
    ],
    [
      'backup names no source',
      (bundle: StoryBundle) => must(bundle.claims[0]?.backup[0], 'backup'),
      { sourceId: 'no-source-here' },
    ],
    [
      'a file’s bytes are others',
      (bundle: StoryBundle) => must(bundle.files[0], 'a file'),
      { base64: 'AAAA' },
    ],
  ])('is refused as UNREADABLE where %s, and nothing is taken in', async (_, part, change) => {
    const here = await setUpBench()
    const bundle = bundleOf(await exported(here, here.ada, await fullStory(here)))
    Object.assign(part(bundle), change)
    const there = await setUpBench()
    const { code } = await refusalOf(bring(there, 'story.json', JSON.stringify(bundle)))
    expect(code).toBe('UNREADABLE')
    expect(await there.ada.stories.list({ archived: true })).toEqual([])
    expect(await there.ada.sources.list()).toEqual([])
    expect(await there.ada.people.list()).toHaveLength(2)
  })
})

describe('exporting', () => {
  it('changes nothing of the story, and the desk’s trail tells it', async () => {
    const bench = await setUpBench()
    const storyId = await fullStory(bench)
    const before = [await bench.ada.stories.open({ storyId }), await bench.ada.stories.trail({ storyId })]
    for (const as of exportFormatSchema.options) {
      const first = await bench.ada.transfer.exportStory({ storyId, as })
      const again = await bench.grace.transfer.exportStory({ storyId, as })
      expect(again).toEqual(first)
      expect(await bench.desk.blobs.read(first.hash)).toHaveLength(first.sizeBytes)
    }
    expect([await bench.ada.stories.open({ storyId }), await bench.ada.stories.trail({ storyId })]).toEqual(
      before,
    )
    const events = await bench.store.transaction((tx) =>
      tx.selectFrom('audit_event').select('subject').where('kind', '=', 'story.exported').execute(),
    )
    expect(events).toHaveLength(2 * exportFormatSchema.options.length)
    expect(await findings(bench.ada)).toEqual([])
  })
})

const page = [
  'A bridge is open again',
  '',
  'The bridge over the Lorrin opened on Saturday, the council said. Some four hundred people came to see it.',
  '',
  'View all',
  '',
  'The repair had taken nineteen months and cost more than was planned, the council said in a letter.',
  '',
  'Loading …',
  '',
  'The next inspection will be held in the spring, when the water is low enough to reach the piers.',
].join('\n')

it('an export by somebody whom the desk does not know is told as nobody’s', async () => {
  const bench = await setUpBench()
  const storyId = await fullStory(bench)
  const stranger = bench.desk.client({ personId: newPersonId(), via: 'window' })
  await stranger.transfer.exportStory({ storyId, as: 'txt' })
  const event = await bench.store.transaction((tx) =>
    tx.selectFrom('audit_event').select('person_id').where('kind', '=', 'story.exported').executeTakeFirst(),
  )
  expect(event).toEqual({ person_id: null })
})

describe('importing a page', () => {
  it('makes a story with its receipt, once for one request', async () => {
    const bench = await setUpBench()
    const { hash } = await bench.desk.blobs.put(encode(page))
    const requestId = newRequestId()
    const result = await bench.ada.transfer.importFile({ requestId, name: 'bridge.txt', hash })
    expect(await bench.ada.transfer.importFile({ requestId, name: 'bridge.txt', hash })).toEqual(result)
    expect(await bench.ada.stories.list({})).toMatchObject([
      { id: result.storyId, slug: 'a-bridge-is-open-again', version: 0, claimCount: 0 },
    ])
    expect(await bench.ada.transfer.receipt({ storyId: result.storyId })).toEqual(result.receipt)
    expect(result.receipt).toMatchObject({ name: 'bridge.txt', hash, kept: { headlines: 1 } })
    expect((await bench.ada.stories.trail({ storyId: result.storyId }))[0]).toMatchObject({
      kind: 'story.imported',
      payload: { name: 'bridge.txt', hash, from: null },
    })
    expect(await findings(bench.ada)).toEqual([])
  })

  it('takes no marks of claims from a page', async () => {
    const bench = await setUpBench()
    const { storyId } = await bring(
      bench,
      'bridge.html',
      `<h1>A bridge</h1><p><span data-claim="somebody-elses">It opened on Saturday</span>, they said.</p>`,
    )
    expect((await bench.ada.stories.open({ storyId })).claims).toEqual([])
    expect(await findings(bench.ada)).toEqual([])
  })

  it('is refused as UNREADABLE for what is no story, NOT_FOUND for bytes nobody brought, NO_PERSON to nobody', async () => {
    const bench = await setUpBench()
    const binary = bring(bench, 'bridge.bin', new Uint8Array([0, 1, 2, 3, 0, 255]))
    expect(await refusalOf(binary)).toEqual({ code: 'UNREADABLE', data: { reason: expect.any(String) } })
    const missing = 'e'.repeat(64) as FileHash
    const call = bench.ada.transfer.importFile({ requestId: newRequestId(), name: 'x.txt', hash: missing })
    expect((await refusalOf(call)).code).toBe('NOT_FOUND')
    const { hash } = await bench.desk.blobs.put(encode(page))
    const byNobody = bench.nobody.transfer.importFile({ requestId: newRequestId(), name: 'x.txt', hash })
    expect((await refusalOf(byNobody)).code).toBe('NO_PERSON')
    expect(await bench.ada.stories.list({})).toEqual([])
  })
})

describe('putting dropped parts back', () => {
  const bodyTexts = async (client: DeskClient, storyId: StoryId) =>
    bodyOf(await documentOf(client, storyId)).map((block) => block.textContent.slice(0, 12))

  it('puts each at its place, followed through edits since, and says so in the receipt', async () => {
    const bench = await setUpBench()
    const { ada } = bench
    const { storyId, receipt } = await bring(bench, 'bridge.txt', page)
    expect(receipt.dropped.map((part) => part.text)).toEqual(['View all', 'Loading …'])
    expect(await bodyTexts(ada, storyId)).toEqual(['The bridge o', 'The repair h', 'The next ins'])
    await edit(ada, storyId, (transform) => {
      transform.insert(find(transform.doc, 'The bridge over').from - 1, paragraph('A new start.'))
      transform.insert(find(transform.doc, 'The repair').from, schema.text('Well. '))
    })
    const [viewAll, loading] = receipt.dropped.map((part) => part.id)
    const put = (partIds?: string[]) =>
      ada.transfer.putBack({ requestId: newRequestId(), storyId, ...(partIds ? { partIds } : {}) })
    const after = await put([must(loading, 'a part')])
    expect(after.dropped.map((part) => part.isBack)).toEqual([false, true])
    expect(await bodyTexts(ada, storyId)).toEqual([
      'A new start.',
      'The bridge o',
      'Well. The re',
      'Loading …',
      'The next ins',
    ])
    expect((await put()).dropped.every((part) => part.isBack)).toBe(true)
    expect(await bodyTexts(ada, storyId)).toEqual([
      'A new start.',
      'The bridge o',
      'View all',
      'Well. The re',
      'Loading …',
      'The next ins',
    ])
    const { version } = await ada.stories.open({ storyId })
    await put([must(viewAll, 'a part')])
    expect((await ada.stories.open({ storyId })).version).toBe(version)
    expect(await refusalOf(put(['no-such-part']))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'part', id: 'no-such-part' },
    })
    expect(await trailKinds(ada, storyId)).toEqual([
      'story.imported',
      'story.partsPutBack',
      'story.partsPutBack',
    ])
    expect(await findings(ada)).toEqual([])
  })

  it('puts them at the nearest place where theirs was deleted, and into a claim that spans it', async () => {
    const bench = await setUpBench()
    const { ada } = bench
    const { storyId } = await bring(bench, 'bridge.txt', page)
    await edit(ada, storyId, (transform) => {
      const repair = find(transform.doc, 'The repair').from - 1
      const next = find(transform.doc, 'The next').from - 1
      transform.delete(repair, next)
    })
    const document = await documentOf(ada, storyId)
    const id = 'a-claim-over-both' as never
    await edit(
      ada,
      storyId,
      (transform) => {
        const from = find(document, 'came to see it').from
        const { to } = find(document, 'The next')
        transform.addMark(from, to, schema.mark('claim', { id }))
      },
      { claims: [{ id, kind: 'statement' }] },
    )
    await ada.transfer.putBack({ requestId: newRequestId(), storyId })
    expect(await bodyTexts(ada, storyId)).toEqual(['The bridge o', 'View all', 'Loading …', 'The next ins'])
    expect((await claimOf(ada, storyId, id)).words).toBe('came to see it.\nView all\nLoading …\nThe next')
    expect(await findings(ada)).toEqual([])
  })

  it('is refused for a story that was not imported', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    expect(await ada.transfer.receipt({ storyId })).toBeNull()
    expect(await refusalOf(ada.transfer.putBack({ requestId: newRequestId(), storyId }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'receipt', id: storyId },
    })
  })
})
