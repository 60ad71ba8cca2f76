import type { Page } from '@playwright/test'

/** Counts, in the page, from a key's event (the time that the browser gives it) to the frame that shows it. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const taken: number[] = []
    let asked: { count: number; come: () => void } | null = null
    const come = (ms: number): void => {
      taken.push(ms)
      if (asked && taken.length >= asked.count) asked.come()
    }
    Object.assign(window, {
      keysTaken: taken,
      // Asked once and answered from the frame itself: a page that polled would draw frames of its own.
      keysPainted: (count: number) =>
        new Promise<void>((painted) => {
          if (taken.length >= count) painted()
          else asked = { count, come: painted }
        }),
    })
    window.addEventListener(
      'keydown',
      (event) => {
        const fromMs = event.timeStamp
        requestAnimationFrame(() => {
          // After the frame's own layout and paint.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => come(performance.now() - fromMs)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
}

/** Puts the caret into the middle of the text within `selector`, as a person does who scrolls there and clicks. */
export async function caretToMiddle(page: Page, selector: string): Promise<void> {
  await page.evaluate((within) => {
    const root = document.querySelector<HTMLElement>(within)
    if (!root) throw new Error(`there is no ${within}`)
    const blocks = [...root.querySelectorAll('p')].filter((block) => (block.textContent ?? '').length > 200)
    const block = blocks[Math.floor(blocks.length / 2)]
    if (!block) throw new Error('there is no text')
    block.scrollIntoView({ block: 'center' })
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let text = walker.nextNode() as Text | null
    for (let left = (block.textContent ?? '').length / 2; text && left > text.length; ) {
      left -= text.length
      text = walker.nextNode() as Text | null
    }
    if (!text) throw new Error('the middle has no text')
    const editable = block.closest<HTMLElement>('[contenteditable="true"]')
    editable?.focus({ preventScroll: true })
    const at = Math.max(1, Math.floor(text.length / 2))
    getSelection()?.setBaseAndExtent(text, at, text, at)
  }, selector)
  // The pointer rests over the text, as a hand leaves it.
  const view = page.viewportSize()
  if (view) await page.mouse.move(view.width / 2, view.height / 2)
  await page.evaluate(
    () => new Promise((rested) => requestAnimationFrame(() => requestAnimationFrame(rested))),
  )
}

/** Between a key's frame and the next key, at least: faster than anybody types, and time for what a key leaves behind. */
const BETWEEN_KEYS_MS = 25

const FRAME_MS = 1000 / 60

/**
 * Milliseconds. Nobody's fingers keep time with a screen. At one distance all keys of a page would meet its frames at one moment
 * between two of them, some page's just before the next and some just after; so the distances are spread evenly
 * over a frame of 60 a second, by the golden ratio.
 */
export const restBefore = (key: number): number => BETWEEN_KEYS_MS + ((key * 0.618_033_988_7) % 1) * FRAME_MS

/** Types `count` letters, each after the one before was painted; the milliseconds of each. */
export async function typeAndWatch(page: Page, count: number): Promise<number[]> {
  await page.evaluate(() => Reflect.get(window, 'keysTaken').splice(0))
  for (let at = 0; at < count; at++) {
    await page.keyboard.press(at % 6 === 5 ? 'Space' : 'e')
    await page.evaluate((wanted) => Reflect.get(window, 'keysPainted')(wanted), at + 1)
    await new Promise((rested) => setTimeout(rested, restBefore(at)))
  }
  return page.evaluate(() => [...Reflect.get(window, 'keysTaken')])
}
