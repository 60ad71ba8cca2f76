import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { calmSave } from '../../../renderer/app/useCalmSave.ts'
import type { SaveState, SessionState } from '../../../renderer/state/session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function saving() {
  let save: SaveState = { kind: 'saved' }
  const listeners = new Set<() => void>()
  const told: string[] = []
  const calm = calmSave({
    getState: () => ({ save }) as SessionState,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  const stop = calm.subscribe(() => told.push(calm.get().kind))
  const be = (next: SaveState) => {
    save = next
    for (const listener of listeners) listener()
  }
  return { calm, told, be, stop }
}

test('many keys one after the other are one change of what is shown, and one more once all is saved', () => {
  const { told, be } = saving()
  for (let key = 0; key < 20; key++) {
    be({ kind: 'saving' })
    vi.advanceTimersByTime(20)
    be({ kind: 'saved' })
    vi.advanceTimersByTime(100)
  }
  expect(told).toEqual(['saving'])
  vi.advanceTimersByTime(1000)
  expect(told).toEqual(['saving', 'saved'])
})

test('that something is not saved is said at once, and “saved” never while something is not', () => {
  const { calm, be } = saving()
  be({ kind: 'saving' })
  expect(calm.get()).toEqual({ kind: 'saving' })
  be({ kind: 'saved' })
  be({ kind: 'notSaved', reason: 'the desk is gone' })
  expect(calm.get()).toEqual({ kind: 'notSaved', reason: 'the desk is gone' })
  vi.advanceTimersByTime(1000)
  expect(calm.get()).toEqual({ kind: 'notSaved', reason: 'the desk is gone' })
  be({ kind: 'notSaved', reason: 'the disk is full' })
  expect(calm.get()).toEqual({ kind: 'notSaved', reason: 'the disk is full' })
})

test('nothing is said any more once nobody looks', () => {
  const { told, be, stop } = saving()
  be({ kind: 'saving' })
  be({ kind: 'saved' })
  stop()
  vi.advanceTimersByTime(1000)
  expect(told).toEqual(['saving'])
})
