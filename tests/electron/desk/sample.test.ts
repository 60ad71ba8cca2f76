import { describe, expect, it } from 'vitest'
import { statusSchema } from '../../../shared/model/claim.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { baseLanguage } from '../../../shared/model/language.ts'
import { addBackup, addSource, edit, findings, makeStory, refusalOf, setUpBench, tag } from './bench.ts'

describe('the sample', () => {
  it.each(['en', 'de'] as const)(
    'is a story with claims of both kinds in many states, and adds nobody to the desk: %s',
    async (language) => {
      const { ada } = await setUpBench()
      const people = await ada.people.list()
      const { storyId } = await ada.desk.addSample({ requestId: newRequestId(), language })
      const { story, claims } = await ada.stories.open({ storyId })
      expect(story).toMatchObject({ isSample: true, claimCount: 8, removedCount: 0 })
      expect(baseLanguage(story.language)).toBe(language)
      expect(story.wordCount).toBeGreaterThan(200)
      expect(claims.filter((claim) => claim.kind === 'quote')).toHaveLength(3)
      expect(new Set(claims.map((claim) => claim.status))).toEqual(new Set(statusSchema.options))
      expect(await ada.sources.list()).toHaveLength(4)
      expect(await ada.people.list()).toEqual(people)
      expect((await ada.desk.hello()).hasStories).toBe(true)
      expect(await findings(ada)).toEqual([])
    },
  )

  it('is not put beside another one because a window speaks another language', async () => {
    const { ada, grace } = await setUpBench()
    const first = await ada.desk.addSample({ requestId: newRequestId(), language: 'de' })
    const second = await grace.desk.addSample({ requestId: newRequestId(), language: 'en' })
    expect(second).toEqual(first)
    expect(await ada.stories.list({})).toHaveLength(1)
  })

  it('is there once, whoever asks, how often and at the same time', async () => {
    const { ada, grace } = await setUpBench()
    const requestId = newRequestId()
    const answers = await Promise.all([
      ada.desk.addSample({ requestId }),
      grace.desk.addSample({ requestId: newRequestId() }),
      ada.desk.addSample({ requestId }),
    ])
    expect(new Set(answers.map((answer) => answer.storyId)).size).toBe(1)
    expect(await ada.stories.list({})).toHaveLength(1)
    expect(await ada.sources.list()).toHaveLength(4)
  })

  it('is made whole by the same request where its seeding broke off, wherever that was', async () => {
    const whole = await setUpBench()
    const before = whole.transactions()
    const { storyId } = await whole.ada.desk.addSample({ requestId: newRequestId() })
    const { claims } = await whole.ada.stories.open({ storyId })
    const commits = whole.transactions() - before
    expect(commits).toBeGreaterThan(20)
    for (const at of [1, 2, 4, 5, 7, 10, 16, 20, commits - 3]) {
      const { ada, failNext, logged, nobody } = await setUpBench()
      const requestId = newRequestId()
      failNext(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' }), at)
      expect((await refusalOf(ada.desk.addSample({ requestId }))).code, `broken at ${at}`).toBe('NOT_SAVED')
      const again = await ada.desk.addSample({ requestId })
      const opened = await ada.stories.open({ storyId: again.storyId })
      const tell = (list: typeof claims) =>
        list.map((claim) => [claim.words, claim.status, claim.backup.length])
      expect(tell(opened.claims), `broken at ${at}`).toEqual(tell(claims))
      expect(await ada.stories.list({})).toHaveLength(1)
      expect(await nobody.sources.list()).toHaveLength(4)
      expect(logged).toHaveLength(1)
    }
  })

  it('is refused to nobody', async () => {
    const { nobody } = await setUpBench()
    const call = nobody.desk.addSample({ requestId: newRequestId() })
    expect((await refusalOf(call)).code).toBe('NO_PERSON')
    expect(await nobody.stories.list({})).toEqual([])
  })

  it('goes without a trace but one event, and takes along only sources that nothing else needs', async () => {
    const { ada, store } = await setUpBench()
    const { storyId } = await ada.desk.addSample({ requestId: newRequestId() })
    const own = await addSource(ada, 'My own tally')
    const opened = await ada.stories.open({ storyId })
    const [first] = opened.claims
    if (first) await addBackup(ada, first.id, own)
    const story = await makeStory(ada, ['The bridge is open.'])
    const claim = await tag(ada, story, 'The bridge')
    const shared = (await ada.sources.list()).find((source) => source.title.startsWith('Bridge file'))
    if (shared) await addBackup(ada, claim.id, shared.id)
    await ada.desk.search({ words: 'bridge' })

    const requestId = newRequestId()
    expect(await ada.desk.removeSample({ requestId })).toEqual({ removed: 1 })
    expect(await ada.desk.removeSample({ requestId })).toEqual({ removed: 1 })
    expect(await ada.desk.removeSample({ requestId: newRequestId() })).toEqual({ removed: 0 })
    expect((await ada.stories.list({ archived: true })).map((one) => one.id)).toEqual([story])
    expect((await ada.sources.list()).map((source) => [source.title, source.usedBy])).toEqual([
      ['Bridge file, folders 3 and 4', 1],
      ['My own tally', 0],
    ])
    expect((await ada.desk.search({ words: 'Tarnwick' })).map((hit) => hit.kind)).toEqual(['source'])
    expect((await refusalOf(ada.stories.open({ storyId }))).code).toBe('NOT_FOUND')
    const rows = await store.transaction((tx) =>
      tx.selectFrom('audit_event').select(['chain', 'kind']).where('subject', '=', 'sample').execute(),
    )
    expect(rows).toEqual([{ chain: 'desk', kind: 'sample.removed' }])
    expect(await findings(ada)).toEqual([])

    const again = await ada.desk.addSample({ requestId: newRequestId() })
    await edit(ada, again.storyId, (transform) => transform.delete(1, 2))
    expect(await findings(ada)).toEqual([])
  })
})
