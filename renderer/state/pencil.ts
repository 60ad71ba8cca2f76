import type { Sentence } from '../../shared/check/sentences.ts'
import type { StopPlace } from '../../shared/check/walk.ts'
import type { ClaimId } from '../../shared/model/ids.ts'
import { createStore } from './store.ts'

/** Where the red pencil stands. A sentence that is edited meanwhile is found again by its place. */
export type PencilStop =
  | { readonly kind: 'claim'; readonly id: ClaimId; readonly at: StopPlace }
  | { readonly kind: 'sentence'; readonly sentence: Sentence; readonly at: StopPlace }

export interface Pencil {
  readonly isOn: boolean
  /** null before the first stop, and when nothing is left. */
  readonly stop: PencilStop | null
  /** Stops gone through, the last at the end. */
  readonly past: readonly PencilStop[]
}

const off: Pencil = { isOn: false, stop: null, past: [] }

/** So many stops can be gone back to. */
const mostPast = 500

/** The mode in which a story is gone through stop by stop. */
export const pencil = createStore<Pencil>(off)

export function takeUpPencil(): void {
  pencil.set({ ...off, isOn: true })
}

export function putPencilDown(): void {
  if (pencil.get().isOn) pencil.set(off)
}

/** Goes to a stop and remembers the one before. */
export function goToStop(stop: PencilStop | null): void {
  pencil.set((now) => ({
    ...now,
    stop,
    past: now.stop ? [...now.past, now.stop].slice(-mostPast) : now.past,
  }))
}

/** @returns the stop before, or null at the first */
export function goToPastStop(): PencilStop | null {
  const { past } = pencil.get()
  const stop = past.at(-1) ?? null
  if (stop) pencil.set((now) => ({ ...now, stop, past: past.slice(0, -1) }))
  return stop
}
