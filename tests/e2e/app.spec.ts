import { resolve } from 'node:path'
import { hold } from './hold.ts'
import { expect, test } from './shell.ts'
import {
  begin,
  claims,
  expectAccessible,
  leaveText,
  notice,
  openClaim,
  openSample,
  picture,
  saved,
  status,
  write,
} from './window.ts'

const fixture = resolve(import.meta.dirname, '../fixtures/import/harbour.html')

// Axe reads every screen whole, which takes its time on a busy machine.
test.describe.configure({ timeout: 150_000 })

const body = [
  'The salt road above Merrow opened on Monday. The district counted 1,204 lorries.',
  '“Nobody expected the pans to last,” said Petra Halvorsen, who runs the weighing house.',
]

test('the first start asks who works here, once, and offers a sample that can be taken away again', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { name: 'Who works here?' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'first-start')
  await page.keyboard.type('Maren Oduya')
  await expect(page.getByLabel('Initials')).toHaveValue('MO')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'An empty desk' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'empty')

  await openSample(page)
  await expectAccessible(page)
  await page.reload()
  await expect(claims(page).getByRole('button').first()).toBeVisible()

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Remove the sample' }).click()
  await expect(page.getByRole('heading', { name: 'An empty desk' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(claims(page).getByRole('button').first()).toBeVisible()
})

test('a story is written, tagged, settled and taken back by keys alone, and a reload keeps everything', async ({
  page,
}) => {
  await begin(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('New story')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('story-text')).toBeFocused()
  await page.keyboard.insertText('Salt road reopens')
  for (let field = 0; field < 4; field++) await page.keyboard.press('Enter')
  await page.keyboard.insertText(body[0] ?? '')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText(body[1] ?? '')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Alt+a')
  await expect(openClaim(page)).toContainText('“Nobody expected the pans to last,”')
  await expect(page.getByLabel('Name in the text')).toHaveValue('Petra Halvorsen')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+Alt+a')
  await expect(claims(page).getByRole('listitem')).toHaveCount(2)
  await saved(page)

  // In the text by chords, outside by single keys.
  await page.keyboard.press('Control+Alt+y')
  await expect(notice(page)).toHaveText(/^#2: Confirmed\./)
  await leaveText(page)
  await page.keyboard.press('w')
  await expect(status(page, 'Wrong')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('z')
  await expect(status(page, 'Confirmed')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('n')
  await expect(openClaim(page)).toHaveAccessibleName('Quote 1')
  await page.keyboard.press('f')
  const reason = page.getByRole('dialog', { name: /not a fact/ })
  await expectAccessible(page)
  await page.keyboard.type('She was joking')
  await page.keyboard.press('Enter')
  await expect(reason).toBeHidden()
  await expect(status(page, 'Not a fact')).toHaveAttribute('aria-pressed', 'true')
  await expect(openClaim(page)).toContainText('She was joking')
  await page.keyboard.press('m')
  await page.keyboard.type('Ask her again')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await expect(page.getByRole('button', { name: 'Flagged for legal' })).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByLabel('Who has it')).not.toHaveValue('')
  await expect(page.getByText('no facts left')).toBeVisible()

  await saved(page)
  await page.reload()
  await claims(page)
    .getByRole('button', { name: /Nobody expected/ })
    .click()
  await expect(openClaim(page)).toContainText('She was joking')
  await expect(page.getByLabel('Note')).toHaveValue('Ask her again')
  await expect(page.getByTestId('story-text')).toContainText('1,204 lorries')
})

test('an import shows what it kept and dropped, and puts dropped parts back', async ({ page }) => {
  await begin(page)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expectAccessible(page)
  await page.locator('input[type="file"][accept]').setInputFiles(fixture)
  const receipt = page.getByRole('dialog', { name: 'Import receipt' })
  await expect(receipt).toContainText('1 headline')
  await expect(receipt).toContainText('View All')
  await expect(receipt).toContainText('A link to a list elsewhere on the site')
  await expectAccessible(page)
  await picture(page, 'receipt')
  await receipt.getByRole('button', { name: /^Put back: View All/ }).click()
  await expect(receipt.getByText('back in the story')).toBeVisible()
  await receipt.getByRole('button', { name: 'Open the story' }).click()
  await expect(page.getByTestId('story-text')).toContainText('View All')
  await expect(page.getByTestId('story-text')).not.toContainText('Ads Placement')

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /Import receipt/ }).click()
  await page.getByRole('button', { name: 'Put dropped parts back' }).click()
  await expect(page.getByRole('button', { name: 'Put dropped parts back' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('story-text')).toContainText('Ads Placement')
})

test('text comes in by paste and by drop; what cannot be read is refused with what to do', async ({
  page,
}) => {
  await begin(page)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByLabel('Or paste the text').fill(`Salt road reopens\n\n${body.join('\n\n')}`)
  await page.getByRole('button', { name: 'Import the pasted text' }).click()
  await expect(page.getByRole('dialog', { name: 'Import receipt' })).toContainText('Pasted plain text')
  await page.getByRole('button', { name: 'Open the story' }).click()
  await expect(page.getByTestId('story-text')).toContainText('1,204 lorries')

  const drop = async (name: string, text: string) => {
    const data = await page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([content ?? ''], fileName ?? ''))
        return transfer
      },
      [name, text],
    )
    await page.getByTestId('story-text').dispatchEvent('dragover', { dataTransfer: data })
    await expect(page.getByText('Drop to import')).toBeVisible()
    await page.getByTestId('story-text').dispatchEvent('drop', { dataTransfer: data })
  }
  await drop('harbour.md', '# The night ferry\n\nIt sails again on Friday with 40 aboard.\n')
  await expect(page.getByRole('dialog', { name: 'Import receipt' })).toContainText('harbour.md')
  await page.getByRole('button', { name: 'Open the story' }).click()
  await expect(page.getByTestId('story-text')).toContainText('The night ferry')

  await drop('broken.json', '{"format": "something else"}')
  await expect(page.getByText('Nothing was imported, and the file is as it was.').first()).toBeVisible()
})

