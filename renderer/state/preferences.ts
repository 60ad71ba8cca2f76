import { z } from 'zod'
import { walkOrders } from '../../shared/check/walk.ts'
import { personIdSchema } from '../../shared/model/ids.ts'
import { windowLanguageSchema } from '../../shared/model/window-language.ts'
import { createStore } from './store.ts'

/** What this window remembers by itself; nothing of it is the desk's. */
const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  language: z.enum(['system', ...windowLanguageSchema.options]).catch('system'),
  /** Whether somebody was shown around in this window, or declined it. */
  tour: z.enum(['new', 'seen']).catch('new'),
  zoom: z.number().min(0.7).max(2).catch(1),
  /** Who works at this window. */
  personId: personIdSchema.nullable().catch(null),
  /** In which order the red pencil goes through a story. */
  pencilOrder: z.enum(walkOrders).catch('text'),
  /** Whether all but the stop is dimmed then. */
  pencilDims: z.boolean().catch(false),
  /** The story that was open last. */
  storyId: z.string().nullable().catch(null),
})
export type Preferences = z.infer<typeof preferencesSchema>

const place = 'stet.window'

function read(): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(localStorage.getItem(place) ?? '{}'))
  } catch {
    return preferencesSchema.parse({}) // a browser that keeps nothing, or something else under our name
  }
}

export const preferences = createStore<Preferences>(read())

let isKept = true

/** From now on nothing that is preferred is kept: what is only looked at leaves no trace. */
export function forgetPreferences(): void {
  isKept = false
}

export function prefer(change: Partial<Preferences>): void {
  preferences.set((now) => ({ ...now, ...change }))
  if (!isKept) return
  try {
    localStorage.setItem(place, JSON.stringify(preferences.get()))
  } catch {
    // A window that cannot remember still works.
  }
}

export const zoomSteps = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

export function zoomBy(direction: -1 | 1): void {
  const now = preferences.get().zoom
  const steps =
    direction > 0 ? zoomSteps.filter((step) => step > now) : zoomSteps.filter((step) => step < now)
  const next = direction > 0 ? steps[0] : steps.at(-1)
  if (next !== undefined) prefer({ zoom: next })
}

/** Keeps the page's theme and text size as preferred. @returns ends it */
export function applyPreferences(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  /** Paper is light, whatever the screen is. */
  const print = matchMedia('print')
  const apply = () => {
    const { theme, zoom } = preferences.get()
    const root = document.documentElement
    const chosen = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    root.dataset.theme = print.matches ? 'light' : chosen
    root.style.setProperty('--galley-zoom', String(zoom))
  }
  apply()
  dark.addEventListener('change', apply)
  print.addEventListener('change', apply)
  const stop = preferences.subscribe(apply)
  return () => {
    dark.removeEventListener('change', apply)
    print.removeEventListener('change', apply)
    stop()
  }
}
