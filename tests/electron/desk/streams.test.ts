import { Step } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import type { DeskNews } from '../../../shared/contract/desk.ts'
import type { StoryNews } from '../../../shared/contract/stories.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { schema, schemaVersion } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { newRequestId, newStoryId, type StoryId } from '../../../shared/model/ids.ts'
import { addSource, documentOf, edit, find, makeStory, refusalOf, settle, setUpBench, tag } from './bench.ts'

const text = 'The bridge opened on Saturday. About 400 people crossed it.'

/** A window that follows a story: its document and claims, made of news alone. */
async function follower(bench: Awaited<ReturnType<typeof setUpBench>>, storyId: StoryId) {
  const opened = await bench.ada.stories.open({ storyId })
  const claims = new Map<string, Claim>(opened.claims.map((claim) => [claim.id, claim]))
  const window = {
    document: await documentOf(bench.ada, storyId),
    version: opened.version,
    revision: opened.revision,
    claims,
    steps: 0,
    stage: opened.story.stage,
  }
  function take(news: StoryNews): void {
    if (news.kind === 'claims') {
      for (const claim of news.claims) {
        expect(claim.revision, 'a claim came twice or out of order').toBeGreaterThan(window.revision)
        window.revision = claim.revision
        claims.set(claim.id, claim)
      }
      expect(news.revision).toBe(window.revision)
    }
    if (news.kind === 'steps') {
      expect(news.fromVersion, 'steps were lost or came twice').toBe(window.version)
      expect(news.clientIds).toHaveLength(news.steps.length)
      for (const step of news.steps) {
        const { doc } = Step.fromJSON(schema, step).apply(window.document)
        window.document = must(doc, 'the step applies')
        window.version++
        window.steps++
      }
    }
    if (news.kind === 'story') window.stage = news.story.stage
  }
  const follow = (signal?: AbortSignal) =>
    bench.grace.stories.follow(
      { storyId, fromVersion: window.version, fromRevision: window.revision },
      signal ? { signal } : {},
    )
  return { window, take, follow }
}

async function settled(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 5000, interval: 5 }).toBe(true)
}

describe('following a story', () => {
  it('tells what came after the version and revision named, then what comes', async () => {
    const bench = await setUpBench()
    const storyId = await makeStory(bench.ada, [text])
    const { window, take, follow } = await follower(bench, storyId)
    const claim = await tag(bench.ada, storyId, 'About 400 people')
    const stream = await follow()
    const read = (async () => {
      for await (const news of stream) take(news)
    })()
    await settled(() => window.claims.has(claim.id) && window.steps === 1)
    await settle(bench.ada, claim, 'confirmed')
    await bench.ada.stories.setStage({ requestId: newRequestId(), storyId, stage: 'checking' })
    await settled(() => window.claims.get(claim.id)?.status === 'confirmed' && window.stage === 'checking')
    await stream.return?.()
    await read
  })

  it('loses nothing and tells nothing twice while others write and the stream breaks again and again', async () => {
    const bench = await setUpBench()
    const storyId = await makeStory(bench.ada, [text])
    const { window, take, follow } = await follower(bench, storyId)
    let isWriting = true
    let current = new AbortController()
    const write = async (client: typeof bench.ada, name: string) => {
      for (let count = 0; count < 40; count++) {
        const insert = () =>
          edit(client, storyId, (transform) => transform.insert(1, schema.text(`${name}${count} `)), {
            clientId: name,
          })
        // Whoever was overtaken tries again, as windows do.
        while (!(await insert().catch((error) => (error.code === 'BEHIND' ? null : Promise.reject(error)))));
        if (count % 8 === 0) await tag(client, storyId, `${name}${count} `).catch(() => null)
      }
    }
    const writers = Promise.all([write(bench.ada, 'a'), write(bench.grace, 'b')]).finally(() => {
      isWriting = false
      current.abort()
    })
    let broken = 0
    while (isWriting) {
      current = new AbortController()
      const stream = await follow(current.signal)
      let left = 3 + (broken % 5)
      for await (const news of stream) {
        take(news)
        if (--left === 0) break
      }
      broken++
    }
    await writers
    const end = await bench.ada.stories.open({ storyId })
    const stream = await follow()
    const rest = (async () => {
      for await (const news of stream) take(news)
    })()
    await settled(() => window.version === end.version && window.revision === end.revision)
    await stream.return?.()
    await rest
    expect(broken).toBeGreaterThan(3)
    expect(sameDocument(window.document, await documentOf(bench.ada, storyId))).toBe(true)
    expect([...window.claims.values()].filter((claim) => claim.presence !== 'withdrawn')).toEqual(end.claims)
  })

  it('tells long journals in pieces of at most 500 steps and 500 claims', async () => {
    const bench = await setUpBench()
    const storyId = await makeStory(bench.ada, ['word '.repeat(700)])
    const { window, take, follow } = await follower(bench, storyId)
    await edit(bench.ada, storyId, (transform) => {
      for (let count = 0; count < 1201; count++) transform.insert(1, schema.text('x'))
    })
    const start = find(await documentOf(bench.ada, storyId), 'word ').from
    const ids = Array.from({ length: 600 }, (_, index) => `claim-number-${index}` as never)
    await edit(
      bench.ada,
      storyId,
      (transform) => {
        for (const [index, id] of ids.entries()) {
          transform.addMark(start + index * 5, start + index * 5 + 4, schema.mark('claim', { id }))
        }
      },
      { claims: ids.map((id) => ({ id, kind: 'statement' as const })) },
    )
    const sizes: number[] = []
    for await (const news of await follow()) {
      take(news)
      if (news.kind === 'steps') sizes.push(news.steps.length)
      if (news.kind === 'claims') sizes.push(news.claims.length)
      if (window.steps === 1801) break
    }
    expect(sizes).toEqual([500, 100, 500, 500, 500, 301])
    expect(sameDocument(window.document, await documentOf(bench.ada, storyId))).toBe(true)
  })

  it('tells that a claim was withdrawn', async () => {
    const bench = await setUpBench()
    const storyId = await makeStory(bench.ada, [text])
    const { id } = await tag(bench.ada, storyId, '400')
    const { window, take, follow } = await follower(bench, storyId)
    await edit(bench.ada, storyId, (transform) => {
      transform.removeMark(0, transform.doc.content.size, schema.mark('claim', { id }))
    })
    for await (const news of await follow()) {
      take(news)
      if (window.steps === 1) break
    }
    expect(window.claims.get(id)?.presence).toBe('withdrawn')
  })

  it('is refused for a story that does not exist, and as BEHIND beyond its version', async () => {
    const { ada } = await setUpBench()
    const storyId = newStoryId()
    const nowhere = ada.stories.follow({ storyId, fromVersion: 0, fromRevision: 0 })
    expect(await refusalOf(nowhere)).toEqual({ code: 'NOT_FOUND', data: { what: 'story', id: storyId } })
    const story = await makeStory(ada, [text])
    const beyond = ada.stories.follow({ storyId: story, fromVersion: 90, fromRevision: 0 })
    expect((await refusalOf(beyond)).code).toBe('BEHIND')
  })

  it.each(['returns', 'aborts', 'never reads'] as const)(
    'leaves nothing behind when its consumer %s',
    async (how) => {
      const bench = await setUpBench()
      const storyId = await makeStory(bench.ada, [text])
      const { take, follow } = await follower(bench, storyId)
      const ended = new AbortController()
      const stream = await follow(ended.signal)
      let news: Promise<unknown> | null = null
      if (how !== 'never reads') {
        take((await stream.next()).value as StoryNews)
        news = stream.next()
      }
      expect(bench.desk.followers()).toBe(1)
      if (how === 'returns') await stream.return?.()
      else ended.abort()
      if (news) expect(await news).toMatchObject({ done: true })
      expect(bench.desk.followers()).toBe(0)
    },
  )

  it('ends when the desk closes, and with “gone” when the story is taken away', async () => {
    const bench = await setUpBench()
    const { storyId } = await bench.ada.desk.addSample({ requestId: newRequestId() })
    const { follow } = await follower(bench, storyId)
    const kinds: string[] = []
    const stream = await follow()
    const read = (async () => {
      for await (const news of stream) kinds.push(news.kind)
    })()
    await bench.ada.desk.removeSample({ requestId: newRequestId() })
    await read
    expect(kinds.at(-1)).toBe('gone')
    const other = await makeStory(bench.ada, [text])
    const open = await (await follower(bench, other)).follow()
    await open.next()
    const next = open.next()
    await bench.desk.close()
    expect(await next).toMatchObject({ done: true })
  })
})

