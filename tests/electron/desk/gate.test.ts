import { expect, it } from 'vitest'
import { asRead } from '../../../shared/check/read.ts'
import { defaultDeskRules } from '../../../shared/check/rules.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { GateLine } from '../../../shared/model/gate.ts'
import { newRequestId, type OverrideId, type StoryId } from '../../../shared/model/ids.ts'
import type { OverridableKind } from '../../../shared/model/override.ts'
import type { Role } from '../../../shared/model/person.ts'
import type { Story } from '../../../shared/model/story.ts'
import {
  addBackup,
  addSource,
  type Bench,
  claimOf,
  documentOf,
  edit,
  find,
  findings,
  makeStory,
  refusalOf,
  settle,
  setUpBench,
  suggest,
  tag,
  trailKinds,
} from './bench.ts'

async function joinAs(bench: Bench, role: Role, name: string): Promise<DeskClient> {
  const person = { name, initials: name.slice(0, 2), role }
  const { id } = await bench.nobody.people.add({ requestId: newRequestId(), person })
  return bench.desk.client({ personId: id, via: 'window' })
}

async function readAll(client: DeskClient, storyId: StoryId): Promise<void> {
  const sentences = sentencesOf(await documentOf(client, storyId)).map(asRead)
  await client.stories.markRead({ requestId: newRequestId(), storyId, sentences })
}

async function replace(client: DeskClient, storyId: StoryId, words: string, by: string): Promise<void> {
  await edit(client, storyId, (transform) => {
    const { from, to } = find(transform.doc, words)
    const marks = transform.doc.resolve(from + 1).marks()
    const type = transform.doc.type.schema
    if (by === '') transform.delete(from, to)
    else transform.replaceWith(from, to, type.text(by, marks))
  })
}

async function gateOf(client: DeskClient, storyId: StoryId): Promise<string[]> {
  const { blocks } = await client.gate.of({ storyId })
  return blocks.map(({ kind, number, words }: GateLine) => `${kind} ${number ?? words}`.trim())
}

async function clear(client: DeskClient, storyId: StoryId): Promise<Story> {
  const { version, asks } = await client.gate.of({ storyId })
  return client.gate.clear({
    requestId: newRequestId(),
    storyId,
    atVersion: version,
    asks: asks.map(({ kind, claimId, words }) => ({ kind, claimId: claimId ?? ('' as never), words })),
  })
}

const letPass = (
  client: DeskClient,
  storyId: StoryId,
  kind: OverridableKind,
  claims: readonly Claim[],
  reason = 'The letter lies in the safe.',
) =>
  client.gate.override({
    requestId: newRequestId(),
    storyId,
    reason,
    lines: claims.map(({ id: claimId, words: seenWords }) => ({ claimId, kind, seenWords })),
  })

const setStage = (client: DeskClient, storyId: StoryId, stage: Story['stage']) =>
  client.stories.setStage({ requestId: newRequestId(), storyId, stage })

/** A story of two claims that is read, with a byline, and an editor beside two checkers. */
async function setUp() {
  const bench = await setUpBench()
  const editor = await joinAs(bench, 'editor', 'Edith Stone')
  const storyId = await makeStory(bench.ada, ['Forty boats lay there.', 'The bell rang twice.'])
  await edit(bench.ada, storyId, (transform) => {
    const at = transform.doc.child(0).nodeSize + transform.doc.child(1).nodeSize + 1
    transform.insert(at, transform.doc.type.schema.text('By Ada Quill'))
  })
  const boats = await tag(bench.ada, storyId, 'Forty boats')
  const bell = await tag(bench.ada, storyId, 'The bell rang')
  await readAll(bench.ada, storyId)
  return { bench, editor, storyId, boats, bell }
}

/** The same, checked so that nothing blocks. */
async function setUpChecked() {
  const set = await setUp()
  const { bench, boats, bell } = set
  const register = await addSource(bench.ada, 'The register')
  for (const claim of [boats, bell]) {
    await addBackup(bench.ada, claim.id, register)
    await settle(bench.grace, claim, 'confirmed')
  }
  return { ...set, register }
}

