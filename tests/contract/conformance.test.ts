import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDefinedError } from '@orpc/client'
import type { Node } from 'prosemirror-model'
import { Step, Transform } from 'prosemirror-transform'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Desk, openDesk } from '../../electron/desk/desk.ts'
import { LinkBroken } from '../../renderer/link/broken.ts'
import { asRead } from '../../shared/check/read.ts'
import { sentencesOf } from '../../shared/check/sentences.ts'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { schema, schemaVersion } from '../../shared/document/schema.ts'
import { must } from '../../shared/lib/assert.ts'
import {
  newClaimId,
  newFixId,
  newQueryId,
  newRequestId,
  newStoryId,
  type RequestId,
  type StoryId,
} from '../../shared/model/ids.ts'
import { unpackClaims } from '../../shared/model/packed-claims.ts'
import { type Line, type Transport, transports } from './transports.ts'

vi.mock('electron', () => import('./electron.ts'))

async function makeDesk(): Promise<{ desk: Desk; log: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-contract-'))
  const log: string[] = []
  const desk = await openDesk({ folder, log: (line) => log.push(line) })
  onTestFinished(async () => {
    await desk.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { desk, log }
}

async function addPerson(desk: Desk, name = 'Ada Okafor') {
  const nobody = desk.client({ personId: null, via: 'window' })
  const initials = name.replace(/[^A-Z]/g, '')
  return await nobody.people.add({ requestId: newRequestId(), person: { name, initials, role: 'checker' } })
}

async function setUp(transport: Transport) {
  const { desk, log } = await makeDesk()
  const person = await addPerson(desk)
  const client = await transport.client(desk, person.id)
  return { desk, log, person, client }
}

/** A line of a person at a desk that can be cut. */
async function setUpLine(transport: Transport): Promise<{ desk: Desk; near: DeskClient; line: Line }> {
  const { desk } = await makeDesk()
  const person = await addPerson(desk)
  const line = await must(transport.line, 'a transport with a line')(desk, person.id)
  return { desk, near: desk.client({ personId: person.id, via: 'window' }), line }
}

async function documentOf(
  client: DeskClient,
  storyId: StoryId,
): Promise<{ document: Node; version: number }> {
  const opened = await client.stories.open({ storyId })
  return { document: schema.nodeFromJSON(opened.document), version: opened.version }
}

/** Writes words at the beginning of the headline: one step. */
function typing(
  storyId: StoryId,
  at: { document: Node; version: number },
  words: string,
  requestId?: RequestId,
) {
  const change = new Transform(at.document)
  let headlineAt = 0
  at.document.descendants((node, position) => {
    if (node.type.name === 'headline') headlineAt = position + 1
    return false
  })
  change.insert(headlineAt, schema.text(words))
  return {
    requestId: requestId ?? newRequestId(),
    storyId,
    atVersion: at.version,
    clientId: 'window-1',
    schemaVersion,
    steps: change.steps.map((step) => step.toJSON()),
    claims: [],
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; !(await isSo()); attempt++) {
    if (attempt === 2000) throw new Error('it never came to be')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe.each(transports)('the contract $name', (transport) => {
  it('answers as it declares', async () => {
    const { client, desk, person } = await setUp(transport)
    const hello = await client.desk.hello()
    expect(hello).toMatchObject({ app: 'stet', folder: desk.folder, person, hasStories: false })
    const story = await client.stories.create({ requestId: newRequestId(), headline: 'Ferry’s fares — “up”' })
    expect(await client.stories.list({ archived: false })).toEqual([story])
    expect((await documentOf(client, story.id)).document.textContent).toBe('Ferry’s fares — “up”')
  })

  it('knows the person by the connection', async () => {
    const { desk, person } = await setUp(transport)
    const nobody = await transport.client(desk)
    expect((await nobody.desk.hello()).person).toBeNull()
    await expect(nobody.stories.create({ requestId: newRequestId(), headline: 'x' })).rejects.toMatchObject({
      code: 'NO_PERSON',
    })
    const second = await addPerson(desk, 'Ben Lund')
    const asBen = await transport.client(desk, second.id)
    expect((await asBen.desk.hello()).person).toEqual(second)
    expect(second.id).not.toBe(person.id)
  })

  it('refuses by name, with the data that it declares', async () => {
    const { client } = await setUp(transport)
    const storyId = newStoryId()
    const error = await client.stories.open({ storyId }).catch((refusal: unknown) => refusal)
    expect(isDefinedError(error as Error)).toBe(true)
    expect(error).toMatchObject({ code: 'NOT_FOUND', status: 404, data: { id: storyId } })
  })

  it('takes bad input for what it is and says where it is bad', async () => {
    const { client } = await setUp(transport)
    const bad = { storyId: '../../etc' } as unknown as { storyId: StoryId }
    const error = await client.stories.open(bad).catch((refusal: unknown) => refusal)
    expect(error).toMatchObject({ code: 'BAD_REQUEST', status: 400 })
    expect(JSON.stringify(error)).toContain('storyId')
  })

  it('tells a defect of ours without its detail, which is in the log', async () => {
    const { client, desk, log } = await setUp(transport)
    const story = await client.stories.create({ requestId: newRequestId(), headline: 'x' })
    desk.blobs.hold = () => {
      throw new Error('a secret detail')
    }
    const error = await client.transfer
      .exportStory({ storyId: story.id, as: 'txt', withConfidential: false })
      .catch((defect: unknown) => defect)
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', status: 500 })
    const told = error as Error & { data?: unknown }
    expect(JSON.stringify([told.message, told.data ?? null])).not.toContain('secret')
    expect(log.join('\n')).toContain('a secret detail')
  })

  it('streams the desk’s news, beginning with hello, until the reader has enough', async () => {
    const { client } = await setUp(transport)
    const kinds: string[] = []
    for await (const { kind } of await client.desk.follow()) {
      kinds.push(kind)
      if (kind === 'hello') await client.stories.create({ requestId: newRequestId(), headline: 'x' })
      if (kind === 'stories') break
    }
    expect(kinds).toEqual(['hello', 'stories'])
    expect((await client.desk.hello()).hasStories).toBe(true)
  })

  it('opens a story in two answers as in one', async () => {
    const { client } = await setUp(transport)
    const story = await client.stories.create({ requestId: newRequestId(), headline: 'fares' })
    const { claims, ...text } = await client.stories.open({ storyId: story.id })
    expect(await client.stories.openText({ storyId: story.id })).toEqual(text)
    expect(unpackClaims(await client.stories.claims({ storyId: story.id }))).toEqual(claims)
    const missing = { storyId: newStoryId() }
    await expect(client.stories.openText(missing)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(client.stories.claims(missing)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('streams a story from the version that is named: what was, then what comes', async () => {
    const { client } = await setUp(transport)
    const story = await client.stories.create({ requestId: newRequestId(), headline: 'fares' })
    const before = await client.stories.open({ storyId: story.id })
    const start = await documentOf(client, story.id)
    await client.stories.write(typing(story.id, start, 'a '))
    const seen: number[] = []
    const following = await client.stories.follow({
      storyId: story.id,
      fromVersion: before.version,
      fromRevision: before.revision,
    })
    for await (const news of following) {
      if (news.kind !== 'steps') continue
      seen.push(...news.steps.map((_step, index) => news.fromVersion + index + 1))
      if (seen.length === 1)
        await client.stories.write(typing(story.id, await documentOf(client, story.id), 'b '))
      if (seen.length === 2) break
    }
    expect(seen).toEqual([before.version + 1, before.version + 2])
  })

  it('takes what was read of a story, tells the story’s other windows, and refuses words that do not stand there', async () => {
    const { client } = await setUp(transport)
    const story = await client.stories.create({ requestId: newRequestId(), headline: 'The “new” ferry' })
    expect(story.unreadCount).toBe(1)
    const { document, revision } = await client.stories.open({ storyId: story.id })
    const sentences = sentencesOf(schema.nodeFromJSON(document)).map(asRead)
    const mark = (given: typeof sentences) =>
      client.stories.markRead({ requestId: newRequestId(), storyId: story.id, sentences: given })
    expect((await mark(sentences)).story.unreadCount).toBe(0)
    await expect(mark([{ words: 'the ferry', tagged: [] }])).rejects.toMatchObject({ code: 'WORDS_MOVED' })
    const follow = { storyId: story.id, fromVersion: 0, fromRevision: revision }
    for await (const news of await client.stories.follow(follow)) {
      if (news.kind !== 'readings') continue
      expect(news.readings.map((one) => one.sentences)).toEqual([sentences])
      break
    }
    const taken = await client.stories.takeBackRead({
      requestId: newRequestId(),
      storyId: story.id,
    })
    expect([taken.story.unreadCount, taken.reading.isTakenBack]).toEqual([1, true])
  })

  it('keeps what was dismissed of the first pass, tells the story’s other windows, and counts it', async () => {
    const { client } = await setUp(transport)
    const story = await client.stories.create({ requestId: newRequestId(), headline: 'Forty “new” ferries' })
    const { revision } = await client.stories.open({ storyId: story.id })
    const given = { what: 'statement' as const, words: 'Forty “new” ferries', facets: ['figure' as const] }
    const request = { requestId: newRequestId(), storyId: story.id, dismissed: [given] }
    const [made] = await client.firstPass.dismiss(request)
    expect(await client.firstPass.dismiss(request)).toEqual([made])
    const follow = { storyId: story.id, fromVersion: 0, fromRevision: revision }
    for await (const news of await client.stories.follow(follow)) {
      if (news.kind !== 'dismissals') continue
      expect(news).toEqual({ kind: 'dismissals', dismissals: [made], revision: revision + 1 })
      break
    }
    const counted = async () => (await client.firstPass.counts()).find((one) => one.facet === 'figure')
    expect(await counted()).toEqual({ facet: 'figure', accepted: 0, dismissed: 1 })
    const ids = made ? [made.id] : []
    const taken = await client.firstPass.takeBack({ requestId: newRequestId(), storyId: story.id, ids })
    expect(taken.map((one) => one.isTakenBack)).toEqual([true])
    expect(await counted()).toEqual({ facet: 'figure', accepted: 0, dismissed: 0 })
  })

  it('keeps a query, gives claims to somebody, changes the text by a fix, and tells both to who follows', async () => {
    const { client, desk, person } = await setUp(transport)
    const story = await client.stories.create({ requestId: newRequestId(), headline: 'Forty boats' })
    const opened = await documentOf(client, story.id)
    const claimId = newClaimId()
    const change = new Transform(opened.document)
    change.addMark(1, 6, schema.mark('claim', { id: claimId }))
    const steps = change.steps.map((step) => step.toJSON())
    await client.stories.write({
      ...typing(story.id, opened, 'x'),
      steps,
      claims: [{ id: claimId, kind: 'statement' }],
    })
    const near = desk.client({ personId: person.id, via: 'window' })
    const news = (await near.desk.follow())[Symbol.asyncIterator]()
    await news.next()
    const queryId = newQueryId()
    const details = {
      asked: 'Jonas Helm',
      sourceId: null,
      question: 'How many?',
      way: 'phone' as const,
      askedAtMs: 1,
      dueAtMs: null,
      isRightOfReply: true,
    }
    const asking = { requestId: newRequestId(), queryId, claimId, details, seenWords: 'Forty' }
    const asked = await client.queries.ask(asking)
    expect(await client.queries.ask(asking)).toEqual(asked)
    expect(asked).toMatchObject({ status: 'queried', queries: [{ id: queryId, ...details }] })
    expect((await news.next()).value).toMatchObject({ kind: expect.stringMatching(/stories|queries/) })
    await news.return?.()
    expect(await client.queries.list({})).toMatchObject([{ query: { id: queryId }, words: 'Forty' }])
    const giving = { requestId: newRequestId(), storyId: story.id, claimIds: [claimId], personId: person.id }
    expect(await client.claims.assignMany(giving)).toMatchObject([{ assigneeId: person.id }])

    const fixId = newFixId()
    const fix = {
      remedy: 'words' as const,
      newWords: 'Four',
      why: 'counted',
      backupIds: [],
      seenWords: 'Forty',
    }
    await client.fixes.suggest({ requestId: newRequestId(), fixId, claimId, ...fix })
    const unfit = { requestId: newRequestId(), fixId: newFixId(), claimId, ...fix, newWords: 'Forty' }
    const refusal = await client.fixes.suggest(unfit).catch((error: unknown) => error)
    expect(isDefinedError(refusal as Error)).toBe(true)
    expect(refusal).toMatchObject({ code: 'FIX_UNFIT', data: { objection: 'same' } })
    const accepting = { requestId: newRequestId(), fixId }
    const accepted = await client.fixes.accept(accepting)
    expect(await client.fixes.accept(accepting)).toEqual(accepted)
    expect(accepted).toMatchObject({ words: 'Four', status: 'confirmed' })
    expect((await documentOf(client, story.id)).document.textContent).toBe('Four boats')
  })

  it('refuses a stream as it refuses a call', async () => {
    const { client } = await setUp(transport)
    const follow = async () => {
      for await (const _ of await client.stories.follow({
        storyId: newStoryId(),
        fromVersion: 0,
        fromRevision: 0,
      }));
    }
    await expect(follow()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('gives the first answer to a request that comes again', async () => {
    const { client } = await setUp(transport)
    const requestId = newRequestId()
    const first = await client.stories.create({ requestId, headline: 'once' })
    expect(await client.stories.create({ requestId, headline: 'once' })).toEqual(first)
    expect(await client.stories.list({ archived: false })).toHaveLength(1)
  })

  it('carries every character and a story of a million of them', async () => {
    const { client } = await setUp(transport)
    const words = `é 𝒳 \u2028 \u0001 “x” ${'one million words '.repeat(60_000)}`
    const story = await client.stories.create({ requestId: newRequestId(), headline: 'x' })
    await client.stories.write(typing(story.id, await documentOf(client, story.id), words))
    expect((await documentOf(client, story.id)).document.textContent).toBe(`${words}x`)
  })

  it('answers many calls at once, each its own', async () => {
    const { client } = await setUp(transport)
    const names = Array.from({ length: 40 }, (_, index) => `story ${index}`)
    const made = await Promise.all(
      names.map((headline) => client.stories.create({ requestId: newRequestId(), headline })),
    )
    expect(made.map((story) => story.headline)).toEqual(names)
  })
})

describe.each(transports.filter(({ line }) => line !== null))(
  'the contract $name that is cut',
  (transport) => {
    it('in mid-call, after the desk wrote and before its answer came, writes once', async () => {
      const { near, line } = await setUpLine(transport)
      const story = await near.stories.create({ requestId: newRequestId(), headline: 'fares' })
      const at = await documentOf(line.client, story.id)
      line.deafen()
      const answer = line.client.stories.write(typing(story.id, at, 'once '))
      await until(async () => (await near.stories.open({ storyId: story.id })).version > at.version)
      line.cut()
      expect(await answer).toEqual({ version: at.version + 1 })
      expect((await documentOf(near, story.id)).document.textContent).toBe('once fares')
    })

    it('in mid-call, of a question, answers it all the same', async () => {
      const { line, desk } = await setUpLine(transport)
      await line.client.desk.hello()
      line.deafen()
      const answers = Promise.all([line.client.desk.hello(), line.client.people.list()])
      line.cut()
      const [hello, people] = await answers
      expect([hello.folder, people.length]).toEqual([desk.folder, 1])
    })

    it('before a call, carries it as soon as it is back', async () => {
      const { line, desk } = await setUpLine(transport)
      await line.client.desk.hello()
      line.cut()
      expect(await line.client.desk.hello()).toMatchObject({ folder: desk.folder })
    })

    it('in mid-stream, says so, and goes on from what was last received without loss or doubling', async () => {
      const { near, line } = await setUpLine(transport)
      const story = await near.stories.create({ requestId: newRequestId(), headline: '' })
      const opened = await line.client.stories.open({ storyId: story.id })
      const wanted = 40
      let document = schema.nodeFromJSON(opened.document)
      let version = opened.version
      let breaks = 0

      async function write() {
        let at = await documentOf(near, story.id)
        for (let index = 0; index < wanted; index++) {
          await near.stories.write(typing(story.id, at, `${index} `))
          at = await documentOf(near, story.id)
          if (index % 8 !== 3) continue
          // Cut a stream that is known to run, with more to come.
          await until(() => Promise.resolve(version > opened.version + index))
          line.cut()
        }
      }
      async function follow() {
        while (version < opened.version + wanted) {
          try {
            const from = { storyId: story.id, fromVersion: version, fromRevision: opened.revision }
            for await (const news of await line.client.stories.follow(from)) {
              if (news.kind !== 'steps') continue
              // A step that came twice or was lost does not fit here.
              expect(news.fromVersion).toBe(version)
              for (const json of news.steps) {
                document = must(Step.fromJSON(schema, json).apply(document).doc, 'a step that fits')
              }
              version += news.steps.length
              if (version >= opened.version + wanted) break
            }
          } catch (error) {
            if (!(error instanceof LinkBroken)) throw error
            breaks++
          }
        }
      }
      await Promise.all([write(), follow()])
      expect(document.eq((await documentOf(near, story.id)).document)).toBe(true)
      expect(breaks).toBe(wanted / 8)
    })

    it('again and again while somebody types, keeps every word once and in order', async () => {
      const { near, line } = await setUpLine(transport)
      const story = await near.stories.create({ requestId: newRequestId(), headline: '' })
      let at = await documentOf(line.client, story.id)
      const words = Array.from({ length: 30 }, (_, index) => `w${index} `)
      for (const [index, word] of words.entries()) {
        const write = typing(story.id, at, word)
        const sent = line.client.stories.write(write)
        if (index % 3 === 0) line.cut()
        else if (index % 3 === 1) setTimeout(() => line.cut(), index / 10)
        expect(await sent).toEqual({ version: at.version + 1 })
        at = await documentOf(line.client, story.id)
      }
      expect(at.document.textContent).toBe([...words].reverse().join(''))
      expect((await near.desk.verify()).findings).toEqual([])
    })

    it('and closed for good, fails every call and stream at once', async () => {
      const { line } = await setUpLine(transport)
      const following = await line.client.desk.follow()
      expect((await following.next()).value).toEqual({ kind: 'hello' })
      const waiting = following.next()
      line.link.close()
      await expect(waiting).rejects.toBeInstanceOf(LinkBroken)
      const startedAtMs = performance.now()
      await expect(line.client.desk.hello()).rejects.toBeInstanceOf(LinkBroken)
      expect(performance.now() - startedAtMs).toBeLessThan(100)
    })

    it('while it waits for a stream that is cancelled, ends it quietly and goes on answering', async () => {
      const { line } = await setUpLine(transport)
      const following = await line.client.desk.follow()
      await following.next()
      const waiting = following.next()
      await following.return?.()
      expect((await waiting).done).toBe(true)
      expect(await line.client.desk.hello()).toMatchObject({ app: 'stet' })
    })
  },
)
