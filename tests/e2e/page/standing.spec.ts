import type { Page } from '@playwright/test'
import { enter, goTo, saved, text, write } from '../galley.ts'
import { expect, test } from '../shell.ts'

const body = [
  'The bridge opened in 1931. It carries 40,000 cars a day.',
  '“We are closing it,” said Mayor Anna Berg.',
  'Nobody knows more.',
]

test.beforeEach(async ({ page }) => {
  await enter(page)
  await write(page, 'Bridge to close', body)
})

/** Tags some words, which opens them, and settles them. */
async function settle(page: Page, words: string, status: string): Promise<void> {
  await goTo(page, words, true)
  await page.keyboard.press('Control+Alt+a')
  await expect(mark(page, words)).toBeVisible()
  await saved(page)
  await panel(page)
    .getByRole('button', { name: new RegExp(`^${status}`) })
    .click()
  await expect(mark(page, words)).toHaveAttribute('data-status', status.toLowerCase())
}

/** Puts the focus where single keys act. */
async function leaveText(page: Page): Promise<void> {
  await panel(page).getByRole('heading').first().click()
}

const mark = (page: Page, words: string) => text(page).locator('[data-claim]', { hasText: words }).first()
const panel = (page: Page) => page.getByRole('region', { name: /(Statement|Quote) \d/ })
const since = (page: Page) => panel(page).getByRole('region', { name: 'Since it was settled' })

test('a settled claim that is edited reads changed at once, and as settled again when it is undone', async ({
  page,
}) => {
  await settle(page, '40,000 cars', 'Confirmed')
  await expect(mark(page, '40,000 cars')).toHaveAttribute('data-status', 'confirmed')
  await expect(mark(page, '40,000 cars')).not.toHaveAttribute('data-flag', /changed/)

  await goTo(page, '40,000', true)
  await page.keyboard.insertText('50,000')
  await expect(mark(page, '50,000 cars')).toHaveAttribute('data-flag', /changed/)
  await expect(since(page).locator('del')).toHaveText(/40,000$/)
  await expect(since(page).locator('ins')).toHaveText(/50,000$/)
  await expect(page.getByTestId('notice')).toHaveText(/1 settled claim changed/)
  await saved(page)
  const row = page.getByRole('list', { name: 'Claims of this story' }).getByRole('button')
  await expect(row).toContainText('Changed')

  await text(page).focus()
  await page.keyboard.press('Control+z')
  await expect(mark(page, '40,000 cars')).not.toHaveAttribute('data-flag', /changed/)
  await expect(row).not.toContainText('Changed')
})

test('typography stales nothing, the rest of the sentence reads context', async ({ page }) => {
  await settle(page, '40,000 cars', 'Confirmed')
  await goTo(page, ' cars', true)
  await page.keyboard.insertText('\u00a0cars')
  await saved(page)
  await expect(mark(page, 'cars')).not.toHaveAttribute('data-flag', /changed|context/)
  await goTo(page, 'a day', true)
  await page.keyboard.insertText('a week')
  await expect(mark(page, 'cars')).toHaveAttribute('data-flag', /context/)
  await expect(since(page)).toContainText('The rest of its sentence differs.')
  await expect(page.getByTestId('notice')).toHaveText(/1 claim has another context/)
})

test('one key confirms the new words of what was confirmed, and never of what was wrong', async ({
  page,
}) => {
  await settle(page, '40,000 cars', 'Confirmed')
  await settle(page, 'Nobody knows more.', 'Wrong')
  for (const [words, by] of [
    ['40,000', '50,000'],
    ['more.', 'less.'],
  ] as const) {
    await goTo(page, words, true)
    await page.keyboard.insertText(by)
  }
  await expect(mark(page, 'Nobody knows')).toHaveAttribute('data-flag', /changed/)
  await saved(page)
  await goTo(page, '50,000 cars')
  await expect(panel(page)).toContainText('50,000 cars')
  await leaveText(page)
  await page.keyboard.press('.')
  await expect(mark(page, '50,000 cars')).not.toHaveAttribute('data-flag', /changed/)
  await expect(mark(page, '50,000 cars')).toHaveAttribute('data-status', 'confirmed')
  // The next that is not as it was settled is opened; asked again, it is still not confirmed.
  await page.keyboard.press('.')
  await expect(panel(page)).toContainText('Nobody knows less.')
  await page.keyboard.press('.')
  await expect(page.getByTestId('notice')).toHaveText(/settled as “Wrong”/)
  await expect(mark(page, 'Nobody knows')).toHaveAttribute('data-status', 'wrong')
  await expect(mark(page, 'Nobody knows')).toHaveAttribute('data-flag', /changed/)
})

test('quotation marks that are taken off a quote ask for its kind', async ({ page }) => {
  await settle(page, '“We are closing it,”', 'Confirmed')
  await goTo(page, '“We are closing it,”', true)
  // With keys, of which the editor itself makes the edit: the browser's own would be one with a style.
  await page.keyboard.type('We are closing it,')
  await expect(since(page)).toContainText('Is it a statement or a quote now?')
  await since(page).getByRole('radio', { name: 'Statement' }).click()
  await expect(since(page)).not.toContainText('Is it a statement or a quote now?')
})

test('a confirmed claim without backup reads thin', async ({ page }) => {
  await settle(page, '40,000 cars', 'Confirmed')
  await expect(mark(page, '40,000 cars')).toHaveAttribute('data-flag', /thin/)
  await expect(since(page)).toContainText('Confirmed without backup.')
})

test('an editor sets what the desk asks of a check', async ({ page }) => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+p')
  await page.getByPlaceholder(/./).last().fill('Rules of the check')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'What this desk asks of a check' })
  await dialog.getByLabel('independent sources of any rank').fill('3')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByTestId('notice')).toHaveText(/The rules are saved/)
})
