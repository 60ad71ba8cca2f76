import { describe, expect, it } from 'vitest'
import { asRead, readWordsOf, unreadSentences } from '../../../shared/check/read.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import type { StoryNews } from '../../../shared/contract/stories.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import { newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import type { Reading } from '../../../shared/model/reading.ts'
import type { Story } from '../../../shared/model/story.ts'
import {
  edit,
  find,
  findings,
  makeStory,
  paragraph,
  refusalOf,
  setUpBench,
  tag,
  trailKinds,
} from './bench.ts'

const texts = ['The mill burned down. Nobody was hurt.', 'Four hands worked there. It is over.']

/** The sentences of a story that hold one of these words, as a window would send them. */
async function sentencesWith(client: DeskClient, storyId: StoryId, words: readonly string[] = ['']) {
  const { document } = await client.stories.open({ storyId })
  return sentencesOf(readDocument(document))
    .filter(({ words: own }) => words.some((one) => own.includes(one)))
    .map(asRead)
}

async function markRead(client: DeskClient, storyId: StoryId, words?: readonly string[]): Promise<Story> {
  const sentences = await sentencesWith(client, storyId, words)
  return (await client.stories.markRead({ requestId: newRequestId(), storyId, sentences })).story
}

/** What a window that opens the story now shows as unread, which is what its record counts. */
async function unread(client: DeskClient, storyId: StoryId): Promise<string[]> {
  const { document, readings, story } = await client.stories.open({ storyId })
  const left = unreadSentences(readDocument(document), readWordsOf(readings)).map((one) => one.words)
  expect(story.unreadCount).toBe(left.length)
  return left
}

describe('reading a story', () => {
  it('a story that nobody has read is all unread, headline and all', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    expect(await unread(ada, storyId)).toEqual([
      'The bridge is open',
      'The mill burned down.',
      'Nobody was hurt.',
      'Four hands worked there.',
      'It is over.',
    ])
    const copy = await ada.stories.duplicate({ requestId: newRequestId(), storyId })
    expect(copy.unreadCount).toBe(5)
  })

  it('sentences that were read are remembered by their words: typing in one makes that one unread, undoing it read', async () => {
    const { ada, grace } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    expect((await markRead(grace, storyId)).unreadCount).toBe(0)
    await edit(ada, storyId, (transform) => {
      transform.insert(find(transform.doc, 'hands').to, schema.text('x'))
    })
    expect(await unread(ada, storyId)).toEqual(['Four handsx worked there.'])
    await edit(ada, storyId, (transform) => {
      const { to } = find(transform.doc, 'handsx')
      transform.delete(to - 1, to)
    })
    expect(await unread(ada, storyId)).toEqual([])
    expect(await findings(ada)).toEqual([])
  })

  it('a sentence that is moved or set otherwise stays read, a new one is unread', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [...texts, '“It is gone,” he said.'])
    await markRead(ada, storyId)
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, 'Nobody was hurt.')
      transform.delete(from - 1, to)
      transform.insert(find(transform.doc, 'It is over.').to, schema.text(' Nobody was hurt.'))
      const said = find(transform.doc, '“It is gone,”')
      transform.replaceWith(said.from, said.to, schema.text('"It is gone,"'))
      transform.insert(
        transform.doc.resolve(find(transform.doc, 'he said.').to).after(),
        paragraph('A new one.'),
      )
    })
    expect(await unread(ada, storyId)).toEqual(['A new one.'])
  })

  it('a claim that has the whole sentence does for reading it; taken off, the sentence is unread', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    const claim = await tag(ada, storyId, 'Nobody was hurt')
    await tag(ada, storyId, 'Four hands')
    expect(await unread(ada, storyId)).toHaveLength(4)
    await markRead(ada, storyId)
    expect(await unread(ada, storyId)).toEqual([])
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, 'Nobody was hurt')
      transform.removeMark(from, to)
    })
    expect(claim.words).toBe('Nobody was hurt')
    expect(await unread(ada, storyId)).toEqual(['Nobody was hurt.'])
    expect(await findings(ada)).toEqual([])
  })

  it('the last reading of one’s own is taken back whole, nobody else’s', async () => {
    const { ada, grace } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    await markRead(ada, storyId, ['mill'])
    await markRead(grace, storyId, ['hands', 'over'])
    await markRead(ada, storyId, ['Nobody', 'bridge'])
    const takeBack = (client: DeskClient) =>
      client.stories.takeBackRead({ requestId: newRequestId(), storyId })
    expect((await takeBack(ada)).story.unreadCount).toBe(2)
    expect(await unread(ada, storyId)).toEqual(['The bridge is open', 'Nobody was hurt.'])
    await takeBack(grace)
    expect((await takeBack(ada)).story.unreadCount).toBe(5)
    expect((await refusalOf(takeBack(ada))).code).toBe('NOTHING_TO_TAKE_BACK')
    expect(await findings(ada)).toEqual([])
  })

  it('what is read already is not told again, and a request that is sent twice is one reading', async () => {
    const { ada, grace } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    const requestId = newRequestId()
    const sentences = await sentencesWith(ada, storyId, ['mill'])
    await ada.stories.markRead({ requestId, storyId, sentences })
    await ada.stories.markRead({ requestId, storyId, sentences })
    await grace.stories.markRead({ requestId: newRequestId(), storyId, sentences })
    expect((await ada.stories.open({ storyId })).readings).toHaveLength(1)
    expect((await trailKinds(ada, storyId)).filter((kind) => kind === 'reading.made')).toHaveLength(1)
  })
})

