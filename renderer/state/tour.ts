import { prefer } from './preferences.ts'
import { createStore } from './store.ts'

export const tourSteps = ['text', 'tag', 'settle', 'backup', 'on'] as const
export type TourStep = (typeof tourSteps)[number]

/** The step that is shown; null while nobody is shown around. */
export const tour = createStore<TourStep | null>(null)

export function beginTour(): void {
  tour.set(() => tourSteps[0])
}

/** Beyond the last step, and before the first, there is none. */
export function moveTour(direction: -1 | 1): void {
  const now = tour.get()
  if (now === null) return
  const next = tourSteps[tourSteps.indexOf(now) + direction]
  if (next) tour.set(() => next)
  else if (direction > 0) endTour()
}

/** It is not offered again by itself; the palette and the menu keep it. */
export function endTour(): void {
  tour.set(() => null)
  prefer({ tour: 'seen' })
}
