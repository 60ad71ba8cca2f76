import { describe, expect, it } from 'vitest'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Claim, Status } from '../../../shared/model/claim.ts'
import { newClaimId, newRequestId, newStoryId } from '../../../shared/model/ids.ts'
import { newSourceDetails } from '../../../shared/model/source.ts'
import {
  addBackup,
  addSource,
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
} from './bench.ts'

const text = 'The bridge opened on Saturday. About 400 people crossed it.'

async function withClaim() {
  const bench = await setUpBench()
  const storyId = await makeStory(bench.ada, [text])
  return { ...bench, storyId, claim: await tag(bench.ada, storyId, 'About 400 people') }
}

describe('settling a claim', () => {
  it('keeps the words, the version, the person, the time and a fingerprint of each piece of backup', async () => {
    const { ada, grace, graceId, storyId, claim, clock } = await withClaim()
    const backed = await addBackup(ada, claim.id, await addSource(ada, 'Tally sheet'))
    const { version } = await ada.stories.open({ storyId })
    const settled = await settle(grace, claim, 'confirmed', 'Counted twice.')
    const backupId = must(backed.backup[0], 'backup').id
    expect(settled).toMatchObject({
      status: 'confirmed',
      settling: {
        status: 'confirmed',
        words: 'About 400 people',
        version,
        note: 'Counted twice.',
        personId: graceId,
        atMs: clock.nowMs,
        backupFingerprints: { [backupId]: expect.stringMatching(/^2:/) },
        place: { block: 'paragraph', sentence: 'About 400 people crossed it.' },
        speaker: null,
      },
    })
    expect(await claimOf(ada, storyId, claim.id)).toEqual(settled)
    expect((await ada.stories.open({ storyId })).story.openCount).toBe(0)
    const last = (await ada.stories.trail({ storyId })).at(-1)
    expect(last).toMatchObject({
      kind: 'claim.settled',
      subject: claim.id,
      personId: graceId,
      via: 'commandLine',
      payload: { before: { status: 'unchecked', settling: null }, after: { status: 'confirmed' } },
    })
  })

  it('is refused to a writer among others', async () => {
    const { ada, adaId, grace, claim } = await withClaim()
    const asWriter = { id: adaId, name: 'Ada Quill', initials: 'AQ', role: 'writer' as const }
    await grace.people.change({ requestId: newRequestId(), person: asWriter })
    expect(await refusalOf(settle(ada, claim, 'confirmed'))).toEqual({
      code: 'NOT_YOURS',
      data: { deed: 'settle', role: 'writer' },
    })
    expect((await settle(grace, claim, 'confirmed')).status).toBe('confirmed')
  })

  it('is refused, showing both, where the words moved after they were seen', async () => {
    const { ada, storyId, claim } = await withClaim()
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, '400')
      transform.replaceWith(from, to, schema.text('500', transform.doc.resolve(from + 1).marks()))
    })
    expect(await refusalOf(settle(ada, claim, 'confirmed'))).toEqual({
      code: 'WORDS_MOVED',
      data: { seen: 'About 400 people', now: 'About 500 people' },
    })
    expect((await claimOf(ada, storyId, claim.id)).status).toBe('unchecked')
  })

  it('wants a reason for “not a fact”', async () => {
    const { ada, claim } = await withClaim()
    expect((await refusalOf(settle(ada, claim, 'notAFact', '  '))).code).toBe('REASON_WANTED')
    expect((await settle(ada, claim, 'notAFact', 'A liking.')).settling?.note).toBe('A liking.')
  })

  it('is refused for a claim that is not in the text, that does not exist, or whose story is archived', async () => {
    const { ada, storyId, claim } = await withClaim()
    const unknown = newClaimId()
    expect(await refusalOf(settle(ada, { ...claim, id: unknown }, 'confirmed'))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'claim', id: unknown },
    })
    await ada.stories.archive({ requestId: newRequestId(), storyId })
    expect((await refusalOf(settle(ada, claim, 'confirmed'))).code).toBe('ARCHIVED')
    await ada.stories.restore({ requestId: newRequestId(), storyId })
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, 'About 400 people')
      transform.delete(from, to)
    })
    expect(await refusalOf(settle(ada, claim, 'confirmed'))).toEqual({
      code: 'NOT_IN_TEXT',
      data: { claimId: claim.id },
    })
  })

  it('is refused to nobody', async () => {
    const { nobody, claim } = await withClaim()
    expect((await refusalOf(settle(nobody, claim, 'confirmed'))).code).toBe('NO_PERSON')
  })

  it('is done once where the request is sent twice', async () => {
    const { ada, storyId, claim } = await withClaim()
    const request = {
      requestId: newRequestId(),
      claimId: claim.id,
      status: 'confirmed',
      note: '',
      seenWords: claim.words,
    } as const
    const first = await ada.claims.settle(request)
    await settle(ada, claim, 'wrong')
    expect(await ada.claims.settle(request)).toEqual(first)
    expect((await claimOf(ada, storyId, claim.id)).status).toBe('wrong')
    const kinds = (await ada.stories.trail({ storyId })).filter((event) => event.kind === 'claim.settled')
    expect(kinds).toHaveLength(2)
  })

  it('can set a claim back to unchecked', async () => {
    const { ada, storyId, claim } = await withClaim()
    await settle(ada, claim, 'confirmed')
    expect(await settle(ada, claim, 'unchecked')).toMatchObject({
      status: 'unchecked',
      settling: { status: 'unchecked' },
    })
    expect((await ada.stories.open({ storyId })).story.openCount).toBe(1)
  })
})

