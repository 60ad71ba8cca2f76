import { readdir } from 'node:fs/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../../electron/store/open.ts'
import type { Store } from '../../../electron/store/transaction.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { StoryId } from '../../../shared/model/ids.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { documentOf, edit, find, findings, makeStory, setUpBench, tag } from './bench.ts'

const text = 'The bridge opened on Saturday. About 400 people crossed it.'

afterEach(() => {
  vi.useRealTimers()
})

function snapshots(store: Store, storyId: StoryId): Promise<number[]> {
  return store.transaction(async (tx) => {
    const rows = await tx
      .selectFrom('snapshot')
      .select('version')
      .where('story_id', '=', storyId)
      .orderBy('version')
      .execute()
    return rows.map((row) => row.version)
  })
}

async function isStale(store: Store, storyId: StoryId): Promise<boolean> {
  const row = await store.transaction((tx) =>
    tx.selectFrom('story').select('search_stale').where('id', '=', storyId).executeTakeFirstOrThrow(),
  )
  return row.search_stale === 1
}

/** As much typing as one window does in a few minutes. */
async function type(client: Parameters<typeof edit>[0], storyId: StoryId, steps: number) {
  await edit(client, storyId, (transform) => {
    for (let count = 0; count < steps; count++) transform.insert(1, schema.text('x'))
  })
}

describe('searching', () => {
  it('finds what was typed a moment ago, as it is now', async () => {
    const { ada, store } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const claim = await tag(ada, storyId, 'About 400 people')
    expect(await isStale(store, storyId)).toBe(true)
    expect((await ada.desk.search({ words: 'saturday' })).map((hit) => hit.id)).toEqual([storyId])
    expect((await ada.desk.search({ words: '400' })).map((hit) => hit.id)).toEqual([storyId, claim.id])
    expect(await isStale(store, storyId)).toBe(false)
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, '400')
      transform.replaceWith(from, to, schema.text('500', transform.doc.resolve(from + 1).marks()))
    })
    expect(await ada.desk.search({ words: '400' })).toEqual([])
    expect((await ada.desk.search({ words: '500 people' })).map((hit) => hit.kind)).toEqual([
      'story',
      'claim',
    ])
    await edit(ada, storyId, (transform) => {
      transform.removeMark(0, transform.doc.content.size, schema.mark('claim', { id: claim.id }))
    })
    expect((await ada.desk.search({ words: '500 people' })).map((hit) => hit.kind)).toEqual(['story'])
  })

  it('finds what another process had left to be indexed', async () => {
    const first = await setUpBench()
    const storyId = await makeStory(first.ada, [text])
    const claim = await tag(first.ada, storyId, 'About 400 people')
    // As after a crash: nothing put off was done, only the commits are there.
    await first.store.close()
    const { ada } = await setUpBench({ folder: first.folder })
    expect((await ada.desk.search({ words: '400' })).map((hit) => hit.id)).toEqual([storyId, claim.id])
  })
})

describe('a pause in typing', () => {
  it('brings the search index up to date and makes a snapshot after more than 200 steps', async () => {
    const { ada, store } = await setUpBench()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const storyId = await makeStory(ada, [text])
    await type(ada, storyId, 200)
    await vi.advanceTimersByTimeAsync(1400)
    expect(await isStale(store, storyId)).toBe(true)
    await type(ada, storyId, 1)
    await vi.advanceTimersByTimeAsync(1400)
    expect(await isStale(store, storyId)).toBe(true)
    expect(await snapshots(store, storyId)).toEqual([0])
    await vi.advanceTimersByTimeAsync(200)
    await expect.poll(() => snapshots(store, storyId)).toEqual([0, 202])
    expect(await isStale(store, storyId)).toBe(false)
    for (let time = 0; time < 3; time++) {
      await type(ada, storyId, 201)
      await vi.advanceTimersByTimeAsync(1600)
    }
    await expect.poll(() => snapshots(store, storyId)).toEqual([0, 604, 805])
    expect(await findings(ada)).toEqual([])
  })
})

describe('closing a desk', () => {
  it('does what was put off and lets go of the folder', async () => {
    const { ada, desk, folder } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    await type(ada, storyId, 250)
    await Promise.all([desk.close(), desk.close()])
    const again = await openStore(folder)
    expect(await snapshots(again, storyId)).toEqual([0, 251])
    expect(await isStale(again, storyId)).toBe(false)
    await again.close()
    expect(await readdir(folder)).toContain('stet.sqlite')
    const late = ada.stories.setStage({ requestId: newRequestId(), storyId, stage: 'ready' })
    await expect(late).rejects.toMatchObject({ code: 'NOT_SAVED', data: { reason: 'The desk is closed.' } })
  })
})

describe('a desk opened again', () => {
  it('has every story as it was, from a snapshot and the steps since, and takes a new one', async () => {
    const first = await setUpBench()
    const storyId = await makeStory(first.ada, [text])
    await type(first.ada, storyId, 250)
    const claim = await tag(first.ada, storyId, 'About 400 people')
    const document = await documentOf(first.ada, storyId)
    await first.store.close()
    const { ada, store } = await setUpBench({ folder: first.folder })
    expect(await snapshots(store, storyId)).toEqual([0])
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    expect((await documentOf(ada, storyId)).eq(document)).toBe(true)
    expect((await ada.stories.open({ storyId })).claims).toMatchObject([{ id: claim.id, number: 1 }])
    await vi.advanceTimersByTimeAsync(1600)
    await expect.poll(() => snapshots(store, storyId)).toEqual([0, 252])
    await edit(ada, storyId, (transform) => transform.delete(1, 2))
    expect(await findings(ada)).toEqual([])
  })

  it('forgets documents of stories long unused and reads them again', async () => {
    const { ada } = await setUpBench()
    const ids: StoryId[] = []
    for (let count = 0; count < 30; count++) ids.push(await makeStory(ada, [text], `Story ${count}`))
    for (const storyId of ids) await type(ada, storyId, 1)
    for (const [index, storyId] of ids.entries()) {
      expect((await documentOf(ada, storyId)).child(0).textContent).toBe(`xStory ${index}`)
    }
    expect(await findings(ada)).toEqual([])
  })
})
