import { expect, it } from 'vitest'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { newBackupId, newRequestId, newSourceId } from '../../../shared/model/ids.ts'
import type { Query, QueryDetails } from '../../../shared/model/query.ts'
import {
  addSource,
  answer,
  ask,
  claimOf,
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

const asked: QueryDetails = {
  asked: 'Jonas Helm',
  sourceId: null,
  question: 'How many boats lay there?',
  way: 'mail',
  askedAtMs: 1_000,
  dueAtMs: 9_000,
  isRightOfReply: false,
}

function onlyQuery(claim: Claim): Query {
  expect(claim.queries).toHaveLength(1)
  return must(claim.queries[0], 'a query')
}

function attachAnswer(client: DeskClient, { id: queryId }: Query): Promise<Claim> {
  return client.queries.attachAnswer({
    requestId: newRequestId(),
    queryId,
    backupId: newBackupId(),
    sourceId: newSourceId(),
    locator: 'mail, 3 May',
  })
}

async function setUp() {
  const bench = await setUpBench()
  const storyId = await makeStory(bench.ada, ['Forty boats lay there.', 'The bell rang.'])
  const claim = await tag(bench.ada, storyId, 'Forty boats')
  return { bench, storyId, claim }
}

it('a query is kept on its claim with who asked whom what, and told to others who have the story open', async () => {
  const { bench, storyId, claim } = await setUp()
  const after = await ask(bench.ada, claim.id, { isRightOfReply: true })
  expect(onlyQuery(after)).toMatchObject({
    ...asked,
    isRightOfReply: true,
    answer: null,
    addedBy: bench.adaId,
  })
  expect(after.revision).toBeGreaterThan(claim.revision)
  expect(after.status).toBe('unchecked')
  expect(await claimOf(bench.grace, storyId, claim.id)).toEqual(after)
  expect((await trailKinds(bench.ada, storyId)).at(-1)).toBe('query.asked')
  expect(await findings(bench.ada)).toEqual([])
})

it('asking settles the claim as queried in the same act, on the words that were seen', async () => {
  const { bench, storyId, claim } = await setUp()
  expect(await refusalOf(ask(bench.ada, claim.id, {}, undefined, 'Four boats'))).toMatchObject({
    code: 'WORDS_MOVED',
  })
  expect((await claimOf(bench.ada, storyId, claim.id)).queries).toEqual([])
  const after = await ask(bench.ada, claim.id, {}, undefined, claim.words)
  expect(after).toMatchObject({
    status: 'queried',
    settling: { words: 'Forty boats', personId: bench.adaId },
  })
  expect(after.queries).toHaveLength(1)
})

it('who may not settle may ask, and the claim’s status stays', async () => {
  const { bench, claim } = await setUp()
  const person = { name: 'Wanda Writer', initials: 'WW', role: 'writer' as const }
  const { id } = await bench.nobody.people.add({ requestId: newRequestId(), person })
  const writer = bench.desk.client({ personId: id, via: 'window' })
  expect(await refusalOf(ask(writer, claim.id, {}, undefined, claim.words))).toMatchObject({
    code: 'NOT_YOURS',
  })
  expect(await ask(writer, claim.id)).toMatchObject({
    status: 'unchecked',
    queries: [{ asked: 'Jonas Helm' }],
  })
})

it.each([
  ['nobody', { asked: '  ' }],
  ['nothing', { question: '\n' }],
])('asking %s is bad input', async (_, given) => {
  const { bench, claim } = await setUp()
  expect(await refusalOf(ask(bench.ada, claim.id, given))).toMatchObject({ code: 'BAD_REQUEST' })
})

it('what was asked is changed, answered, and the answer taken away again', async () => {
  const { bench, storyId, claim } = await setUp()
  const query = onlyQuery(await ask(bench.ada, claim.id))
  const details = { ...asked, question: 'How many boats, exactly?', dueAtMs: null }
  const changed = await bench.grace.queries.change({ requestId: newRequestId(), queryId: query.id, details })
  expect(onlyQuery(changed)).toEqual({ ...query, ...details })
  const answered = onlyQuery(await answer(bench.grace, query.id, 'Four.'))
  expect(answered.answer).toEqual({ words: 'Four.', atMs: 5_000, notedBy: bench.graceId })
  const none = await bench.grace.queries.answer({
    requestId: newRequestId(),
    queryId: query.id,
    answer: null,
  })
  expect(onlyQuery(none).answer).toBeNull()
  expect(await trailKinds(bench.ada, storyId)).toEqual(
    expect.arrayContaining(['query.changed', 'query.answered']),
  )
  expect(await findings(bench.ada)).toEqual([])
})

it('an answer becomes backup: a person among the sources is made once and found by name after that', async () => {
  const { bench, claim } = await setUp()
  const query = onlyQuery(await ask(bench.ada, claim.id))
  expect(await refusalOf(attachAnswer(bench.ada, query))).toMatchObject({ code: 'NOT_ANSWERED' })
  await answer(bench.ada, query.id, 'Four, I counted them.')
  const after = await attachAnswer(bench.ada, query)
  const [source] = await bench.ada.sources.list()
  expect(source).toMatchObject({ kind: 'person', title: 'Jonas Helm' })
  expect(after.backup).toMatchObject([
    { sourceId: source?.id, excerpt: 'Four, I counted them.', locator: 'mail, 3 May', stance: 'supports' },
  ])
  expect(onlyQuery(after)).toMatchObject({ sourceId: source?.id, backupId: after.backup[0]?.id })

  const again = must((await ask(bench.ada, claim.id, { asked: ' jonas  HELM' })).queries[1], 'a second query')
  await answer(bench.ada, again.id, 'Still four.')
  const twice = await attachAnswer(bench.ada, again)
  expect(twice.backup.map((backup) => backup.sourceId)).toEqual([source?.id, source?.id])
  expect(await bench.ada.sources.list()).toHaveLength(1)
  expect(await findings(bench.ada)).toEqual([])
})

it('a removed query is back as it was when it is put back', async () => {
  const { bench, storyId, claim } = await setUp()
  const query = onlyQuery(await ask(bench.ada, claim.id))
  const answered = onlyQuery(await answer(bench.ada, query.id, 'Four.'))
  const request = () => ({ requestId: newRequestId(), queryId: query.id })
  expect((await bench.ada.queries.remove(request())).queries).toEqual([])
  expect(await refusalOf(answer(bench.ada, query.id, 'Four.'))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await bench.ada.queries.list({ all: true })).toEqual([])
  expect(await findings(bench.ada)).toEqual([])
  expect(onlyQuery(await bench.ada.queries.restore(request()))).toEqual(answered)
  expect(await refusalOf(bench.ada.queries.restore(request()))).toMatchObject({ code: 'NOT_FOUND' })
  expect(onlyQuery(await claimOf(bench.ada, storyId, claim.id))).toEqual(answered)
  expect(await findings(bench.ada)).toEqual([])
})

it('the list goes over all stories, what is due first leading; answered, removed and archived ones are not in it', async () => {
  const { bench, storyId, claim } = await setUp()
  const other = await makeStory(bench.ada, ['A tower burned.'], 'The tower')
  const tower = await tag(bench.ada, other, 'A tower burned')
  await ask(bench.ada, claim.id, { asked: 'At no time', dueAtMs: null })
  await ask(bench.ada, claim.id, { asked: 'Second', dueAtMs: 9_000 })
  await ask(bench.ada, tower.id, { asked: 'First', dueAtMs: 100 })
  const done = must((await ask(bench.ada, tower.id, { asked: 'Done' })).queries[1], 'a second query')
  await answer(bench.ada, done.id, 'Four.')
  const names = async (all: boolean) => (await bench.ada.queries.list({ all })).map((one) => one.query.asked)
  expect(await names(false)).toEqual(['First', 'Second', 'At no time'])
  expect(await names(true)).toEqual(['First', 'Second', 'At no time', 'Done'])
  expect((await bench.ada.queries.list({}))[0]).toMatchObject({
    storyId: other,
    slug: 'the-tower',
    headline: 'The tower',
    number: 1,
    words: 'A tower burned',
  })

  await edit(bench.ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'Forty boats lay there.')
    transform.delete(from, to)
  })
  expect(await names(false)).toEqual(['First'])
  await bench.ada.stories.archive({ requestId: newRequestId(), storyId: other })
  expect(await names(false)).toEqual([])
})

