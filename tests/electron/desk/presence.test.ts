import { describe, expect, it } from 'vitest'
import { schema } from '../../../shared/document/schema.ts'
import { newClaimId, newRequestId } from '../../../shared/model/ids.ts'
import {
  addBackup,
  addSource,
  claimOf,
  edit,
  find,
  findings,
  isListed,
  makeStory,
  settle,
  setUpBench,
  tag,
  trailKinds,
} from './bench.ts'

const text = 'The bridge opened on Saturday. About 400 people crossed it.'

async function tagged() {
  const bench = await setUpBench()
  const storyId = await makeStory(bench.ada, [text, 'The river is the Lorrin.'])
  const claim = await tag(bench.ada, storyId, 'About 400 people')
  const mark = schema.mark('claim', { id: claim.id })
  const untag = () =>
    edit(bench.ada, storyId, (transform) => transform.removeMark(0, transform.doc.content.size, mark))
  const cut = () =>
    edit(bench.ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, 'About 400 people')
      transform.delete(from, to)
    })
  const paste = () =>
    edit(bench.ada, storyId, (transform) => {
      const parts = [schema.text('About 400 people', [mark]), schema.text(' ')]
      transform.insert(find(transform.doc, 'The river').from, parts)
    })
  const retag = () =>
    edit(bench.ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, 'About 400 people')
      transform.addMark(from, to, mark)
    })
  return { ...bench, storyId, claim, mark, untag, cut, paste, retag }
}

