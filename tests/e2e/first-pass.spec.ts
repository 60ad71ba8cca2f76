import type { Page } from '@playwright/test'
import { count, months, openFirstPass, painted, proposed } from './proposals.ts'
import { expect, test } from './shell.ts'
import { claims, expectAccessible, leaveText, notice, picture, saved } from './window.ts'

const chosen = (page: Page) => page.getByRole('region', { name: 'Proposed claim' }).locator('blockquote')
const decided = (page: Page) => page.getByRole('region', { name: 'Nothing is left in this sentence' })

/** In the order of the risk. */
const inspection = 'The first inspection is to be in April, before the river rises'
const firm = /^Hale and Sorrel, the firm/

/** Goes on by its key until these words are chosen. */
async function goTo(page: Page, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Shift+J')
    await expect(chosen(page)).toHaveText(words, { timeout: 300 })
  }).toPass()
}

test('a story is gone through by keys alone: accepted, dismissed, taken back and read', async ({ page }) => {
  await openFirstPass(page)
  await expect(proposed(page)).toHaveCount(4)
  await expect.poll(() => painted(page, 'stet-proposed')).toContain(months)

  // What may do most harm comes first.
  await page.keyboard.press('Shift+J')
  await expect(chosen(page)).toHaveText(inspection)
  await expect(page.getByText('Nothing may exceed it: The first')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'first-pass')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectAccessible(page, 'colours')
  await picture(page, 'first-pass-dark')
  // Forced colours would show each as selected.
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await expect.poll(() => painted(page, 'stet-proposed')).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
  await expect.poll(() => painted(page, 'stet-proposed')).toContain(inspection)

  // Its sentence has no other: one key reads it and goes on.
  await page.keyboard.press('Shift+X')
  await expect(decided(page)).toContainText('everybody in Tarnwick can read it')
  await expect(notice(page)).toHaveText('Nothing is left in this sentence: Space reads it.')
  await page.keyboard.press('Space')
  await expect(notice(page)).toHaveText('Sentence read.')
  await expect(decided(page)).toBeHidden()
  await expect(chosen(page)).toBeVisible()
  await expect(count(page)).toHaveText('3 proposed')

  await goTo(page, firm)
  await page.keyboard.press('Shift+A')
  await expect(page.getByText('Accepted as a claim.', { exact: true })).toBeVisible()
  await expect(count(page)).toHaveText('2 proposed')
  await page.keyboard.press('Shift+Z')
  await expect(notice(page)).toHaveText('Taken back.')
  await expect(count(page)).toHaveText('3 proposed')
  await goTo(page, firm)
  await page.keyboard.press('Shift+A')
  // The claim has all of its sentence: there is nothing to read, and the next is chosen.
  await expect(count(page)).toHaveText('2 proposed')
  await expect(decided(page)).toBeHidden()
  await expect(chosen(page)).not.toHaveText(firm)

  // Both are proposed for how long it took.
  await page.keyboard.press('Shift+E')
  await expect(page.getByText('2 accepted as claims.', { exact: true })).toBeVisible()
  await expect(page.getByText('Nothing is proposed', { exact: true })).toBeVisible()
  await page.keyboard.press('Shift+Z')
  await expect(count(page)).toHaveText('2 proposed')
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+E')
  await expect(count(page)).toHaveText('nothing proposed')
  await page.getByRole('button', { name: 'Back to the claims' }).press('Enter')
  await expect(claims(page).getByRole('button')).toHaveCount(11)
})

test('what was dismissed stays so when its sentence is edited and the window is loaded anew, and is proposed again on demand', async ({
  page,
}) => {
  await openFirstPass(page)
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+X')
  await expect(decided(page)).toBeVisible()
  await expect(count(page)).toHaveText('3 proposed')

  await page.getByTestId('story-text').getByText('is to hang in the town hall').click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(' slowly')
  await saved(page)
  await leaveText(page)
  await expect(count(page)).toHaveText('3 proposed')

  await page.reload()
  await expect(page.getByTestId('story-text')).toBeVisible()
  await leaveText(page)
  await page.keyboard.press('Shift+F')
  await expect(count(page)).toHaveText('3 proposed')
  await page.getByRole('radio', { name: 'Dismissed 1' }).click()
  // How much is proposed is said beside what is proposed alone.
  await expect(count(page)).toBeEmpty()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Propose again: ${inspection}` }).click()
  await expect(page.getByText('Nothing was dismissed', { exact: true })).toBeVisible()
  await page.getByRole('radio', { name: 'Proposed' }).click()
  await expect(count(page)).toHaveText('4 proposed')
})

test('a desk says how much it wants proposed, sees what came of it, and can do without', async ({ page }) => {
  await openFirstPass(page)
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+X')
  await expect(count(page)).toHaveText('3 proposed')
  await page.getByRole('button', { name: 'Settings of the first pass' }).click()
  const rules = page.getByRole('dialog', { name: 'Settings of the first pass' })
  await expect(rules.getByRole('row').filter({ hasText: 'Superlative' }).getByRole('cell')).toHaveText([
    '0',
    '1',
  ])
  await expectAccessible(page)
  await rules.getByRole('checkbox', { name: 'Duration' }).uncheck()
  await rules.getByRole('button', { name: 'Save' }).click()
  await expect(count(page)).toHaveText('2 proposed')
  await page.getByRole('button', { name: 'Settings of the first pass' }).click()
  await rules.getByRole('checkbox', { name: 'Make the first pass' }).uncheck()
  await rules.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The first pass is off', { exact: true })).toBeVisible()
  await expect.poll(() => painted(page, 'stet-proposed')).toEqual([])
})
