import { useCallback } from 'react'
import { strings } from '../ui/strings.ts'
import { createStore, useStore } from './store.ts'
import { keepWriting, reviewUnsaved } from './unsaved.ts'

/**
 * What was typed into the fields of one kind of form and is not at the desk yet, by what the form is about. It
 * outlives the form: who goes to another claim, source or story finds it again on coming back.
 */
export interface Drafts<T> {
  get(key: string): T | undefined
  keep(key: string, draft: T): void
  drop(key: string): void
  /** Hands a draft over to be saved; it is a draft again where `save` does not come back with true. */
  settle(key: string, save: (draft: T) => Promise<boolean | undefined>): Promise<void>
  use(key: string): T | undefined
}

export function createDrafts<T>(): Drafts<T> {
  const store = createStore<ReadonlyMap<string, T>>(new Map())
  let beingSaved = 0
  // A window with something half written is not left without a question.
  keepWriting({
    hasUnsaved: () => store.get().size > 0 || beingSaved > 0,
    state: () => ({ kind: 'notSaved', reason: strings.status.formUnsaved }),
    tryAgain: () => {},
  })
  store.subscribe(reviewUnsaved)

  function keep(key: string, draft: T) {
    store.set((now) => new Map(now).set(key, draft))
  }

  function drop(key: string) {
    store.set((now) => {
      if (!now.has(key)) return now
      const left = new Map(now)
      left.delete(key)
      return left
    })
  }

  return {
    get: (key) => store.get().get(key),
    keep,
    drop,
    async settle(key, save) {
      const draft = store.get().get(key)
      if (draft === undefined) return
      beingSaved++
      drop(key)
      const isDone = await save(draft).finally(() => {
        beingSaved--
      })
      reviewUnsaved()
      // What was typed meanwhile is newer.
      if (!isDone && !store.get().has(key)) keep(key, draft)
    },
    use: (key) =>
      useStore(
        store,
        useCallback((now) => now.get(key), [key]),
      ),
  }
}
