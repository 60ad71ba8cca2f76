import { readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type Desk, type DeskOptions, openDesk } from '../../../electron/desk/desk.ts'
import { steadyClock } from '../../../electron/desk/steady-clock.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { DeskCopy } from '../../../shared/model/copy.ts'
import { newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { edit, find, makeStory, refusalOf } from './bench.ts'

const dayMs = 24 * 60 * 60 * 1000

interface Opened {
  desk: Desk
  ada: DeskClient
}

async function open(options: DeskOptions): Promise<Opened> {
  const desk = await openDesk(options)
  onTestFinished(() => desk.close())
  const nobody = desk.client({ personId: null, via: 'window' })
  const [known] = await nobody.people.list()
  const person = { name: 'Ada Quill', initials: 'AQ', role: 'editor' as const }
  const { id } = known ?? (await nobody.people.add({ requestId: newRequestId(), person }))
  return { desk, ada: desk.client({ personId: id, via: 'window' }) }
}

async function typeMore(client: DeskClient, storyId: StoryId): Promise<void> {
  await edit(client, storyId, (transform) => {
    transform.insert(find(transform.doc, '.').from, schema.text(' and more'))
  })
}

const occasions = (copies: readonly DeskCopy[]) => copies.map((copy) => copy.occasion)

async function copiesIn(folder: string): Promise<string[]> {
  return readdir(join(folder, 'backups')).catch(() => [])
}

async function importText(desk: Desk, ada: DeskClient, words: string): Promise<void> {
  const { hash } = await desk.blobs.put(Buffer.from(words))
  await ada.transfer.importFile({ requestId: newRequestId(), name: 'story.txt', hash })
}

it('a desk is backed up as a window opens it, where anybody did anything since the last backup', async () => {
  const folder = await temporaryFolder()
  const clock = { nowMs: Date.UTC(2026, 4, 1, 9) }
  const options = { folder, via: 'browser', now: () => clock.nowMs }
  const first = await open(options)
  await makeStory(first.ada, ['One.'])
  await first.desk.close()
  expect(await copiesIn(folder)).toHaveLength(0)
  const second = await open(options)
  await second.desk.close()
  expect(await copiesIn(folder)).toHaveLength(1)
  const third = await open(options)
  await third.desk.close()
  expect(await copiesIn(folder)).toHaveLength(1)
  const fourth = await open(options)
  const storyId = await makeStory(fourth.ada, ['Two.'])
  await typeMore(fourth.ada, storyId)
  await fourth.desk.close()
  const fifth = await open(options)
  await fifth.desk.close()
  expect((await fifthList(folder)).length).toBe(2)
})

async function fifthList(folder: string): Promise<string[]> {
  return (await copiesIn(folder)).filter((name) => name.endsWith('-start.sqlite'))
}

it('of many commands the first of a day backs the desk up', async () => {
  const folder = await temporaryFolder()
  const clock = { nowMs: Date.UTC(2026, 4, 1, 9) }
  const run = async (headline: string) => {
    const { desk, ada } = await open({ folder, via: 'commandLine', now: () => clock.nowMs })
    await ada.stories.create({ requestId: newRequestId(), headline })
    await desk.close()
  }
  for (const headline of ['One', 'Two', 'Three', 'Four']) await run(headline)
  expect(await copiesIn(folder)).toHaveLength(1)
  clock.nowMs += dayMs
  for (const headline of ['Five', 'Six']) await run(headline)
  expect(await copiesIn(folder)).toHaveLength(2)
})

it('imports that follow each other have one backup before them all', async () => {
  const folder = await temporaryFolder()
  const clock = { nowMs: Date.UTC(2026, 4, 1, 9) }
  const { desk, ada } = await open({ folder, now: () => clock.nowMs })
  await makeStory(ada, ['Before.'])
  await importText(desk, ada, 'One.\n\nBody.')
  await importText(desk, ada, 'Two.\n\nBody.')
  const { copies } = await ada.desk.copies()
  expect(copies).toMatchObject([{ occasion: 'import', stories: 1 }])
  clock.nowMs += 11 * 60 * 1000
  await importText(desk, ada, 'Three.\n\nBody.')
  expect((await ada.desk.copies()).copies).toMatchObject([
    { occasion: 'import', stories: 3 },
    { occasion: 'import', stories: 1 },
  ])
})

it('how many are kept is a setting of the desk, counted for each occasion, and its change is in the trail', async () => {
  const folder = await temporaryFolder()
  const clock = { nowMs: Date.UTC(2026, 4, 1, 9) }
  const { desk, ada } = await open({ folder, now: () => clock.nowMs })
  await makeStory(ada, ['Before.'])
  await importText(desk, ada, 'One.\n\nBody.')
  expect((await ada.desk.copies()).kept).toBe(10)
  expect(await ada.desk.keepCopies({ requestId: newRequestId(), kept: 2 })).toEqual({ kept: 2 })
  for (let count = 0; count < 4; count++) {
    clock.nowMs += 1000
    await ada.stories.create({ requestId: newRequestId(), headline: `Story ${count}` })
    await ada.desk.copyNow({ requestId: newRequestId() })
  }
  const { kept, copies } = await ada.desk.copies()
  expect(kept).toBe(2)
  expect(occasions(copies)).toEqual(['asked', 'asked', 'import'])
  expect((await refusalOf(ada.desk.keepCopies({ requestId: newRequestId(), kept: 0 }))).code).toBe(
    'BAD_REQUEST',
  )
  await desk.close()
  const again = await open({ folder })
  expect((await again.ada.desk.copies()).kept).toBe(2)
})

it('asked for twice with nothing done between, one backup is made', async () => {
  const { ada } = await open({ folder: await temporaryFolder() })
  await makeStory(ada, ['One.'])
  expect((await ada.desk.copyNow({ requestId: newRequestId() })).isNew).toBe(true)
  expect((await ada.desk.copyNow({ requestId: newRequestId() })).isNew).toBe(false)
  expect((await ada.desk.copies()).copies).toHaveLength(1)
})

it('a clock that is set back makes no new backup the oldest, so that none is cleared away for it', async () => {
  const folder = await temporaryFolder()
  let nowMs = Date.UTC(2026, 4, 2, 9)
  const first = await open({ folder, now: () => nowMs })
  await makeStory(first.ada, ['One.'])
  await first.ada.desk.keepCopies({ requestId: newRequestId(), kept: 2 })
  await first.ada.desk.copyNow({ requestId: newRequestId() })
  await first.desk.close()
  nowMs -= 30 * dayMs
  const second = await open({ folder, now: () => nowMs })
  for (const headline of ['Two', 'Three']) {
    await second.ada.stories.create({ requestId: newRequestId(), headline })
    await second.ada.desk.copyNow({ requestId: newRequestId() })
  }
  const { copies } = await second.ada.desk.copies()
  expect(copies.map((copy) => copy.stories)).toEqual([3, 2])
  expect((await second.ada.desk.verify()).findings).toEqual([])
})

it('a clock that is set back while the desk is open stamps nothing earlier than what was before', async () => {
  const folder = await temporaryFolder()
  let nowMs = Date.UTC(2026, 4, 2, 9)
  const { ada } = await open({ folder, now: () => nowMs })
  const storyId = await makeStory(ada, ['One.'])
  await ada.stories.setStage({ requestId: newRequestId(), storyId, stage: 'editing' })
  nowMs -= 5 * dayMs
  await ada.stories.setStage({ requestId: newRequestId(), storyId, stage: 'checking' })
  const other = await ada.stories.create({ requestId: newRequestId(), headline: 'Later' })
  const times = (await ada.stories.trail({ storyId })).map((event) => event.atMs)
  expect(times).toEqual([...times].sort((one, two) => one - two))
  expect((await ada.stories.list({})).map((story) => story.id)).toEqual([other.id, storyId])
  expect((await ada.desk.verify()).findings).toEqual([])
})

it('a steady clock stands still until the machine’s has caught up', () => {
  const moments = [5, 7, 3, 4, 9]
  const now = steadyClock(() => moments.shift() ?? 0)
  expect([now(), now(), now(), now(), now()]).toEqual([5, 7, 7, 7, 9])
})

it('a backup that is not sound clears no sound one away', async () => {
  const folder = await temporaryFolder()
  const { ada } = await open({ folder })
  const storyId = await makeStory(ada, ['One.'])
  await ada.desk.keepCopies({ requestId: newRequestId(), kept: 1 })
  const { copy } = await ada.desk.copyNow({ requestId: newRequestId() })
  const names = await copiesIn(folder)
  await truncate(join(folder, copy.name), 9000)
  const [listed] = (await ada.desk.copies()).copies
  expect(listed?.trouble ?? (await ada.desk.verify()).findings[0]?.message).toBeTruthy()
  await typeMore(ada, storyId)
  await ada.desk.copyNow({ requestId: newRequestId() })
  expect(await copiesIn(folder)).not.toEqual(names)
})

it('the window that takes the desk back is told what is lost, and what is written after that is refused', async () => {
  const folder = await temporaryFolder()
  let reopened = 0
  const { desk, ada } = await open({
    folder,
    reopen: () => {
      reopened++
    },
  })
  const storyId = await makeStory(ada, ['One.'])
  const { copy } = await ada.desk.copyNow({ requestId: newRequestId() })
  await typeMore(ada, storyId)
  await makeStory(ada, ['Another.'], 'Another')
  const loss = { stories: 1, changed: 1, steps: 2, events: 1 }
  expect(await ada.desk.compareCopy({ name: copy.name })).toEqual(loss)
  const opened = await ada.stories.open({ storyId })
  const requestId = newRequestId()
  expect(await ada.desk.restore({ requestId, name: copy.name })).toEqual({ loss })
  const late = ada.stories.create({ requestId: newRequestId(), headline: 'Too late' })
  expect(await refusalOf(late)).toMatchObject({
    code: 'NOT_SAVED',
    data: { reason: 'The desk is being taken back to a backup.' },
  })
  await expect.poll(() => reopened).toBe(1)
  await desk.close()

  const again = await open({ folder, reopen: () => {} })
  expect(await again.ada.stories.list({})).toHaveLength(1)
  // The answer was lost and the request is sent again: the desk is not taken back once more.
  await again.ada.stories.create({ requestId: newRequestId(), headline: 'Since' })
  expect(await again.ada.desk.restore({ requestId, name: copy.name })).toEqual({ loss })
  expect(await again.ada.stories.list({})).toHaveLength(2)
  // A window that had the story open before knows versions of another life.
  const { life, version } = opened
  const follow = again.ada.stories.follow({ storyId, life, fromVersion: 0, fromRevision: 0 })
  expect((await refusalOf(follow)).code).toBe('TAKEN_BACK')
  const write = {
    requestId: newRequestId(),
    storyId,
    life,
    atVersion: version,
    clientId: 'old',
    schemaVersion: opened.schemaVersion,
    steps: [{ stepType: 'replace', from: 0, to: 0 }],
    claims: [],
  }
  expect((await refusalOf(again.ada.stories.write(write))).code).toBe('TAKEN_BACK')
  const trail = (await again.ada.desk.verify()).findings
  expect(trail).toEqual([])
})

it('a backup that cannot be opened is refused, and the desk stays open', async () => {
  const folder = await temporaryFolder()
  const { ada } = await open({ folder, reopen: () => {} })
  await makeStory(ada, ['One.'])
  const name = 'backups/stet-20260101T000000000Z-v1-asked.sqlite'
  await ada.desk.copyNow({ requestId: newRequestId() })
  await writeFile(join(folder, name), 'no database')
  expect((await refusalOf(ada.desk.restore({ requestId: newRequestId(), name }))).code).toBe('UNREADABLE')
  expect((await refusalOf(ada.desk.compareCopy({ name }))).code).toBe('UNREADABLE')
  await ada.stories.create({ requestId: newRequestId(), headline: 'Goes on' })
  expect(await ada.stories.list({})).toHaveLength(2)
})
