import { appendFile, readdir, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './shell.ts'
import { begin, expectAccessible, picture, saved, write } from './window.ts'

async function openBackups(page: Page) {
  // After a reload the keys act once the window stands.
  await expect(page.getByRole('button', { name: 'New story', exact: true }).first()).toBeVisible()
  await page.keyboard.press('Control+Shift+p')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('Backups of the desk')
  await page.keyboard.press('Enter')
  return page.getByRole('dialog', { name: 'Backups of the desk' })
}

test('a backup is made and opened again from the window; the desk from before is set aside and can be opened too', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  await write(page, 'Ferry', ['Twelve ferries run.'])
  const backups = await openBackups(page)
  await backups.getByRole('button', { name: 'Back up now' }).click()
  const line = backups.getByRole('listitem').filter({ hasText: 'asked for' })
  await expect(line).toContainText('1 story')
  await expectAccessible(page)
  await picture(page, 'backups')
  await page.keyboard.press('Escape')

  await page.getByTestId('story-text').locator('p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' One more came.')
  await saved(page)
  await openBackups(page)
  await line.getByRole('button').click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('1 story that went on since')
  const name = ((await question.getByRole('heading').textContent()) ?? '').slice(
    'Open the backup of '.length,
    -1,
  )
  await question.getByRole('textbox').fill('yes')
  await question.getByRole('button', { name: 'Open this backup' }).click()
  await expect(question.getByRole('alert')).toHaveText('These are not the same words.')
  await expectAccessible(page)
  await picture(page, 'restore')
  await question.getByRole('textbox').fill(name)
  await question.getByRole('button', { name: 'Open this backup' }).click()
  await expect(page.getByText(/^The backup is open and everything in it holds/)).toBeVisible()
  await expect(page.getByTestId('story-text')).toContainText('Twelve ferries run.')
  await expect(page.getByTestId('story-text')).not.toContainText('One more came.')

  // What is typed from now on is saved as ever.
  await page.getByTestId('story-text').locator('p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Afterwards.')
  await saved(page)
  const aside = (await openBackups(page)).getByRole('listitem').filter({ hasText: 'set aside' })
  await expect(aside).toContainText('1 story')
  await aside.getByRole('button').click()
  const again = ((await question.getByRole('heading').textContent()) ?? '').slice(19, -1)
  await question.getByRole('textbox').fill(again)
  await question.getByRole('button', { name: 'Open this backup' }).click()
  await expect(page.getByTestId('story-text')).toContainText('One more came.')
})

test('the number of backups that are kept is changed in the window', async ({ page }) => {
  test.setTimeout(120_000)
  await begin(page)
  const kept = (await openBackups(page)).getByLabel('Keep of each kind')
  await kept.fill('3')
  await kept.press('Enter')
  await expect(page.getByText('3 backups of each kind will be kept.', { exact: true })).toBeVisible()
  await page.reload()
  await expect((await openBackups(page)).getByLabel('Keep of each kind')).toHaveValue('3')
})

test('a desk that is damaged opens from a backup on the screen that says so, and nothing of it is lost', async ({
  page,
  desk,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  await write(page, 'Ferry', ['Twelve ferries run.'])
  await (await openBackups(page)).getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByTestId('notice')).toHaveText('The desk is backed up.')
  await desk.kill()
  const path = join(desk.folder, 'stet.sqlite')
  await truncate(path, 6000)
  const damaged = await readFile(path)
  await desk.restart()

  await page.reload()
  await expect(page.getByRole('alert')).toContainText('The desk cannot be opened')
  await expectAccessible(page)
  await picture(page, 'refusal')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toContainText('The desk cannot be opened')
  await page.getByRole('button', { name: /^Open the backup of/ }).click()
  await expect(page.getByRole('heading', { name: /^Open the backup of/ })).toBeVisible()
  await page.getByRole('button', { name: 'Open this backup' }).click()
  await expect(page.getByTestId('story-text')).toContainText('Twelve ferries run.')
  await page.getByTestId('story-text').locator('p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' On it goes.')
  await saved(page)
  const [aside] = await readdir(join(desk.folder, 'set-aside'))
  expect(await readFile(join(desk.folder, 'set-aside', aside ?? '', 'stet.sqlite'))).toEqual(damaged)
})

test('the file of the database is taken away under an open desk: the window keeps what is typed, and from what was rescued it goes on', async ({
  page,
  desk,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  await write(page, 'Ferry', ['Twelve ferries run.'])
  const { rename } = await import('node:fs/promises')
  await rename(join(desk.folder, 'stet.sqlite'), join(desk.folder, 'elsewhere'))
  await page.keyboard.type(' Typed after the file was gone.')
  await expect(page.getByTestId('save')).toHaveText(/^Not saved/)

  const other = await desk.open()
  await expect(other.getByRole('alert')).toContainText('is missing')
  await other.getByRole('listitem').filter({ hasText: 'what could be rescued' }).getByRole('button').click()
  await other.getByRole('button', { name: 'Open this backup' }).click()
  await expect(other.getByText('Choose a story').or(other.getByTestId('story-text'))).toBeVisible()
  await saved(page)
  await expect(page.getByTestId('story-text')).toContainText('run. Typed after the file was gone.')
  await page.reload()
  await expect(page.getByTestId('story-text')).toContainText('run. Typed after the file was gone.')
})

test('a log that can be read only in part is refused, and what can be read of it is a backup to open', async ({
  page,
  desk,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  await write(page, 'Ferry', ['Twelve ferries run.'])
  for (let word = 0; word < 5; word++) {
    await page.keyboard.type(` word${word}`)
    await saved(page)
  }
  await desk.kill()
  const log = join(desk.folder, 'stet.sqlite-wal')
  const bytes = await readFile(log)
  await truncate(log, 0)
  bytes[bytes.length - 30_000] = (bytes[bytes.length - 30_000] ?? 0) ^ 0xff
  await appendFile(log, bytes)
  await desk.restart()
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('holds changes that cannot be read any more')
  await page.getByRole('listitem').filter({ hasText: 'what could be rescued' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Open this backup' }).click()
  await expect(page.getByTestId('story-text')).toBeVisible()
})
