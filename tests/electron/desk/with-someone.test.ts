import { expect, it } from 'vitest'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import type { Claim, Settling } from '../../../shared/model/claim.ts'
import { newClaimId, newPersonId, newRequestId } from '../../../shared/model/ids.ts'
import type { Role } from '../../../shared/model/person.ts'
import {
  type Bench,
  claimOf,
  edit,
  find,
  findings,
  makeStory,
  refusalOf,
  settle,
  setUpBench,
  tag,
  trailKinds,
} from './bench.ts'

async function setUp() {
  const bench = await setUpBench()
  const storyId = await makeStory(bench.ada, ['Forty boats lay there.', 'The bell rang.'])
  const boats = await tag(bench.ada, storyId, 'Forty boats')
  const bell = await tag(bench.ada, storyId, 'The bell rang')
  return { bench, storyId, boats, bell }
}

async function joinAs(bench: Bench, role: Role, name: string): Promise<DeskClient> {
  const person = { name, initials: name.slice(0, 2), role }
  const { id } = await bench.nobody.people.add({ requestId: newRequestId(), person })
  return bench.desk.client({ personId: id, via: 'window' })
}

const settleSeeing = (
  client: DeskClient,
  { id: claimId, words: seenWords }: Claim,
  seenSettling: Pick<Settling, 'personId' | 'atMs'> | null,
) =>
  client.claims.settle({
    requestId: newRequestId(),
    claimId,
    status: 'confirmed',
    note: '',
    seenWords,
    seenSettling,
  })

it('of two who settle one claim at once the second is shown the first, and settles on top of it', async () => {
  const { bench, storyId, boats } = await setUp()
  const first = await settleSeeing(bench.ada, boats, null)
  const refused = await refusalOf(settleSeeing(bench.grace, boats, boats.settling))
  expect(refused).toEqual({ code: 'SETTLED_MEANWHILE', data: { settling: first.settling } })
  expect(await claimOf(bench.grace, storyId, boats.id)).toEqual(first)
  expect(await settleSeeing(bench.grace, boats, first.settling)).toMatchObject({
    settling: { personId: bench.graceId },
  })
})

it('a settling that was taken back meanwhile is shown as none', async () => {
  const { bench, storyId, boats } = await setUp()
  const seen = await settle(bench.ada, boats, 'wrong')
  await bench.ada.claims.takeBack({ requestId: newRequestId(), storyId })
  expect(await refusalOf(settleSeeing(bench.grace, boats, seen.settling))).toEqual({
    code: 'SETTLED_MEANWHILE',
    data: { settling: null },
  })
})

it('claims are given to somebody all or none, each with its event', async () => {
  const { bench, storyId, boats, bell } = await setUp()
  const give = (claimIds: Claim['id'][], personId = bench.graceId) =>
    bench.ada.claims.assignMany({ requestId: newRequestId(), storyId, claimIds, personId })
  expect(await refusalOf(give([boats.id, newClaimId()]))).toMatchObject({ code: 'NOT_FOUND' })
  expect((await claimOf(bench.ada, storyId, boats.id)).assigneeId).toBeNull()
  const given = await give([bell.id, boats.id])
  expect(given.map((claim) => [claim.id, claim.assigneeId])).toEqual([
    [bell.id, bench.graceId],
    [boats.id, bench.graceId],
  ])
  expect((await trailKinds(bench.ada, storyId)).slice(-2)).toEqual(['claim.assigned', 'claim.assigned'])
  await give([bell.id])
  expect((await trailKinds(bench.ada, storyId)).filter((kind) => kind === 'claim.assigned')).toHaveLength(2)
  expect(await findings(bench.ada)).toEqual([])
})

it('claims of another story are not given along, and nobody who is not here gets any', async () => {
  const { bench, storyId, boats } = await setUp()
  const other = await makeStory(bench.ada, ['A tower burned.'], 'The tower')
  const tower = await tag(bench.ada, other, 'A tower burned')
  const request = { requestId: newRequestId(), storyId }
  const across = bench.ada.claims.assignMany({ ...request, claimIds: [boats.id, tower.id], personId: null })
  expect(await refusalOf(across)).toMatchObject({ code: 'NOT_FOUND', data: { what: 'claim' } })
  const stranger = bench.ada.claims.assignMany({
    ...request,
    claimIds: [boats.id],
    personId: newPersonId(),
  })
  expect(await refusalOf(stranger)).toMatchObject({ code: 'NOT_FOUND', data: { what: 'person' } })
})

