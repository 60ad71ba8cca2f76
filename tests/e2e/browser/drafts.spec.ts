import { expect, test } from '../shell.ts'
import { begin, claims, leaveText, openSample } from '../window.ts'

test('a note that the desk did not take stays in its field, and is sent when the field is left again', async ({
  page,
  desk,
}) => {
  // Electron’s main process starts the desk again at once.
  await begin(page)
  await openSample(page)
  await leaveText(page)
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