it('a checked story is cleared by an editor, and stands so in the lists, the trail and verify', async () => {
  const { bench, editor, storyId, boats, bell } = await setUp()
  expect(await gateOf(bench.ada, storyId)).toEqual(['unchecked 1', 'unchecked 2'])
  expect(await refusalOf(clear(editor, storyId))).toMatchObject({
    code: 'GATE_SHUT',
    data: { count: 2, blocks: [{ kind: 'unchecked', number: 1 }, { number: 2 }] },
  })
  await settle(bench.ada, boats, 'notAFact', 'a figure of speech')
  await settle(bench.ada, bell, 'notAFact', 'a figure of speech')
  expect(await refusalOf(clear(bench.ada, storyId))).toMatchObject({ code: 'NOT_YOURS' })
  const story = await clear(editor, storyId)
  expect(story).toMatchObject({ isCleared: true, clearing: { version: story.version } })
  expect(await bench.ada.stories.list({})).toMatchObject([{ isCleared: true, clearing: story.clearing }])
  expect(await bench.ada.gate.of({ storyId })).toMatchObject({
    clear: true,
    isCleared: true,
    differences: [],
  })
  expect((await trailKinds(bench.ada, storyId)).at(-1)).toBe('story.cleared')
  expect(await findings(bench.ada)).toEqual([])
})

it('ready and published ask for a cleared story, publishing and killing for an editor', async () => {
  const { bench, editor, storyId } = await setUpChecked()
  for (const stage of ['ready', 'published'] as const) {
    expect(await refusalOf(setStage(editor, storyId, stage))).toEqual({
      code: 'NOT_CLEARED',
      data: { blocks: [], count: 0, wasCleared: false, differences: 0 },
    })
  }
  expect(await setStage(bench.ada, storyId, 'checking')).toMatchObject({ stage: 'checking' })
  await clear(editor, storyId)
  expect(await setStage(bench.ada, storyId, 'ready')).toMatchObject({ stage: 'ready' })
  expect(await refusalOf(setStage(bench.ada, storyId, 'published'))).toMatchObject({ code: 'NOT_YOURS' })
  expect(await setStage(editor, storyId, 'published')).toMatchObject({ stage: 'published' })
  expect(await refusalOf(setStage(bench.ada, storyId, 'killed'))).toMatchObject({ code: 'NOT_YOURS' })
  expect(await setStage(editor, storyId, 'killed')).toMatchObject({ stage: 'killed' })
})

it('an edit after clearing ends it at once, the gate names it alone, and it can be cleared again', async () => {
  const { bench, editor, storyId } = await setUpChecked()
  await clear(editor, storyId)
  await replace(bench.ada, storyId, 'bell', 'gong')
  expect(await bench.ada.stories.list({})).toMatchObject([{ isCleared: false, clearing: {} }])
  expect(await gateOf(bench.ada, storyId)).toEqual(['unread The gong rang twice.', 'changed 2'])
  expect((await bench.ada.gate.of({ storyId })).differences).toMatchObject([
    { where: 'paragraph', before: 'The bell rang twice.', after: 'The gong rang twice.' },
  ])
  expect(await refusalOf(setStage(editor, storyId, 'ready'))).toMatchObject({
    code: 'NOT_CLEARED',
    data: { count: 2, wasCleared: true, differences: 1 },
  })
  await readAll(bench.ada, storyId)
  const { claims } = await bench.ada.stories.open({ storyId })
  await settle(bench.grace, claims[1] as Claim, 'confirmed')
  expect(await refusalOf(setStage(editor, storyId, 'ready'))).toMatchObject({
    data: { count: 0, differences: 1 },
  })
  await clear(editor, storyId)
  expect(await setStage(editor, storyId, 'ready')).toMatchObject({ isCleared: true })
  expect(await findings(bench.ada)).toEqual([])
})

it('typing the old words back, and typography, leave it cleared', async () => {
  const { bench, editor, storyId } = await setUpChecked()
  await clear(editor, storyId)
  await replace(bench.ada, storyId, 'twice', 'thrice')
  expect(await bench.ada.gate.of({ storyId })).toMatchObject({ isCleared: false })
  await replace(bench.ada, storyId, 'thrice', 'twice')
  expect(await bench.ada.gate.of({ storyId })).toMatchObject({ isCleared: true })
  await replace(bench.ada, storyId, 'lay there', 'lay\u00a0there')
  expect(await setStage(editor, storyId, 'ready')).toMatchObject({ stage: 'ready' })
})