describe('settling several claims at once', () => {
  async function withThree() {
    const bench = await setUpBench()
    const storyId = await makeStory(bench.ada, [text])
    const words = ['The bridge opened', 'on Saturday', 'About 400 people']
    const claims: Claim[] = []
    for (const one of words) claims.push(await tag(bench.ada, storyId, one))
    const many = (client: DeskClient, seen: readonly Claim[], status: Status = 'confirmed', note = '') =>
      client.claims.settleMany({
        requestId: newRequestId(),
        storyId,
        status,
        note,
        seen: seen.map(({ id, words }) => ({ claimId: id, words })),
      })
    return { ...bench, storyId, claims, many }
  }

  it('is for each what settling it alone is: its words, its backup, its event', async () => {
    const { ada, grace, storyId, claims, many } = await withThree()
    const sourceId = await addSource(ada, 'Tally sheet')
    const backed = await addBackup(ada, must(claims[2], 'a claim').id, sourceId)
    const alone = await settle(grace, backed, 'confirmed', 'By the tally.')
    const { claims: settled, left } = await many(grace, claims, 'confirmed', 'By the tally.')
    expect(left).toEqual([])
    expect(settled.map(({ id }) => id)).toEqual(claims.map(({ id }) => id))
    expect(settled[2]?.settling).toEqual({ ...alone.settling, atMs: settled[2]?.settling?.atMs })
    const opened = await ada.stories.open({ storyId })
    expect(opened.story).toMatchObject({ claimCount: 3, openCount: 0 })
    expect(opened.claims).toEqual([...settled].sort((one, other) => one.number - other.number))
    const events = (await ada.stories.trail({ storyId })).slice(-3)
    expect(events.map(({ kind, subject }) => [kind, subject])).toEqual(
      claims.map(({ id }) => ['claim.settled', id]),
    )
    expect(await findings(ada)).toEqual([])
  })

  it('tells another window all of it as one piece of news', async () => {
    const { ada, grace, storyId, claims, many } = await withThree()
    const { version, revision } = await ada.stories.open({ storyId })
    await many(grace, claims)
    const stream = await ada.stories.follow({ storyId, fromVersion: version, fromRevision: revision })
    const first = await stream.next()
    await stream.return()
    expect(first.value).toMatchObject({ kind: 'claims', claims: claims.map(({ id }) => ({ id })) })
  })

  it('leaves those whose words moved, or that left the text, and names them with their words', async () => {
    const { ada, storyId, claims, many } = await withThree()
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, '400')
      transform.replaceWith(from, to, schema.text('500', transform.doc.resolve(from + 1).marks()))
      const gone = find(transform.doc, 'on Saturday')
      transform.delete(gone.from, gone.to)
    })
    const { claims: settled, left } = await many(ada, claims)
    expect(settled.map(({ words }) => words)).toEqual(['The bridge opened'])
    expect(left).toEqual([
      { claimId: claims[1]?.id, words: null },
      { claimId: claims[2]?.id, words: 'About 500 people' },
    ])
    expect((await claimOf(ada, storyId, must(claims[2], 'a claim').id)).status).toBe('unchecked')
    // None of them is left to be settled: that is an answer, too.
    expect((await many(ada, claims.slice(1))).claims).toEqual([])
    expect(await findings(ada)).toEqual([])
  })

  it('leaves what somebody else settled since it was seen', async () => {
    const { ada, grace, storyId, claims } = await withThree()
    await settle(grace, must(claims[1], 'a claim'), 'wrong')
    const seen = claims.map(({ id, words }) => ({ claimId: id, words, settling: null }))
    const request = { requestId: newRequestId(), storyId, status: 'confirmed', note: '', seen } as const
    const { claims: settled, left } = await ada.claims.settleMany(request)
    expect(settled.map(({ id }) => id)).toEqual([claims[0]?.id, claims[2]?.id])
    expect(left).toEqual([{ claimId: claims[1]?.id, words: 'on Saturday' }])
    expect((await claimOf(ada, storyId, must(claims[1], 'a claim').id)).status).toBe('wrong')
  })

  it('is refused as a whole without a reason, for a claim of another story, and for one that is named twice', async () => {
    const { ada, storyId, claims, many } = await withThree()
    expect((await refusalOf(many(ada, claims, 'notAFact'))).code).toBe('REASON_WANTED')
    const foreign = await tag(ada, await makeStory(ada, [text]), 'on Saturday')
    expect((await refusalOf(many(ada, [...claims, foreign]))).code).toBe('NOT_FOUND')
    expect((await refusalOf(many(ada, [...claims, ...claims]))).code).toBe('BAD_REQUEST')
    for (const { id } of claims) expect((await claimOf(ada, storyId, id)).status).toBe('unchecked')
  })

  it('is taken back at once, but for what somebody else settled since', async () => {
    const { ada, grace, storyId, claims, many } = await withThree()
    await settle(ada, must(claims[0], 'a claim'), 'queried')
    await many(ada, claims)
    await settle(grace, must(claims[1], 'a claim'), 'wrong')
    const claimIds = claims.map(({ id }) => id)
    const back = () => ada.claims.takeBackMany({ requestId: newRequestId(), storyId, claimIds })
    expect((await back()).map(({ id, status }) => [id, status])).toEqual([
      [claims[0]?.id, 'queried'],
      [claims[2]?.id, 'unchecked'],
    ])
    expect((await claimOf(ada, storyId, must(claims[1], 'a claim').id)).status).toBe('wrong')
    expect((await ada.stories.trail({ storyId })).slice(-2)).toMatchObject([
      { kind: 'claim.settlingTakenBack', subject: claims[0]?.id },
      { kind: 'claim.settlingTakenBack', subject: claims[2]?.id },
    ])
    await back()
    expect((await refusalOf(back())).code).toBe('NOTHING_TO_TAKE_BACK')
    expect(await findings(ada)).toEqual([])
  })
})

