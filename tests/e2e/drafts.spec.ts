import { expect, test } from './shell.ts'
import { begin, claims, expectNoOverflow, leaveText, notice, openClaim, openSample, saved } from './window.ts'

/** Every test here has the sample on a desk of its own. */
test.beforeEach(async ({ page }) => {
  await begin(page)
  await openSample(page)
  await leaveText(page)
})

test('a note and a speaker are kept when a key leads to the next claim in the middle of a word', async ({
  page,
}) => {
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.type('Ask the harbour mas')
  await page.keyboard.press('Control+Alt+.')
  await expect(openClaim(page)).toHaveAccessibleName('Statement 2')
  await page.keyboard.press('k')
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Ask the harbour mas')

  await claims(page)
    .getByRole('button', { name: /We counted/ })
    .click()
  await page.getByLabel('Role', { exact: true }).fill('baker')
  await page.keyboard.press('Control+Alt+.')
  await expect(openClaim(page)).toHaveAccessibleName('Statement 4')
  // While it is under way to the desk the window asks whether to leave, and waits for the answer.
  await expect
    .poll(() => page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true }))))
    .toBe(true)
  await page.reload()
  await claims(page)
    .getByRole('button', { name: /We counted/ })
    .click()
  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('baker')
  await claims(page).getByRole('button').first().click()
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Ask the harbour mas')
})

test('a note that the desk did not take stays in its field, and is sent when the field is left again', async ({
  page,
  desk,
  shellName,
}) => {
  test.skip(shellName !== 'browser', 'Electron’s main process starts the desk again at once')
  await page.keyboard.press('j')
  await desk.kill()
  await expect(page.getByText(/What you type is kept here/)).toBeVisible()
  await page.keyboard.press('m')
  await page.keyboard.type('Rang twice')
  await page.keyboard.press('Escape')
  const refused = page.getByText('Everything saved before is safe. Stet keeps trying', { exact: false })
  await expect(refused.first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Rang twice')
  await desk.restart()
  await expect(page.getByText(/What you type is kept here/)).toBeHidden()
  // What was said of the lost desk is no longer so.
  await expect(refused).toHaveCount(0)
  await page.getByLabel('Note', { exact: true }).focus()
  await page.keyboard.press('Escape')
  await page.reload()
  await claims(page).getByRole('button').first().click()
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Rang twice')
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
