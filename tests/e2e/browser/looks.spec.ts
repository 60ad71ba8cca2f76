import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../shell.ts'
import { expectNoOverflow } from '../window.ts'

/** Shows one state of the gallery, as it is in a window that is so wide and goes that way. */
async function show(
  page: Page,
  address: string,
  { width = 1280, height = 800, dir = 'ltr' }: { width?: number; height?: number; dir?: 'ltr' | 'rtl' } = {},
): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(new URL('/?gallery', page.url()).href)
  await expect(page.getByRole('heading', { name: 'Every part of the window' })).toBeVisible()
  await page.evaluate((way) => {
    document.documentElement.dir = way
  }, dir)
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await expect(page.locator(`[data-gallery="${address}"]`)).toHaveCount(1)
  await expect(page.locator('[data-waiting]')).toHaveCount(0)
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it has no place on the page')
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}

const presence = (page: Page) => page.getByRole('button', { name: /^Also in this story: / })

/** Initials that are seen, and how much of each. */
function faces(page: Page): Promise<number[]> {
  return presence(page).evaluate((button) => {
    const row = button.querySelector('span')
    if (!row) return []
    const place = row.getBoundingClientRect()
    return [...row.children]
      .map((face) => {
        const { left, right, top, bottom } = face.getBoundingClientRect()
        const seen = (from: number, to: number, first: number, last: number) =>
          Math.max(0, Math.min(to, last) - Math.max(from, first)) / (to - from)
        return seen(left, right, place.left, place.right) * seen(top, bottom, place.top, place.bottom)
      })
      .filter((share) => share > 0)
  })
}

for (const [width, shown, counted] of [
  [1440, 4, ''],
  [1280, null, null],
  [640, null, null],
  [600, null, null],
  [540, 0, '4'],
  [460, 0, '4'],
  [400, 0, '4'],
] as const)
  test(`who has the story open too is shown whole or counted, in a window ${width} px wide`, async ({
    page,
  }) => {
    await show(page, 'the-window/others-have-it-open', { width })
    await expect(presence(page)).toHaveAccessibleName(
      'Also in this story: Bram Okafor, Noor Castellan, Wilm von der Aa-Rautenstrauch and You, in another window',
    )
    await expectNoOverflow(page)
    const number = () => presence(page).locator('bdi').allTextContents()
    // Whoever is not seen is counted, once the bar has its widths.
    await expect
      .poll(async () => (await faces(page)).length + Number((await number()).join('').replace('+', '') || 0))
      .toBe(4)
    const seen = await faces(page)
    for (const share of seen) expect(share).toBeGreaterThan(0.97)
    if (shown !== null) expect(seen.length).toBe(shown)
    if (counted !== null) expect((await number()).join('')).toBe(counted)
  })

test('the list of those who have the story open names everybody, and goes with Escape', async ({ page }) => {
  await show(page, 'the-window/others-have-it-open', { width: 640 })
  await presence(page).press('Enter')
  const all = page.getByRole('dialog', { name: 'Also in this story' })
  await expect(all.getByRole('listitem')).toHaveCount(4)
  await expect(all.getByRole('listitem').last()).toContainText('You, in another window')
  await page.keyboard.press('Escape')
  await expect(all).toBeHidden()
  await expect(presence(page)).toBeFocused()
})

test('a table and the notes go the way of their story, not of the window', async ({ page }) => {
  await show(page, 'galley/every-kind-of-block', { dir: 'rtl' })
  const first = page.getByRole('columnheader').first()
  await expect(first).toHaveText('Winter')
  expect((await boxOf(first)).x).toBeLessThan((await boxOf(page.getByRole('columnheader').last())).x)
  const notes = page.locator('.story-text > .footnotes')
  expect((await boxOf(notes.locator('li'))).x - (await boxOf(notes)).x).toBeGreaterThan(20)
})

test('in a story from right to left, what is still empty begins at the right', async ({ page }) => {
  await show(page, 'galley/another-script')
  await expect(page.locator('.galley')).toHaveAttribute('dir', 'rtl')
  const field = page.locator('.search-title')
  await expect(field).toHaveCSS('direction', 'rtl')
  // Its name at the one end, how long it is at the other.
  const ends = await field.evaluate((element) => [
    getComputedStyle(element, '::before').right,
    getComputedStyle(element, '::after').left,
  ])
  expect(ends).toEqual(['0px', '0px'])
})