it('words that are only taken away end it too, although nothing blocks', async () => {
  const { bench, editor, storyId } = await setUpChecked()
  await clear(editor, storyId)
  await replace(bench.ada, storyId, ' twice', '')
  await readAll(bench.ada, storyId)
  const gate = await bench.ada.gate.of({ storyId })
  expect(gate).toMatchObject({ blocks: [], isCleared: false, differences: [{ after: 'The bell rang.' }] })
  expect(await refusalOf(setStage(editor, storyId, 'ready'))).toMatchObject({ code: 'NOT_CLEARED' })
})

it('what is judged otherwise since shuts the gate again: a status, a source, the desk’s rules', async () => {
  const { bench, editor, storyId, register } = await setUpChecked()
  const { claims } = await bench.ada.stories.open({ storyId })
  const isCleared = async () => (await bench.ada.gate.of({ storyId })).isCleared
  const isListedCleared = async () => (await bench.ada.stories.list({}))[0]?.isCleared
  await clear(editor, storyId)
  await settle(bench.grace, claims[0] as Claim, 'wrong')
  expect(await isListedCleared()).toBe(false)
  expect(await isCleared()).toBe(false)
  await bench.grace.claims.takeBack({ requestId: newRequestId(), storyId })
  expect(await isCleared()).toBe(true)

  const source = (await bench.ada.sources.list()).find((one) => one.id === register)
  if (!source) throw new Error('the source is listed')
  const change = (standing: 'stands' | 'retracted') =>
    bench.ada.sources.change({
      requestId: newRequestId(),
      sourceId: register,
      details: { ...source, standing },
    })
  await change('retracted')
  expect(await isCleared()).toBe(false)
  expect(await gateOf(bench.ada, storyId)).toEqual(['changed 1', 'thin 1', 'changed 2', 'thin 2'])
  await change('stands')
  expect(await isCleared()).toBe(true)

  const setRules = (primarySources: number) =>
    editor.desk.setRules({ requestId: newRequestId(), rules: { ...defaultDeskRules, primarySources } })
  await setRules(2)
  expect(await isListedCleared()).toBe(false)
  expect(await gateOf(bench.ada, storyId)).toEqual(['thin 1', 'thin 2'])
})

it('whether a story is cleared is looked at again by the desk itself, and told to its windows', async () => {
  const { bench, editor, storyId } = await setUpChecked()
  await clear(editor, storyId)
  await replace(bench.ada, storyId, 'lay there', 'lay\u00a0there')
  expect((await bench.ada.stories.list({}))[0]?.isCleared).toBe(false)
  await expect
    .poll(async () => (await bench.ada.stories.list({}))[0]?.isCleared, { timeout: 8000 })
    .toBe(true)
  expect(await findings(bench.ada)).toEqual([])
})

it('an editor lets pass by name, with a reason, for the words that stand; changed words want it again', async () => {
  const { bench, editor, storyId, boats, bell } = await setUp()
  const wrong = await settle(bench.grace, boats, 'wrong')
  await settle(bench.grace, bell, 'notAFact', 'a figure of speech')
  expect(await refusalOf(letPass(bench.ada, storyId, 'wrong', [wrong]))).toMatchObject({ code: 'NOT_YOURS' })
  expect(await refusalOf(letPass(editor, storyId, 'wrong', [wrong], ' '))).toMatchObject({
    code: 'REASON_WANTED',
  })
  const stale = { ...wrong, words: 'Fifty boats' }
  expect(await refusalOf(letPass(editor, storyId, 'wrong', [stale]))).toMatchObject({ code: 'WORDS_MOVED' })
  expect(await refusalOf(letPass(editor, storyId, 'thin', [wrong]))).toEqual({
    code: 'NOT_BLOCKING',
    data: { kind: 'thin', claimId: wrong.id },
  })
  const [passed] = await letPass(editor, storyId, 'wrong', [wrong])
  expect(passed?.overrides).toMatchObject([{ kind: 'wrong', words: 'Forty boats' }])
  expect(await bench.ada.gate.of({ storyId })).toMatchObject({
    clear: true,
    excused: [{ line: { kind: 'wrong', number: 1 }, excuse: { reason: 'The letter lies in the safe.' } }],
  })
  const story = await clear(editor, storyId)
  expect((await bench.ada.gate.clearing({ storyId }))?.overrideIds).toEqual([passed?.overrides[0]?.id])
  expect(story.isCleared).toBe(true)
  await replace(bench.ada, storyId, 'Forty', 'Fifty')
  expect(await gateOf(bench.ada, storyId)).toContain('wrong 1')
  expect(await findings(bench.ada)).toEqual([])
})

