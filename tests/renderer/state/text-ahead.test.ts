import { TextSelection } from '@tiptap/pm/state'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSession, type SessionLink, type TextAhead } from '../../../renderer/state/session.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { openAuthority } from './authority.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A desk whose story has so many claims, and whose answer about them comes when it is let go. */
function heldBack(claimCount: number) {
  const authority = openAuthority(
    buildDocument({ headline: 'Bridge to close' }, [
      schema.node('paragraph', null, [schema.text('It opened in 1931.')]),
    ]).toJSON(),
  )
  const { link } = authority.connect(() => 5)
  const { stories } = link.client
  const answer = Promise.withResolvers<void>()
  const client = {
    ...link.client,
    stories: {
      ...stories,
      openText: async (given: { storyId: typeof authority.storyId }) => {
        const opened = await stories.openText(given)
        return { ...opened, story: { ...opened.story, claimCount } }
      },
      claims: async (given: { storyId: typeof authority.storyId }) => {
        await answer.promise
        return stories.claims(given)
      },
    },
  } as unknown as DeskClient
  const held: SessionLink = { ...link, client }
  const ahead: TextAhead[] = []
  const opening = openSession(held, authority.storyId, (text) => ahead.push(text))
  return { opening, ahead, answer }
}

function typedInto({ editor }: Pick<TextAhead, 'editor'>): string {
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(TextSelection.atEnd(state.doc)).insertText('!'))
  return editor.state.doc.textContent
}

describe('a story with thousands of claims', () => {
  it('can be read before they come, and typed in after', async () => {
    const { opening, ahead, answer } = heldBack(5000)
    await vi.advanceTimersByTimeAsync(1000)
    const [text] = ahead
    if (!text) throw new Error('the text was not shown')
    expect(text.editor.state.doc.textContent).toContain('It opened in 1931.')
    expect(text.language).toBe('en')
    expect(typedInto(text)).not.toContain('!')
    answer.resolve()
    await vi.advanceTimersByTimeAsync(1000)
    const session = await opening
    expect(session.editor).toBe(text.editor)
    expect(typedInto(session)).toContain('!')
    const closing = session.close()
    await vi.advanceTimersByTimeAsync(1000)
    await closing
  })

  it('is let go where they do not come', async () => {
    const { opening, ahead, answer } = heldBack(5000)
    const failing = expect(opening).rejects.toThrow('no more')
    await vi.advanceTimersByTimeAsync(1000)
    answer.reject(new Error('no more'))
    await vi.advanceTimersByTimeAsync(1000)
    await failing
    expect(ahead[0]?.editor.isDestroyed).toBe(true)
  })
})

describe('a story with few claims', () => {
  it('is shown with them', async () => {
    const { opening, ahead, answer } = heldBack(20)
    await vi.advanceTimersByTimeAsync(1000)
    answer.resolve()
    await vi.advanceTimersByTimeAsync(1000)
    const session = await opening
    expect(ahead).toEqual([])
    const closing = session.close()
    await vi.advanceTimersByTimeAsync(1000)
    await closing
  })
})
