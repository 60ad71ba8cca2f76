import type { Browser, Locator, Page } from '@playwright/test'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { assert, must } from '../../shared/lib/assert.ts'
import { newRequestId, type StoryId } from '../../shared/model/ids.ts'
import type { BrowserShell } from '../e2e/shells/browser.ts'
import { headlineOf, type Size, saysOf } from './book.ts'
import { openColleague } from './colleague.ts'
import { restBefore } from './in-page.ts'
import { aim, type Row, rowOf } from './measure.ts'
import { STET } from './parties.ts'
import { openStory, openWindow } from './places.ts'

/** Tells the page's clock when claims are painted: their last change of status, then the frame that shows it. */
async function watchPaint(page: Page): Promise<void> {
  await page.evaluate(() => {
    const galley = document.querySelector('[data-testid="story-text"]')
    if (!galley) throw new Error('there is no story')
    const settled = { ids: new Set<string | undefined>(), fromMs: 0, atMs: 0, frame: 0 }
    let framesDrawn = 0
    let isCounting = false
    let asked: { count: number; come: () => void } | null = null
    Object.assign(window, {
      settled,
      settledAll: (count: number) =>
        new Promise<{ ms: number; frame: number }>((painted) => {
          const come = () => painted({ ms: settled.atMs - settled.fromMs, frame: settled.frame })
          if (settled.ids.size >= count) come()
          else asked = { count, come }
        }),
    })
    const countFrame = () => {
      framesDrawn++
      if (isCounting) requestAnimationFrame(countFrame)
    }
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        settled.ids.clear()
        settled.fromMs = timeStamp
        framesDrawn = 0
        if (!isCounting) requestAnimationFrame(countFrame)
        isCounting = true
      },
      { capture: true },
    )
    new MutationObserver((changes) => {
      const ids = changes.map(({ target }) => (target as HTMLElement).dataset.claim)
      // What is changed before a frame is drawn stands in it.
      settled.frame = framesDrawn + 1
      isCounting = false
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          for (const id of ids) settled.ids.add(id)
          settled.atMs = performance.now()
          if (asked && settled.ids.size >= asked.count) {
            asked.come()
            asked = null
          }
        }
        port2.postMessage(null)
      })
    }).observe(galley, { subtree: true, attributes: true, attributeFilter: ['data-status'] })
  })
}

interface Painted {
  /** Milliseconds from the key, or from the news, to the frame that shows the last of the claims. */
  readonly ms: number
  /** Which frame after the key that was; the next one is 1. */
  readonly frame: number
}

const painted = (page: Page, count: number): Promise<Painted> =>
  page.evaluate((wanted) => Reflect.get(window, 'settledAll')(wanted) as Promise<Painted>, count)

/** In a page before its scripts: what comes from the desk can be held back, and let go as if it came that moment. */
function holdNews(): void {
  let held: (() => void)[] | null = null
  const listen = WebSocket.prototype.addEventListener
  WebSocket.prototype.addEventListener = function (
    this: WebSocket,
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ) {
    if (type !== 'message' || typeof listener !== 'function')
      return listen.call(this, type, listener, options)
    const hear = (event: Event): void => {
      if (held) held.push(() => listener.call(this, event))
      else listener.call(this, event)
    }
    return listen.call(this, type, hear, options)
  }
  Object.assign(window, {
    news: {
      hold() {
        held = []
      },
      letGo() {
        const all = held ?? []
        held = null
        for (const one of all) one()
      },
    },
  })
}

/** One claim after the other is settled by a key in the panel, which steps on; from the key to the frame. */
async function settleByKey(page: Page, count: number): Promise<Painted[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const taken: Painted[] = []
  for (let at = 0; at < count; at++) {
    await page.keyboard.press('j')
    await page.evaluate(
      () => new Promise((rested) => requestAnimationFrame(() => requestAnimationFrame(rested))),
    )
    await new Promise((rested) => setTimeout(rested, restBefore(at)))
    await page.keyboard.press(at % 2 === 0 ? 'c' : 'q')
    taken.push(await painted(page, 1))
  }
  return taken
}

/** Brings a row of the list into sight, which draws only those. */
async function findRow(page: Page, at: number): Promise<Locator> {
  const rows = page.getByRole('list', { name: 'Claims of this story' })
  const row = rows.locator(`[data-row="${at}"]`)
  // Rows are not of one height: the first try lands near it.
  for (let tries = 0; tries < 20 && (await row.count()) === 0; tries++) {
    await rows.evaluate((list, wanted) => {
      const shown = [...list.querySelectorAll<HTMLElement>('[data-row]')].map((each) =>
        Number(each.dataset.row),
      )
      const middle = shown[Math.floor(shown.length / 2)] ?? 0
      if (list.parentElement) list.parentElement.scrollTop += (wanted - middle) * 60
    }, at)
    await page.evaluate(
      () => new Promise((rested) => requestAnimationFrame(() => requestAnimationFrame(rested))),
    )
  }
  return row
}