describe('taking back a settling', () => {
  it('brings back what stood before, one by one, and is an event of its own', async () => {
    const { ada, storyId, claim } = await withClaim()
    await settle(ada, claim, 'queried')
    await settle(ada, claim, 'confirmed')
    const back = () => ada.claims.takeBack({ requestId: newRequestId(), storyId })
    expect(await back()).toMatchObject({ id: claim.id, status: 'queried' })
    expect(await back()).toMatchObject({ status: 'unchecked', settling: null })
    expect((await refusalOf(back())).code).toBe('NOTHING_TO_TAKE_BACK')
    expect((await ada.stories.trail({ storyId })).slice(-2)).toMatchObject([
      { kind: 'claim.settlingTakenBack', payload: { before: { status: 'confirmed' } } },
      { kind: 'claim.settlingTakenBack', payload: { after: { status: 'unchecked' } } },
    ])
  })

  it('takes back one’s own last settling, not another person’s, nor one of another story', async () => {
    const { ada, grace, storyId, claim } = await withClaim()
    const other = await tag(ada, storyId, 'on Saturday')
    await settle(ada, other, 'confirmed')
    await settle(grace, claim, 'confirmed')
    const elsewhere = await makeStory(ada, [text])
    await settle(ada, await tag(ada, elsewhere, 'The bridge opened'), 'wrong')
    expect(await ada.claims.takeBack({ requestId: newRequestId(), storyId })).toMatchObject({ id: other.id })
    expect((await claimOf(ada, storyId, claim.id)).status).toBe('confirmed')
    const unknown = ada.claims.takeBack({ requestId: newRequestId(), storyId: newStoryId() })
    expect((await refusalOf(unknown)).code).toBe('NOT_FOUND')
  })
})