describe('what is refused', () => {
  it('words that do not stand in the text, or not with the claims that were seen', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    const seen = await sentencesWith(ada, storyId, ['mill', 'hands'])
    const mark = (sentences = seen) => ada.stories.markRead({ requestId: newRequestId(), storyId, sentences })
    await tag(ada, storyId, 'Four hands')
    expect((await refusalOf(mark())).code).toBe('WORDS_MOVED')
    await edit(ada, storyId, (transform) => {
      transform.insert(find(transform.doc, 'mill').to, schema.text('s'))
    })
    expect(await refusalOf(mark(seen.slice(0, 1)))).toEqual({
      code: 'WORDS_MOVED',
      data: { seen: 'The mill burned down.', now: '' },
    })
    expect((await ada.stories.open({ storyId })).readings).toEqual([])
  })

  it('a writer’s, where others work at the desk, and all of an archived story', async () => {
    const { desk, ada, nobody } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    const person = { name: 'Wim Pen', initials: 'WP', role: 'writer' as const }
    const { id } = await nobody.people.add({ requestId: newRequestId(), person })
    const writer = desk.client({ personId: id, via: 'window' })
    expect((await refusalOf(markRead(writer, storyId))).code).toBe('NOT_YOURS')
    await markRead(ada, storyId, ['mill'])
    expect((await refusalOf(writer.stories.takeBackRead({ requestId: newRequestId(), storyId }))).code).toBe(
      'NOT_YOURS',
    )
    await ada.stories.archive({ requestId: newRequestId(), storyId })
    expect((await refusalOf(markRead(ada, storyId))).code).toBe('ARCHIVED')
  })

  it('nothing half: a reading that fails leaves no sentence read and no event', async () => {
    const bench = await setUpBench()
    const storyId = await makeStory(bench.ada, texts)
    const sentences = await sentencesWith(bench.ada, storyId)
    const before = await trailKinds(bench.ada, storyId)
    bench.failNext(new Error('the disk is full'))
    await expect(
      bench.ada.stories.markRead({ requestId: newRequestId(), storyId, sentences }),
    ).rejects.toThrow()
    expect(await unread(bench.ada, storyId)).toHaveLength(5)
    expect(await trailKinds(bench.ada, storyId)).toEqual(before)
  })
})

