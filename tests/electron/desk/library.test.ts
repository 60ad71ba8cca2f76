import { describe, expect, it } from 'vitest'
import { must } from '../../../shared/lib/assert.ts'
import { type FileHash, newRequestId, newSourceId } from '../../../shared/model/ids.ts'
import { newSourceDetails } from '../../../shared/model/source.ts'
import { addBackup, addSource, findings, makeStory, refusalOf, setUpBench, tag } from './bench.ts'

const text = 'The bridge opened on Saturday. About 400 people crossed it.'

describe('the people of a desk', () => {
  it('are named by anybody, tidied, listed by name, and told by the desk’s trail', async () => {
    const { nobody, store } = await setUpBench()
    const person = await nobody.people.add({
      requestId: newRequestId(),
      person: { name: '  Emil \t Post ', initials: ' EP ', role: 'writer' },
    })
    expect(person).toMatchObject({ name: 'Emil Post', initials: 'EP' })
    expect((await nobody.people.list()).map((one) => one.name)).toEqual([
      'Ada Quill',
      'Emil Post',
      'Grace Marten',
    ])
    const rows = await store.transaction((tx) =>
      tx.selectFrom('audit_event').select(['kind', 'subject']).where('chain', '=', 'desk').execute(),
    )
    expect(rows.at(-1)).toEqual({ kind: 'person.added', subject: person.id })
    expect(await findings(nobody)).toEqual([])
  })

  it('each have a name of their own', async () => {
    const { ada, adaId, nobody } = await setUpBench()
    const person = { name: 'Grace Marten', initials: 'GM', role: 'editor' as const }
    const again = nobody.people.add({ requestId: newRequestId(), person })
    expect(await refusalOf(again)).toEqual({ code: 'TAKEN', data: { what: 'name' } })
    const change = ada.people.change({ requestId: newRequestId(), person: { ...person, id: adaId } })
    expect((await refusalOf(change)).code).toBe('TAKEN')
    const blank = { ...person, name: '   ' }
    expect((await refusalOf(nobody.people.add({ requestId: newRequestId(), person: blank }))).code).toBe(
      'BAD_REQUEST',
    )
  })

  it('change by somebody’s hand only, and only where they exist', async () => {
    const { ada, adaId, nobody } = await setUpBench()
    const person = { id: adaId, name: 'Ada Quill', initials: 'AQ', role: 'legal' as const }
    expect((await refusalOf(nobody.people.change({ requestId: newRequestId(), person }))).code).toBe(
      'NO_PERSON',
    )
    expect(await ada.people.change({ requestId: newRequestId(), person })).toEqual(person)
    expect((await ada.desk.hello()).person).toEqual(person)
    const unknown = { ...person, id: 'not-here-at-all' as never }
    expect((await refusalOf(ada.people.change({ requestId: newRequestId(), person: unknown }))).code).toBe(
      'NOT_FOUND',
    )
  })
})

describe('the library of sources', () => {
  it('is listed by title with the number of claims that rest on each', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const [one, two] = [await tag(ada, storyId, '400'), await tag(ada, storyId, 'Saturday')]
    const sheet10 = await addSource(ada, 'Sheet 10')
    const sheet9 = await addSource(ada, 'Sheet 9')
    await addBackup(ada, one.id, sheet9)
    await addBackup(ada, one.id, sheet9, { locator: 'elsewhere' })
    await addBackup(ada, two.id, sheet9)
    const list = await ada.sources.list()
    expect(list.map((source) => [source.id, source.usedBy])).toEqual([
      [sheet9, 2],
      [sheet10, 0],
    ])
  })

  it('keeps a source that a claim rests on or that speaks in one', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const claim = await tag(ada, storyId, '400')
    const sourceId = await addSource(ada, 'Tally sheet')
    const remove = () => ada.sources.remove({ requestId: newRequestId(), sourceId })
    const backed = await addBackup(ada, claim.id, sourceId)
    expect(await refusalOf(remove())).toEqual({ code: 'IN_USE', data: { what: 'claim', count: 1 } })
    await ada.claims.removeBackup({
      requestId: newRequestId(),
      backupId: must(backed.backup[0], 'backup').id,
    })
    const speak = (source: typeof sourceId | null) =>
      ada.claims.setSpeaker({
        requestId: newRequestId(),
        claimId: claim.id,
        speaker: { name: 'Odile Brandt', role: '', sourceId: source },
      })
    await speak(sourceId)
    expect(await refusalOf(remove())).toEqual({ code: 'IN_USE', data: { what: 'speaker', count: 1 } })
    await speak(null)
    expect(await remove()).toEqual({ removed: sourceId })
    expect(await ada.sources.list()).toEqual([])
    expect((await refusalOf(remove())).code).toBe('NOT_FOUND')
    expect(await findings(ada)).toEqual([])
  })

  it('takes an id once', async () => {
    const { ada } = await setUpBench()
    const sourceId = await addSource(ada, 'Tally sheet')
    const call = ada.sources.add({
      requestId: newRequestId(),
      sourceId,
      details: newSourceDetails('book', 'Another'),
    })
    expect(await refusalOf(call)).toEqual({ code: 'TAKEN', data: { what: 'source' } })
  })

  it('holds files whose bytes were brought before, under the name last given', async () => {
    const { ada, desk } = await setUpBench()
    const sourceId = await addSource(ada, 'Tally sheet')
    const { hash, sizeBytes } = await desk.blobs.put(new TextEncoder().encode('four hundred'))
    const attach = (given: { hash: FileHash; name: string }) =>
      ada.sources.attachFile({ requestId: newRequestId(), sourceId, mediaType: 'text/plain', ...given })
    await attach({ hash, name: 'tally.txt' })
    const { files } = await attach({ hash, name: 'sheet.txt' })
    expect(files).toEqual([{ hash, name: 'sheet.txt', mediaType: 'text/plain', sizeBytes }])
    const missing = 'f'.repeat(64) as FileHash
    expect(await refusalOf(attach({ hash: missing, name: 'x' }))).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'file', id: missing },
    })
    const held = desk.blobs.hold(new TextEncoder().encode('only in memory'), 'text/plain')
    expect((await refusalOf(attach({ hash: held, name: 'x' }))).code).toBe('NOT_FOUND')
    const detach = () => ada.sources.detachFile({ requestId: newRequestId(), sourceId, hash })
    expect((await detach()).files).toEqual([])
    expect((await refusalOf(detach())).code).toBe('NOT_FOUND')
    expect(await findings(ada)).toEqual([])
  })

  it('changes a source for all stories, with before and after in the desk’s trail', async () => {
    const { ada, store } = await setUpBench()
    const sourceId = await addSource(ada, 'Tally sheet')
    const details = { ...newSourceDetails('dataSet', 'Tally of Saturday'), isConfidential: true }
    const changed = await ada.sources.change({ requestId: newRequestId(), sourceId, details })
    expect(changed).toMatchObject(details)
    expect(changed.updatedAtMs).toBeGreaterThan(changed.createdAtMs)
    const payload = await store.transaction((tx) =>
      tx.selectFrom('audit_payload').select('payload').where('chain', '=', 'desk').orderBy('seq').execute(),
    )
    expect(JSON.parse(must(payload.at(-1), 'an event').payload)).toMatchObject({
      before: { title: 'Tally sheet', isConfidential: false },
      after: { title: 'Tally of Saturday', isConfidential: true },
    })
    const unknown = newSourceId()
    const call = ada.sources.change({ requestId: newRequestId(), sourceId: unknown, details })
    expect((await refusalOf(call)).code).toBe('NOT_FOUND')
  })
})
