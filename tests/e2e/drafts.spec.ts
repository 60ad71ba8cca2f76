import { expect, test } from './shell.ts'
import { begin, claims, leaveText, openClaim, openSample } from './window.ts'

test('a note and a speaker are kept when a key leads to the next claim in the middle of a word', async ({
  page,
}) => {
  await begin(page)
  await openSample(page)
  await leaveText(page)
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