describe('following the desk', () => {
  it('begins with hello and then says what changed, each kind once for those who are slow', async () => {
    const { ada } = await setUpBench()
    const stream = await ada.desk.follow()
    const kinds: DeskNews['kind'][] = []
    const next = async () => kinds.push(((await stream.next()).value as DeskNews).kind)
    await next()
    await makeStory(ada, [text])
    await makeStory(ada, [text])
    await addSource(ada, 'Tally sheet')
    await next()
    await next()
    await ada.people.add({
      requestId: newRequestId(),
      person: { name: 'Emil Post', initials: 'EP', role: 'writer' },
    })
    await next()
    expect(kinds).toEqual(['hello', 'stories', 'sources', 'people'])
    await stream.return?.()
  })

  it('hears of the stories when a claim is tagged, and not at each key that is typed in one', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const stream = await ada.desk.follow()
    const next = async () => ((await stream.next()).value as DeskNews).kind
    expect(await next()).toBe('hello')
    await tag(ada, storyId, 'About 400 people crossed it')
    expect(await next()).toBe('stories')
    const { from } = find(await documentOf(ada, storyId), '400')
    await edit(ada, storyId, (transform) => {
      transform.insert(from, schema.text('some ', transform.doc.nodeAt(from)?.marks))
    })
    const [claim] = (await ada.stories.open({ storyId })).claims
    expect(claim?.words).toBe('About some 400 people crossed it')
    await addSource(ada, 'Tally sheet')
    expect(await next()).toBe('sources')
    await stream.return?.()
  })
})

describe('the steps of a stream', () => {
  it('name the window that made them', async () => {
    const bench = await setUpBench()
    const storyId = await makeStory(bench.ada, [text])
    const { version, revision } = await bench.ada.stories.open({ storyId })
    await bench.ada.stories.write({
      requestId: newRequestId(),
      storyId,
      atVersion: version,
      clientId: 'window-7',
      schemaVersion,
      steps: [{ stepType: 'replace', from: 1, to: 2 }],
      claims: [],
    })
    for await (const news of await bench.grace.stories.follow({
      storyId,
      fromVersion: version,
      fromRevision: revision,
    })) {
      if (news.kind !== 'steps') continue
      expect(news).toMatchObject({ fromVersion: version, clientIds: ['window-7'] })
      break
    }
  })
})
