import { type Browser, chromium, type Page } from '@playwright/test'
import { startBrowserShell } from '../e2e/shells/browser.ts'
import { type Size, saysOf } from './book.ts'
import { caretToMiddle, typeAndWatch } from './in-page.ts'
import { aim, type Row, rowOf, rowsAgainst } from './measure.ts'
import { heapOf, processMemoryOf } from './memory.ts'
import { inTurn, type Party, STET, TIPTAP } from './parties.ts'
import { openStory, readyWindow, viewport } from './places.ts'

type LaunchOptions = Parameters<typeof chromium.launch>[0]

/**
 * From the click on a story, or the call that gives a peer its text, to the frame that shows it; by turns. Beside it,
 * and held against nothing, for no peer has them: to the frame that shows the claims as well.
 */
export async function measureOpening(
  browser: Browser,
  parties: readonly Party[],
  size: Size,
  given: { rounds: number; isJudged: boolean },
): Promise<Row[]> {
  const textMs = new Map(parties.map(({ who }) => [who, [] as number[]]))
  const wholeMs: number[] = []
  for (let round = 0; round < given.rounds; round++) {
    for (const { who, open } of inTurn(parties, round)) {
      const { page, opened } = await open(browser, size)
      textMs.get(who)?.push(opened.textMs)
      if (who === STET) wholeMs.push(opened.wholeMs)
      await page.context().close()
    }
  }
  const rows = [...textMs].map(([who, values]) =>
    rowOf({ section: 'Opening', name: saysOf(size), who, unit: 'ms', values }),
  )
  const judged = rowsAgainst(rows, TIPTAP).map((row) =>
    row.who === STET && row.ratio && given.isJudged
      ? aim(row, '≤ 0.8 × plain tiptap', row.ratio.p50 <= 0.8)
      : row,
  )
  const whole = rowOf({
    section: 'Opened with its claims',
    name: saysOf(size),
    who: STET,
    unit: 'ms',
    values: wholeMs,
  })
  return [...judged, whole]
}

/**
 * Each in a browser of its own, once it has been opened and typed in: at once, and after a rest, all at the same time,
 * in which engines give back what nobody needs and Stet lets its first pass go. What counts is the page's process at
 * rest, which is what a computer has to spare for a window that is open all day; the scripts' part is told beside it
 * and held against nothing, for a peer there is an editor without a window around it.
 */
export async function measureMemory(
  launch: LaunchOptions,
  parties: readonly Party[],
  size: Size,
  given: { restMs: number; isJudged: boolean },
): Promise<Row[]> {
  const open: { who: string; browser: Browser; page: Page }[] = []
  for (const { who, selector, open: openParty } of parties) {
    const browser = await chromium.launch(launch)
    const { page } = await openParty(browser, size)
    await caretToMiddle(page, selector)
    await typeAndWatch(page, 10)
    open.push({ who, browser, page })
  }
  const rowsOf = async (section: string, measure: (browser: Browser, page: Page) => Promise<number>) => {
    const rows: Row[] = []
    for (const { who, browser, page } of open) {
      rows.push(
        rowOf({ section, name: saysOf(size), who, unit: 'MB', values: [await measure(browser, page)] }),
      )
    }
    return rowsAgainst(rows, TIPTAP)
  }
  // First, for it collects what nobody needs any more.
  const scripts = await rowsOf('Memory: the scripts’ part of it', (_, page) => heapOf(page))
  const typed = await rowsOf('Memory: the page’s whole process, just typed in', processMemoryOf)
  await new Promise((rested) => setTimeout(rested, given.restMs))
  const rested = await rowsOf('Memory: the page’s whole process', processMemoryOf)
  for (const { browser } of open) await browser.close()
  const judged = rested.map((row) =>
    row.who === STET && row.ratio && given.isJudged
      ? aim(row, '≤ 1.5 × plain tiptap', row.ratio.p50 <= 1.5)
      : row,
  )
  return [...judged, ...typed, ...scripts]
}

/** From starting the desk's process to the frame that shows the first letter typed into a story. */
export async function measureStart(
  browser: Browser,
  folder: string,
  size: Size,
  given: { rounds: number },
): Promise<Row[]> {
  const values: number[] = []
  for (let round = 0; round < given.rounds; round++) {
    const fromMs = performance.now()
    const shell = await startBrowserShell(browser, { folder })
    await shell.page.setViewportSize(viewport)
    await readyWindow(shell.page)
    await openStory(shell.page, size)
    await caretToMiddle(shell.page, '[data-testid="story-text"]')
    await typeAndWatch(shell.page, 1)
    values.push(performance.now() - fromMs)
    await shell.stop()
  }
  return [
    rowOf({
      section: 'From the start to the first keystroke',
      name: saysOf(size),
      who: STET,
      unit: 'ms',
      values,
    }),
  ]
}
