import { describe, expect, it } from 'vitest'
import { localeHere } from '../../../electron/desk/language.ts'
import { anchorSpans } from '../../../shared/document/anchors.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import { newRequestId, newStoryId, type StoryId } from '../../../shared/model/ids.ts'
import {
  addBackup,
  addSource,
  type Bench,
  documentOf,
  edit,
  find,
  findings,
  makeStory,
  refusalOf,
  settle,
  setUpBench,
  tag,
  trailKinds,
} from './bench.ts'

const text = 'The bridge opened on Saturday. About 400 people crossed it.'

describe('the list of stories', () => {
  it('has the newest change first, and archived ones only when asked for', async () => {
    const { ada } = await setUpBench()
    const first = await makeStory(ada, [text], 'First')
    const second = await makeStory(ada, [text], 'Second')
    await ada.stories.setStage({ requestId: newRequestId(), storyId: first, stage: 'editing' })
    const third = await makeStory(ada, [text], 'Third')
    await ada.stories.archive({ requestId: newRequestId(), storyId: third })
    expect((await ada.stories.list({})).map((story) => story.id)).toEqual([first, second])
    expect((await ada.stories.list({ archived: true })).map((story) => story.id)).toEqual([
      third,
      first,
      second,
    ])
    await ada.stories.restore({ requestId: newRequestId(), storyId: third })
    expect((await ada.stories.list({})).map((story) => story.id)).toEqual([third, first, second])
    expect(await trailKinds(ada, third)).toEqual(['story.created', 'story.archived', 'story.restored'])
  })
})

describe('a slug', () => {
  it('is made of the headline, and gets a number where the name is taken', async () => {
    const { ada } = await setUpBench()
    const slugs: string[] = []
    for (const headline of ['The bridge', 'The bridge!', 'The bridge 2', 'the BRIDGE', '', '']) {
      slugs.push((await ada.stories.create({ requestId: newRequestId(), headline })).slug)
    }
    expect(slugs).toEqual([
      'the-bridge',
      'the-bridge-2',
      'the-bridge-2-2',
      'the-bridge-3',
      'untitled',
      'untitled-2',
    ])
  })

  it('set by hand is made one, is free for its own story, and cannot be had twice', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text], 'First')
    await makeStory(ada, [text], 'The bridge')
    const set = async (slug: string) =>
      (await ada.stories.setSlug({ requestId: newRequestId(), storyId, slug })).slug
    expect(await set('The Bridge')).toBe('the-bridge-2')
    expect(await set('The Bridge')).toBe('the-bridge-2')
    expect(await set('Ünder a ‘new’ name')).toBe('under-a-new-name')
    expect(await trailKinds(ada, storyId)).toEqual(['story.created', 'story.renamed', 'story.renamed'])
  })
})

describe('the slug of a new story', () => {
  /** Writes another headline, as a window does. */
  const head = (client: Bench['ada'], storyId: StoryId, headline: string) =>
    edit(client, storyId, (transform) => {
      const { nodeSize } = must(transform.doc.firstChild, 'a story begins with its headline')
      transform.replaceWith(1, nodeSize - 1, headline === '' ? [] : schema.text(headline))
    })
  const slugOfStory = async (client: Bench['ada'], storyId: StoryId) =>
    (await client.stories.open({ storyId })).story.slug

  it('follows the headline while it is written, beside another story of the same name', async () => {
    const { ada } = await setUpBench()
    await makeStory(ada, [text], 'The bridge')
    const { id, slug } = await ada.stories.create({ requestId: newRequestId() })
    expect(slug).toBe('untitled')
    await head(ada, id, 'The bridge')
    expect(await slugOfStory(ada, id)).toBe('the-bridge-2')
    await head(ada, id, 'The bridge opens')
    expect(await slugOfStory(ada, id)).toBe('the-bridge-opens')
    await head(ada, id, '')
    expect(await slugOfStory(ada, id)).toBe('untitled')
    // Nobody did anything that a trail would tell.
    expect(await trailKinds(ada, id)).toEqual(['story.created'])
    expect(await findings(ada)).toEqual([])
  })

  it('is a person’s once one has set it', async () => {
    const { ada } = await setUpBench()
    const { id } = await ada.stories.create({ requestId: newRequestId(), headline: 'The bridge' })
    await ada.stories.setSlug({ requestId: newRequestId(), storyId: id, slug: 'footbridge' })
    await head(ada, id, 'A bridge for Tarnwick')
    expect(await slugOfStory(ada, id)).toBe('footbridge')
    expect(await trailKinds(ada, id)).toEqual(['story.created', 'story.renamed'])
    expect(await findings(ada)).toEqual([])
  })

  it('stays from the day that the story is no draft any more, also when it is one again', async () => {
    const { ada } = await setUpBench()
    const { id } = await ada.stories.create({ requestId: newRequestId(), headline: 'The bridge' })
    await head(ada, id, 'The bridge opens')
    await ada.stories.setStage({ requestId: newRequestId(), storyId: id, stage: 'editing' })
    await head(ada, id, 'Four hundred cross it')
    await ada.stories.setStage({ requestId: newRequestId(), storyId: id, stage: 'draft' })
    await head(ada, id, 'Nobody crosses it')
    expect(await slugOfStory(ada, id)).toBe('the-bridge-opens')
    expect(await findings(ada)).toEqual([])
  })

  it('of a copy does not follow: it was given to it', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text], 'The bridge')
    const { id, slug } = await ada.stories.duplicate({ requestId: newRequestId(), storyId })
    await head(ada, id, 'Another bridge')
    expect(await slugOfStory(ada, id)).toBe(slug)
    expect(await findings(ada)).toEqual([])
  })
})