describe('a claim that left the text', () => {
  it('is withdrawn where its tag alone was taken off and nobody had worked on it', async () => {
    const { ada, storyId, claim, untag, retag } = await tagged()
    await untag()
    expect(await isListed(ada, storyId, claim.id)).toBe(false)
    const { story } = await ada.stories.open({ storyId })
    expect(story).toMatchObject({ claimCount: 0, openCount: 0, removedCount: 0 })
    const withdrawn = ada.claims.setNote({ requestId: newRequestId(), claimId: claim.id, note: 'x' })
    await expect(withdrawn).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await retag()
    expect(await claimOf(ada, storyId, claim.id)).toMatchObject({ number: 1, presence: 'inText' })
    expect(await findings(ada)).toEqual([])
  })

  it('never gives its number to another', async () => {
    const { ada, storyId, untag } = await tagged()
    await untag()
    expect((await tag(ada, storyId, 'Saturday')).number).toBe(2)
  })

  it('is removed with its last words where they were deleted, worked on or not', async () => {
    const { ada, storyId, claim, cut } = await tagged()
    await cut()
    expect(await claimOf(ada, storyId, claim.id)).toMatchObject({
      presence: 'removed',
      words: 'About 400 people',
    })
    expect((await ada.stories.open({ storyId })).story).toMatchObject({ claimCount: 0, removedCount: 1 })
    expect(await trailKinds(ada, storyId)).not.toContain('claim.removed')
    expect(await findings(ada)).toEqual([])
  })

  it.each([
    ['settled', (now: Awaited<ReturnType<typeof tagged>>) => settle(now.ada, now.claim, 'queried')],
    [
      'assigned',
      (now: Awaited<ReturnType<typeof tagged>>) =>
        now.ada.claims.assign({ requestId: newRequestId(), claimId: now.claim.id, personId: now.graceId }),
    ],
    [
      'noted',
      (now: Awaited<ReturnType<typeof tagged>>) =>
        now.ada.claims.setNote({ requestId: newRequestId(), claimId: now.claim.id, note: 'Who counted?' }),
    ],
    [
      'flagged',
      (now: Awaited<ReturnType<typeof tagged>>) =>
        now.ada.claims.setLegal({ requestId: newRequestId(), claimId: now.claim.id, isLegal: true }),
    ],
    [
      'backed',
      async (now: Awaited<ReturnType<typeof tagged>>) =>
        addBackup(now.ada, now.claim.id, await addSource(now.ada, 'Tally sheet')),
    ],
  ])('is removed, and the trail tells it, where it had been %s and was only untagged', async (_, work) => {
    const now = await tagged()
    await work(now)
    await now.untag()
    expect(await claimOf(now.ada, now.storyId, now.claim.id)).toMatchObject({
      presence: 'removed',
      words: 'About 400 people',
    })
    await now.retag()
    expect(await claimOf(now.ada, now.storyId, now.claim.id)).toMatchObject({ presence: 'inText', number: 1 })
    expect((await trailKinds(now.ada, now.storyId)).slice(-2)).toEqual(['claim.removed', 'claim.returned'])
    expect(await findings(now.ada)).toEqual([])
  })

  it('comes back with its record where its mark returns elsewhere', async () => {
    const { ada, storyId, claim, cut, paste } = await tagged()
    await settle(ada, claim, 'confirmed')
    await cut()
    expect((await ada.stories.open({ storyId })).story).toMatchObject({ openCount: 0, removedCount: 1 })
    await paste()
    expect(await claimOf(ada, storyId, claim.id)).toMatchObject({
      presence: 'inText',
      status: 'confirmed',
      number: 1,
      words: 'About 400 people',
    })
    expect((await ada.stories.open({ storyId })).story).toMatchObject({ claimCount: 1, removedCount: 0 })
    expect(await findings(ada)).toEqual([])
  })

  it('that was tagged and blanked out within one write is listed with the words it had', async () => {
    const { ada, storyId } = await tagged()
    const id = newClaimId()
    const mark = schema.mark('claim', { id })
    await edit(
      ada,
      storyId,
      (transform) => {
        const { from, to } = find(transform.doc, 'Lorrin')
        transform.addMark(from, to, mark)
        transform.replaceWith(from, to, schema.text(' '.repeat(to - from), [mark]))
        transform.removeMark(from, to, mark)
      },
      { claims: [{ id, kind: 'statement' }] },
    )
    expect(await claimOf(ada, storyId, id)).toMatchObject({ presence: 'removed', words: 'Lorrin' })
  })

  it.each([
    ['in one write', 1],
    ['each of them a write of its own', 16],
    ['in writes of five letters', 4],
  ])('letter by letter is listed with the words it had as a whole, %s', async (_, writes) => {
    const { ada, storyId, claim, desk, folder } = await tagged()
    const letters = 'About 400 people'.length
    let left = letters
    for (let write = 0; write < writes; write++) {
      const count = Math.min(left, Math.ceil(letters / writes))
      left -= count
      await edit(ada, storyId, (transform) => {
        const end = find(transform.doc, ' crossed').from
        for (let i = 0; i < count; i++) transform.delete(end - i - 1, end - i)
      })
    }
    expect(await claimOf(ada, storyId, claim.id)).toMatchObject({
      presence: 'removed',
      words: 'About 400 people',
    })
    expect(await findings(ada)).toEqual([])
    await desk.close()
    const again = await setUpBench({ folder })
    expect(await claimOf(again.ada, storyId, claim.id)).toMatchObject({ words: 'About 400 people' })
  })

  it('letter by letter, with a new desk in the middle of it, is listed with the words it had as a whole', async () => {
    const { ada, storyId, claim, desk, folder } = await tagged()
    const cutBefore = (client: typeof ada, words: string, count: number) =>
      edit(client, storyId, (transform) => {
        const end = find(transform.doc, words).from
        transform.delete(end - count, end)
      })
    await cutBefore(ada, ' crossed', 4)
    await desk.close()
    const again = await setUpBench({ folder })
    again.clock.nowMs += 5000
    await cutBefore(again.ada, ' crossed', 12)
    expect(await claimOf(again.ada, storyId, claim.id)).toMatchObject({
      presence: 'removed',
      words: 'About 400 people',
    })
  })

  it('long after it was shortened is listed with the words that it was shortened to', async () => {
    const { ada, storyId, claim, clock } = await tagged()
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, 'About ')
      transform.delete(from, to)
    })
    clock.nowMs += 60_000
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, '400 people')
      transform.delete(from, to)
    })
    expect(await claimOf(ada, storyId, claim.id)).toMatchObject({ presence: 'removed', words: '400 people' })
  })

  it('that was tagged and untagged within one write is withdrawn and keeps its number for a redo', async () => {
    const { ada, storyId, retag: _, ...rest } = await tagged()
    const id = newClaimId()
    const mark = schema.mark('claim', { id })
    await edit(
      ada,
      storyId,
      (transform) => {
        const { from, to } = find(transform.doc, 'Saturday')
        transform.addMark(from, to, mark).removeMark(from, to, mark)
      },
      { claims: [{ id, kind: 'statement' }] },
    )
    expect(await isListed(ada, storyId, id)).toBe(false)
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, 'Saturday')
      transform.addMark(from, to, mark)
    })
    expect(await claimOf(ada, storyId, id)).toMatchObject({ number: 2, words: 'Saturday' })
    expect(await findings(rest.grace)).toEqual([])
  })

  it('that was tagged and deleted within one write is listed with the words it had', async () => {
    const { ada, storyId } = await tagged()
    const id = newClaimId()
    await edit(
      ada,
      storyId,
      (transform) => {
        const { from, to } = find(transform.doc, 'on Saturday')
        transform.addMark(from, to, schema.mark('claim', { id })).delete(from, to)
      },
      { claims: [{ id, kind: 'statement' }] },
    )
    expect(await claimOf(ada, storyId, id)).toMatchObject({ presence: 'removed', words: 'on Saturday' })
  })
})