it('thin and on author share a reason, wrong and unverified never do, all of them or none', async () => {
  const { bench, editor, storyId, boats, bell } = await setUp()
  const claims = [
    await settle(bench.grace, boats, 'unverified'),
    await settle(bench.grace, bell, 'unverified'),
  ]
  expect(await refusalOf(letPass(editor, storyId, 'unverified', claims))).toEqual({
    code: 'ONE_BY_ONE',
    data: { kind: 'unverified' },
  })
  const onAuthor = [await settle(bench.grace, boats, 'onAuthor'), await settle(bench.grace, bell, 'onAuthor')]
  await letPass(editor, storyId, 'onAuthor', onAuthor)
  expect(await gateOf(bench.ada, storyId)).toEqual([])
  expect((await trailKinds(bench.ada, storyId)).slice(-2)).toEqual(['override.made', 'override.made'])
  const twice = await settle(bench.grace, boats, 'confirmed')
  expect(await refusalOf(letPass(editor, storyId, 'thin', [twice, twice]))).toMatchObject({
    code: 'NOT_BLOCKING',
  })
  expect(await gateOf(bench.ada, storyId)).toEqual(['thin 1'])
})

it('what is let pass can be taken back; what is to be done is never let pass', async () => {
  const { bench, editor, storyId, boats, bell } = await setUp()
  await settle(bench.grace, bell, 'notAFact', 'a figure of speech')
  const [passed] = await letPass(editor, storyId, 'unverified', [
    await settle(bench.grace, boats, 'unverified'),
  ])
  const overrideId = passed?.overrides[0]?.id as OverrideId
  const takeBack = () => editor.gate.takeBackOverride({ requestId: newRequestId(), overrideId })
  expect((await takeBack()).overrides).toEqual([])
  expect(await gateOf(bench.ada, storyId)).toEqual(['unverified 1'])
  expect(await refusalOf(takeBack())).toMatchObject({ code: 'NOT_FOUND' })
  expect(await findings(bench.ada)).toEqual([])
  await suggest(bench.ada, boats, 'Four boats')
  for (const kind of ['openFix', 'unread', 'tk', 'legal', 'unchecked'] as const) {
    const call = letPass(editor, storyId, kind as never, [boats])
    expect(await refusalOf(call)).toMatchObject({ code: 'BAD_REQUEST' })
  }
})

it('what is asked has to be known, and is not asked again', async () => {
  const { bench, editor, storyId } = await setUpChecked()
  await replace(bench.ada, storyId, 'Forty boats lay there.', '')
  const { version, asks } = await bench.ada.gate.of({ storyId })
  expect(asks).toMatchObject([{ kind: 'removed', number: 1, words: 'Forty boats', from: null }])
  const unaware = { requestId: newRequestId(), storyId, atVersion: version, asks: [] }
  expect(await refusalOf(editor.gate.clear(unaware))).toMatchObject({ code: 'ASKED', data: { count: 1 } })
  const behind = { ...unaware, requestId: newRequestId(), atVersion: version - 1 }
  expect(await refusalOf(editor.gate.clear(behind))).toMatchObject({ code: 'BEHIND' })
  await clear(editor, storyId)
  expect(await bench.ada.gate.of({ storyId })).toMatchObject({ isCleared: true, asks: [] })
})

it('a clearing is taken back, and the one before counts again where the words are its own', async () => {
  const { bench, editor, storyId } = await setUpChecked()
  const takeBack = () => editor.gate.takeBackClearing({ requestId: newRequestId(), storyId })
  expect(await refusalOf(takeBack())).toMatchObject({ code: 'NOTHING_TO_TAKE_BACK' })
  const first = await clear(editor, storyId)
  expect(await clear(editor, storyId)).toEqual(first)
  await replace(bench.ada, storyId, ' twice', '')
  await readAll(bench.ada, storyId)
  const second = await clear(editor, storyId)
  expect(second.clearing?.id).not.toBe(first.clearing?.id)
  expect(await takeBack()).toMatchObject({ isCleared: false, clearing: first.clearing })
  expect((await bench.ada.gate.of({ storyId })).differences).toHaveLength(1)
  expect(await takeBack()).toMatchObject({ isCleared: false, clearing: null })
  expect(await findings(bench.ada)).toEqual([])
})

