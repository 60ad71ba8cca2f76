import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSession, type SessionLink, type StorySession } from '../../../renderer/state/session.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { must } from '../../../shared/lib/assert.ts'
import { newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import { readByForce } from '../../shared/document/force.ts'
import { documentOf, find, findings, makeStory, setUpBench } from './bench.ts'

const texts = ['At least 23 people died in Homs.', 'Elsewhere: nothing.', 'Nobody knows more.']

/** A window's link to the desk: what it sends waits while it is held back. */
function connect(client: DeskClient) {
  let hold: Promise<void> | null = null
  let release = () => {}
  const stories: DeskClient['stories'] = {
    ...client.stories,
    list: client.stories.list,
    create: client.stories.create,
    open: client.stories.open,
    openText: client.stories.openText,
    claims: client.stories.claims,
    follow: client.stories.follow,
    write: (async (...given: Parameters<typeof client.stories.write>) => {
      await hold
      return client.stories.write(...given)
    }) as typeof client.stories.write,
  }
  const link: SessionLink = {
    client: { desk: client.desk, stories, claims: client.claims } as DeskClient,
    state: () => 'open',
    subscribe: () => () => {},
    blobUrl: (hash) => hash,
    putBlob: () => Promise.reject(new Error('nobody adds pictures here')),
  }
  return {
    link,
    holdBack() {
      hold = new Promise((resolve) => {
        release = resolve
      })
    },
    letGo() {
      hold = null
      release()
    },
  }
}

async function open(client: DeskClient, storyId: StoryId) {
  const wire = connect(client)
  const session = await openSession(wire.link, storyId)
  onTestFinished(() => session.close())
  return { session, ...wire }
}

function select(session: StorySession, words: string, isCaret = false): void {
  const { state, view } = session.editor
  const { from, to } = find(state.doc, words)
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, isCaret ? from : to)))
}

function cut(session: StorySession, words: string) {
  select(session, words)
  const { state, view } = session.editor
  const slice = state.selection.content()
  view.dispatch(state.tr.deleteSelection())
  return slice
}

function paste(session: StorySession, slice: ReturnType<typeof cut>, before: string): void {
  select(session, before, true)
  const { state, view } = session.editor
  view.dispatch(state.tr.replaceSelection(slice).setMeta('uiEvent', 'paste'))
}

const isSaved = (session: StorySession) => session.getState().save.kind === 'saved'

async function settled(...sessions: StorySession[]): Promise<void> {
  const [first] = sessions
  await expect
    .poll(
      () =>
        sessions.every(isSaved) &&
        sessions.every((one) =>
          sameDocument(one.editor.state.doc, must(first, 'a session').editor.state.doc),
        ),
      { timeout: 5000, interval: 5 },
    )
    .toBe(true)
}

async function twoWindows() {
  const bench = await setUpBench()
  const storyId = await makeStory(bench.ada, texts)
  const one = await open(bench.ada, storyId)
  select(one.session, '23 people died')
  one.session.tagAtCaret()
  await settled(one.session)
  const other = await open(bench.grace, storyId)
  const id = must(one.session.getState().openClaimId, 'a claim is open')
  const words = (session: StorySession) => readByForce(session.editor.state.doc)
  const claims = async () => (await bench.ada.stories.open({ storyId })).claims
  return { ...bench, storyId, one, other, id, words, claims }
}

