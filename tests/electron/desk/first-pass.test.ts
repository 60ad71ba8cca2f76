import { describe, expect, it } from 'vitest'
import { appendEvents } from '../../../electron/store/audit.ts'
import { defaultDeskRules } from '../../../shared/check/rules.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { Facet } from '../../../shared/mark/facet.ts'
import type { Dismissed } from '../../../shared/model/dismissal.ts'
import { newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import { edit, find, findings, makeStory, refusalOf, setUpBench, tag, trailKinds } from './bench.ts'

const texts = ['Forty boats lay there in 1951.', 'The bell “rang” twice.']

const statement = (words: string, ...facets: Facet[]): Dismissed => ({ what: 'statement', words, facets })

const dismiss = (client: DeskClient, storyId: StoryId, ...dismissed: Dismissed[]) =>
  client.firstPass.dismiss({ requestId: newRequestId(), storyId, dismissed })

const standing = async (client: DeskClient, storyId: StoryId) =>
  (await client.stories.open({ storyId })).dismissals.map((one) => one.words)

const countOf = async (client: DeskClient, facet: Facet) => {
  const { accepted, dismissed } = (await client.firstPass.counts()).find((one) => one.facet === facet) ?? {}
  return [accepted, dismissed]
}

describe('what was dismissed of the first pass', () => {
  it('is kept with who and when, stands on the trail, and is proposed again when taken back, by whomever', async () => {
    const { ada, adaId, grace } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    const [made] = await dismiss(ada, storyId, statement('Forty boats', 'figure'))
    expect(made).toMatchObject({ words: 'Forty boats', personId: adaId, isTakenBack: false })
    expect(await standing(grace, storyId)).toEqual(['Forty boats'])
    const ids = made ? [made.id] : []
    const taken = await grace.firstPass.takeBack({ requestId: newRequestId(), storyId, ids })
    expect(taken.map((one) => one.isTakenBack)).toEqual([true])
    expect(await standing(ada, storyId)).toEqual([])
    expect((await trailKinds(ada, storyId)).slice(-2)).toEqual(['dismissal.made', 'dismissal.takenBack'])
    expect(await findings(ada)).toEqual([])
  })

  it('is not told again where it was dismissed before, typography aside; a quote is another thing than a statement', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    await dismiss(ada, storyId, statement('bell “rang” twice', 'figure'))
    expect(await dismiss(ada, storyId, statement('bell "rang" twice', 'figure'))).toEqual([])
    const quote: Dismissed = { what: 'quote', words: 'bell "rang" twice', facets: ['quote'] }
    expect(await dismiss(ada, storyId, quote, quote)).toHaveLength(1)
    expect((await trailKinds(ada, storyId)).filter((kind) => kind === 'dismissal.made')).toHaveLength(2)
  })

  it('outlives every edit of the text', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    await dismiss(ada, storyId, statement('Forty boats', 'figure'))
    await edit(ada, storyId, (transform) => {
      transform.insert(find(transform.doc, 'lay there').to, schema.text(' and there'))
    })
    expect(await standing(ada, storyId)).toEqual(['Forty boats'])
    expect(await findings(ada)).toEqual([])
  })

  it('is a checker’s or an editor’s, and nobody’s in an archived story', async () => {
    const { desk, ada, nobody } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    const person = { name: 'Wim Pen', initials: 'WP', role: 'writer' as const }
    const { id } = await nobody.people.add({ requestId: newRequestId(), person })
    const writer = desk.client({ personId: id, via: 'window' })
    expect(await refusalOf(dismiss(writer, storyId, statement('Forty boats')))).toEqual({
      code: 'NOT_YOURS',
      data: { deed: 'dismiss', role: 'writer' },
    })
    await ada.stories.archive({ requestId: newRequestId(), storyId })
    expect((await refusalOf(dismiss(ada, storyId, statement('Forty boats')))).code).toBe('ARCHIVED')
  })

  it('is all or nothing: a request that fails leaves nothing dismissed and no event', async () => {
    const bench = await setUpBench()
    const storyId = await makeStory(bench.ada, texts)
    const before = await trailKinds(bench.ada, storyId)
    bench.failNext(new Error('the disk is full'))
    await expect(dismiss(bench.ada, storyId, statement('Forty boats'))).rejects.toThrow()
    expect(await standing(bench.ada, storyId)).toEqual([])
    expect(await trailKinds(bench.ada, storyId)).toEqual(before)
  })
})

describe('how a desk fares with what is proposed', () => {
  it('counts what was taken and what was put aside for each facet; what was undone does not count', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    await tag(ada, storyId, 'Forty boats', { proposedFor: ['figure', 'place'] })
    await tag(ada, storyId, 'bell')
    const [, date] = await dismiss(ada, storyId, statement('twice', 'figure'), statement('in 1951', 'date'))
    expect(await countOf(ada, 'figure')).toEqual([1, 1])
    expect(await countOf(ada, 'place')).toEqual([1, 0])
    expect(await countOf(ada, 'date')).toEqual([0, 1])
    await ada.firstPass.takeBack({ requestId: newRequestId(), storyId, ids: date ? [date.id] : [] })
    expect(await countOf(ada, 'date')).toEqual([0, 0])
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, 'Forty boats')
      transform.removeMark(from, to)
    })
    expect(await countOf(ada, 'place')).toEqual([0, 0])
    expect(await findings(ada)).toEqual([])
  })

  it('a copy of a story begins anew: nothing of it was taken or put aside', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, texts)
    await tag(ada, storyId, 'Forty boats', { proposedFor: ['figure'] })
    await dismiss(ada, storyId, statement('twice', 'figure'))
    const copy = await ada.stories.duplicate({ requestId: newRequestId(), storyId })
    expect(await standing(ada, copy.id)).toEqual([])
    expect(await countOf(ada, 'figure')).toEqual([1, 1])
    expect(await findings(ada)).toEqual([])
  })
})

it('a desk whose rules were set before there was a first pass is sound, and has it as Stet proposes', async () => {
  const { store, ada, adaId } = await setUpBench()
  const { firstPass, ...older } = { ...defaultDeskRules, primarySources: 2 }
  await store.transaction(async (tx) => {
    const by = {
      chain: 'desk' as const,
      atMs: 1,
      personId: adaId,
      via: 'window' as const,
      kind: 'desk.rulesSet' as const,
    }
    await appendEvents(tx, by, [{ subject: 'desk', payload: { before: null, after: older } }])
    await tx
      .insertInto('setting')
      .values({ name: 'rules', value: JSON.stringify(older) })
      .execute()
  })
  expect(await ada.desk.rules()).toEqual({ ...older, firstPass })
  expect(await findings(ada)).toEqual([])
})
