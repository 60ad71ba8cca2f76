import { say } from './notice.ts'
import { createStore } from './store.ts'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'note' | 'error'
  /** What is safe and what to do; for errors. */
  readonly detail?: string
  readonly undo?: () => void
  /** True only while the desk cannot be reached. */
  readonly isOfLostLink?: boolean
}

export const toasts = createStore<readonly Toast[]>([])
let lastId = 0

/** Shows a toast; at most three stand at once, the oldest goes first. */
export function toast(text: string, options: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
  const id = ++lastId
  // What was said before is no longer the last word.
  say('')
  toasts.set((now) => [...now.slice(-2), { id, text, tone: 'note', ...options }])
  return id
}

export function dropToast(id: number): void {
  toasts.set((now) => (now.some((each) => each.id === id) ? now.filter((each) => each.id !== id) : now))
}

/** The desk is back: that it cannot be reached is no longer so. */
export function dropLostLink(): void {
  toasts.set((now) =>
    now.some((each) => each.isOfLostLink) ? now.filter((each) => !each.isOfLostLink) : now,
  )
}

/** Takes away offers to undo what can no longer be undone. */
export function dropUndos(): void {
  toasts.set((now) => (now.some((each) => each.undo) ? now.filter((each) => !each.undo) : now))
}