/** Selects `count` claims of the list by two clicks and settles them by one key; from the key to the frame. */
async function settleSelected(page: Page, count: number, rounds: number): Promise<number[]> {
  const taken: number[] = []
  // Behind those that were settled one by one.
  const first = 100
  for (let round = 0; round < rounds; round++) {
    const opener = await findRow(page, first)
    if ((await opener.getAttribute('aria-current')) === null) await opener.click()
    await (await findRow(page, first + count - 1)).click({ modifiers: ['Shift'] })
    await page.getByRole('region', { name: 'Selected claims' }).waitFor()
    await page.evaluate(
      () => new Promise((rested) => requestAnimationFrame(() => requestAnimationFrame(rested))),
    )
    await page.keyboard.press(round % 2 === 0 ? 'w' : 'x')
    taken.push((await painted(page, count)).ms)
    const status = round % 2 === 0 ? 'Wrong' : 'Unchecked'
    await page.getByText(`${count} claims: ${status}.`, { exact: true }).waitFor()
  }
  return taken
}

/** @returns the milliseconds until the desk had acknowledged it */
async function settleFromAfar(
  client: DeskClient,
  storyId: StoryId,
  count: number,
  turn: number,
): Promise<number> {
  const { claims } = await client.stories.open({ storyId })
  // The last ones: the first have been settled by key.
  const seen = claims.slice(-count).map(({ id, words }) => ({ claimId: id, words }))
  const status = turn % 2 === 0 ? 'confirmed' : 'queried'
  const fromMs = performance.now()
  const { left } = await client.claims.settleMany({
    requestId: newRequestId(),
    storyId,
    status,
    note: '',
    seen,
  })
  assert(left.length === 0, 'nobody else changes the claims')
  return performance.now() - fromMs
}

/**
 * Settling, painted in the galley: one claim by a key of the panel's; many at once from another window, of
 * which the news are held back until they have come and then let go.
 */
export async function measureSettling(
  browser: Browser,
  shell: BrowserShell,
  size: Size,
  given: { ones: number; rounds: number; many: number; isJudged: boolean },
): Promise<Row[]> {
  const page = await openWindow(browser, shell)
  await page.addInitScript(holdNews)
  await page.reload()
  await page.getByRole('list', { name: 'Stories' }).getByRole('button').first().waitFor()
  await openStory(page, size)
  await watchPaint(page)
  const ones = await settleByKey(page, given.ones)
  const selected = await settleSelected(page, given.many, given.rounds)

  const { client, close } = await openColleague(shell)
  const stories = await client.stories.list({})
  const story = must(
    stories.find(({ headline }) => headline === headlineOf(size)),
    'the story is there',
  )
  const many: number[] = []
  const acksMs: number[] = []
  for (let round = 0; round < given.rounds; round++) {
    await page.evaluate(() => Reflect.get(window, 'news').hold())
    acksMs.push(await settleFromAfar(client, story.id, given.many, round))
    // What was said meanwhile has to have come as far as the hand that holds it.
    await new Promise((come) => setTimeout(come, 500))
    await page.evaluate(() => {
      const settled = Reflect.get(window, 'settled')
      settled.ids.clear()
      settled.fromMs = performance.now()
      Reflect.get(window, 'news').letGo()
    })
    many.push((await painted(page, given.many)).ms)
  }
  close()
  await page.context().close()
  const section = `Settling, painted in ${saysOf(size)}`
  const row = (name: string, values: readonly number[]) =>
    rowOf({ section, name, who: STET, unit: 'ms', values })
  const one = row(
    'one claim, from the key to the frame',
    ones.map(({ ms }) => ms),
  )
  const shows = rowOf({
    section,
    name: 'one claim, frames until it shows',
    who: STET,
    unit: 'frames',
    values: ones.map(({ frame }) => frame),
  })
  const own = row(`${given.many} claims that are selected, from the key to the frame`, selected)
  const all = row(`${given.many} claims, from the news to the frame`, many)
  const acks = row(`${given.many} claims, from the call to the desk’s acknowledgement`, acksMs)
  if (!given.isJudged) return [one, shows, own, all, acks]
  return [
    one,
    aim(shows, 'in the next frame', shows.p95 === 1),
    aim(own, '≤ 50 ms', own.p50 <= 50),
    aim(all, '≤ 50 ms', all.p50 <= 50),
    acks,
  ]
}