describe('the words of a claim', () => {
  it('follow what is written inside it, and its status stays', async () => {
    const { ada, storyId, claim } = await tagged()
    await settle(ada, claim, 'confirmed')
    await edit(ada, storyId, (transform) => {
      transform.insert(find(transform.doc, '400').to, schema.text(' happy'))
    })
    expect(await claimOf(ada, storyId, claim.id)).toMatchObject({
      words: 'About 400 happy people',
      status: 'confirmed',
      settling: { words: 'About 400 people' },
    })
  })

  it('are left alone, and no revision is spent, where another paragraph is edited', async () => {
    const { ada, storyId } = await tagged()
    const before = await ada.stories.open({ storyId })
    await edit(ada, storyId, (transform) => {
      transform.insert(find(transform.doc, 'The river').to, schema.text(' here'))
    })
    const after = await ada.stories.open({ storyId })
    expect(after.claims).toEqual(before.claims)
    expect(after.revision).toBe(before.revision)
  })
})

describe('a copy of a claim', () => {
  it('is unchecked, of its origin’s kind and speaker, and names it, from another story too', async () => {
    const { ada, storyId } = await tagged()
    const origin = await tag(ada, storyId, 'The river is the Lorrin', { kind: 'quote' })
    await ada.claims.setSpeaker({
      requestId: newRequestId(),
      claimId: origin.id,
      speaker: { name: 'Odile Brandt', role: 'baker', sourceId: null },
    })
    await settle(ada, origin, 'confirmed')
    const other = await makeStory(ada, ['Nothing yet.'])
    for (const target of [storyId, other]) {
      const id = newClaimId()
      await edit(
        ada,
        target,
        (transform) => {
          const mark = schema.mark('claim', { id })
          transform.insert(1, schema.text('The river is the Lorrin', [mark]))
        },
        { claims: [{ id, kind: 'statement', copiedFrom: origin.id }] },
      )
      expect(await claimOf(ada, target, id)).toMatchObject({
        kind: 'quote',
        status: 'unchecked',
        settling: null,
        copiedFrom: origin.id,
        speaker: { name: 'Odile Brandt' },
        backup: [],
      })
    }
    expect(await findings(ada)).toEqual([])
  })
})
