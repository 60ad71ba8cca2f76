import type { Page } from '@playwright/test'
import { strings } from '../../../renderer/ui/strings.ts'
import { textKeys } from '../../../shared/commands/text.ts'
import { windowCommands } from '../../../shared/commands/window.ts'
import { expect, test } from '../shell.ts'
import {
  begin,
  expectAccessible,
  expectNoOverflow,
  leaveText,
  openSample,
  picture,
  saved,
  write,
} from '../window.ts'

test.describe.configure({ timeout: 180_000 })

/** Words that are the same in German. */
const shared = new Set([
  'Name',
  'Status',
  'Link',
  'Text',
  'Slug',
  'Format',
  'Person',
  'HTML',
  'Markdown',
  'Stet',
])

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}

const english = new Set(
  [
    ...leavesOf(strings),
    ...windowCommands.map(({ title }) => title.en),
    ...textKeys.map(({ title }) => title.en),
  ].filter((words) => /[A-Za-z]{2}/.test(words) && !shared.has(words)),
)

/** What is written or read out on the screen, but for the story's own words. */
async function wordsOn(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'data-label'])
          found.add(node.getAttribute(name)?.trim() ?? '')
      } else if (!node.parentElement?.closest('[data-testid="story-text"], script, style, kbd'))
        found.add(node.textContent?.trim() ?? '')
    }
    return [...found]
  })
}

/** No English is left, nothing reaches out sideways, axe is content, and a picture is there to be looked at. */
async function look(page: Page, name: string): Promise<void> {
  expect((await wordsOn(page)).filter((words) => english.has(words))).toEqual([])
  await expectNoOverflow(page)
  await expectAccessible(page)
  await picture(page, `german-${name}`)
}

/** As somebody does who reads English so far: by the palette, without knowing the German word. */
async function chooseGerman(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+p')
  await page.keyboard.type('Sprache des Fensters')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Language of the window' })
  await dialog.getByLabel('Language').selectOption('Deutsch')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+p')
  await expect(page.getByPlaceholder('Was möchten Sie tun?')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

test('a window is set to German with words that were typed a moment ago, and keeps them and its story', async ({
  page,
}) => {
  await begin(page)
  await write(page, 'Salt road reopens', ['It opened on Monday.'])
  await page.keyboard.insertText(' 1,204 lorries came.')
  await chooseGerman(page)
  await expect(page.getByTestId('story-text')).toContainText('1,204 lorries came.')
  await expect(page.getByTestId('save')).toHaveText(/^Gespeichert/)
  await expect(page.getByRole('button', { name: 'Neuer Beitrag' }).first()).toBeVisible()

  // And back, where the system speaks English.
  await command(page, 'Language of the window')
  await page
    .getByRole('dialog', { name: 'Sprache des Fensters' })
    .getByLabel('Sprache')
    .selectOption('system')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await saved(page)
})

test('what a form holds unsaved keeps the language as it is, and says so', async ({ page }) => {
  await begin(page)
  await openSample(page)
  await page.getByRole('button', { name: 'Sources', exact: true }).click()
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
  await page.getByLabel('Note', { exact: true }).fill('Half a thought')
  await page.keyboard.press('Control+Shift+p')
  await page.keyboard.type('Language of the window')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Language of the window' })
  await dialog.getByLabel('Language').selectOption('Deutsch')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The language stays as it is', { timeout: 20_000 })
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Half a thought')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('every main screen is in German, and a piece of work is done there', async ({ page }) => {
  await begin(page)
  await chooseGerman(page)
  await look(page, 'empty')
  await page.getByRole('button', { name: /Beispiel öffnen/ }).click()
  const claims = page.getByRole('list', { name: 'Aussagen dieses Beitrags' })
  await expect(claims.getByRole('button').first()).toBeVisible()
  await leaveText(page)
  await page.keyboard.press('j')
  await page.keyboard.press('q')
  await expect(page.getByTestId('notice')).toHaveText(/^#1: Rückfrage\./)
  await look(page, 'story')
  await page.keyboard.press('b')
  await page.keyboard.type('Register der Brücken')
  await page.keyboard.press('Enter')
  await look(page, 'backup')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('notice')).toHaveText(/^Beleg hinzugefügt: Register der Brücken\./)
  await leaveText(page)
  await page.keyboard.press('f')
  await look(page, 'reason')
  await page.keyboard.type('Ein Scherz')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Angabe 1' })).toContainText('Ein Scherz')

  await page.getByRole('button', { name: 'Quellen', exact: true }).click()
  await page.getByRole('list', { name: 'Quellen' }).getByRole('button').first().click()
  await look(page, 'sources')
  await page.keyboard.press('Escape')
  await leaveText(page)
  await page.keyboard.press('o')
  for (const [name, title] of [
    ['Importieren', 'import'],
    ['Exportieren', 'export'],
    ['Liste der Tasten', 'keys'],
    ['Wer arbeitet hier', 'people'],
    ['Sicherungen des Desks', 'backups'],
    ['Namen tilgen', 'strike'],
    ['Beitrag endgültig löschen', 'delete'],
    ['Slug ändern', 'slug'],
    ['Sprache des Beitrags', 'language'],
  ] as const) {
    await command(page, name)
    await expect(page.getByRole(/strike|delete/.test(title) ? 'alertdialog' : 'dialog').first()).toBeVisible()
    await look(page, title)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.keyboard.press('Control+Shift+p')
  await look(page, 'palette')
  await page.keyboard.press('Escape')
  await page.getByTestId('story-text').click()
  await page.keyboard.press('Control+h')
  await page.keyboard.type('bridge')
  await look(page, 'find')
  await page.setViewportSize({ width: 520, height: 900 })
  await look(page, 'narrow')
})