describe('two windows that put one claim in two places at the same moment', () => {
  it('by pasting what was cut keep it where the first put it, and the other has a copy', async () => {
    const { ada, storyId, one, other, id, words, claims } = await twoWindows()
    const slice = cut(one.session, '23 people died')
    await settled(one.session, other.session)
    other.holdBack()
    paste(one.session, slice, 'nothing')
    paste(other.session, slice, 'Nobody')
    await expect.poll(() => isSaved(one.session)).toBe(true)
    other.letGo()
    await settled(one.session, other.session)
    const inText = (await claims()).filter((claim) => claim.presence === 'inText')
    expect(inText).toHaveLength(2)
    const copy = must(
      inText.find((claim) => claim.id !== id),
      'a copy',
    )
    expect(copy).toMatchObject({
      words: '23 people diedNobody',
      copiedFrom: id,
      status: 'unchecked',
      number: 2,
    })
    expect(words(one.session)).toEqual(
      new Map([
        [id, '23 people diednothing'],
        [copy.id, '23 people diedNobody'],
      ]),
    )
    expect(one.session.getState().order).toEqual(other.session.getState().order)
    expect(sameDocument(one.session.editor.state.doc, await documentOf(ada, storyId))).toBe(true)
    expect(await findings(ada)).toEqual([])
  })

  it('by undoing the cut in one and pasting in the other', async () => {
    const { ada, one, other, id, claims } = await twoWindows()
    const slice = cut(one.session, '23 people died')
    await settled(one.session, other.session)
    one.holdBack()
    paste(other.session, slice, 'Nobody')
    one.session.format('undo')
    await expect.poll(() => isSaved(other.session)).toBe(true)
    one.letGo()
    await settled(one.session, other.session)
    const inText = (await claims()).filter((claim) => claim.presence === 'inText')
    expect(inText.map((claim) => [claim.id === id, claim.words, claim.copiedFrom])).toEqual([
      [true, '23 people diedNobody', null],
      [false, '23 people died', id],
    ])
    expect(await findings(ada)).toEqual([])
  })

  it('by undoing the cut after the other’s paste has arrived', async () => {
    const { ada, one, other, id, claims } = await twoWindows()
    const slice = cut(one.session, '23 people died')
    await settled(one.session, other.session)
    paste(other.session, slice, 'Nobody')
    await settled(one.session, other.session)
    one.session.format('undo')
    await settled(one.session, other.session)
    const inText = (await claims()).filter((claim) => claim.presence === 'inText')
    expect(inText.map((claim) => [claim.id === id, claim.words, claim.copiedFrom])).toEqual([
      [true, '23 people diedNobody', null],
      [false, '23 people died', id],
    ])
    one.session.format('redo')
    await settled(one.session, other.session)
    expect((await claims()).filter((claim) => claim.presence === 'inText').map((claim) => claim.id)).toEqual([
      id,
    ])
    expect(await findings(ada)).toEqual([])
  })

  it('by hand, after it was removed', async () => {
    const { ada, one, other, id, claims } = await twoWindows()
    cut(one.session, '23 people died')
    await settled(one.session, other.session)
    other.holdBack()
    select(one.session, 'nothing')
    one.session.putBack(id)
    select(other.session, 'Nobody')
    other.session.putBack(id)
    await expect.poll(() => isSaved(one.session)).toBe(true)
    other.letGo()
    await settled(one.session, other.session)
    const inText = (await claims()).filter((claim) => claim.presence === 'inText')
    expect(inText.map((claim) => [claim.words, claim.copiedFrom])).toEqual([
      ['nothing', null],
      ['Nobody', id],
    ])
    expect(await findings(ada)).toEqual([])
  })

  it('while what both write within it stays one claim', async () => {
    const { ada, one, other, id, claims } = await twoWindows()
    other.holdBack()
    const write = (session: StorySession, words: string, by: string) => {
      const { state, view } = session.editor
      const { from, to } = find(state.doc, words)
      view.dispatch(state.tr.insertText(by, from, to))
    }
    write(one.session, '23', '24')
    write(other.session, 'died', 'were killed')
    select(other.session, '23 people were killed in Homs')
    other.session.changeSpan(id)
    await expect.poll(() => isSaved(one.session)).toBe(true)
    other.letGo()
    await settled(one.session, other.session)
    const [claim, ...others] = await claims()
    expect(others).toEqual([])
    expect(claim).toMatchObject({ id, presence: 'inText', words: '24 people were killed in Homs' })
    expect(await findings(ada)).toEqual([])
  })
})

describe('a story that somebody archives while it is open in another window', () => {
  async function archived() {
    const bench = await twoWindows()
    const { ada, storyId, other } = bench
    const type = (text: string) => {
      const { state, view } = other.session.editor
      view.dispatch(state.tr.insertText(text, find(state.doc, 'Nobody').from))
    }
    other.holdBack()
    type('Unsent. ')
    await ada.stories.archive({ requestId: newRequestId(), storyId })
    await expect.poll(() => other.session.getState().story.archivedAtMs).not.toBeNull()
    return { ...bench, type }
  }

  it('takes no further edit and no command there, and says so', async () => {
    const { ada, storyId, one, other, id, type } = await archived()
    const before = other.session.editor.state.doc
    type('More. ')
    other.session.untag(id)
    other.session.format('undo')
    select(other.session, 'Elsewhere')
    other.session.tagAtCaret()
    await other.session.merge([id, id])
    expect(other.session.setLink('https://example.org')).toBe(false)
    expect(other.session.editor.state.doc).toBe(before)
    expect(other.session.getState().claims.size).toBe(1)
    expect(other.session.getState().tagNotice).toBe('The story is archived. Restore it to change it.')
    await ada.stories.restore({ requestId: newRequestId(), storyId })
    await expect.poll(() => other.session.getState().story.archivedAtMs).toBeNull()
    expect(other.session.getState().tagNotice).toBeNull()
    other.letGo()
    await settled(one.session, other.session)
  })

  it('keeps there what was typed before that was heard, and saves it when the story is restored', async () => {
    const { ada, storyId, one, other } = await archived()
    other.letGo()
    await expect
      .poll(() => other.session.getState().save)
      .toMatchObject({
        kind: 'notSaved',
        reason: 'the story is archived; restore it',
      })
    expect(other.session.editor.state.doc.textContent).toContain('Unsent. Nobody')
    await ada.stories.restore({ requestId: newRequestId(), storyId })
    await settled(one.session, other.session)
    expect((await documentOf(ada, storyId)).textContent).toContain('Unsent. Nobody')
  })
})

describe('who has a story open', () => {
  it('is told to every window that has it, one entry a window, and again when one is closed', async () => {
    const { ada, storyId, one, other, adaId, graceId } = await twoWindows()
    const present = (window: typeof one) => window.session.getState().present
    await expect.poll(() => present(one)).toEqual([graceId])
    await expect.poll(() => present(other)).toEqual([adaId])
    const third = await open(ada, storyId)
    await expect.poll(() => present(one)).toEqual([graceId, adaId])
    await expect.poll(() => present(third)).toEqual([adaId, graceId])
    await other.session.close()
    await expect.poll(() => present(one)).toEqual([adaId])
    await third.session.close()
    await expect.poll(() => present(one)).toEqual([])
  })
})