describe('an archived story', () => {
  it('can be read, copied and restored, and nothing else', async () => {
    const { ada } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const claim = await tag(ada, storyId, '400')
    const sourceId = await addSource(ada, 'Tally sheet')
    await ada.stories.archive({ requestId: newRequestId(), storyId })
    const requestId = newRequestId()
    const claimId = claim.id
    for (const call of [
      ada.stories.setStage({ requestId, storyId, stage: 'ready' }),
      ada.stories.setSlug({ requestId, storyId, slug: 'new' }),
      ada.claims.setNote({ requestId, claimId, note: 'x' }),
      ada.claims.takeBack({ requestId, storyId }),
      ada.transfer.putBack({ requestId, storyId }),
      addBackup(ada, claimId, sourceId),
      edit(ada, storyId, (transform) => transform.delete(1, 2)),
    ]) {
      expect((await refusalOf(call)).code).toBe('ARCHIVED')
    }
    expect((await ada.stories.open({ storyId })).story.archivedAtMs).not.toBeNull()
    const copy = await ada.stories.duplicate({ requestId: newRequestId(), storyId })
    expect(copy.archivedAtMs).toBeNull()
  })
})

describe('a command on a story', () => {
  it('is refused to nobody and for a story that does not exist', async () => {
    const { ada, nobody } = await setUpBench()
    const requestId = newRequestId()
    const storyId = newStoryId()
    expect((await refusalOf(nobody.stories.create({ requestId }))).code).toBe('NO_PERSON')
    for (const call of [
      ada.stories.open({ storyId }),
      ada.stories.setStage({ requestId, storyId, stage: 'ready' }),
      ada.stories.setSlug({ requestId, storyId, slug: 'x' }),
      ada.stories.duplicate({ requestId, storyId }),
      ada.stories.archive({ requestId, storyId }),
      ada.stories.restore({ requestId, storyId }),
      ada.stories.trail({ storyId }),
      ada.transfer.receipt({ storyId }),
      ada.transfer.putBack({ requestId, storyId }),
      ada.transfer.exportStory({ storyId, as: 'txt' }),
    ]) {
      expect(await refusalOf(call)).toEqual({ code: 'NOT_FOUND', data: { what: 'story', id: storyId } })
    }
  })

  it('that fits no schema is bad input', async () => {
    const { ada } = await setUpBench()
    const call = ada.stories.create({ requestId: newRequestId(), headline: 'x'.repeat(2001) })
    expect((await refusalOf(call)).code).toBe('BAD_REQUEST')
  })

  it('gets its first answer again whatever happened since', async () => {
    const { ada } = await setUpBench()
    const requestId = newRequestId()
    const first = await ada.stories.create({ requestId, headline: 'First' })
    await ada.stories.setStage({ requestId: newRequestId(), storyId: first.id, stage: 'checking' })
    expect(await ada.stories.create({ requestId, headline: 'First' })).toEqual(first)
    expect(await ada.stories.list({})).toHaveLength(1)
  })

  it('sent twice at once is done once', async () => {
    const { ada } = await setUpBench()
    const requestId = newRequestId()
    const [one, other] = await Promise.all([
      ada.stories.create({ requestId, headline: 'First' }),
      ada.stories.create({ requestId, headline: 'First' }),
    ])
    expect(one).toEqual(other)
    expect(await ada.stories.list({})).toHaveLength(1)
  })
})