it('who works alone checks and clears alone', async () => {
  const bench = await setUpBench()
  const removed = await bench.store.transaction(async (tx) => {
    await tx.deleteFrom('person').where('id', '=', bench.graceId).execute()
    return true
  })
  expect(removed).toBe(true)
  const storyId = await makeStory(bench.ada, ['The bell rang.'])
  const claim = await tag(bench.ada, storyId, 'The bell rang.')
  await addBackup(bench.ada, claim.id, await addSource(bench.ada, 'The register'))
  await settle(bench.ada, claim, 'confirmed')
  await edit(bench.ada, storyId, (transform) => {
    const at = transform.doc.child(0).nodeSize + transform.doc.child(1).nodeSize + 1
    transform.insert(at, transform.doc.type.schema.text('By Ada Quill'))
  })
  await readAll(bench.ada, storyId)
  expect(await bench.ada.gate.of({ storyId })).toMatchObject({ clear: true, asks: [] })
  expect(await clear(bench.ada, storyId)).toMatchObject({ isCleared: true })
})

it('a copy has nothing let pass and is not cleared', async () => {
  const { bench, editor, storyId, boats, bell } = await setUp()
  await settle(bench.grace, bell, 'notAFact', 'a figure of speech')
  await letPass(editor, storyId, 'wrong', [await settle(bench.grace, boats, 'wrong')])
  await clear(editor, storyId)
  const copy = await bench.ada.stories.duplicate({ requestId: newRequestId(), storyId })
  expect(copy).toMatchObject({ isCleared: false, clearing: null })
  const { claims } = await bench.ada.stories.open({ storyId: copy.id })
  expect(claims.map((claim) => claim.overrides)).toEqual([[], []])
  expect((await claimOf(bench.ada, storyId, boats.id)).overrides).toHaveLength(1)
})

it('words are struck from overrides and clearings too, and the clearing holds on', async () => {
  const { bench, editor, storyId, boats, bell } = await setUp()
  await settle(bench.grace, bell, 'notAFact', 'a figure of speech')
  const wrong = await settle(bench.grace, boats, 'wrong')
  await letPass(editor, storyId, 'wrong', [wrong], 'Forty boats, says Helga Brandvold.')
  await clear(editor, storyId)
  const given = { storyId: null, wholeWords: false, reason: 'a court’s order' }
  await editor.striking.strike({ ...given, requestId: newRequestId(), words: 'Forty boats', keepFiles: [] })
  const opened = await bench.ada.stories.open({ storyId })
  const clearing = await bench.ada.gate.clearing({ storyId })
  expect(JSON.stringify([opened, clearing])).not.toContain('Forty')
  expect(opened.claims[0]?.overrides[0]?.reason).toContain('█')
  expect(await bench.ada.gate.of({ storyId })).toMatchObject({ differences: [] })
  expect(await findings(bench.ada)).toEqual([])
})

it('legal settles the words that it wrote, and clears them with the same key; the words of others stay others’', async () => {
  const { bench, storyId, boats, bell } = await setUp()
  const legal = await joinAs(bench, 'legal', 'Lena Recht')
  for (const { id: claimId } of [boats, bell]) {
    await bench.ada.claims.setLegal({ requestId: newRequestId(), claimId, isLegal: true })
  }
  expect(await refusalOf(settle(legal, boats, 'confirmed'))).toMatchObject({ code: 'NOT_YOURS' })
  await replace(legal, storyId, 'Forty', 'Some forty')
  const { claims } = await bench.ada.stories.open({ storyId })
  const mended = claims[0] as Claim
  expect(await settle(legal, mended, 'confirmed', 'as the court has it')).toMatchObject({
    status: 'confirmed',
    settling: { words: mended.words },
    legalClearing: { words: mended.words, note: 'as the court has it' },
  })
  expect((await trailKinds(bench.ada, storyId)).slice(-2)).toEqual(['claim.settled', 'claim.legalCleared'])
  expect(await gateOf(bench.ada, storyId)).not.toContain('legal 1')
  expect(await gateOf(bench.ada, storyId)).toContain('legal 2')
  expect(await refusalOf(settle(legal, bell, 'confirmed'))).toMatchObject({ code: 'NOT_YOURS' })
  expect(await findings(bench.ada)).toEqual([])
})
