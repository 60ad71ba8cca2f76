import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../shell.ts'
import { begin, claims, leaveText, openClaim, openSample, write } from '../window.ts'

const fixture = resolve(import.meta.dirname, '../../fixtures/import/harbour.html')

const middle = (page: Page) => page.getByRole('main', { name: 'Story' })
const stories = (page: Page) => page.getByRole('list', { name: 'Stories' })

test('whoever comes in, or closes a dialog that was opened from nowhere, is in the middle of the window', async ({
  page,
}) => {
  await begin(page)
  await expect(middle(page)).toBeFocused()
  await page.keyboard.press('i')
  await page.locator('input[type="file"][accept]').setInputFiles(fixture)
  await expect(page.getByRole('button', { name: 'Open the story' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(middle(page)).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(middle(page)).toBeFocused()
})

test('a dialog that a menu opened gives the focus back to what opened the menu', async ({ page }) => {
  await begin(page)
  await openSample(page)
  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Change slug…' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Slug' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
})

test('forms of a claim that close leave the focus at the claim, and a closed claim at its row', async ({
  page,
}) => {
  await begin(page)
  await openSample(page)
  await leaveText(page)
  await page.keyboard.press('j')
  await page.keyboard.press('b')
  await expect(page.getByRole('combobox', { name: 'Source', exact: true })).toBeFocused()
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('page 9')
  await page.keyboard.press('Control+Enter')
  await expect(openClaim(page)).toBeFocused()
  await page.keyboard.press('b')
  await page.keyboard.press('Escape')
  await expect(openClaim(page)).toBeFocused()
  await page.keyboard.press('m')
  await expect(page.getByLabel('Note', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(openClaim(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(openClaim(page)).toBeHidden()
  await expect(claims(page).getByRole('button').first()).toBeFocused()
})

test('a row that leaves its list hands the focus to the one in its place', async ({ page }) => {
  await begin(page)
  await openSample(page)
  await page.getByRole('radio', { name: 'Left' }).click()
  await expect(claims(page).getByRole('listitem')).toHaveCount(2)
  await claims(page).getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('c')
  await expect(claims(page).getByRole('listitem')).toHaveCount(1)
  await expect(claims(page).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('c')
  await expect(page.getByText('No claim matches these filters.')).toBeVisible()
  await expect(openClaim(page)).toHaveAccessibleName('Quote 5')
  // The list is gone, the panel stands.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')

  await page.getByRole('button', { name: 'Sources', exact: true }).click()
  await page.getByRole('main').getByRole('button', { name: 'New source' }).click()
  await page.keyboard.type('Weighing house ledger')
  await page.keyboard.press('Enter')
  const library = page.getByRole('list', { name: 'Sources' })
  await expect(library.getByRole('button', { name: /ledger/ })).toBeFocused()
  await page.getByRole('button', { name: 'Remove source' }).focus()
  await page.keyboard.press('Enter')
  await expect(library.getByRole('button', { name: /ledger/ })).toBeHidden()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('an archived story leaves the focus in the list of stories', async ({ page }) => {
  await begin(page)
  await write(page, 'The first', ['One.'])
  await write(page, 'The second', ['Two.'])
  await expect(stories(page).getByRole('button', { name: /^The second/ })).toBeVisible()
  await stories(page)
    .getByRole('button', { name: /^Menu of/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Archive' }).press('Enter')
  await expect(stories(page).getByRole('listitem')).toHaveCount(1)
  await expect(stories(page).getByRole('button').first()).toBeFocused()
})

test('arrows lead from the search to what it found and back, and from the filter to the claims', async ({
  page,
}) => {
  await begin(page)
  await openSample(page)
  await leaveText(page)
  await page.keyboard.press('/')
  await page.keyboard.type('bridge')
  const results = page.getByRole('region', { name: 'Search' })
  const claimHit = results.getByRole('region', { name: 'Claims' }).getByRole('button').first()
  await expect(claimHit).toContainText('#6')
  await expect(claimHit).toContainText('Tarnwick’s footbridge')
  await page.keyboard.press('ArrowDown')
  await expect(results.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByLabel('Search stories, claims and sources')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(claimHit).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(openClaim(page)).toHaveAccessibleName('Statement 6')
  await page.keyboard.press("'")
  await page.keyboard.type('people')
  await page.keyboard.press('ArrowDown')
  await expect(claims(page).getByRole('button').first()).toBeFocused()
})
