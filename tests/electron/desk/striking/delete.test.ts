import { describe, expect, it } from 'vitest'
import { copyDesk } from '../../../../electron/store/copies.ts'
import { newRequestId } from '../../../../shared/model/ids.ts'
import { findings, makeStory, refusalOf } from '../bench.ts'
import { setUpStriking, spreadName } from './desk.ts'
import { tracesOf } from './traces.ts'

describe('a story deleted for good', () => {
  it('is gone with all that hung on it, in copies too, and the desk’s chain keeps that it was', async () => {
    const bench = await setUpStriking()
    const { storyId } = await spreadName(bench)
    const kept = await makeStory(bench.ada, ['Harbour lights.'], 'Another one')
    const only = ['worked on', 'Ask karla']
    expect(tracesOf(bench.folder, only)).not.toEqual([])
    const seen = await bench.mary.striking.previewDeletion({ storyId })
    expect(seen).toMatchObject({ claims: 3, settlings: 2, backup: 2, queries: 2, fixes: 1, copies: 2 })
    const stream = await bench.ada.stories.follow({ storyId, fromVersion: 0, fromRevision: 0 })
    const copies = (await bench.ada.stories.list({ archived: true })).filter(
      (one) => one.copiedFrom === storyId,
    )
    for (const id of [storyId, ...copies.map((copy) => copy.id)]) {
      await bench.mary.striking.deleteStory({
        requestId: newRequestId(),
        storyId: id,
        reason: 'a court’s order',
      })
    }
    expect(tracesOf(bench.folder, only)).toEqual([])
    const told: string[] = []
    for await (const news of stream) told.push(news.kind)
    expect(told.at(-1)).toBe('gone')

    expect(await refusalOf(bench.ada.stories.open({ storyId }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await bench.mary.desk.verify()).toMatchObject({
      findings: [],
      struck: { strikings: 2, stories: 2 },
    })
    // The register, and the person who answered a query.
    expect((await bench.ada.sources.list()).map((source) => source.usedBy)).toEqual([0, 0])
    expect((await bench.ada.stories.open({ storyId: kept })).story.headline).toBe('Another one')
    const tombstone = await bench.store.transaction((tx) =>
      tx
        .selectFrom('audit_event')
        .innerJoin('audit_payload', (join) =>
          join
            .onRef('audit_payload.chain', '=', 'audit_event.chain')
            .onRef('audit_payload.seq', '=', 'audit_event.seq'),
        )
        .select('payload')
        .where('kind', '=', 'story.deletedForGood')
        .where('subject', '=', storyId)
        .executeTakeFirstOrThrow(),
    )
    expect(JSON.parse(tombstone.payload)).toMatchObject({
      claims: 3,
      settlings: 2,
      head: { seq: seen.events },
    })
  })

  it('takes its own imported file along, but not one that another story was made of too', async () => {
    const bench = await setUpStriking()
    const { hash } = await bench.desk.blobs.put(Buffer.from('Harbour lights\n\nThey went out.\n'))
    const bring = async () => {
      const given = { requestId: newRequestId(), name: 'lights.txt', hash }
      return (await bench.ada.transfer.importFile(given)).storyId
    }
    const remove = (storyId: Awaited<ReturnType<typeof bring>>) =>
      bench.mary.striking.deleteStory({ requestId: newRequestId(), storyId, reason: 'asked' })
    const [one, other] = [await bring(), await bring()]
    expect((await remove(one)).filesRemoved).toEqual([])
    expect((await remove(other)).filesRemoved).toEqual([hash])
    expect(tracesOf(bench.folder, ['Harbour'])).toEqual([])
    expect(await findings(bench.mary)).toEqual([])
  })

  it('is not found by a repeated request, which gets its receipt again', async () => {
    const bench = await setUpStriking()
    const storyId = await makeStory(bench.ada, ['Harbour lights.'])
    await copyDesk(bench.folder, { occasion: 'day' })
    const given = { requestId: newRequestId(), storyId, reason: 'asked' }
    const receipt = await bench.mary.striking.deleteStory(given)
    expect(await bench.mary.striking.deleteStory(given)).toEqual(receipt)
    expect(await refusalOf(bench.ada.striking.deleteStory(given))).toMatchObject({ code: 'EDITORS_ONLY' })
    const again = { ...given, requestId: newRequestId() }
    expect(await refusalOf(bench.mary.striking.deleteStory(again))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(bench.mary.striking.deleteStory({ ...again, reason: '' }))).toMatchObject({
      code: 'REASON_UNFIT',
    })
  })
})
