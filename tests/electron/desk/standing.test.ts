import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { defaultDeskRules } from '../../../shared/check/rules.ts'
import { changesOf } from '../../../shared/check/standing.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Claim, Status } from '../../../shared/model/claim.ts'
import { type BackupId, newBackupId, newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import { newSourceDetails, type SourceDetails } from '../../../shared/model/source.ts'
import {
  addBackup,
  addSource,
  type Bench,
  claimOf,
  details,
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

const text = 'The bridge opened on Saturday. About 400 people crossed it.'
const further = 'Nobody was hurt. The mayor spoke for an hour.'
type Client = Bench['ada']

async function withClaim(words = 'About 400 people') {
  const bench = await setUpBench()
  const storyId = await makeStory(bench.ada, [text, further])
  return { ...bench, storyId, claim: await tag(bench.ada, storyId, words) }
}

function replace(client: Client, storyId: StoryId, words: string, by: string) {
  return edit(client, storyId, (transform) => {
    const { from, to } = find(transform.doc, words)
    const marks = transform.doc.resolve(from + 1).marks()
    transform.replaceWith(from, to, transform.doc.type.schema.text(by, marks))
  })
}

async function settleNow(client: Client, storyId: StoryId, { id }: Claim, status: Status = 'confirmed') {
  return settle(client, await claimOf(client, storyId, id), status, 'As told.')
}

async function openCount(client: Client, storyId: StoryId): Promise<number> {
  const stories = await client.stories.list({ archived: true })
  return must(
    stories.find((story) => story.id === storyId),
    'the story is listed',
  ).openCount
}

async function standing(client: Client, storyId: StoryId, { id }: Claim) {
  const claim = await claimOf(client, storyId, id)
  const { changed, context } = changesOf(claim)
  return { changed, context, open: await openCount(client, storyId), ground: claim.changedGround }
}

const asSettled = { changed: [], context: [], open: 0, ground: [] }

describe('a settled claim whose words change', () => {
  it('is open again in the lists until the old words are typed back', async () => {
    const { ada, storyId, claim } = await withClaim()
    await settleNow(ada, storyId, claim)
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
    await replace(ada, storyId, '400', '500')
    expect(await standing(ada, storyId, claim)).toMatchObject({ changed: ['words'], open: 1 })
    expect(await findings(ada)).toEqual([])
    await replace(ada, storyId, '500', '400')
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
    expect(await findings(ada)).toEqual([])
  })

  it('stands where only type was changed', async () => {
    const { ada, storyId, claim } = await withClaim()
    await settleNow(ada, storyId, claim)
    await replace(ada, storyId, '400 people', '400\u00a0people')
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
  })

  it.each(['wrong', 'unverified', 'onAuthor', 'notAFact'] as const)(
    'is open again if it was %s',
    async (status) => {
      const { ada, storyId, claim } = await withClaim()
      await settleNow(ada, storyId, claim, status)
      await replace(ada, storyId, '400', '500')
      expect(await openCount(ada, storyId)).toBe(1)
    },
  )

  it('reads context where the rest of its sentence differs, and is not open for that', async () => {
    const { ada, storyId, claim } = await withClaim()
    await settleNow(ada, storyId, claim)
    await replace(ada, storyId, 'crossed', 'hardly crossed')
    expect(await standing(ada, storyId, claim)).toMatchObject({ changed: [], context: ['sentence'], open: 0 })
    expect(await findings(ada)).toEqual([])
    await replace(ada, storyId, 'hardly crossed', 'crossed')
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
  })

  it('is compared with the settling before where the last one is taken back', async () => {
    const { ada, storyId, claim } = await withClaim()
    await settleNow(ada, storyId, claim)
    await replace(ada, storyId, '400', '500')
    await settleNow(ada, storyId, claim)
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
    await ada.claims.takeBack({ requestId: newRequestId(), storyId })
    expect(await standing(ada, storyId, claim)).toMatchObject({ changed: ['words'], open: 1 })
    await ada.claims.takeBack({ requestId: newRequestId(), storyId })
    expect(await standing(ada, storyId, claim)).toEqual({ ...asSettled, open: 1 })
    expect(await findings(ada)).toEqual([])
  })

  it('has no past in a copy of the story', async () => {
    const { ada, storyId, claim } = await withClaim()
    await settleNow(ada, storyId, claim)
    const copy = await ada.stories.duplicate({ requestId: newRequestId(), storyId })
    const { claims } = await ada.stories.open({ storyId: copy.id })
    expect(claims).toMatchObject([{ status: 'unchecked', place: null, changedGround: [] }])
    expect(await findings(ada)).toEqual([])
  })

  it('reads nothing of its surroundings where an older Stet settled it', async () => {
    const { ada, store, storyId, claim } = await withClaim()
    await settleNow(ada, storyId, claim)
    await store.transaction((tx) =>
      sql`UPDATE settling SET place = NULL, speaker = NULL`
        .execute(tx)
        .then(() => sql`UPDATE claim SET place = NULL`.execute(tx)),
    )
    await replace(ada, storyId, 'crossed', 'hardly crossed')
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
    await replace(ada, storyId, '400', '500')
    expect(await standing(ada, storyId, claim)).toMatchObject({ changed: ['words'], open: 1 })
  })
})

describe('a source behind a settled claim', () => {
  async function resting(source: Partial<SourceDetails> = {}) {
    const bench = await withClaim()
    const given = { ...newSourceDetails('document', 'Tally sheet'), ...source }
    const sourceId = await addSource(bench.ada, given.title, given)
    const backed = await addBackup(bench.ada, bench.claim.id, sourceId)
    await settleNow(bench.ada, bench.storyId, bench.claim)
    const backupId = must(backed.backup[0], 'backup').id
    const change = (part: Partial<SourceDetails>) =>
      bench.ada.sources.change({ requestId: newRequestId(), sourceId, details: { ...given, ...part } })
    return { ...bench, sourceId, backupId, change }
  }

  it.each<[string, Partial<SourceDetails>, string]>([
    ['address', { url: 'https://example.org/tally' }, 'url'],
    ['rank', { usualRank: 'secondary' }, 'rank'],
    ['independence group', { independenceGroup: 'wire of 3 May' }, 'group'],
    ['standing', { standing: 'retracted' }, 'standing'],
  ])('opens it again by another %s, and closes it by the one it had', async (_, part, named) => {
    const { ada, storyId, claim, backupId, change } = await resting()
    const before = await claimOf(ada, storyId, claim.id)
    const { updatedAtMs } = (await ada.stories.open({ storyId })).story
    await change(part)
    expect(await standing(ada, storyId, claim)).toEqual({
      changed: ['source'],
      context: [],
      open: 1,
      ground: [{ backupId, parts: [named] }],
    })
    const after = await ada.stories.open({ storyId })
    expect(must(after.claims[0], 'the claim').revision).toBeGreaterThan(before.revision)
    expect(after.story.updatedAtMs).toBe(updatedAtMs)
    expect(await findings(ada)).toEqual([])
    await change({})
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
  })

  it.each<[string, Partial<SourceDetails>]>([
    ['title', { title: 'Tally sheets' }],
    ['note', { note: 'Seen in the town hall.' }],
    ['code name', { codeName: 'Clerk' }],
  ])('leaves it settled by another %s', async (_, part) => {
    const { ada, storyId, claim, change } = await resting()
    await change(part)
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
  })

  it('opens it again by a file', async () => {
    const { ada, desk, storyId, claim, sourceId } = await resting()
    const { hash } = await desk.blobs.put(new TextEncoder().encode('400, by our count'))
    await ada.sources.attachFile({
      requestId: newRequestId(),
      sourceId,
      hash,
      name: 'count.txt',
      mediaType: 'text/plain',
    })
    expect(await standing(ada, storyId, claim)).toMatchObject({ changed: ['source'], open: 1 })
    await ada.sources.detachFile({ requestId: newRequestId(), sourceId, hash })
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
  })

  it('opens it again when what was quoted from it reads otherwise, or its backup is taken off', async () => {
    const { ada, storyId, claim, backupId } = await resting()
    const change = (excerpt: string) =>
      ada.claims.changeBackup({ requestId: newRequestId(), backupId, details: { ...details, excerpt } })
    await change('Three hundred.')
    expect(await standing(ada, storyId, claim)).toMatchObject({ open: 1, ground: [{ parts: ['text'] }] })
    await change(details.excerpt)
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
    await ada.claims.removeBackup({ requestId: newRequestId(), backupId })
    expect(await standing(ada, storyId, claim)).toMatchObject({ open: 1, ground: [{ parts: ['removed'] }] })
    expect(await findings(ada)).toEqual([])
  })

  it('closes it by the very backup that was taken off, not by another that says the same', async () => {
    const { ada, grace, storyId, claim, sourceId, backupId } = await resting()
    const give = (client: Client, id: BackupId) =>
      client.claims.addBackup({
        requestId: newRequestId(),
        claimId: claim.id,
        backupId: id,
        sourceId,
        details,
      })
    await ada.claims.removeBackup({ requestId: newRequestId(), backupId })
    await give(ada, newBackupId())
    expect(await standing(ada, storyId, claim)).toMatchObject({ open: 1, ground: [{ parts: ['removed'] }] })
    await give(grace, backupId)
    expect(await standing(ada, storyId, claim)).toEqual(asSettled)
    expect((await trailKinds(ada, storyId)).slice(-3)).toEqual([
      'backup.removed',
      'backup.added',
      'backup.added',
    ])
    expect(await findings(ada)).toEqual([])
  })

  it('leaves alone what is quoted only later, what is added to it, and claims that nobody settled', async () => {
    const { ada, storyId, claim, sourceId, change } = await resting()
    const other = await tag(ada, storyId, 'Nobody was hurt')
    await addBackup(ada, other.id, sourceId)
    await addBackup(ada, claim.id, await addSource(ada, 'Another'))
    expect(await standing(ada, storyId, claim)).toEqual({ ...asSettled, open: 1 })
    await change({ standing: 'disputed' })
    expect((await claimOf(ada, storyId, other.id)).changedGround).toEqual([])
    expect(await openCount(ada, storyId)).toBe(2)
  })
})

describe('the rules of the desk', () => {
  it('are as Stet proposes them until an editor sets others, which the trail tells', async () => {
    const { ada, adaId, desk } = await setUpBench()
    expect(await ada.desk.rules()).toEqual(defaultDeskRules)
    const rules = {
      ...defaultDeskRules,
      independentSources: 3,
      shelfLifeDays: { title: 7, toll: null, age: 30 },
    }
    const setRules = () => ada.desk.setRules({ requestId: newRequestId(), rules })
    expect(await refusalOf(setRules())).toEqual({
      code: 'NOT_YOURS',
      data: { deed: 'setRules', role: 'checker' },
    })
    const person = must(
      (await ada.people.list()).find((one) => one.id === adaId),
      'Ada',
    )
    await ada.people.change({ requestId: newRequestId(), person: { ...person, role: 'editor' } })
    await setRules()
    expect(await desk.client({ personId: null, via: 'window' }).desk.rules()).toEqual(rules)
    expect(await findings(ada)).toEqual([])
  })

  it('are held against the trail', async () => {
    const { ada, adaId, store } = await setUpBench()
    const person = must(
      (await ada.people.list()).find((one) => one.id === adaId),
      'Ada',
    )
    await ada.people.change({ requestId: newRequestId(), person: { ...person, role: 'editor' } })
    await ada.desk.setRules({ requestId: newRequestId(), rules: { ...defaultDeskRules, primarySources: 2 } })
    await store.transaction((tx) => sql`UPDATE setting SET value = '{}' WHERE name = 'rules'`.execute(tx))
    expect(await findings(ada)).toMatchObject([{ message: expect.stringContaining('rules') }])
  })
})

describe('what a claim is about', () => {
  it('is set by a person, told by the trail and held against it', async () => {
    const { ada, store, storyId, claim } = await withClaim()
    const set = (subject: 'toll' | null) =>
      ada.claims.setSubject({ requestId: newRequestId(), claimId: claim.id, subject })
    expect((await set('toll')).subject).toBe('toll')
    expect(await trailKinds(ada, storyId)).toContain('claim.subjectSet')
    expect(await findings(ada)).toEqual([])
    await store.transaction((tx) => sql`UPDATE claim SET subject = 'age'`.execute(tx))
    expect(await findings(ada)).toMatchObject([
      { message: 'claim 1 has another subject than the trail tells' },
    ])
  })
})

describe('own words', () => {
  it('are those that the one who confirms them wrote, as the journal tells, also in a story that goes on', async () => {
    const { ada, grace, adaId, graceId, storyId, claim } = await withClaim('About 400 people')
    expect((await settleNow(ada, storyId, claim)).settling?.writtenBy).toEqual([adaId])
    await replace(grace, storyId, 'people', 'persons')
    expect((await settleNow(grace, storyId, claim)).settling?.writtenBy).toEqual([adaId, graceId].sort())
    await replace(grace, storyId, 'About 400', 'Some 500')
    expect((await settleNow(ada, storyId, claim)).settling?.writtenBy).toEqual([graceId])
    expect((await settleNow(ada, storyId, claim, 'wrong')).settling?.writtenBy).toEqual([])
    expect(await findings(ada)).toEqual([])
  })
})
