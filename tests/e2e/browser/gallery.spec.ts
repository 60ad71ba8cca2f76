import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../shell.ts'
import { expectAccessible, expectNoOverflow } from '../window.ts'

/** How the window can be looked at; each picture is of the whole page. */
const looks = {
  light: { width: 1280, height: 860, axe: 'everything' },
  dark: { width: 1280, height: 860, colorScheme: 'dark', axe: 'colours' },
  contrast: { width: 1280, height: 860, contrast: 'more', axe: 'colours' },
  'forced-colours': { width: 1280, height: 860, forcedColors: 'active' },
  // What remains of such a window at 200 %.
  'zoom-200': { width: 640, height: 430 },
  narrow: { width: 400, height: 800 },
  'right-to-left': { width: 1280, height: 860, isRightToLeft: true },
} as const satisfies Record<string, Look>

interface Look {
  readonly width: number
  readonly height: number
  readonly colorScheme?: 'dark'
  readonly contrast?: 'more'
  readonly forcedColors?: 'active'
  readonly isRightToLeft?: true
  /** What axe reads of each state; it is what takes the time, and neither width nor direction is anything to it. */
  readonly axe?: 'everything' | 'colours'
}

const folder = resolve(import.meta.dirname, '../../../test-results/gallery')

async function openGallery(page: Page, look: Look): Promise<string[]> {
  await page.setViewportSize({ width: look.width, height: look.height })
  await page.emulateMedia({
    colorScheme: look.colorScheme ?? 'light',
    contrast: look.contrast ?? 'no-preference',
    forcedColors: look.forcedColors ?? 'none',
    reducedMotion: 'reduce',
  })
  await page.goto(new URL('/?gallery', page.url()).href)
  await expect(page.getByRole('heading', { name: 'Every part of the window' })).toBeVisible()
  if (look.isRightToLeft)
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
  return page.$$eval('[data-gallery="contents"] a', (links) =>
    links.map((link) => (link.getAttribute('href') ?? '').slice(1)),
  )
}

async function show(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await expect(page.locator(`[data-gallery="${address}"]`)).toHaveCount(1)
  await expect(page.locator('[data-waiting]')).toHaveCount(0)
  await page.evaluate(async () => {
    await document.fonts.ready
    // Others are loaded when they come into sight.
    const seen = [...document.images].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect()
      return bottom > 0 && top < innerHeight && image.checkVisibility({ contentVisibilityAuto: true })
    })
    await Promise.all(seen.map((image) => image.decode().catch(() => {})))
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  })
}

/** A page of states beside each other is as long as they are. */
async function growTo(page: Page, width: number): Promise<void> {
  const height = await page.locator('[data-gallery]').evaluate((each) => each.scrollHeight)
  await page.setViewportSize({ width, height })
}

for (const [name, look] of Object.entries<Look>(looks)) {
  test(`every state of every part is sound and stays in the window: ${name}`, async ({ page }, testInfo) => {
    // A hundred pictures.
    test.setTimeout(600_000)
    // All pictures are wanted, also behind one that has a fault.
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    const addresses = await openGallery(page, look)
    expect(addresses.length).toBeGreaterThan(50)
    await mkdir(join(folder, name), { recursive: true })
    for (const address of addresses)
      await test.step(address, async () => {
        await page.setViewportSize({ width: look.width, height: look.height })
        const isShown = await show(page, address).then(
          () => true,
          (error: Error) => void faults.push(`${address}: ${error.message}`),
        )
        if (!isShown) return
        const height = await page.evaluate(
          () => document.querySelector('[data-gallery][data-height]')?.getAttribute('data-height') ?? null,
        )
        if (height) await page.setViewportSize({ width: look.width, height: Number(height) })
        if (!address.includes('/')) await growTo(page, look.width)
        const path = join(folder, name, `${address.replace('/', '--')}.png`)
        await page.screenshot({ path, animations: 'disabled' })
        const { axe } = look
        const checks = [expectNoOverflow, ...(axe ? [(shown: Page) => expectAccessible(shown, axe)] : [])]
        for (const isSound of checks)
          await isSound(page).catch(async (error: Error) => {
            faults.push(`${address}: ${error.message}`)
            await testInfo.attach(address, { path, contentType: 'image/png' })
          })
      })
    expect(faults).toEqual([])
  })
}
