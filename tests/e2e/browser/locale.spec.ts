import { expect, test } from '../shell.ts'
import { expectAccessible, expectNoOverflow, picture } from '../window.ts'

test.use({ locale: 'de-DE' })

test('whoever’s system is German is greeted in German, and may read English all the same', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { name: 'Wer arbeitet hier?' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expectNoOverflow(page)
  await expectAccessible(page)
  await picture(page, 'german-first-start')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Who works here?' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Who works here?' })).toBeVisible()
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Maren Oduya')
  await page.getByRole('button', { name: 'Loslegen' }).click()
  await expect(page.getByRole('heading', { name: 'Ein leerer Desk' })).toBeVisible()
})
