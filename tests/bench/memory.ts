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
 * What the largest of a browser's pages takes of the machine's memory for itself, in MB: scripts, elements, layout,
 * pictures. NaN where the system does not tell.
 */
export async function processMemoryOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateBytesOf(id)),
  )
  return Math.max(...sizes) / 1e6
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
