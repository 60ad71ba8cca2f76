import type { SaveAnswer } from '../../shared/contract/shell-messages.ts'
import type { SaveState } from './session.ts'
import { unanswered } from './session-refusal.ts'
import { createStore } from './store.ts'

/** A story that is written in, or was left before the desk had all of it. */
export interface Writing {
  hasUnsaved(): boolean
  state(): SaveState
  /** Tries at once what would be tried again later. */
  tryAgain(): void
}

const writings = new Set<Writing>()

/** Whether anything in this window is not at the desk yet. */
export const unsaved = createStore(false)

/** Whoever is kept says by this that it may stand otherwise now. */
export function reviewUnsaved(): void {
  unsaved.set([...writings].some((writing) => writing.hasUnsaved()))
}

/** Keeps a story until the returned function is called. */
export function keepWriting(writing: Writing): () => void {
  writings.add(writing)
  reviewUnsaved()
  return () => {
    writings.delete(writing)
    reviewUnsaved()
  }
}

const lookMs = 40

/** Waits until the desk has everything, for so long at most. */
export async function whenAllSaved(longestMs: number): Promise<SaveAnswer> {
  // A field that brings its words to the desk when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  for (const writing of writings) writing.tryAgain()
  const untilMs = performance.now() + longestMs
  for (;;) {
    const left = [...writings].filter((writing) => writing.hasUnsaved())
    if (left.length === 0) return { kind: 'saved' }
    if (performance.now() >= untilMs) {
      const states = left.map((writing) => writing.state())
      const known = states.find((state) => state.kind === 'notSaved')
      const reason = known?.kind === 'notSaved' ? known.reason : unanswered
      return { kind: 'notSaved', reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` }
    }
    await new Promise((resolve) => setTimeout(resolve, lookMs))
  }
}

/** Leaving the page while something is unsaved asks first. @returns ends it */
export function warnWhenLeaving(): () => void {
  const onLeave = (event: BeforeUnloadEvent) => {
    if ([...writings].some((writing) => writing.hasUnsaved())) event.preventDefault()
  }
  window.addEventListener('beforeunload', onLeave)
  return () => window.removeEventListener('beforeunload', onLeave)
}
