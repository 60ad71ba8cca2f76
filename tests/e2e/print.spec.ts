import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from './shell.ts'
import { begin, claims, openSample } from './window.ts'

test('printing puts the whole story on paper, light and alone', async ({ page }) => {
  await begin(page)
  await openSample(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await page.keyboard.press('ControlOrMeta+p')
  await page.getByRole('radio', { name: 'The story' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed')

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(claims(page)).toBeHidden()
  await expect(page.getByRole('contentinfo')).toBeHidden()
  await expect(page.getByTestId('story-text').locator('p').last()).toBeVisible()
  const frame = await page.getByTestId('galley-scroller').evaluate((each) => ({
    shown: each.clientHeight,
    whole: each.scrollHeight,
  }))
  expect(frame.shown).toBe(frame.whole)
  const folder = resolve(import.meta.dirname, '../../test-results/screens')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'print.pdf'), await page.pdf({ format: 'A4' }))
  await page.screenshot({ path: join(folder, 'print.png'), fullPage: true })
})