describe('a duplicate', () => {
  it('has the words and the backup, its own claims from 1 on, unchecked, and names what it came from', async () => {
    const { ada, grace, graceId } = await setUpBench()
    const storyId = await makeStory(ada, [text])
    const removed = await tag(ada, storyId, 'on Saturday')
    await edit(ada, storyId, (transform) => {
      const { from, to } = find(transform.doc, ' on Saturday')
      transform.delete(from, to)
    })
    const claim = await tag(ada, storyId, 'About 400 people')
    const sourceId = await addSource(ada, 'Tally sheet')
    await addBackup(ada, claim.id, sourceId)
    await ada.claims.setNote({ requestId: newRequestId(), claimId: claim.id, note: 'Who counted?' })
    await ada.claims.assign({ requestId: newRequestId(), claimId: claim.id, personId: graceId })
    await settle(ada, claim, 'confirmed')
    await ada.stories.setStage({ requestId: newRequestId(), storyId, stage: 'checking' })
    const origin = await ada.stories.open({ storyId })

    const copy = await grace.stories.duplicate({ requestId: newRequestId(), storyId })
    expect(copy).toMatchObject({
      slug: `${origin.story.slug}-2`,
      headline: origin.story.headline,
      stage: 'draft',
      version: 0,
      copiedFrom: storyId,
      claimCount: 1,
      openCount: 1,
      removedCount: 0,
      isSample: false,
    })
    const opened = await ada.stories.open({ storyId: copy.id })
    expect(opened.claims).toMatchObject([
      {
        number: 1,
        storyId: copy.id,
        words: 'About 400 people',
        status: 'unchecked',
        settling: null,
        assigneeId: null,
        note: 'Who counted?',
        copiedFrom: claim.id,
        taggedBy: graceId,
        backup: [{ sourceId, locator: 'page 4' }],
      },
    ])
    const [copied] = opened.claims
    expect([...anchorSpans(await documentOf(ada, copy.id)).keys()]).toEqual([must(copied, 'a claim').id])
    expect(copied?.id).not.toBe(claim.id)
    expect(copied?.backup[0]?.id).not.toBe(claim.backup[0]?.id)
    expect(await ada.stories.open({ storyId })).toEqual(origin)
    expect((await tag(ada, copy.id, 'The bridge opened')).number).toBe(2)
    expect(origin.claims.map((one) => [one.id, one.presence])).toContainEqual([removed.id, 'removed'])
    expect(await trailKinds(ada, copy.id)).toEqual(['story.duplicated', 'claim.tagged'])
    expect(await findings(ada)).toEqual([])
  })
})

describe('the language of a story', () => {
  it('is guessed at its birth, set by a person and kept by its copy, with an event', async () => {
    const { ada } = await setUpBench()
    const { id: storyId, language } = await ada.stories.create({ requestId: newRequestId(), headline: 'A' })
    expect(language).toBe(localeHere())
    const change = () => ({ requestId: newRequestId(), storyId, language: 'de-AT' })
    expect((await ada.stories.setLanguage(change())).language).toBe('de-AT')
    // What is so already is no event.
    await ada.stories.setLanguage(change())
    expect(await trailKinds(ada, storyId)).toEqual(['story.created', 'story.languageSet'])
    const copy = await ada.stories.duplicate({ requestId: newRequestId(), storyId })
    expect(copy.language).toBe('de-AT')
  })

  it('is refused where it is none', async () => {
    const { ada } = await setUpBench()
    const { id: storyId } = await ada.stories.create({ requestId: newRequestId(), headline: 'A' })
    const refused = ada.stories.setLanguage({ requestId: newRequestId(), storyId, language: 'Deutsch' })
    await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
