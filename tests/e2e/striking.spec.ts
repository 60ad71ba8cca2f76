import type { Page } from '@playwright/test'
import { tracesOf } from '../electron/desk/striking/traces.ts'
import { expect, test } from './shell.ts'
import { expectAccessible, notice, picture, saved, write } from './window.ts'

async function beginAsEditor(page: Page): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill('Maren Oduya')
  await page.getByRole('radio', { name: 'Editor' }).click()
  await page.getByRole('button', { name: 'Start work' }).click()
  await expect(page.getByRole('heading', { name: 'An empty desk' })).toBeVisible()
}

test('a name is struck while two windows have it, and undo brings it back in neither', async ({
  desk,
  page,
}) => {
  await beginAsEditor(page)
  await write(page, 'The night of the pumps', ['Forty is enough, said ', 'Nobody called back.'])
  const text = page.getByTestId('story-text')
  await text.getByText('said').click()
  await page.keyboard.press('End')
  await page.keyboard.type('Karla Meissner, a nurse.')
  await saved(page)
  const other = await desk.open()
  await other.getByText('The night of the pumps').first().click()
  const otherText = other.getByTestId('story-text')
  await expect(otherText).toContainText('Karla Meissner')
  await otherText.getByText('Nobody called').click()
  await other.keyboard.press('End')
  await other.keyboard.type(' Not Karla Meissner either.')
  await saved(other)

  await page.getByRole('button', { name: /People at this desk/ }).click()
  await page.getByRole('button', { name: 'Strike a name…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Strike a name' })
  await dialog.getByLabel('Words to strike').fill('Karla Meißner')
  await dialog.getByRole('button', { name: 'See what would go' }).click()
  await expect(dialog.getByRole('region', { name: 'What would be struck' })).toContainText('2 times in texts')
  await expect(dialog.getByRole('listitem').filter({ hasText: '2 × Karla Meissner' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'strike')
  const button = dialog.getByRole('button', { name: 'Strike for good' })
  await expect(button).toBeDisabled()
  await dialog.getByLabel('Reason').fill('For Mrs Karla Meissner')
  await dialog.getByLabel(/^Type/).fill('Karla Meißner')
  await button.click()
  await expect(dialog.getByRole('alert')).toContainText('does not hold the words')
  await dialog.getByLabel('Reason').fill('A request of 3 May')
  await button.click()
  await expect(page.getByRole('dialog', { name: 'Struck for good' })).toBeVisible()
  await picture(page, 'struck')
  await page.getByTestId('striking-receipt').press('Escape')

  for (const [window, words] of [
    [page, text],
    [other, otherText],
  ] as const) {
    await expect(words).toContainText('said █████ ████████, a nurse.')
    await expect(words).toContainText('Not █████ ████████ either.')
    await expect(notice(window)).toHaveText(/opened anew/)
    await words.getByText('Nobody called').click()
    for (let times = 0; times < 30; times++) await window.keyboard.press('ControlOrMeta+z')
    await saved(window)
    await expect(words).not.toContainText('Meissner')
  }
  await other.keyboard.type(' On.')
  await expect(text).toContainText('On.')
  expect(tracesOf(desk.folder, ['Karla', 'Meissner', 'Meißner'])).toEqual([])
})

test('a story is deleted for good from its menu, once its slug was typed', async ({ desk, page }) => {
  await beginAsEditor(page)
  await write(page, 'The night of the pumps', ['Forty is enough.'])
  await page.getByRole('button', { name: 'Menu of the-night-of-the-pumps' }).click()
  await page.getByRole('menuitem', { name: 'Delete for good…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete a story for good' })
  await dialog.getByLabel('Reason').fill('A court’s order')
  const button = dialog.getByRole('button', { name: 'Delete for good' })
  await expect(button).toBeDisabled()
  await dialog.getByLabel(/^Type/).fill('the-night-of-the-pumps')
  await expectAccessible(page)
  await picture(page, 'delete-story')
  await button.click()
  await expect(page.getByRole('dialog', { name: 'Deleted for good' })).toBeVisible()
  await page.getByTestId('striking-receipt').press('Escape')
  await expect(page.getByRole('heading', { name: 'An empty desk' })).toBeVisible()
  expect(tracesOf(desk.folder, ['Forty', 'pumps'])).toEqual([])
})
