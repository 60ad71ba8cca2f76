import { expect, test } from '../shell.ts'
import {
  begin,
  claims,
  expectNoOverflow,
  leaveText,
  notice,
  openClaim,
  openSample,
  saved,
} from '../window.ts'

/** Every test here has the sample on a desk of its own. */
test.beforeEach(async ({ page }) => {
  await begin(page)
  await openSample(page)
  await leaveText(page)
})

test('backup half written waits while another claim is looked at, until it is saved or cancelled', async ({
  page,
}) => {
  await page.keyboard.press('j')
  await page.keyboard.press('b')
  await page.keyboard.type('Ledger')
  await page.keyboard.press('Enter')
  await page.getByLabel('Its words').fill('Paid: 340,000')
  await claims(page)
    .getByRole('button', { name: /About 400/ })
    .click()
  await expect(openClaim(page)).toHaveAccessibleName('Statement 2')
  await page.keyboard.press('k')
  await leaveText(page)
  await page.keyboard.press('b')
  await expect(page.getByLabel('Its words')).toHaveValue('Paid: 340,000')
  await expect(openClaim(page)).toContainText('Ledger')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.keyboard.press('b')
  await expect(page.getByRole('combobox', { name: 'Source', exact: true })).toBeFocused()
})

test('a source half changed waits while another is looked at, and the list says so', async ({ page }) => {
  await page.keyboard.press('o')
  const library = page.getByRole('list', { name: 'Sources' })
  await library.getByRole('button').first().click()
  await page.getByLabel('Publisher').fill('The lock keeper')
  await library.getByRole('button').nth(1).click()
  await expect(library.getByRole('button').first()).toContainText('Not saved yet')
  await leaveText(page)
  await page.keyboard.press('o')
  await page.keyboard.press('o')
  await library.getByRole('button').first().click()
  await expect(page.getByLabel('Publisher')).toHaveValue('The lock keeper')
  await page.getByLabel('Publisher').press('Enter')
  await expect(notice(page)).toHaveText(/^Saved\./)
  await expect(library.getByRole('button').first()).not.toContainText('Not saved yet')
})

test('words without a space stay inside the panel', async ({ page }) => {
  const endless = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'
  await page.keyboard.press('j')
  await page.keyboard.press('b')
  await page.keyboard.type(endless)
  await page.keyboard.press('Enter')
  await page.keyboard.type(endless + endless)
  await page.getByLabel('Its words').fill(endless + endless)
  await page.keyboard.press('Control+Enter')
  await expect(notice(page)).toHaveText(/^Backup added/)
  await saved(page)
  await expectNoOverflow(page)
  await page.setViewportSize({ width: 480, height: 800 })
  await page.keyboard.press(']')
  await expect(openClaim(page)).toBeVisible()
  await expectNoOverflow(page)
})

test('the toolbar tags what the caret stands in', async ({ page }) => {
  await page.getByText('From now on the council wants').click({ position: { x: 60, y: 12 } })
  await page.getByRole('button', { name: 'Tag the sentence, quote or selection' }).click()
  await expect(openClaim(page)).toContainText(
    'From now on the council wants the piers looked at every spring.',
  )
  await expect(page.getByTestId('story-text')).toBeFocused()
})