test('backup ties claims to sources, by key and again by one key', async ({ page }) => {
  await begin(page)
  await write(page, 'Salt road reopens', body)
  await page.getByText('Nobody expected').click()
  await page.keyboard.press('Control+Alt+4')
  await expect(openClaim(page)).toBeVisible()
  await leaveText(page)
  await page.keyboard.press('b')
  await expect(page.getByRole('combobox', { name: 'Source', exact: true })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type('Interview, tape 4')
  await page.keyboard.press('Enter')
  await openClaim(page).getByRole('combobox', { name: 'Kind' }).selectOption('Recording')
  await page.getByLabel('Where in it').fill('00:14:20')
  await page.getByLabel('Its words').fill('Nobody expected the pans to last')
  await page.keyboard.press('Control+Enter')
  await expect(notice(page)).toHaveText(/^Backup added: Interview, tape 4\./)
  const backup = openClaim(page).getByRole('region', { name: 'Backup' })
  await expect(backup).toContainText('00:14:20')
  await expect(backup).toContainText('Supports')

  await leaveText(page)
  await page.keyboard.press('l')
  await expect(backup.getByRole('listitem')).toHaveCount(2)
  await backup
    .getByRole('button', { name: /^Remove the backup/ })
    .first()
    .click()
  await expect(backup.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(backup.getByRole('listitem')).toHaveCount(2)
  await backup
    .getByRole('button', { name: /^Change the backup/ })
    .first()
    .click()
  await page.getByRole('radio', { name: 'Contradicts' }).click()
  await page.getByRole('button', { name: 'Save backup' }).click()
  await expect(backup).toContainText('Contradicts')
})

test('the library keeps sources with their files, filters them, and removes none that is used', async ({
  page,
}) => {
  await begin(page)
  await openSample(page)
  await page.getByRole('button', { name: 'Sources', exact: true }).click()
  const library = page.getByRole('list', { name: 'Sources' })
  await expectAccessible(page)
  await library.getByRole('button').first().click()
  await expect(page.getByRole('button', { name: 'Remove source' })).toBeDisabled()
  await picture(page, 'sources')

  await page.getByRole('main').getByRole('button', { name: 'New source' }).click()
  await page.getByLabel('Title').fill('Weighing house ledger')
  await page.getByLabel('Confidential').last().check()
  await page.getByLabel('In print').fill('a person who keeps the ledger')
  await page.keyboard.press('Enter')
  await expect(notice(page)).toHaveText(/is in the library/)
  await expectAccessible(page)
  await page
    .locator('input[type="file"][multiple]')
    .setInputFiles({ name: 'page 12.txt', mimeType: 'text/plain', buffer: Buffer.from('1,204 lorries') })
  await expect(page.getByRole('link', { name: 'Open page 12.txt' })).toBeVisible()
  const href = await page.getByRole('link', { name: 'Open page 12.txt' }).getAttribute('href')
  expect(await page.evaluate(async (path) => (await fetch(path)).text(), href ?? '')).toBe('1,204 lorries')
  await page.getByRole('button', { name: 'Remove page 12.txt' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Open page 12.txt' })).toBeVisible()

  await page.getByRole('main').getByRole('button', { name: 'Confidential', exact: true }).click()
  await expect(library.getByRole('button', { name: /ledger/ })).toBeVisible()
  await page.getByLabel('Filter sources').fill('no such thing')
  await expect(page.getByText('No source matches these filters.')).toBeVisible()
})

test('search finds stories, claims and sources, and goes there', async ({ page }) => {
  await begin(page)
  await openSample(page)
  await page.keyboard.press('/')
  await page.keyboard.type('bridge')
  const results = page.getByRole('region', { name: 'Search' })
  await expect(results.getByRole('region', { name: 'Stories' }).getByRole('button')).toHaveCount(1)
  await expect(results.getByRole('region', { name: 'Sources' }).getByRole('button').first()).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'search')
  await results.getByRole('region', { name: 'Claims' }).getByRole('button').first().click()
  await expect(openClaim(page)).toContainText('bridge')
  await results.getByRole('region', { name: 'Sources' }).getByRole('button').first().click()
  await expect(page.getByRole('heading', { name: 'Source', exact: true })).toBeVisible()
  await page.getByLabel('Search stories, claims and sources').fill('quicksilver')
  await expect(page.getByText('Nothing at this desk matches “quicksilver”.')).toBeVisible()
})

test('an export is a download, and confidential sources stay at the desk unless they are let out', async ({
  page,
  desk,
}) => {
  await begin(page)
  await openSample(page)
  const make = async (format: string, letOut: boolean) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('radio', { name: format, exact: true }).click()
    if (letOut) {
      await page.getByLabel('Let confidential sources out whole').check()
      await expect(page.getByText(/Whoever gets it can read them/)).toBeVisible()
      await expectAccessible(page)
    }
    return await desk.save(page, () =>
      page.getByRole('dialog').getByRole('button', { name: 'Export' }).click(),
    )
  }
  const word = await make('Word, with the backup', false)
  expect(word.name).toMatch(/\.docx$/)
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK')
  expect((await make('Plain text', false)).bytes.toString()).toContain('footbridge')
  const closed = await make('Stet JSON', false)
  expect(closed.bytes.toString()).not.toContain('Ivo Castel')
  expect((await make('Stet JSON', true)).bytes.toString()).toContain('Ivo Castel')
})

test('stories are duplicated, renamed, staged, archived and restored', async ({ page }) => {
  await begin(page)
  await write(page, 'Salt road reopens', body)
  const menu = async (item: string) => {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  await menu('Duplicate')
  const stories = page.getByRole('list', { name: 'Stories' })
  await expect(stories.getByRole('listitem')).toHaveCount(2)
  await menu('Change slug…')
  await page.getByRole('textbox', { name: 'Slug' }).fill('salt-road-copy')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Slug: salt-road-copy. Change it' })).toBeVisible()
  await page.getByRole('button', { name: 'Stage: Draft' }).click()
  await page.getByRole('menuitemradio', { name: 'Checking' }).click()
  await expect(page.getByRole('button', { name: 'Stage: Checking' })).toBeVisible()
  await menu('Archive')
  await expect(stories.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(stories.getByRole('listitem')).toHaveCount(2)
  await menu('Archive')
  await page.getByRole('button', { name: 'Archived (1)' }).click()
  await page.getByRole('button', { name: 'Menu of salt-road-copy' }).click()
  await page.getByRole('menuitem', { name: 'Restore' }).click()
  await page.getByRole('button', { name: /← Stories/ }).click()
  await expect(stories.getByRole('listitem')).toHaveCount(2)
})

test('people are added, changed and switched; what follows is done in the new name', async ({ page }) => {
  await begin(page)
  await openSample(page)
  await page.getByRole('button', { name: /People at this desk/ }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Somebody new' }).click()
  await page.keyboard.type('Ilse Varga')
  await page.getByRole('radio', { name: 'Editor' }).click()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Work as Ilse Varga' }).click()
  await expect(notice(page)).toHaveText(/You now work as Ilse Varga/)
  await page.keyboard.press('j')
  await page.keyboard.press('u')
  await expect(openClaim(page)).toContainText('Unverified by Ilse Varga')
})

test('words that moved unseen are shown both ways and are not settled', async ({ page, desk }) => {
  // What the desk says to the first window can be held back, as on a slow line.
  const line = await hold(page)
  await begin(page)
  await openSample(page)
  await claims(page)
    .getByRole('button', { name: /built in 1911/ })
    .click()

  const second = await desk.open()
  await second.getByRole('list', { name: 'Stories' }).getByRole('button').first().click()
  await expect(second.getByTestId('story-text')).toContainText('1911')
  await line.stop()
  await second.getByTestId('story-text').evaluate((dom) => {
    const { editor } = dom as HTMLElement & { editor: import('@tiptap/core').Editor }
    editor.state.doc.descendants((node, at) => {
      const from = node.isText ? (node.text ?? '').indexOf('1911') : -1
      if (from < 0) return true
      editor.commands.insertContentAt({ from: at + from, to: at + from + 4 }, '1912')
      return false
    })
  })
  await saved(second)
  await leaveText(page)
  await page.keyboard.press('c')
  // The news of the other window, and the refusal.
  await expect.poll(() => line.heldCount()).toBeGreaterThan(1)
  await line.goOn()

  const question = page.getByRole('alertdialog', { name: 'The words moved' })
  await expect(question).toContainText('The bridge was built in 1911')
  await expect(question).toContainText('The bridge was built in 1912')
  await expectAccessible(page)
  await picture(page, 'words-moved')
  await question.getByRole('button', { name: 'Look again' }).click()
  await expect(openClaim(page)).toContainText('The bridge was built in 1912')
  await expect(openClaim(page)).toContainText('Its words differ from those that were settled')
  await expect(status(page, 'Confirmed')).toHaveAttribute('aria-pressed', 'false')
})

test('the palette and the list of keys name every command; filters narrow the claims', async ({ page }) => {
  await begin(page)
  await openSample(page)
  await leaveText(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Attach the last source again')
  await expectAccessible(page)
  await picture(page, 'keys')
  await page.keyboard.press('Escape')
  await page.getByTestId('story-text').click()
  await page.keyboard.press('Control+Shift+p')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'palette')
  await page.keyboard.type('hide or show all')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Show marks' })).toBeVisible()

  await page.getByRole('radio', { name: 'Left' }).click()
  await expect(claims(page).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('radio', { name: 'All' }).click()
  await page.getByLabel('Status', { exact: true }).first().selectOption('Wrong')
  await expect(claims(page).getByRole('listitem')).toHaveCount(1)
  await page.getByLabel('Filter claims by words, speaker or number').fill('zzz')
  await page.getByRole('button', { name: 'Show all claims' }).click()
  await expect(claims(page).getByRole('listitem')).toHaveCount(8)
})

test('a window whose desk is gone says so, and goes on when it is back', async ({
  page,
  desk,
  shellName,
}) => {
  test.skip(shellName !== 'browser', 'Electron’s main process starts the desk again at once')
  await begin(page)
  await write(page, 'Salt road reopens', body)
  await desk.kill()
  await expect(page.getByText(/The desk cannot be reached/).first()).toBeVisible()
  await page.keyboard.insertText(' And more.')
  await expect(page.getByTestId('save')).toHaveText(/Not saved/)
  await expectAccessible(page)
  await picture(page, 'not-saved')
  await desk.restart()
  await saved(page)
  await expect(page.getByText(/The desk cannot be reached/)).toBeHidden()
  await page.reload()
  await expect(page.getByTestId('story-text')).toContainText('And more.')
})
