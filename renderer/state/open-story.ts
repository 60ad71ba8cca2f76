import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { StoryId } from '../../shared/model/ids.ts'
import { forgetCopied } from '../editor/slice-store.ts'
import type { DeskLink } from '../link/link.ts'
import { strings } from '../ui/strings.ts'
import { chooseNothing } from './chosen-proposal.ts'
import { claimFilter, everyClaim } from './claim-filter.ts'
import { selectNothing } from './claim-selection.ts'
import { say } from './notice.ts'
import { putPencilDown } from './pencil.ts'
import { prefer } from './preferences.ts'
import { openSession, type SessionState, type StorySession, type TextAhead } from './session.ts'
import { createStore } from './store.ts'
import { dropUndos } from './toasts.ts'
import { show } from './window.ts'

export type OpenStory =
  | { kind: 'none' }
  /** `text` once it can be read, where its claims are many and still on their way. */
  | { kind: 'opening'; storyId: StoryId; text: TextAhead | null }
  | { kind: 'open'; storyId: StoryId; session: StorySession }
  | { kind: 'failed'; storyId: StoryId; error: unknown }

export const openStory = createStore<OpenStory>({ kind: 'none' })

/** Rises with each opening, so that a slow one that was overtaken is let go. */
let turn = 0

/** Opens a story in the middle; the one before it is saved and let go. */
export async function goToStory(link: DeskLink, storyId: StoryId): Promise<StorySession | null> {
  const now = openStory.get()
  show({ view: 'story', drawer: null, backupFormFor: null, queryFormFor: null, fixFormFor: null })
  if (now.kind === 'open' && now.storyId === storyId) return now.session
  const mine = ++turn
  letGo(now)
  claimFilter.set(everyClaim)
  chooseNothing()
  putPencilDown()
  dropUndos()
  openStory.set({ kind: 'opening', storyId, text: null })
  try {
    const session = await openSession(link, storyId, (text) => {
      if (mine === turn) openStory.set({ kind: 'opening', storyId, text })
    })
    if (mine !== turn) {
      void session.close()
      return null
    }
    prefer({ storyId })
    openStory.set({ kind: 'open', storyId, session })
    return session
  } catch (error) {
    if (mine === turn) openStory.set({ kind: 'failed', storyId, error })
    return null
  }
}

/**
 * Opens a story anew from which words were struck: the session has them in its text and its undo history. What
 * was typed last is saved first, as far as the desk still takes it.
 */
export async function openAnew(link: DeskLink, session: StorySession): Promise<void> {
  const isOpen = (): boolean => {
    const now = openStory.get()
    return now.kind === 'open' && now.session === session
  }
  if (!isOpen()) return
  const mine = ++turn
  openStory.set({ kind: 'opening', storyId: session.storyId, text: null })
  const hadUnsaved = session.hasUnsaved()
  await session.close()
  forgetCopied()
  dropUndos()
  if (mine !== turn) return
  openStory.set({ kind: 'none' })
  await goToStory(link, session.storyId)
  say(hadUnsaved ? strings.striking.openedAnewUnsaved : strings.striking.openedAnew)
}

export function leaveStory(): void {
  turn++
  putPencilDown()
  letGo(openStory.get())
  prefer({ storyId: null })
  openStory.set({ kind: 'none' })
}

function letGo(story: OpenStory): void {
  selectNothing()
  if (story.kind === 'open') void story.session.close()
}

/**
 * Watches what `select` picks of an open story. Typing changes the state at every key; a view renders again
 * only when its pick is no longer equal to the last.
 */
export function useSession<T>(
  session: StorySession,
  select: (state: SessionState) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const last = useRef<{ value: T; equal: T } | null>(null)
  const read = useCallback(() => {
    const value = select(session.getState())
    const known = last.current
    // What was found equal once need not be compared again at every key: a list of thousands may be.
    if (known && (value === known.equal || isEqual(known.value, value))) {
      known.equal = value
      return known.value
    }
    last.current = { value, equal: value }
    return value
  }, [session, select, isEqual])
  return useSyncExternalStore(session.subscribe, read, read)
}

export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, at) => item === b[at]))
}
