import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from '../shell.ts'
import { expectAccessible, expectNoOverflow } from '../window.ts'

interface Look {
  readonly colorScheme?: 'dark'
  readonly contrast?: 'more'
  readonly forcedColors?: 'active'
  /** What axe reads of each state; it is what takes the time, and neither width nor direction is anything to it. */
  readonly axe?: 'everything' | 'colours'
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly isRightToLeft?: true
  readonly looks: Readonly<Record<string, Look>>
}

/**
 * How the window can be looked at; each picture is of the whole page. A frame wants each state brought about anew;
 * the looks of one frame are taken on by the page as it stands, as when a person changes the system's colours.
 */
const frames: readonly Frame[] = [
  {
    width: 1280,
    height: 860,
    looks: {
      light: { axe: 'everything' },
      dark: { colorScheme: 'dark', axe: 'colours' },
      contrast: { contrast: 'more', axe: 'colours' },
      'forced-colours': { forcedColors: 'active' },
    },
  },
  // What remains of such a window at 200 %.
  { width: 640, height: 430, looks: { 'zoom-200': {} } },
  { width: 400, height: 800, looks: { narrow: {} } },
  { width: 1280, height: 860, isRightToLeft: true, looks: { 'right-to-left': {} } },
]

const folder = resolve(import.meta.dirname, '../../../test-results/gallery')

async function openGallery(page: Page, frame: Frame): Promise<string[]> {
  await page.setViewportSize(frame)
  await page.goto(new URL('/?gallery', page.url()).href)
  await expect(page.getByRole('heading', { name: 'Every part of the window' })).toBeVisible()
  if (frame.isRightToLeft)
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
  return page.$$eval('[data-gallery="contents"] a', (links) =>
    links.map((link) => (link.getAttribute('href') ?? '').slice(1)),
  )
}

/** @returns how high the page is to be */
async function show(page: Page, address: string): Promise<{ height: number }> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await page.waitForFunction(
    (hash) =>
      document.querySelectorAll(`[data-gallery="${hash}"]`).length === 1 &&
      !document.querySelector('[data-waiting]'),
    address,
    { polling: 20, timeout: 10_000 },
  )
  return await page.evaluate(async () => {
    await document.fonts.ready
    // Others are loaded when they come into sight.
    const seen = [...document.images].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect()
      return bottom > 0 && top < innerHeight && image.checkVisibility({ contentVisibilityAuto: true })
    })
    await Promise.all(seen.map((image) => image.decode().catch(() => {})))
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const shown = document.querySelector('[data-gallery]')
    const wanted = shown?.getAttribute('data-height')
    // A page of states beside each other is as long as they are.
    if (wanted) return { height: Number(wanted) }
    return { height: location.hash.includes('/') ? innerHeight : (shown?.scrollHeight ?? innerHeight) }
  })
}

async function takeOn(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({
    colorScheme: look.colorScheme ?? 'light',
    contrast: look.contrast ?? 'no-preference',
    forcedColors: look.forcedColors ?? 'none',
    reducedMotion: 'reduce',
  })
}

/** Two frames: what is painted over the text is so with the frame after the one that hears of the colours. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** By the browser's own hand: Playwright stills a page first, which this one is already, at thrice the price. */
async function photograph(devtools: CDPSession, path: string): Promise<void> {
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })
  await writeFile(path, Buffer.from(data, 'base64'))
}

for (const frame of frames) {
  const names = Object.keys(frame.looks)
  test(`every state of every part is sound and stays in the window: ${names.join(', ')}`, async ({
    page,
  }, testInfo) => {
    // Hundreds of pictures.
    test.setTimeout(600_000)
    // All pictures are wanted, also behind one that has a fault.
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    const addresses = await openGallery(page, frame)
    expect(addresses.length).toBeGreaterThan(50)
    const devtools = await page.context().newCDPSession(page)
    for (const name of names) await mkdir(join(folder, name), { recursive: true })
    for (const address of addresses)
      await test.step(address, async () => {
        const looks = Object.entries(frame.looks)
        await page.setViewportSize(frame)
        // What is shown is brought about in the first look, and takes on the others.
        if (looks[0]) await takeOn(page, looks[0][1])
        const size = await show(page, address).catch((error: Error) => {
          faults.push(`${address}: ${error.message}`)
          return null
        })
        if (!size) return
        await page.setViewportSize({ width: frame.width, height: size.height })
        for (const [at, [name, look]] of looks.entries()) {
          if (at > 0) await takeOn(page, look)
          await drawn(page)
          const path = join(folder, name, `${address.replace('/', '--')}.png`)
          await photograph(devtools, path)
          const { axe } = look
          const checks = [expectNoOverflow, ...(axe ? [(shown: Page) => expectAccessible(shown, axe)] : [])]
          for (const isSound of checks)
            await isSound(page).catch(async (error: Error) => {
              faults.push(`${name}: ${address}: ${error.message}`)
              await testInfo.attach(`${name}: ${address}`, { path, contentType: 'image/png' })
            })
        }
      })
    expect(faults).toEqual([])
  })
}
