import type { Page } from '@playwright/test'

export interface Line {
  /** From now on what the desk says waits. */
  stop(): Promise<void>
  heldCount(): Promise<number>
  /** Hands out what waited, in order. */
  goOn(): Promise<void>
}

interface Held {
  isHeld: boolean
  waiting: (() => void)[]
}

/** Puts a hand on what the desk says to this window, by WebSocket or port. Loads the page again. */
export async function hold(page: Page): Promise<Line> {
  await page.addInitScript(() => {
    const held: Held = { isHeld: false, waiting: [] }
    Object.assign(window, { held })
    for (const { prototype } of [WebSocket, MessagePort]) {
      const { addEventListener } = prototype
      prototype.addEventListener = function (
        this: EventTarget,
        name: string,
        listener: EventListener,
        options?: AddEventListenerOptions,
      ) {
        const late: EventListener = (event) => {
          const give = () => listener.call(this, event)
          if (held.isHeld) held.waiting.push(give)
          else give()
        }
        addEventListener.call(this, name, name === 'message' ? late : listener, options)
      }
    }
  })
  await page.reload()
  return {
    stop: () =>
      page.evaluate(() => {
        const held: Held = Reflect.get(window, 'held')
        held.isHeld = true
      }),
    heldCount: () => page.evaluate(() => (Reflect.get(window, 'held') as Held).waiting.length),
    goOn: () =>
      page.evaluate(() => {
        const held: Held = Reflect.get(window, 'held')
        held.isHeld = false
        for (const give of held.waiting.splice(0)) give()
      }),
  }
}