it('legal clears a flagged claim for the words that it has', async () => {
  const { bench, storyId, boats } = await setUp()
  const legal = await joinAs(bench, 'legal', 'Lena Legal')
  const clear = (client: DeskClient, seenWords = boats.words) =>
    client.claims.clearLegal({ requestId: newRequestId(), claimId: boats.id, seenWords, note: 'as of today' })
  expect(await refusalOf(clear(bench.ada))).toMatchObject({ code: 'NOT_YOURS' })
  expect(await refusalOf(clear(legal))).toMatchObject({ code: 'NOT_FLAGGED' })
  await bench.ada.claims.setLegal({ requestId: newRequestId(), claimId: boats.id, isLegal: true })
  expect(await refusalOf(clear(legal, 'Four boats'))).toMatchObject({ code: 'WORDS_MOVED' })
  expect(await clear(legal)).toMatchObject({ legalClearing: { words: 'Forty boats', note: 'as of today' } })
  expect(await findings(bench.ada)).toEqual([])
  const request = { requestId: newRequestId(), claimId: boats.id }
  expect(await legal.claims.unclearLegal(request)).toMatchObject({ legalClearing: null })
  expect((await trailKinds(bench.ada, storyId)).slice(-2)).toEqual([
    'claim.legalCleared',
    'claim.legalUncleared',
  ])
  expect(await findings(bench.ada)).toEqual([])
})

it('a flagged claim is read by a second person, who is not the one who settled it', async () => {
  const { bench, storyId, boats } = await setUp()
  const request = () => ({ requestId: newRequestId(), claimId: boats.id })
  const read = (client: DeskClient, seenWords = boats.words) =>
    client.claims.readSecond({ ...request(), seenWords })
  const asking = () => bench.ada.claims.askSecondReader({ ...request(), readerId: null })
  expect(await refusalOf(asking())).toMatchObject({ code: 'NOT_FLAGGED' })
  await bench.ada.claims.setLegal({ ...request(), isLegal: true })
  expect(await refusalOf(read(bench.grace))).toMatchObject({ code: 'NOT_ASKED' })
  await asking()
  expect(await refusalOf(read(bench.grace))).toMatchObject({ code: 'NOT_SETTLED' })
  await settle(bench.ada, boats, 'confirmed')
  expect(await refusalOf(read(bench.ada))).toMatchObject({ code: 'SAME_READER' })
  expect(await refusalOf(read(bench.grace, 'Four boats'))).toMatchObject({ code: 'WORDS_MOVED' })
  await bench.ada.claims.askSecondReader({ ...request(), readerId: bench.adaId })
  expect(await refusalOf(read(bench.grace))).toMatchObject({ code: 'NOT_ASKED' })
  await bench.ada.claims.askSecondReader({ ...request(), readerId: bench.graceId })
  expect(await read(bench.grace)).toMatchObject({
    secondReading: { readerId: bench.graceId, done: { personId: bench.graceId, words: 'Forty boats' } },
  })
  expect(await findings(bench.ada)).toEqual([])
  expect(await bench.ada.claims.dropSecondReader(request())).toMatchObject({ secondReading: null })
  expect((await trailKinds(bench.ada, storyId)).slice(-2)).toEqual([
    'claim.secondRead',
    'claim.secondReaderDropped',
  ])
  expect(await findings(bench.ada)).toEqual([])
})

it('a claim that left the text is neither cleared nor read by a second', async () => {
  const { bench, storyId, boats } = await setUp()
  const legal = await joinAs(bench, 'legal', 'Lena Legal')
  await bench.ada.claims.setLegal({ requestId: newRequestId(), claimId: boats.id, isLegal: true })
  await edit(bench.ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'Forty boats')
    transform.delete(from, to)
  })
  const clearing = legal.claims.clearLegal({
    requestId: newRequestId(),
    claimId: boats.id,
    seenWords: boats.words,
    note: '',
  })
  expect(await refusalOf(clearing)).toMatchObject({ code: 'NOT_IN_TEXT' })
})