describe('the fingerprint of backup', () => {
  it.each([
    ['the excerpt', true, { excerpt: 'Another count.' }, {}],
    ['the rank for this claim', true, { rank: 'secondary' as const }, {}],
    ['the locator', false, { locator: 'page 5' }, {}],
    ['the note on the backup', false, { note: 'Twice.' }, {}],
    ['the address of the source', true, {}, { url: 'https://example.org/tally' }],
    ['the usual rank of the source', true, {}, { usualRank: 'secondary' as const }],
    ['the independence group of the source', true, {}, { independenceGroup: 'wire of 3 May' }],
    ['the standing of the source', true, {}, { standing: 'retracted' as const }],
    ['the title of the source', false, {}, { title: 'Tally sheets' }],
    ['the note on the source', false, {}, { note: 'Seen in the town hall.' }],
    ['the wording in print', false, {}, { printAs: 'a clerk' }],
  ])('depends on %s: %s', async (_, isOther, backup, source) => {
    const { ada, claim } = await withClaim()
    const sourceId = await addSource(ada, 'Tally sheet')
    const backed = await addBackup(ada, claim.id, sourceId)
    const { id } = must(backed.backup[0], 'backup')
    const before = (await settle(ada, claim, 'confirmed')).settling?.backupFingerprints[id]
    await ada.claims.changeBackup({
      requestId: newRequestId(),
      backupId: id,
      details: { ...details, ...backup },
    })
    await ada.sources.change({
      requestId: newRequestId(),
      sourceId,
      details: { ...newSourceDetails('document', 'Tally sheet'), ...source },
    })
    const after = (await settle(ada, claim, 'confirmed')).settling?.backupFingerprints[id]
    expect(before !== after).toBe(isOther)
  })
})

