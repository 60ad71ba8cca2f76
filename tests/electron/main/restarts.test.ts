import { expect, it } from 'vitest'
import { countRestarts } from '../../../electron/main/restarts.ts'

const at = (restarts: ReturnType<typeof countRestarts>, timesMs: readonly number[]) =>
  timesMs.map((nowMs) => restarts.next(nowMs))

it('starts again at once the first time, then waits a little longer each time, then gives up', () => {
  expect(at(countRestarts(), [0, 1, 2, 3, 4, 5])).toEqual([0, 100, 200, 300, 400, null])
})

it('forgets what is longer ago than a minute', () => {
  expect(at(countRestarts(), [0, 1, 2, 3, 4, 60_004, 60_005])).toEqual([0, 100, 200, 300, 400, 0, 100])
})

it('begins anew when a person wants it tried again', () => {
  const restarts = countRestarts()
  at(restarts, [0, 1, 2, 3, 4, 5])
  restarts.forget()
  expect(at(restarts, [6])).toEqual([0])
})
