import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { must } from '../../../shared/lib/assert.ts'
import { type ClaimId, newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import { addBackup, addSource, details, makeStory, settle, setUpBench, tag } from '../desk/bench.ts'

const trailSchema = z.strictObject({
  format: z.literal('stet-trail'),
  formatVersion: z.literal(1),
  proof: z.string(),
  story: z.strictObject({ id: z.string(), slug: z.string(), headline: z.string(), version: z.int() }),
  people: z.array(
    z.strictObject({ id: z.string(), name: z.string(), initials: z.string(), role: z.string() }),
  ),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      number: z.int(),
      kind: z.string(),
      presence: z.string(),
      words: z.string(),
    }),
  ),
  events: z.array(
    z.strictObject({
      chain: z.string(),
      seq: z.int(),
      atMs: z.int(),
      personId: z.string().nullable(),
      via: z.string(),
      kind: z.string(),
      subject: z.string(),
      payloadHash: z.string(),
      previousHash: z.string(),
      hash: z.string(),
      payload: z.unknown(),
      salt: z.string().nullable(),
      isWithheld: z.boolean(),
    }),
  ),
})
type Trail = z.infer<typeof trailSchema>

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** As the file itself says how to prove it; the numbers of the events that do not hold. */
function broken({ events }: Trail, last: string): number[] {
  let previous = '0'.repeat(64)
  const wrong: number[] = []
  events.forEach((event, index) => {
    const { hash, payload, salt, isWithheld: _, ...hashed } = event
    const holds =
      event.seq === index + 1 &&
      event.previousHash === previous &&
      sha256(canonicalize(hashed) ?? '') === hash &&
      (salt === null || sha256(salt + (canonicalize(payload) ?? '')) === event.payloadHash)
    if (!holds) wrong.push(event.seq)
    previous = hash
  })
  return previous === last ? wrong : [...wrong, 0]
}

async function setUp() {
  const bench = await setUpBench()
  const { ada, grace } = bench
  const storyId = await makeStory(ada, ['Forty boats lay there. Nobody came.'])
  const boats = await tag(ada, storyId, 'Forty boats')
  const registerId = await addSource(ada, 'The harbour register')
  await addBackup(ada, boats.id, registerId, { locator: 'p. 9', excerpt: 'forty & more' })
  await settle(grace, boats, 'wrong', 'There were <four>.')
  return { ...bench, storyId, boats }
}

async function exported(
  bench: Awaited<ReturnType<typeof setUp>>,
  as: 'html' | 'json',
  withConfidential = false,
): Promise<string> {
  const { ada, desk, storyId } = bench
  const made = await ada.transfer.exportTrail({ storyId, as, withConfidential })
  const bytes = must(await desk.blobs.read(made.hash), 'the export')
  expect(made).toMatchObject({ name: expect.stringMatching(`-trail\\.${as}$`), sizeBytes: bytes.byteLength })
  return new TextDecoder().decode(bytes)
}

async function hide(client: DeskClient, storyId: StoryId, claimId: ClaimId): Promise<void> {
  const title = 'Wanda Krell, night clerk'
  const sourceId = await addSource(client, title, {
    kind: 'person',
    isConfidential: true,
    printAs: 'a clerk',
  })
  const backup = { ...details, excerpt: 'I counted four of them myself.' }
  await addBackup(client, claimId, sourceId, backup)
  await client.claims.setNote({ requestId: newRequestId(), claimId, note: 'Krell is sure of it.' })
  expect((await client.stories.open({ storyId })).claims).toHaveLength(1)
}