describe('the record of a claim', () => {
  it('changes field by field, each change an event with before and after, and no change none', async () => {
    const { ada, graceId, storyId, claim } = await withClaim()
    const claimId = claim.id
    const speaker = { name: 'Odile Brandt', role: 'baker', sourceId: await addSource(ada, 'Odile Brandt') }
    const before = (await ada.stories.trail({ storyId })).length
    for (let time = 0; time < 2; time++) {
      await ada.claims.setKind({ requestId: newRequestId(), claimId, kind: 'quote' })
      await ada.claims.setSpeaker({ requestId: newRequestId(), claimId, speaker })
      await ada.claims.assign({ requestId: newRequestId(), claimId, personId: graceId })
      await ada.claims.setNote({ requestId: newRequestId(), claimId, note: 'Who counted?' })
      await ada.claims.setLegal({ requestId: newRequestId(), claimId, isLegal: true })
    }
    expect(await claimOf(ada, storyId, claimId)).toMatchObject({
      kind: 'quote',
      speaker,
      assigneeId: graceId,
      note: 'Who counted?',
      isLegal: true,
    })
    const events = (await ada.stories.trail({ storyId })).slice(before)
    expect(events.map((event) => [event.kind, event.payload])).toEqual([
      ['claim.kindChanged', { before: { kind: 'statement' }, after: { kind: 'quote' } }],
      ['claim.speakerChanged', { before: { speaker: null }, after: { speaker } }],
      ['claim.assigned', { before: { assigneeId: null }, after: { assigneeId: graceId } }],
      ['claim.noted', { before: { note: '' }, after: { note: 'Who counted?' } }],
      ['claim.legalFlagged', { before: { isLegal: false }, after: { isLegal: true } }],
    ])
  })

  it('names no source, person or backup that does not exist', async () => {
    const { ada, claim } = await withClaim()
    const claimId = claim.id
    const unknown = 'not-here-at-all' as never
    const requestId = newRequestId
    const speaker = { name: 'Odile Brandt', role: '', sourceId: unknown }
    for (const [what, call] of [
      ['source', ada.claims.setSpeaker({ requestId: requestId(), claimId, speaker })],
      ['person', ada.claims.assign({ requestId: requestId(), claimId, personId: unknown })],
      ['backup', ada.claims.removeBackup({ requestId: requestId(), backupId: unknown })],
      ['backup', ada.claims.changeBackup({ requestId: requestId(), backupId: unknown, details })],
      ['source', addBackup(ada, claimId, unknown)],
      ['claim', ada.claims.merge({ requestId: requestId(), claimId, goneId: unknown })],
    ] as const) {
      expect(await refusalOf(call)).toEqual({ code: 'NOT_FOUND', data: { what, id: unknown } })
    }
  })

  it('holds backup in the order of its adding; changed and removed, it says so in the trail', async () => {
    const { ada, adaId, storyId, claim } = await withClaim()
    const sourceId = await addSource(ada, 'Tally sheet')
    await addBackup(ada, claim.id, sourceId, { locator: 'first' })
    const two = await addBackup(ada, claim.id, sourceId, { locator: 'second' })
    expect(two.backup).toMatchObject([
      { locator: 'first', addedBy: adaId, claimId: claim.id, sourceId },
      { locator: 'second' },
    ])
    const [first, second] = two.backup
    const taken = ada.claims.addBackup({
      requestId: newRequestId(),
      claimId: claim.id,
      backupId: must(first, 'backup').id,
      sourceId,
      details,
    })
    expect(await refusalOf(taken)).toEqual({ code: 'TAKEN', data: { what: 'backup' } })
    const changed = await ada.claims.changeBackup({
      requestId: newRequestId(),
      backupId: must(second, 'backup').id,
      details: { ...details, locator: 'third' },
    })
    expect(changed.backup.map((backup) => backup.locator)).toEqual(['first', 'third'])
    const removed = await ada.claims.removeBackup({
      requestId: newRequestId(),
      backupId: must(first, 'backup').id,
    })
    expect(removed.backup.map((backup) => backup.locator)).toEqual(['third'])
    expect((await ada.stories.trail({ storyId })).slice(-4).map((event) => event.kind)).toEqual([
      'backup.added',
      'backup.added',
      'backup.changed',
      'backup.removed',
    ])
    expect((await ada.sources.list()).map((source) => source.usedBy)).toEqual([1])
  })

  it('takes over backup, note and legal flag of a claim merged into it, which keeps its own', async () => {
    const { ada, storyId, claim } = await withClaim()
    const gone = await tag(ada, storyId, 'on Saturday')
    const sourceId = await addSource(ada, 'Tally sheet')
    await addBackup(ada, claim.id, sourceId)
    await addBackup(ada, gone.id, sourceId)
    await addBackup(ada, gone.id, sourceId, { locator: 'page 9' })
    await ada.claims.setNote({ requestId: newRequestId(), claimId: claim.id, note: 'Who counted?' })
    await ada.claims.setNote({ requestId: newRequestId(), claimId: gone.id, note: 'It was a Saturday.' })
    await ada.claims.setLegal({ requestId: newRequestId(), claimId: gone.id, isLegal: true })
    const merged = await ada.claims.merge({ requestId: newRequestId(), claimId: claim.id, goneId: gone.id })
    expect(merged).toMatchObject({
      note: 'Who counted?\nIt was a Saturday.',
      isLegal: true,
      backup: [{ locator: 'page 4' }, { locator: 'page 9', claimId: claim.id }],
    })
    expect((await claimOf(ada, storyId, gone.id)).backup).toHaveLength(2)
    const itself = ada.claims.merge({ requestId: newRequestId(), claimId: claim.id, goneId: claim.id })
    expect((await refusalOf(itself)).code).toBe('BAD_REQUEST')
  })
})

describe('a request', () => {
  it('is answered again only to the call that was made with it: another call is done', async () => {
    const { ada, storyId, claim } = await withClaim()
    const requestId = newRequestId()
    await ada.claims.setNote({ requestId, claimId: claim.id, note: 'Ask again.' })
    const flagged = await ada.claims.setLegal({ requestId, claimId: claim.id, isLegal: true })
    expect(flagged.isLegal).toBe(true)
    expect((await claimOf(ada, storyId, claim.id)).isLegal).toBe(true)
    const again = await ada.claims.setNote({ requestId, claimId: claim.id, note: 'Another note.' })
    expect(again.note).toBe('Ask again.')
  })
})
