import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect, it } from 'vitest'
import { appendEvent, checkChain, noHash, readChain } from '../../../electron/store/audit.ts'
import type { Store, Tx } from '../../../electron/store/transaction.ts'
import { must } from '../../../shared/lib/assert.ts'
import { newStoryId, type PersonId, type StoryId } from '../../../shared/model/ids.ts'
import { addPerson, addStory, temporaryStore } from './temporary.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A story with five events in its chain. */
async function fiveEvents(): Promise<{ store: Store; storyId: StoryId; personId: PersonId }> {
  const { store } = await temporaryStore()
  return store.transaction(async (tx) => {
    const personId = await addPerson(tx)
    const storyId = await addStory(tx)
    for (let i = 1; i <= 5; i++) await append(tx, storyId, `event ${i}`, personId)
    return { store, storyId, personId }
  })
}

function append(tx: Tx, chain: StoryId | 'desk', words: string, personId: PersonId | null = null) {
  return appendEvent(tx, {
    chain,
    atMs: 1000,
    personId,
    via: 'window',
    kind: 'claim.settled',
    subject: 'claim-12345678',
    payload: { after: { words }, before: null },
  })
}

const check = (store: Store, chain: string) => store.transaction((tx) => checkChain(tx, chain))

describe('an event', () => {
  it('is hashed over canonical JSON of all its fields, its payload with a salt of its own', async () => {
    const { store, storyId, personId } = await fiveEvents()
    const events = await store.transaction((tx) => readChain(tx, storyId))
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5])
    expect(events.map((event) => event.payload)).toEqual(
      [1, 2, 3, 4, 5].map((i) => ({ after: { words: `event ${i}` }, before: null })),
    )
    const payloads = await store.transaction((tx) =>
      tx.selectFrom('audit_payload').selectAll().orderBy('seq').execute(),
    )
    let previousHash = noHash
    for (const [index, event] of events.entries()) {
      const { hash, payload, ...rest } = event
      const kept = must(payloads[index], 'a payload')
      expect(kept.salt).toMatch(/^[0-9a-f]{32}$/)
      expect(rest).toEqual({
        chain: storyId,
        seq: index + 1,
        atMs: 1000,
        personId,
        via: 'window',
        kind: 'claim.settled',
        subject: 'claim-12345678',
        payloadHash: sha256(kept.salt + canonicalize(payload)),
        previousHash,
      })
      expect(hash).toBe(sha256(must(canonicalize(rest), 'JSON')))
      previousHash = hash
    }
    expect(new Set(payloads.map((row) => row.salt)).size).toBe(5)
  })

  it('moves the head that is kept on its story, and nobody else’s', async () => {
    const { store, storyId } = await fiveEvents()
    const other = await store.transaction((tx) => addStory(tx))
    const events = await store.transaction((tx) => readChain(tx, storyId))
    const rows = await store.transaction((tx) =>
      tx.selectFrom('story').select(['id', 'chain_seq', 'chain_head']).execute(),
    )
    expect(rows).toContainEqual({ id: storyId, chain_seq: 5, chain_head: events.at(-1)?.hash })
    expect(rows).toContainEqual({ id: other, chain_seq: 0, chain_head: noHash })
  })

  it('of the desk itself stands in a chain of its own', async () => {
    const { store } = await temporaryStore()
    await store.transaction((tx) => append(tx, 'desk', 'somebody came'))
    await store.transaction((tx) => append(tx, 'desk', 'somebody went'))
    const events = await store.transaction((tx) => readChain(tx, 'desk'))
    expect(events.map((event) => event.previousHash)).toEqual([noHash, events[0]?.hash])
    const head = await store.transaction((tx) =>
      tx.selectFrom('setting').select('value').where('name', '=', 'deskChainHead').executeTakeFirst(),
    )
    expect(JSON.parse(must(head, 'a head').value)).toEqual({ seq: 2, hash: events[1]?.hash })
    expect(await check(store, 'desk')).toEqual([])
  })

  it('of a story that does not exist is a defect', async () => {
    const { store } = await temporaryStore()
    const appended = store.transaction((tx) => append(tx, newStoryId(), 'nowhere'))
    await expect(appended).rejects.toThrow('no story')
  })

  it('is gone with the transaction that it belongs to, and its head with it', async () => {
    const { store, storyId } = await fiveEvents()
    const failed = store.transaction(async (tx) => {
      await append(tx, storyId, 'never was')
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow()
    expect(await check(store, storyId)).toEqual([])
    expect(await store.transaction((tx) => readChain(tx, storyId))).toHaveLength(5)
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['half of a surrogate pair', { words: 'cut \ud83d in two' }],
    ['a null character', { words: 'a\0b' }],
    ['missing and odd values', { a: undefined, b: [undefined, 1.5e21, -0], c: new Date(0) }],
  ])('with %s in its payload still proves itself', async (_, payload) => {
    const { store, storyId } = await fiveEvents()
    await store.transaction((tx) =>
      appendEvent(tx, {
        chain: storyId,
        atMs: 1,
        personId: null,
        via: 'desk',
        kind: 'k',
        subject: 's',
        payload,
      }),
    )
    expect(await check(store, storyId)).toEqual([])
  })
})

