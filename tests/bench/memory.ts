import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'

/** Live bytes of the page's scripts after a collection, in MB. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6
}

/**
 * What a page's process takes of the machine's memory for itself, in MB: scripts, elements, layout, pictures. NaN
 * where the system does not tell.
 */
export async function processMemoryOf(browser: Browser, page: Page): Promise<number> {
  return (await privateBytesOf(await processOf(browser, page))) / 1e6
}

/** Long enough to stand out from whatever the browser's other pages do meanwhile. */
const busyMs = 400

/**
 * The process of a page. The browser has others of the same type, of its own pages and one to spare, and does not tell
 * which is whose; so the page is kept busy, and whose time grew most it is.
 */
export async function processOf(browser: Browser, page: Page): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const times = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return new Map(
      processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime] as const),
    )
  }
  const before = await times()
  await page.evaluate((forMs) => {
    const untilMs = performance.now() + forMs
    while (performance.now() < untilMs);
  }, busyMs)
  const grown = [...(await times())].map(([id, time]) => ({ id, seconds: time - (before.get(id) ?? 0) }))
  await session.detach()
  return grown.reduce((most, one) => (one.seconds > most.seconds ? one : most), { id: 0, seconds: 0 }).id
}

/** @returns NaN where there is no /proc, or the process has gone */
async function privateBytesOf(processId: number): Promise<number> {
  try {
    const text = await readFile(`/proc/${processId}/smaps_rollup`, 'utf8')
    const kilobytes = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map(([, count]) =>
      Number(count),
    )
    return kilobytes.reduce((sum, one) => sum + one, 0) * 1024
  } catch {
    return Number.NaN
  }
}
