import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './shell.ts'
import { claims, notice, openClaim, saved, status } from './window.ts'

test.describe.configure({ timeout: 240_000 })

/** Goes on by Tab until that has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  // What cannot be used yet is passed over.
  await expect(target).toBeEnabled()
  for (let times = 0; times < 120; times++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error('Tab does not lead there')
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+p')
  await expect(page.getByPlaceholder('What do you want to do?')).toBeFocused()
  await page.keyboard.type(name)
  await expect(page.getByRole('option', { selected: true })).toContainText(name)
  await page.keyboard.press('Enter')
}

/** The focus is somewhere: never on nothing. */
async function expectFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
}

test('everything is done without a mouse: a story comes in, is tagged, backed, settled, exported, restored and struck', async ({
  page,
  desk,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-keyboard-'))
  const file = join(folder, 'ledger.txt')
  await writeFile(file, 'Page 12: 1,204 lorries')
  const clicks: string[] = []
  await page.exposeFunction('noteClick', (what: string) => clicks.push(what))
  await page.evaluate(() => {
    addEventListener('pointerdown', (event) => {
      void (Reflect.get(window, 'noteClick') as (what: string) => void)(String(event.target))
    })
  })

  // In: the name has the focus, the role is a group of radios.
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type('Maren Oduya')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const editor = page.getByRole('radio', { name: 'Editor' })
  for (let times = 0; times < 4 && !(await editor.isChecked()); times++)
    await page.keyboard.press('ArrowRight')
  await press(page, page.getByRole('button', { name: 'Start work' }))
  await expect(page.getByRole('heading', { name: 'An empty desk' })).toBeVisible()
  await expectFocus(page)

  // Import, by its key.
  await page.keyboard.press('i')
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await tabTo(page, dialog.getByLabel('Or paste the text'))
  await page.keyboard.insertText(
    'Salt road reopens\n\nThe salt road above Merrow opened on Monday.\n\n“Nobody expected the pans to last,” said Petra Halvorsen, who runs the weighing house.',
  )
  await press(page, dialog.getByRole('button', { name: 'Import the pasted text' }))
  await expect(page.getByRole('button', { name: 'Open the story' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('story-text')).toContainText('Nobody expected')
  await expectFocus(page)

  // Write and tag, in the text; the story begins above.
  await page.keyboard.press('v')
  await expect(page.getByTestId('story-text')).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Nobody')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Alt+4')
  await expect(openClaim(page)).toHaveAccessibleName('Quote 1')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Monday')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Alt+a')
  await expect(claims(page).getByRole('listitem')).toHaveCount(2)

  // Out of the text by Tab; from there single keys act.
  await page.keyboard.press('Escape')
  await tabTo(page, claims(page).getByRole('button').first())
  await page.keyboard.press('c')
  await expect(notice(page)).toHaveText(/Confirmed\./)
  await page.keyboard.press('z')
  await expect(notice(page)).toHaveText(/taken back/)

  // A source of its own with a file, then backup.
  await page.keyboard.press('b')
  await expect(page.getByRole('combobox', { name: 'Source', exact: true })).toBeFocused()
  await page.keyboard.type('Weighing house ledger')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Where in it'))
  await page.keyboard.type('page 12')
  await page.keyboard.press('Control+Enter')
  await expect(notice(page)).toHaveText(/^Backup added/)
  await page.keyboard.press('q')
  await expect(status(page, 'Queried')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('o')
  const library = page.getByRole('list', { name: 'Sources' })
  await tabTo(page, library.getByRole('button').first())
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Add files' }))
  await page.locator('input[type="file"][multiple]').setInputFiles(file)
  await expect(page.getByRole('link', { name: 'Open ledger.txt' })).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Remove ledger.txt' }))
  await expect(page.getByRole('link', { name: 'Open ledger.txt' })).toBeHidden()
  // F8 leads to the notes, as the region's name says.
  await page.keyboard.press('F8')
  await press(page, page.getByRole('button', { name: 'Undo' }))
  await expect(page.getByRole('link', { name: 'Open ledger.txt' })).toBeVisible()
  await command(page, 'Sources, or back to the story')
  await expect(page.getByTestId('story-text')).toBeVisible()

  // Out of the desk.
  await command(page, 'Export')
  const exporting = page.getByRole('dialog', { name: 'Export' })
  await expect(exporting).toBeVisible()
  const exported = await desk.save(page, () =>
    press(page, exporting.getByRole('button', { name: 'Export', exact: true })),
  )
  expect(exported.bytes.length).toBeGreaterThan(0)
  await expectFocus(page)

  // A backup, something more, and back to it.
  await command(page, 'Backups of the desk')
  const backups = page.getByRole('dialog', { name: 'Backups of the desk' })
  await press(page, backups.getByRole('button', { name: 'Back up now' }))
  const made = backups.getByRole('listitem').filter({ hasText: 'asked for' })
  await expect(made).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' More came.')
  await saved(page)
  await command(page, 'Backups of the desk')
  await press(page, made.getByRole('button'))
  const question = page.getByRole('alertdialog')
  await expect(question.getByRole('textbox')).toBeVisible()
  const moment = ((await question.getByRole('heading').textContent()) ?? '').slice(
    'Open the backup of '.length,
    -1,
  )
  await tabTo(page, question.getByRole('textbox'))
  await page.keyboard.type(moment)
  await press(page, question.getByRole('button', { name: 'Open this backup' }))
  await expect(page.getByText(/^The backup is open and everything in it holds/)).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByTestId('story-text')).not.toContainText('More came.')

  // And a name is struck from all of it.
  await command(page, 'Strike a name')
  const strike = page.getByRole('alertdialog', { name: 'Strike a name' })
  await expect(strike.getByLabel('Words to strike')).toBeFocused()
  await page.keyboard.type('Petra Halvorsen')
  await press(page, strike.getByRole('button', { name: 'See what would go' }))
  await tabTo(page, strike.getByLabel('Reason'))
  await page.keyboard.type('She asked for it')
  await tabTo(page, strike.getByLabel(/^Type/))
  await page.keyboard.type('Petra Halvorsen')
  await press(page, strike.getByRole('button', { name: 'Strike for good' }))
  await expect(page.getByRole('dialog', { name: 'Struck for good' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('story-text')).not.toContainText('Halvorsen')
  await expectFocus(page)
  expect(clicks).toEqual([])
  await rm(folder, { recursive: true, force: true })
})