test('the menu of a story lies over no letter of its headline, whichever way each runs', async ({ page }) => {
  for (const dir of ['ltr', 'rtl'] as const) {
    await show(page, 'stories/a-row-with-the-focus', { dir })
    for (const row of await page.locator('[data-row]').all()) {
      const menu = await boxOf(row.locator('xpath=following-sibling::span').getByRole('button'))
      const lines = await row
        .locator('[dir="auto"]')
        .first()
        .evaluate((headline) => {
          const words = document.createRange()
          words.selectNodeContents(headline)
          return [...words.getClientRects()].map(({ left, right, top, bottom }) => ({
            left,
            right,
            top,
            bottom,
          }))
        })
      for (const line of lines) {
        const isBeside = line.right <= menu.x + 4 || line.left >= menu.right - 4
        const isBelow = line.top >= menu.bottom || line.bottom <= menu.y
        expect(isBeside || isBelow, `${dir}: ${await row.textContent()}`).toBe(true)
      }
    }
  }
})

test('the red pencil in use is seen in the bar however narrow the window is', async ({ page }) => {
  const pencil = page.locator('header').getByRole('button', { name: /red pencil/i })
  await show(page, 'the-window/a-story', { width: 400 })
  await expect(pencil).toBeHidden()
  await show(page, 'red-pencil/at-a-sentence', { width: 400 })
  await expect(pencil).toHaveAttribute('aria-pressed', 'true')
  await expect(pencil).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('h')
  await expect(page.getByRole('button', { name: 'Show marks' })).toBeVisible()
  await expectNoOverflow(page)
})

test('an export that is being made can be stopped without scrolling for it', async ({ page }) => {
  await show(page, 'in-and-out/an-export-is-being-made', { width: 400 })
  await expect(page.getByRole('button', { name: /^Stop/ })).toBeInViewport({ ratio: 1 })
})

test('what is typed into of the trail stays where it is, whatever is found', async ({ page }) => {
  await show(page, 'trail/of-a-story')
  const claim = page.getByRole('searchbox', { name: 'Claim' })
  const person = page.getByLabel('Person')
  const before = [await boxOf(claim), await boxOf(person)]
  await claim.fill('walrus')
  await expect(page.getByText('0 of 13')).toBeVisible()
  expect([await boxOf(claim), await boxOf(person)]).toEqual(before)
})

test('a backup is opened only once its name is typed', async ({ page }) => {
  await show(page, 'the-desk/going-back-to-a-backup')
  const open = page.getByRole('button', { name: 'Open this backup' })
  await expect(page.getByRole('status')).toContainText('went on since')
  await expect(open).toBeDisabled()
  await page.getByRole('textbox').fill(' ')
  await expect(open).toBeDisabled()
  await page.getByRole('textbox').fill('yes')
  await expect(open).toBeEnabled()
})

test('who sets the rules is in their first field, not in the dialog as a whole', async ({ page }) => {
  for (const address of ['the-desk/what-it-asks-of-a-check', 'first-pass/its-rules']) {
    await show(page, address)
    await expect(page.locator('[role="dialog"] :is(input, [role="radio"]):focus')).toHaveCount(1)
  }
})

test.describe('in German, whose words are longer', () => {
  test.use({ locale: 'de-DE' })
  test('the bar beside others keeps all its buttons in the window', async ({ page }) => {
    for (const width of [1280, 900, 760, 720, 680, 640, 600, 540, 460, 400]) {
      await show(page, 'the-window/others-have-it-open', { width })
      await expectNoOverflow(page)
    }
  })
})

test('a rule of the check is a sentence with any number', async ({ page }) => {
  await show(page, 'the-desk/what-it-asks-of-a-check')
  const field = page.getByRole('textbox', { name: /^primary source/ })
  await field.fill('1')
  await expect(page.getByRole('textbox', { name: 'primary source, or', exact: true })).toHaveValue('1')
  await field.fill('2')
  await expect(page.getByRole('textbox', { name: 'primary sources, or', exact: true })).toHaveValue('2')
})

test('what one may do alone is said to whoever is alone', async ({ page }) => {
  await show(page, 'start-and-story/nobody-has-worked-here-yet')
  await expect(page.getByText('As long as you are alone here')).toBeVisible()
  await show(page, 'start-and-story/who-works-here')
  await expect(page.getByText('Declared, without a password.')).toBeVisible()
  await expect(page.getByText('As long as you are alone here')).toBeHidden()
})
