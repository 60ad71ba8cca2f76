import { createStore } from './store.ts'

/** The last thing worth saying in the status bar; `at` tells two equal notices apart. */
export const notice = createStore<{ text: string; at: number }>({ text: '', at: 0 })

export function say(text: string): void {
  notice.set((now) => ({ text, at: now.at + 1 }))
}
