import { z } from 'zod'

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** A display, and the part of it that no dock or task bar covers. */
export interface Display {
  id: number
  workArea: Rectangle
}

export const LEAST = { width: 480, height: 400 } as const
const USUAL = { width: 1440, height: 900 } as const
/** How far a window that would cover another one exactly moves down and aside. */
const STEP = 28

const side = z.int().min(-100_000).max(100_000)

const placeSchema = z.object({
  x: side,
  y: side,
  width: z.int().positive().max(100_000),
  height: z.int().positive().max(100_000),
  isMaximized: z.boolean(),
})
export type Place = z.infer<typeof placeSchema>

/** Where windows stood last, on each display that there ever was. */
export const memorySchema = z.object({
  lastDisplay: z.string().nullable(),
  displays: z.record(z.string(), placeSchema),
})
export type Memory = z.infer<typeof memorySchema>

export const nothingRemembered: Memory = { lastDisplay: null, displays: {} }

/** Displays that are remembered; a laptop meets many. */
const MOST_DISPLAYS = 20

/** The memory with a window's place on a display in it. */
export function remember(memory: Memory, displayId: number, place: Place): Memory {
  const key = String(displayId)
  const others = Object.entries(memory.displays).filter(([id]) => id !== key)
  return {
    lastDisplay: key,
    displays: Object.fromEntries([...others, [key, place] as const].slice(-MOST_DISPLAYS)),
  }
}

/**
 * Where a new window opens: as the last one stood, on the display where it stood if that is there, else on
 * `fallback`. Always whole on that display, unless it is smaller than the least of windows.
 *
 * @param taken where other windows stand; the new one does not cover one of them exactly
 */
export function placeWindow(
  memory: Memory,
  displays: readonly Display[],
  fallback: Display,
  taken: readonly Rectangle[] = [],
): Place {
  const display = displays.find(({ id }) => String(id) === memory.lastDisplay) ?? fallback
  const { workArea } = display
  const remembered = memory.displays[String(display.id)]
  const place = correct(remembered ?? centre(workArea), workArea)
  const isTaken = ({ x, y }: Rectangle) => taken.some((other) => other.x === x && other.y === y)
  let { x, y } = place
  while (isTaken({ ...place, x, y })) {
    const next = correct({ ...place, x: x + STEP, y: y + STEP }, workArea)
    // In the last corner windows cover each other after all.
    if (next.x === x && next.y === y) break
    x = next.x
    y = next.y
  }
  return { ...place, x, y }
}

function centre(area: Rectangle): Place {
  const width = Math.min(USUAL.width, area.width)
  const height = Math.min(USUAL.height, area.height)
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
    isMaximized: false,
  }
}

/** As it was where all of it is on the display; else moved, and made smaller, just so far that it is. */
function correct(place: Place, area: Rectangle): Place {
  const width = Math.max(Math.min(place.width, area.width), LEAST.width)
  const height = Math.max(Math.min(place.height, area.height), LEAST.height)
  return {
    ...place,
    width,
    height,
    x: Math.max(area.x, Math.min(place.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(place.y, area.y + area.height - height)),
  }
}
