import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { sizesOf } from './book.ts'
import { openPlace, openStory, openWindow } from './places.ts'

const folder = await mkdtemp('/tmp/stet-trace-')
const { large } = sizesOf(false)
const browser = await chromium.launch({
  executablePath: findChromium()!,
  args: ['--lang=en-GB', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
})
const shell = await openPlace(browser, folder + '/desk', [large])
try {
  for (let i = 0; i < 7; i++) {
    const page = await openWindow(browser, shell)
    await page.waitForTimeout(500)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Network.enable')
    const frames: any[] = []
    cdp.on('Network.webSocketFrameReceived', (e) =>
      frames.push(['in', e.timestamp, e.response.payloadData.length]),
    )
    cdp.on('Network.webSocketFrameSent', (e) =>
      frames.push(['out', e.timestamp, e.response.payloadData.length]),
    )
    if (i === 6) {
      await cdp.send('Profiler.enable')
      await cdp.send('Profiler.setSamplingInterval', { interval: 200 })
      await cdp.send('Profiler.start')
    }
    const bc = i === 5 ? await browser.newBrowserCDPSession() : null
    const events: any[] = []
    bc?.on('Tracing.dataCollected', ({ value }: any) => {
      events.push(...value)
    })
    if (bc)
      await bc.send('Tracing.start', {
        transferMode: 'ReportEvents',
        traceConfig: { includedCategories: ['devtools.timeline', 'toplevel'] },
      } as any)
    const ms = await openStory(page, large)
    if (i === 6) {
      const { profile } = await cdp.send('Profiler.stop')
      await writeFile('/tmp/tr/prof.json', JSON.stringify(profile))
    }
    if (bc) {
      const done = new Promise((r) => bc.on('Tracing.tracingComplete', r))
      await bc.send('Tracing.end')
      await done
      await writeFile('/tmp/tr/open.json', JSON.stringify({ traceEvents: events }))
    }
    const t0 = frames[0]?.[1]
    console.log(
      ms.toFixed(0),
      frames
        .filter((f) => f[2] > 200 || f[0] === 'out')
        .slice(0, 14)
        .map((f) => `${f[0]}@${((f[1] - t0) * 1000).toFixed(0)}:${f[2]}`)
        .join(' '),
    )
    await page.context().close()
  }
} finally {
  await shell.stop()
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}
