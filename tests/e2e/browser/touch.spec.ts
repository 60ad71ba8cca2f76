import type { Page } from '@playwright/test'
import { expect, test } from '../shell.ts'
import { begin, claims, expectNoOverflow, openClaim, openSample, picture } from '../window.ts'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 1366, height: 1024 } })

/** What can be touched on the screen and is smaller than a finger; a box is touched by its label too. */
async function tooSmall(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const targets = document.querySelectorAll<HTMLElement>(
      'button, select, input, a[href], [role="menuitem"], [role="option"], [role="radio"], [role="menuitemradio"]',
    )
    return [...targets]
      .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((each) => each.closest('.story-text, .visually-hidden') === null && each.offsetParent !== null)
      .flatMap((each) => {
        const label = each.matches('[type="checkbox"]') ? each.nextElementSibling : null
        const boxes = [each, ...(label ? [label] : [])].map((one) => one.getBoundingClientRect())
        const width = Math.max(...boxes.map((box) => box.width))
        const height = Math.max(...boxes.map((box) => box.height))
        // What waits beyond the edge for the keyboard alone is not touched.
        if (boxes.some((box) => box.bottom < 0 || box.right < 0)) return []
        return width < 43.5 || height < 43.5
          ? [`${Math.round(width)} × ${Math.round(height)}: ${each.outerHTML.slice(0, 140)}`]
          : []
      })
  })
}

test('whatever can be touched is as large as a finger, on each main screen', async ({ page }) => {
  test.setTimeout(120_000)
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true)
  expect.soft(await tooSmall(page)).toEqual([])
  await begin(page)
  expect.soft(await tooSmall(page)).toEqual([])
  await openSample(page)
  await claims(page).getByRole('button').first().tap()
  await expect(openClaim(page)).toBeVisible()
  expect.soft(await tooSmall(page)).toEqual([])
  await expectNoOverflow(page)
  await picture(page, 'touch-story')
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await expect(page.getByRole('menu')).toBeVisible()
  expect.soft(await tooSmall(page)).toEqual([])
  await page.getByRole('menuitem', { name: 'Export…' }).tap()
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  expect.soft(await tooSmall(page)).toEqual([])
  await page.getByRole('button', { name: 'Cancel' }).tap()
  await page.getByRole('button', { name: 'Sources', exact: true }).tap()
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').first().tap()
  expect.soft(await tooSmall(page)).toEqual([])
  await picture(page, 'touch-sources')
})
