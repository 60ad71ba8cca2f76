import { describe, expect, it } from 'vitest'
import { fieldOf } from '../../../shared/document/build.ts'
import { schema, schemaVersion } from '../../../shared/document/schema.ts'
import { textOf } from '../../../shared/document/text.ts'
import { newClaimId, newRequestId, newStoryId } from '../../../shared/model/ids.ts'
import {
  claimOf,
  documentOf,
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

const text = 'The bridge opened on Saturday. About 400 people crossed it.'

describe('a write', () => {
  it('is in the journal, in the counts and in the headline when it is answered', async () => {
    const { ada, adaId, store } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const { version } = await edit(ada, storyId, (transform) => {
      transform.insert(find(transform.doc, 'open').to, schema.text(' again'))
    })
    const { story } = await ada.stories.open({ storyId })
    expect(story).toMatchObject({ version, headline: 'The bridge is open again', wordCount: 15 })
    const rows = await store.transaction((tx) =>
      tx.selectFrom('step').selectAll().where('story_id', '=', storyId).orderBy('version').execute(),
    )
    expect(rows.at(-1)).toMatchObject({
      version,
      person_id: adaId,
      client_id: 'bench',
      schema_version: schemaVersion,
    })
    expect(await findings(ada)).toEqual([])
  })

  it('gets its first answer again, and is in the journal once, where it is sent twice', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const { version, document } = await ada.stories.open({ storyId })
    const requestId = newRequestId()
    const again = { requestId, atVersion: version }
    const insert = (words: string) => (transform: Parameters<Parameters<typeof edit>[2]>[0]) => {
      transform.insert(1, schema.text(words))
    }
    const first = await edit(ada, storyId, insert('Now '), again)
    const second = await edit(ada, storyId, insert('Now '), again)
    expect(second).toEqual(first)
    expect((await documentOf(ada, storyId)).child(0).textContent).toBe('Now The bridge is open')
    expect(document).not.toEqual((await ada.stories.open({ storyId })).document)
  })

  it('is refused as BEHIND where the story has gone on, and names the version', async () => {
    const { ada, grace } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const { version } = await ada.stories.open({ storyId })
    const race = [ada, grace].map((client, index) =>
      edit(client, storyId, (transform) => transform.insert(1, schema.text(`${index} `)), {
        atVersion: version,
        clientId: `window ${index}`,
      }),
    )
    const results = await Promise.allSettled(race)
    const lost = results.filter((result) => result.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]?.reason).toMatchObject({ code: 'BEHIND', data: { version: version + 1 } })
    expect(await findings(ada)).toEqual([])
  })

  it.each([
    ['a step that is none', [{ stepType: 'replace', from: 'here' }]],
    ['a step of an unknown kind', [{ stepType: 'shout' }]],
    ['a step beyond the end', [{ stepType: 'replace', from: 90_000, to: 90_001 }]],
    ['a step that takes the headline away', [{ stepType: 'replace', from: 0, to: 20 }]],
    [
      'a node that the schema does not know',
      [
        {
          stepType: 'replace',
          from: 1,
          to: 1,
          slice: { content: [{ type: 'script', content: [{ type: 'text', text: 'x' }] }] },
        },
      ],
    ],
    [
      'a link to a script',
      [
        {
          stepType: 'addMark',
          mark: { type: 'link', attrs: { href: 'java\tscript:alert(1)' } },
          from: 1,
          to: 4,
        },
      ],
    ],
    ['a mark on a whole block', [{ stepType: 'addNodeMark', pos: 0, mark: { type: 'bold' } }]],
    ['an attribute that is no number', [{ stepType: 'attr', pos: 24, attr: 'level', value: 'huge' }]],
  ])('is refused as STEP_REFUSED for %s, and nothing is written', async (_, steps) => {
    const { ada, logged } = await setUpBench()
    const storyId = await makeStory(ada, ['A crosshead'])
    await edit(ada, storyId, (transform) => {
      const { from } = find(transform.doc, 'A crosshead')
      transform.setBlockType(from, from, schema.nodes.crosshead)
      if (transform.doc.nodeAt(from - 1)?.type.name !== 'crosshead') throw new Error('no crosshead')
    })
    const before = await ada.stories.open({ storyId })
    const at = find(await documentOf(ada, storyId), 'A crosshead').from - 1
    const { code } = await refusalOf(
      ada.stories.write({
        requestId: newRequestId(),
        storyId,
        atVersion: before.version,
        clientId: 'bench',
        schemaVersion,
        steps: steps.map((step) => ('attr' in step ? { ...step, pos: at } : step)),
        claims: [],
      }),
    )
    expect(code).toBe('STEP_REFUSED')
    expect(await ada.stories.open({ storyId })).toEqual(before)
    expect(logged).toEqual([])
  })

  it('is refused as STEP_REFUSED where a newer Stet wrote it', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const { version } = await ada.stories.open({ storyId })
    const call = ada.stories.write({
      requestId: newRequestId(),
      storyId,
      atVersion: version,
      clientId: 'bench',
      schemaVersion: schemaVersion + 1,
      steps: [{ stepType: 'replace', from: 1, to: 2 }],
      claims: [],
    })
    expect((await refusalOf(call)).code).toBe('STEP_REFUSED')
  })

  it.each(['mark', 'slice'] as const)(
    'is refused as UNKNOWN_CLAIM where a %s names nobody’s claim',
    async (by) => {
      const { ada } = await setUpBench()
      const storyId = await makeStory(ada, [text])
      const other = await makeStory(ada, [text])
      const elsewhere = await tag(ada, other, 'About 400 people')
      for (const id of [newClaimId(), elsewhere.id]) {
        const call = edit(ada, storyId, (transform) => {
          const mark = schema.mark('claim', { id })
          if (by === 'mark') transform.addMark(1, 4, mark)
          else transform.insert(1, schema.text('Now ', [mark]))
        })
        expect(await refusalOf(call)).toEqual({ code: 'UNKNOWN_CLAIM', data: { claimId: id } })
      }
    },
  )

  it('is refused as TAKEN where it creates a claim that another story has', async () => {
    const { ada } = await setUpBench()
    const other = await tag(ada, await makeStory(ada, [text]), '400')
    const storyId = await makeStory(ada, [text])
    expect((await refusalOf(tag(ada, storyId, '400', { id: other.id }))).code).toBe('TAKEN')
  })

  it('is refused to nobody, to an unknown person, for an unknown story and for an archived one', async () => {
    const { ada, nobody, desk } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const change = (transform: Parameters<Parameters<typeof edit>[2]>[0]) => {
      transform.insert(1, schema.text('x'))
    }
    expect((await refusalOf(edit(nobody, storyId, change))).code).toBe('NO_PERSON')
    const stranger = desk.client({ personId: 'nobody-ever-heard-of' as never, via: 'window' })
    expect((await refusalOf(edit(stranger, storyId, change))).code).toBe('NO_PERSON')
    const unknown = newStoryId()
    const call = ada.stories.write({
      requestId: newRequestId(),
      storyId: unknown,
      atVersion: 0,
      clientId: 'bench',
      schemaVersion,
      steps: [{ stepType: 'replace', from: 1, to: 1 }],
      claims: [],
    })
    expect(await refusalOf(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'story', id: unknown } })
    await ada.stories.archive({ requestId: newRequestId(), storyId })
    expect((await refusalOf(edit(ada, storyId, change))).code).toBe('ARCHIVED')
    await ada.stories.restore({ requestId: newRequestId(), storyId })
    await edit(ada, storyId, change)
  })

  it('is refused as TOO_LARGE beyond sixteen million letters', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const call = edit(ada, storyId, (transform) => {
      transform.insert(1, schema.text('x'.repeat(17 * 1024 * 1024)))
    })
    expect((await refusalOf(call)).code).toBe('TOO_LARGE')
  })

  it('leaves nothing behind where the disk is full, and succeeds when it is sent again', async () => {
    const { ada, failNext, logged } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const before = await ada.stories.open({ storyId })
    const id = newClaimId()
    const requestId = newRequestId()
    const document = await documentOf(ada, storyId)
    const { from, to } = find(document, 'About 400 people')
    const write = () =>
      ada.stories.write({
        requestId,
        storyId,
        atVersion: before.version,
        clientId: 'bench',
        schemaVersion,
        steps: [
          { stepType: 'addMark', mark: { type: 'claim', attrs: { id } }, from, to },
          { stepType: 'replace', from: 1, to: 4 },
        ],
        claims: [{ id, kind: 'statement' }],
      })
    failNext(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }))
    expect(await refusalOf(write())).toEqual({ code: 'NOT_SAVED', data: { reason: 'The disk is full.' } })
    expect(await ada.stories.open({ storyId })).toEqual(before)
    expect(logged).toHaveLength(1)
    expect(await write()).toEqual({ version: before.version + 2 })
    expect((await claimOf(ada, storyId, id)).number).toBe(1)
    expect(await findings(ada)).toEqual([])
  })

  it('another write after a failed one is made on what stands, not on what failed', async () => {
    const { ada, failNext } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const { version } = await ada.stories.open({ storyId })
    const insert = (words: string) =>
      ada.stories.write({
        requestId: newRequestId(),
        storyId,
        atVersion: version,
        clientId: 'bench',
        schemaVersion,
        steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: words }] } }],
        claims: [],
      })
    failNext(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' }))
    // Both wait in the queue: the second runs before the first one's caller is told.
    const [lost, kept] = await Promise.allSettled([insert('Lost '), insert('Kept ')])
    expect(lost).toMatchObject({ status: 'rejected', reason: { code: 'NOT_SAVED' } })
    expect(kept).toMatchObject({ status: 'fulfilled' })
    const document = await documentOf(ada, storyId)
    expect(textOf(fieldOf(document, 'headline'), 'both')).toBe('Kept The bridge is open')
    expect(await findings(ada)).toEqual([])
  })

  it('a defect of ours is told without its detail, which is in the log without the story’s words', async () => {
    const { ada, failNext, logged } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    failNext(new RangeError('Invalid content for node paragraph: <"The bridge opened">'))
    const call = ada.stories.setStage({ requestId: newRequestId(), storyId, stage: 'editing' })
    const error = await call.catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', message: 'Internal Server Error' })
    expect(JSON.stringify(error)).not.toContain('bridge')
    expect(logged.join('\n')).toContain('stories.setStage: RangeError')
    expect(logged.join('\n')).not.toContain('bridge')
  })

  it('counts words over blocks that come, go and change', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, ['One two three.', 'Four five.'])
    await edit(ada, storyId, (transform) => {
      transform.insert(find(transform.doc, 'Four').from - 1, [paragraph('Six seven'), paragraph('')])
      const { from, to } = find(transform.doc, 'two three')
      transform.delete(from, to)
    })
    expect((await ada.stories.open({ storyId })).story.wordCount).toBe(10)
    expect(await findings(ada)).toEqual([])
  })

  it('tags as many claims as it names, in their order, and tells each in the trail', async () => {
    const { ada, adaId } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const [first, second] = [newClaimId(), newClaimId()]
    await edit(
      ada,
      storyId,
      (transform) => {
        for (const [id, words] of [
          [first, '400'],
          [second, 'bridge opened'],
        ] as const) {
          const { from, to } = find(transform.doc, words)
          transform.addMark(from, to, schema.mark('claim', { id }))
        }
      },
      {
        claims: [
          { id: first, kind: 'statement' },
          { id: second, kind: 'quote', speaker: { name: 'Odile Brandt', role: 'baker' } },
        ],
      },
    )
    const { claims, story } = await ada.stories.open({ storyId })
    expect(claims).toMatchObject([
      { id: first, number: 1, kind: 'statement', words: '400', status: 'unchecked', taggedBy: adaId },
      {
        id: second,
        number: 2,
        kind: 'quote',
        words: 'bridge opened',
        speaker: { name: 'Odile Brandt', role: 'baker', sourceId: null },
      },
    ])
    expect(story).toMatchObject({ claimCount: 2, openCount: 2, removedCount: 0 })
    expect(await trailKinds(ada, storyId)).toEqual(['story.created', 'claim.tagged', 'claim.tagged'])
  })

  it('is sent again with its claims under another request without making them twice', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const { id } = await tag(ada, storyId, '400')
    await edit(ada, storyId, (transform) => transform.insert(1, schema.text('Now ')), {
      claims: [{ id, kind: 'quote' }],
    })
    expect(await claimOf(ada, storyId, id)).toMatchObject({ number: 1, kind: 'statement' })
    expect((await tag(ada, storyId, 'Saturday')).number).toBe(2)
  })

  it('may bring the steps for a claim later than the claim itself', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const id = newClaimId()
    await edit(ada, storyId, (transform) => transform.insert(1, schema.text('Now ')), {
      claims: [{ id, kind: 'statement' }],
    })
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, '400')
      transform.addMark(from, to, schema.mark('claim', { id }))
    })
    expect(await claimOf(ada, storyId, id)).toMatchObject({ presence: 'inText', words: '400', number: 1 })
  })
})
