import { goTo, parts, text, write } from '../galley.ts'
import { begin, claims, leaveText, openClaim, openSample, saved } from '../window.ts'
import { expect, test } from './app.ts'

const isMac = process.platform === 'darwin'

test('the menu bar has the columns of its system, and its lines are the commands of the window', async ({
  page,
  app,
}) => {
  await begin(page)
  const menu = await app.menu()
  expect(menu.map(({ label }) => label)).toEqual([
    ...(isMac ? ['Stet'] : []),
    'File',
    'Edit',
    'Text',
    'Claim',
    'First pass',
    'Red pencil',
    'View',
    'Window',
    'Help',
  ])
  const file = menu.find(({ label }) => label === 'File')
  expect(file?.items.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['New story', 'New window', 'Import…', 'Export…', 'Print…']),
  )
  expect(file?.items.find(({ label }) => label === 'New story')?.accelerator).toBe('CmdOrCtrl+N')
})

test('what needs a story or a claim can be chosen only where there is one', async ({ page, app }) => {
  const isEnabled = async (column: string, label: string) => {
    const items = (await app.menu()).find((one) => one.label === column)?.items
    return items?.find((one) => one.label === label)?.isEnabled
  }
  await begin(page)
  await expect.poll(() => isEnabled('File', 'New story')).toBe(true)
  expect(await isEnabled('File', 'Export…')).toBe(false)
  expect(await isEnabled('Text', 'Bold')).toBe(false)
  await openSample(page)
  await expect.poll(() => isEnabled('File', 'Export…')).toBe(true)
  await expect.poll(() => isEnabled('Text', 'Bold')).toBe(true)
  expect(await isEnabled('Claim', 'Confirmed')).toBe(false)
  await leaveText(page)
  await page.keyboard.press('j')
  await expect.poll(() => isEnabled('Claim', 'Confirmed')).toBe(true)
})

test('a story is begun, set in bold, tagged and settled by menu alone', async ({ page, app }) => {
  await begin(page)
  await expect(async () => app.clickMenu('File', 'New story')).toPass()
  await expect(text(page)).toBeFocused()
  await write(page, 'Bridge to close', ['The bridge opened in 1931. Nobody knows more.'])
  await goTo(page, '1931', true)
  await app.clickMenu('Text', 'Bold')
  await expect(text(page).locator('strong')).toHaveText('1931')
  await goTo(page, 'Nobody')
  await app.clickMenu('Claim', 'Tag the sentence, quote or selection')
  await expect.poll(() => parts(page)).toContain('paragraph: The bridge opened in 1931. [Nobody knows more.]')
  await expect(openClaim(page)).toBeVisible()
  await expect(async () => app.clickMenu('Claim', 'Confirmed')).toPass()
  await expect(claims(page).getByRole('button', { name: /Confirmed/ })).toBeVisible()
  await saved(page)
})

test('a key that the page leaves alone is the menu’s, and one that it takes is not done twice', async ({
  page,
  app,
}) => {
  await begin(page)
  await page.keyboard.press('ControlOrMeta+n')
  await expect(text(page)).toBeFocused()
  await page.keyboard.insertText('One headline')
  await saved(page)
  await expect(page.getByRole('list', { name: 'Stories' }).getByRole('listitem')).toHaveCount(1)
  await goTo(page, 'headline', true)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text(page).locator('.headline')).not.toContainText('One headline')
  await page.keyboard.press('ControlOrMeta+Shift+n')
  await expect.poll(async () => (await app.windows()).length).toBe(2)
})

test('the menu speaks as the window that is worked in does', async ({ page, app }) => {
  await begin(page)
  await app.clickMenu('View', 'Language of the window…')
  await page.getByRole('dialog').getByLabel('Language').selectOption('Deutsch')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  const labels = async () => (await app.menu()).map(({ label }) => label)
  await expect.poll(labels).toEqual(expect.arrayContaining(['Datei', 'Bearbeiten', 'Aussage', 'Hilfe']))
  await app.clickMenu('Datei', 'Neuer Beitrag')
  await expect(text(page)).toBeFocused()
})
