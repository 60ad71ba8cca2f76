import { expect, test } from '../shell.ts'
import {
  begin,
  claims,
  expectAccessible,
  expectNoOverflow,
  leaveText,
  openClaim,
  openSample,
  picture,
} from '../window.ts'

// Axe reads every screen whole, which takes its time on a busy machine.
test.describe.configure({ timeout: 150_000 })

test('the sample reads well in light and dark, and axe finds nothing serious in either', async ({ page }) => {
  await begin(page)
  await openSample(page)
  await claims(page).getByRole('button').nth(2).click()
  await expect(openClaim(page)).toBeVisible()
  await expectNoOverflow(page)
  await expectAccessible(page)
  await picture(page, 'story-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectAccessible(page)
  await picture(page, 'story-dark')
  await page.getByRole('button', { name: 'Light or dark' }).click()
  await page.getByRole('menuitemradio', { name: 'Light' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ forcedColors: 'active' })
  await picture(page, 'forced-colors')
})

test('narrow windows, 200 % zoom and right-to-left interfaces lose nothing', async ({ page }) => {
  await begin(page)
  await openSample(page)
  for (const [name, width, height] of [
    ['zoom-200', 720, 450],
    ['narrow', 520, 900],
    ['narrowest', 480, 800],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expectNoOverflow(page)
    await expectAccessible(page)
    await picture(page, name)
    await page.getByRole('button', { name: 'Show claims' }).click()
    await leaveText(page)
    await page.keyboard.press('j')
    await expect(openClaim(page)).toBeVisible()
    await expectNoOverflow(page)
    await expectAccessible(page)
    await picture(page, `${name}-claims`)
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByRole('button', { name: 'Show stories' }).click()
    await expectNoOverflow(page)
    await picture(page, `${name}-stories`)
    await page.getByRole('button', { name: 'Sources', exact: true }).click()
    await page.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
    await expectNoOverflow(page)
    await picture(page, `${name}-source`)
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await leaveText(page)
    await page.keyboard.press('o')
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl'
  })
  await expectNoOverflow(page)
  await picture(page, 'right-to-left')
})