describe('the trail as JSON', () => {
  test('can be proved by whoever has the file alone', async () => {
    const bench = await setUp()
    const trail = trailSchema.parse(JSON.parse(await exported(bench, 'json')))
    const events = await bench.ada.stories.trail({ storyId: bench.storyId })
    expect(trail.events.map(({ kind }) => kind)).toEqual(events.map(({ kind }) => kind))
    expect(trail.events.map(({ kind }) => kind).slice(-2)).toEqual(['backup.added', 'claim.settled'])
    expect(broken(trail, must(events.at(-1), 'the last event').hash)).toEqual([])
  })

  test.each<[string, (events: Trail['events']) => Trail['events'], number[]]>([
    ['altered', (all) => all.map((one) => (one.seq === 2 ? { ...one, atMs: one.atMs + 1 } : one)), [2]],
    [
      'given another payload',
      (all) =>
        all.map((one) => (one.seq === 4 ? { ...one, payload: { after: { status: 'confirmed' } } } : one)),
      [4],
    ],
    ['removed', (all) => all.filter((one) => one.seq !== 2), [3, 4]],
    [
      'put in another order',
      ([a, b, c, ...rest]) => [a, c, b, ...rest].filter((one) => one !== undefined),
      [3, 2, 4],
    ],
    ['cut off at the end', (all) => all.slice(0, -1), [0]],
    ['added at the end', (all) => [...all, { ...must(all[0], 'one'), seq: all.length + 1 }], [5, 0]],
  ])('shows an event that was %s', async (_, tamper, wrong) => {
    const bench = await setUp()
    const trail = trailSchema.parse(JSON.parse(await exported(bench, 'json')))
    const last = must(trail.events.at(-1), 'the last event').hash
    expect(broken({ ...trail, events: tamper(trail.events) }, last)).toEqual(wrong)
  })

  test('leaves out what concerns a confidential source, and still hangs together', async () => {
    const bench = await setUp()
    await hide(bench.ada, bench.storyId, bench.boats.id)
    const text = await exported(bench, 'json')
    expect(text).not.toMatch(/Krell|counted four/)
    const trail = trailSchema.parse(JSON.parse(text))
    const last = must(
      (await bench.ada.stories.trail({ storyId: bench.storyId })).at(-1),
      'the last event',
    ).hash
    expect(broken(trail, last)).toEqual([])
    expect(trail.events.filter((one) => one.isWithheld).map(({ kind }) => kind)).toEqual([
      'backup.added',
      'claim.noted',
    ])
    const whole = await exported(bench, 'json', true)
    expect(whole).toContain('Krell is sure of it.')
    expect(broken(trailSchema.parse(JSON.parse(whole)), last)).toEqual([])
  })
})

describe('the trail as a page', () => {
  test('says who did what, on which words, on what, through what, and every hash', async () => {
    const bench = await setUp()
    const page = await exported(bench, 'html')
    for (const words of [
      'Grace Marten',
      'command line',
      '#1',
      'Forty boats',
      'Unchecked → Wrong',
      'There were &lt;four&gt;.',
      'The harbour register · p. 9 · “forty &amp; more”',
    ])
      expect(page).toContain(words)
    for (const { hash } of await bench.ada.stories.trail({ storyId: bench.storyId }))
      expect(page).toContain(hash)
    expect(page).not.toContain('<script')
  })

  test('says that something is left out where it is', async () => {
    const bench = await setUp()
    await hide(bench.ada, bench.storyId, bench.boats.id)
    const page = await exported(bench, 'html')
    expect(page).not.toMatch(/Krell|counted four/)
    expect(page).toContain('What it told concerns a confidential source and is left out.')
  })
})

test('that a trail was taken out stands in the desk’s own trail, not in the story’s', async () => {
  const bench = await setUp()
  const before = await bench.ada.stories.trail({ storyId: bench.storyId })
  await exported(bench, 'json')
  expect(await bench.ada.stories.trail({ storyId: bench.storyId })).toEqual(before)
  const row = await bench.store.transaction((tx) =>
    tx
      .selectFrom('audit_event')
      .select(['kind', 'person_id'])
      .where('chain', '=', 'desk')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  expect(row).toEqual({ kind: 'story.trailExported', person_id: bench.adaId })
})