describe('the check of a chain', () => {
  it('finds nothing wrong with a whole chain or an empty one', async () => {
    const { store, storyId } = await fiveEvents()
    expect(await check(store, storyId)).toEqual([])
    expect(await check(store, await store.transaction((tx) => addStory(tx)))).toEqual([])
  })

  it('reads a payload that was struck as null, and minds it unless a striking accounts for it', async () => {
    const { store, storyId } = await fiveEvents()
    await store.transaction((tx) => tx.deleteFrom('audit_payload').where('seq', '=', 3).execute())
    expect(await store.transaction((tx) => checkChain(tx, storyId, new Set([3])))).toEqual([])
    expect((await check(store, storyId)).map((finding) => finding.message)).toEqual([
      'what event 3 (claim.settled) tells is missing, and no striking accounts for it',
    ])
    const of4 = await store.transaction((tx) => checkChain(tx, storyId, new Set([3, 4])))
    expect(of4.map((finding) => finding.message)).toEqual([
      'what event 4 (claim.settled) told was struck, and is there again',
    ])
    const events = await store.transaction((tx) => readChain(tx, storyId))
    expect(events.map((event) => event.payload === null)).toEqual([false, false, true, false, false])
  })

  it.each<[string, (tx: Tx, storyId: StoryId) => Promise<unknown>, string[]]>([
    [
      'an event altered',
      (tx) => tx.updateTable('audit_event').set({ at_ms: 999 }).where('seq', '=', 3).execute(),
      ['event 3 (claim.settled) was changed'],
    ],
    [
      'the person of an event taken out',
      (tx) => tx.updateTable('audit_event').set({ person_id: null }).where('seq', '=', 2).execute(),
      ['event 2 (claim.settled) was changed'],
    ],
    [
      'an event altered and its hash made to fit',
      (tx) =>
        tx
          .updateTable('audit_event')
          .set({ hash: 'f'.repeat(64) })
          .where('seq', '=', 3)
          .execute(),
      ['event 3 (claim.settled) was changed', 'event 4 does not follow event 3'],
    ],
    [
      'a payload altered',
      (tx) => tx.updateTable('audit_payload').set({ payload: '{}' }).where('seq', '=', 4).execute(),
      ['what event 4 (claim.settled) tells was changed'],
    ],
    [
      'a salt altered',
      (tx) => tx.updateTable('audit_payload').set({ salt: '00' }).where('seq', '=', 5).execute(),
      ['what event 5 (claim.settled) tells was changed'],
    ],
    [
      'an event removed from the middle',
      (tx) => removeEvents(tx, [3]),
      ['1 event is missing before event 4'],
    ],
    [
      'events removed from the start',
      (tx) => removeEvents(tx, [1, 2]),
      ['2 events are missing before event 3'],
    ],
    [
      'the last event removed',
      (tx) => removeEvents(tx, [5]),
      ['the chain ends at event 4, but had come to event 5'],
    ],
    [
      'all events removed',
      (tx) => removeEvents(tx, [1, 2, 3, 4, 5]),
      ['the chain ends at event 0, but had come to event 5'],
    ],
    [
      'only the row of the last event removed',
      (tx) => tx.deleteFrom('audit_event').where('seq', '=', 5).execute(),
      [
        'the chain ends at event 4, but had come to event 5',
        'event 5 is missing, though what it tells is there',
      ],
    ],
    [
      'two events swapped',
      async (tx) => {
        for (const table of ['audit_event', 'audit_payload'] as const) {
          for (const [from, to] of [
            [2, 99],
            [3, 2],
            [99, 3],
          ] as const) {
            await tx.updateTable(table).set({ seq: to }).where('seq', '=', from).execute()
          }
        }
      },
      [
        'event 2 does not follow event 1',
        'event 2 (claim.settled) was changed',
        'event 3 does not follow event 2',
        'event 3 (claim.settled) was changed',
        'event 4 does not follow event 3',
      ],
    ],
    [
      'an event appended behind the desk’s back, though well made',
      async (tx, storyId) => {
        const story = await tx.selectFrom('story').selectAll().executeTakeFirstOrThrow()
        await append(tx, storyId, 'forged')
        const { chain_seq, chain_head } = story
        await tx.updateTable('story').set({ chain_seq, chain_head }).execute()
      },
      ['the chain goes on to event 6, but was written only up to event 5'],
    ],
    [
      'the last event replaced, though well made',
      async (tx, storyId) => {
        const story = await tx.selectFrom('story').selectAll().executeTakeFirstOrThrow()
        await removeEvents(tx, [5])
        const fourth = must((await readChain(tx, storyId)).at(-1), 'an event')
        await tx.updateTable('story').set({ chain_seq: 4, chain_head: fourth.hash }).execute()
        await append(tx, storyId, 'forged')
        const { chain_seq, chain_head } = story
        await tx.updateTable('story').set({ chain_seq, chain_head }).execute()
      },
      ['event 5 is not the one that was written last'],
    ],
  ])('finds %s', async (_, tamper, messages) => {
    const { store, storyId } = await fiveEvents()
    await store.transaction((tx) => tamper(tx, storyId))
    const findings = await check(store, storyId)
    expect(findings.map((finding) => finding.message)).toEqual(messages)
    expect(new Set(findings.map((finding) => finding.subject))).toEqual(new Set([storyId]))
  })

  it('finds a row missing at the end of the desk’s own chain', async () => {
    const { store } = await temporaryStore()
    await store.transaction((tx) => append(tx, 'desk', 'one'))
    await store.transaction((tx) => append(tx, 'desk', 'two'))
    await store.transaction((tx) => removeEvents(tx, [2]))
    expect(await check(store, 'desk')).toEqual([
      { kind: 'head', subject: 'desk', message: 'the chain ends at event 1, but had come to event 2' },
    ])
  })
})

async function removeEvents(tx: Tx, seqs: number[]): Promise<void> {
  await tx.deleteFrom('audit_event').where('seq', 'in', seqs).execute()
  await tx.deleteFrom('audit_payload').where('seq', 'in', seqs).execute()
}