/** A window that knows of a story only what it was told. */
async function follow(client: DeskClient, storyId: StoryId) {
  const opened = await client.stories.open({ storyId })
  const readings = new Map<string, Reading>(opened.readings.map((one) => [one.id, one]))
  const stopper = new AbortController()
  let revision = opened.revision
  let story = opened.story
  const told: StoryNews['kind'][] = []
  const stream = await client.stories.follow(
    { storyId, fromVersion: opened.version, fromRevision: opened.revision },
    { signal: stopper.signal },
  )
  const listening = (async () => {
    for await (const news of stream) {
      told.push(news.kind)
      if (news.kind === 'readings') for (const one of news.readings) readings.set(one.id, one)
      if (news.kind === 'claims' || news.kind === 'readings') revision = news.revision
      if (news.kind === 'story') story = news.story
    }
  })()
  return {
    readings,
    told,
    revision: () => revision,
    story: () => story,
    async stop() {
      stopper.abort()
      await listening.catch(() => undefined)
    },
  }
}

describe('following what is read', () => {
  it('other windows hear of a reading and of its taking back, and of the count', async () => {
    const { ada, grace } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    const window = await follow(ada, storyId)
    await markRead(grace, storyId, ['mill', 'hands'])
    await expect.poll(() => window.readings.size).toBe(1)
    await expect.poll(() => window.story().unreadCount).toBe(3)
    await grace.stories.takeBackRead({ requestId: newRequestId(), storyId })
    await expect.poll(() => [...window.readings.values()].map((one) => one.isTakenBack)).toEqual([true])
    await expect.poll(() => window.story().unreadCount).toBe(5)
    await window.stop()
  })

  it('a stream that breaks after any of its news goes on without losing a reading or a claim', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    const opened = await ada.stories.open({ storyId })
    const claim = await tag(ada, storyId, 'Four hands')
    const note = (text: string) =>
      ada.claims.setNote({ requestId: newRequestId(), claimId: claim.id, note: text })
    await markRead(ada, storyId, ['mill'])
    await note('a')
    await markRead(ada, storyId, ['Nobody'])
    await note('b')
    for (let cut = 1; cut <= 4; cut++) {
      const readings = new Set<string>()
      let noted = ''
      let revision = opened.revision
      let version = opened.version
      // Each stream is left after one news of records.
      for (let round = 0; round < 6; round++) {
        const stopper = new AbortController()
        const stream = await ada.stories.follow(
          { storyId, fromVersion: version, fromRevision: revision },
          { signal: stopper.signal },
        )
        let left = cut
        for await (const news of stream) {
          if (news.kind === 'readings') for (const one of news.readings) readings.add(one.id)
          if (news.kind === 'claims') noted = must(news.claims.at(-1), 'a claim').note
          if (news.kind === 'steps') version = news.fromVersion + news.steps.length
          if (news.kind === 'claims' || news.kind === 'readings') revision = news.revision
          if (--left === 0 || news.kind === 'story') break
        }
        stopper.abort()
      }
      expect([cut, readings.size, noted]).toEqual([cut, 2, 'b'])
    }
  })
})

describe('stories from before', () => {
  it('are counted when the desk opens, and by what was read of them', async () => {
    const { folder, desk, store, ada } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    await markRead(ada, storyId, ['mill'])
    await store.transaction((tx) => tx.updateTable('story').set({ unread_count: null }).execute())
    expect((await ada.stories.open({ storyId })).story.unreadCount).toBeGreaterThanOrEqual(4)
    await desk.close()
    const again = await setUpBench({ folder })
    expect(await unread(again.ada, storyId)).toHaveLength(4)
  })

  it('are counted by the first letter that is typed in them, too', async () => {
    const { store, ada } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    await store.transaction((tx) => tx.updateTable('story').set({ unread_count: null }).execute())
    await edit(ada, storyId, (transform) => {
      transform.insert(find(transform.doc, 'over.').to, schema.text(' And out.'))
    })
    expect(await unread(ada, storyId)).toHaveLength(6)
  })
})
