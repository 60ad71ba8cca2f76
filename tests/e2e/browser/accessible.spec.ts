import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { axeOn } from '../axe.ts'
import { goTo, text } from '../galley.ts'
import { expect, test } from '../shell.ts'
import { begin, claims, leaveText, openClaim, openSample } from '../window.ts'

// Axe reads every screen whole, in two lights: the same page in any shell, so one shell is enough.
test.describe.configure({ timeout: 300_000 })

const fixture = resolve(import.meta.dirname, '../../fixtures/import/harbour.html')

/** What axe finds on the screen as it is now, of any weight, in both lights. */
async function look(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {}))),
    )
    // What hangs beside words is placed in the frame after it was drawn.
    await page.evaluate(
      () => new Promise((placed) => requestAnimationFrame(() => requestAnimationFrame(placed))),
    )
    // The words of a story are its writer’s: a table that was put in a moment ago has nothing in its head yet.
    const rules = ['empty-table-header']
    // A menu or tip hangs from its button beside every landmark, as Radix draws it, and is gone to from that button alone.
    if ((await page.locator('[data-radix-popper-content-wrapper]').count()) > 0) rules.push('region')
    const axe = await axeOn(page, 'everything')
    const { violations } = await axe.disableRules(rules).analyze()
    const found = violations.map(({ id, impact, nodes }) => ({
      screen: `${screen}, ${colorScheme}`,
      rule: `${id} (${impact})`,
      where: nodes.map((node) => node.html.slice(0, 160)),
    }))
    expect.soft(found).toEqual([])
  }
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+p')
  await expect(page.getByPlaceholder('What do you want to do?')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

test('axe finds nothing on any screen around the stories', async ({ page }) => {
  await look(page, 'who works here')
  await begin(page)
  await look(page, 'an empty desk')
  await page.keyboard.press('o')
  await look(page, 'no sources')
  await page.keyboard.press('o')
  await page.getByRole('button', { name: 'New story', exact: true }).first().click()
  await expect(text(page)).toBeFocused()
  await look(page, 'a blank story')
  await openFrom(page)
  await look(page, 'the sample')
  await page
    .getByRole('button', { name: /^Menu of/ })
    .first()
    .click()
  await look(page, 'the menu of a story in the list')
  await page.keyboard.press('Escape')
  for (const name of [/^Stage:/, /^Put in$/, /^Light or dark/, /^More$/]) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await look(page, `the menu ${name.source}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toBeHidden()
  }
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search stories, claims and sources' })).toBeFocused()
  await page.keyboard.type('bridge')
  await expect(page.getByRole('region', { name: 'Search' })).toBeVisible()
  await look(page, 'what a search found')
  await page.keyboard.type(' quicksilver')
  await expect(page.getByText(/Nothing at this desk matches/)).toBeVisible()
  await look(page, 'a search that found nothing')
  await page.keyboard.press('Escape')
  await command(page, 'Sources, or back')
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
  await look(page, 'a source')
  await page.getByRole('main').getByRole('button', { name: 'New source' }).click()
  await look(page, 'a new source')
  await page.getByLabel('Confidential').last().check()
  await look(page, 'a confidential source')
  await page.getByLabel('Filter sources').fill('no such thing')
  await look(page, 'sources that no filter lets through')
  await leaveText(page)
  await page.keyboard.press('o')
  await command(page, 'Archive the story')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await look(page, 'a note with an offer to undo')
  await page.getByRole('button', { name: /^Archived \(/ }).click()
  await look(page, 'the archive')
  await page.getByRole('list', { name: 'Archived' }).getByRole('button').first().click()
  await expect(page.getByText(/This story is archived/)).toBeVisible()
  await look(page, 'an archived story')
})

async function openFrom(page: Page): Promise<void> {
  await command(page, 'Archive the story')
  await expect(page.getByRole('heading', { name: 'An empty desk' })).toBeVisible()
  await openSample(page)
}

test('axe finds nothing on any state of the text and of the claims', async ({ page }) => {
  await begin(page)
  await openSample(page)
  await goTo(page, 'footbridge', true)
  await expect(page.getByTestId('bubble')).toBeVisible()
  await look(page, 'selected words')
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('https://')).toBeFocused()
  await page.keyboard.type('ftp:nowhere')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'address' })).toBeVisible()
  await look(page, 'an address that cannot be linked')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+h')
  await page.keyboard.type('bridge')
  await look(page, 'finding and replacing')
  await page.keyboard.press('Escape')
  await goTo(page, 'customers')
  await page.keyboard.press('Control+Alt+Shift+t')
  await expect(page.getByTestId('table-tools')).toBeVisible()
  await look(page, 'a table')
  await leaveText(page)
  await page.keyboard.press('j')
  await expect(openClaim(page)).toBeVisible()
  await look(page, 'an open claim')
  await page.keyboard.press('b')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await look(page, 'choosing a source')
  await page.keyboard.press('Enter')
  await look(page, 'new backup')
  await page.keyboard.press('Escape')
  await leaveText(page)
  await openClaim(page).getByRole('button', { name: 'More for this claim' }).click()
  await look(page, 'the menu of a claim')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await page.keyboard.press('f')
  await expect(page.getByRole('dialog', { name: /not a fact/ })).toBeVisible()
  await look(page, 'why it is not a fact')
  await page.keyboard.press('Escape')
  await page.keyboard.press("'")
  await page.keyboard.type('no such words')
  await look(page, 'claims that no filter lets through')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 520, height: 900 })
  await look(page, 'a narrow window')
  await page.getByRole('button', { name: 'Show claims' }).click()
  await look(page, 'claims drawn over the page')
})

test('axe finds nothing on any dialog', async ({ page }) => {
  await page.getByLabel('Name', { exact: true }).fill('Maren Oduya')
  await page.getByRole('radio', { name: 'Editor' }).click()
  await page.getByRole('button', { name: 'Start work' }).click()
  await openSample(page)
  for (const name of [
    'Import receipt',
    'Change slug',
    'Language of the story',
    'Language of the window',
    'Who works here',
    'Delete the story for good',
    'List of keys',
  ]) {
    await command(page, name)
    await expect(page.locator('[role="dialog"], [role="alertdialog"]').first()).toBeVisible()
    await look(page, name)
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+Shift+p')
  await look(page, 'the palette')
  await page.keyboard.type('no such command')
  await look(page, 'the palette without a match')
  await page.keyboard.press('Escape')

  await command(page, 'Export')
  await page.getByLabel('Let confidential sources out whole').check()
  await look(page, 'exporting all')
  await page.keyboard.press('Escape')

  await command(page, 'Strike a name')
  await page.getByLabel('Words to strike').fill('Ivo Castel')
  await page.getByRole('button', { name: 'See what would go' }).click()
  await expect(page.getByRole('region', { name: 'What would be struck' })).toBeVisible()
  await look(page, 'what would be struck')
  await page.keyboard.press('Escape')

  await command(page, 'Backups of the desk')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'asked for' })).toBeVisible()
  await look(page, 'backups')
  await page
    .getByRole('button', { name: /^Open the backup of/ })
    .first()
    .click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await look(page, 'opening a backup')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await command(page, 'Import')
  await look(page, 'importing')
  await page.locator('input[type="file"][accept]').setInputFiles(fixture)
  await expect(page.getByRole('dialog', { name: 'Import receipt' })).toContainText('View All')
  await look(page, 'an import receipt')
  await page.keyboard.press('Escape')
})

test('axe finds nothing where the desk is gone', async ({ page, desk }) => {
  await begin(page)
  await openSample(page)
  await claims(page).getByRole('button').first().click()
  await desk.kill()
  await expect(page.getByRole('alert').filter({ hasText: 'The desk cannot be reached' })).toBeVisible()
  await leaveText(page)
  await page.keyboard.press('w')
  await look(page, 'a desk that cannot be reached')
})