it('a claim that was asked about is not withdrawn when it is untagged', async () => {
  const { bench, storyId, claim } = await setUp()
  await ask(bench.ada, claim.id)
  await edit(bench.ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'Forty boats')
    transform.removeMark(from, to)
  })
  expect(await claimOf(bench.ada, storyId, claim.id)).toMatchObject({ presence: 'removed', queries: [{}] })
  expect(await findings(bench.ada)).toEqual([])
})

it('a claim that swallows another has its queries too, and its fixes stay with the other', async () => {
  const { bench, storyId, claim } = await setUp()
  const bell = await tag(bench.ada, storyId, 'The bell rang')
  const query = onlyQuery(await ask(bench.ada, bell.id))
  await answer(bench.ada, query.id, 'Four.')
  await attachAnswer(bench.ada, query)
  await suggest(bench.ada, bell, 'The bell tolled')
  const merged = await bench.ada.claims.merge({
    requestId: newRequestId(),
    claimId: claim.id,
    goneId: bell.id,
  })
  expect(onlyQuery(merged)).toMatchObject({
    claimId: claim.id,
    asked: 'Jonas Helm',
    backupId: merged.backup[0]?.id,
  })
  expect(merged.fixes).toEqual([])
  expect((await claimOf(bench.ada, storyId, bell.id)).fixes).toHaveLength(1)
  expect(await findings(bench.ada)).toEqual([])
})

it('a source that a query names is still needed', async () => {
  const { bench, claim } = await setUp()
  const sourceId = await addSource(bench.ada, 'Jonas Helm', { kind: 'person' })
  await ask(bench.ada, claim.id, { sourceId })
  const removing = bench.ada.sources.remove({ requestId: newRequestId(), sourceId })
  expect(await refusalOf(removing)).toEqual({ code: 'IN_USE', data: { what: 'query', count: 1 } })
})

it('a copy of a story has none of its queries, fixes and clearings', async () => {
  const { bench, storyId, claim } = await setUp()
  await ask(bench.ada, claim.id)
  await settle(bench.ada, claim, 'wrong')
  const copy = await bench.ada.stories.duplicate({ requestId: newRequestId(), storyId })
  const { claims } = await bench.ada.stories.open({ storyId: copy.id })
  expect(claims).toMatchObject([{ queries: [], fixes: [], legalClearing: null, secondReading: null }])
  expect(await findings(bench.ada)).toEqual([])
})
