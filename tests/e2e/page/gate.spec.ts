import type { Page } from '@playwright/test'
import { enter, goTo, saved, text, write } from '../galley.ts'
import { expect, test } from '../shell.ts'

const body = ['The bridge opened in 1931. Nobody knows more.']

test.beforeEach(async ({ page }) => {
  await enter(page)
  await write(page, 'Bridge to close', body)
})

const gate = (page: Page) => page.locator('#gate')
const rows = (page: Page) => gate(page).getByRole('list', { name: 'Gate' }).getByRole('button')
const row = (page: Page, name: RegExp | string) => rows(page).filter({ hasText: name }).first()
const button = (page: Page) => page.getByRole('button', { name: /^Gate: / })

/** From the text, where single keys write. */
const openGate = (page: Page) => page.keyboard.press('Control+Alt+Shift+l')

const focusedRow = (page: Page) => gate(page).locator('[data-row]:focus')

/** To the row below, once it has the focus. */
async function down(page: Page): Promise<void> {
  const index = Number(await focusedRow(page).getAttribute('data-row'))
  await page.keyboard.press('ArrowDown')
  await expect(focusedRow(page)).toHaveAttribute('data-row', `${index + 1}`)
}

/** Walks the list with the arrow keys until a row has the focus. */
async function walkTo(page: Page, name: RegExp | string): Promise<void> {
  const wanted = row(page, name)
  await expect(wanted).toBeVisible()
  await expect(focusedRow(page)).toBeVisible()
  await page.keyboard.press('Home')
  await expect(focusedRow(page)).toHaveAttribute('data-row', '0')
  const index = Number(await wanted.getAttribute('data-row'))
  for (let at = 0; at < index; at++) await down(page)
  await expect(wanted).toBeFocused()
}

/** Marks every unread sentence as read by its row. */
async function readAll(page: Page): Promise<void> {
  const unread = gate(page).getByRole('button', { name: 'Read: nothing to check' })
  for (let left = await unread.count(); left > 0; left--) {
    await unread.first().press('Enter')
    await expect(unread).toHaveCount(left - 1)
    // The row in its place takes the focus.
    await expect(focusedRow(page)).toBeVisible()
  }
}

test('a small story is gone through and cleared by keyboard; an edit ends it, and the gate shows that alone', async ({
  page,
}) => {
  await goTo(page, '1931', true)
  await page.keyboard.press('Control+Alt+a')
  await saved(page)
  await openGate(page)
  await expect(row(page, 'Unread')).toBeVisible()
  await expect(button(page)).toHaveAccessibleName('Gate: 5 things stand in the way.')

  await walkTo(page, /Blocks: No byline/)
  await down(page)
  await page.keyboard.press('Enter')
  await expect(text(page)).toBeFocused()
  await page.keyboard.insertText('By Ada Berg')
  await saved(page)
  await openGate(page)
  await expect(row(page, 'By Ada Berg')).toBeVisible()

  await walkTo(page, /1931$|1931#?1/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: /Statement 1/ })).toBeVisible()
  await page.keyboard.press('w')
  await expect(row(page, 'Wrong')).toBeVisible()
  await readAll(page)
  await expect(button(page)).toHaveAccessibleName('Gate: One thing stands in the way.')
  await expect(gate(page).getByRole('button', { name: 'Clear the story' })).toBeDisabled()

  await page.keyboard.press('Shift+l')
  await page
    .getByRole('dialog', { name: 'Let pass: Wrong' })
    .getByLabel('Reason')
    .fill('It is in the letter.')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Let pass')).toBeVisible()
  await expect(row(page, 'It is in the letter.')).toContainText('Ada Lovelace')

  const clear = gate(page).getByRole('button', { name: 'Clear the story' })
  await clear.focus()
  await page.keyboard.press('Enter')
  await expect(button(page)).toHaveAccessibleName('Gate: Cleared')
  await expect(page.getByRole('list', { name: 'Stories' }).getByRole('button').first()).toContainText(
    'Cleared',
  )

  // What was pressed is gone: the list takes the focus.
  await expect(focusedRow(page)).toBeVisible()
  await goTo(page, 'more', true)
  await expect(text(page)).toBeFocused()
  await page.keyboard.insertText('less')
  await saved(page)
  await expect(button(page)).toHaveAccessibleName('Gate: One thing stands in the way.')
  await openGate(page)
  await expect(row(page, 'Changed since it was cleared')).toBeVisible()
  await expect(gate(page).locator('del')).toHaveText(/more$/)
  await expect(gate(page).locator('ins')).toHaveText(/less$/)
  await readAll(page)
  await gate(page).getByRole('button', { name: 'Clear it again' }).focus()
  await page.keyboard.press('Enter')
  await expect(button(page)).toHaveAccessibleName('Gate: Cleared')
})

test('a stage that wants a cleared story is refused and the gate opened', async ({ page }) => {
  await page.getByRole('button', { name: 'Stage: Draft' }).click()
  await page.getByRole('menuitemradio', { name: 'Ready' }).click()
  await expect(page.getByText('The story is not cleared.', { exact: true })).toBeVisible()
  await expect(gate(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stage: Draft' })).toBeVisible()
})

test('groups are shut and opened by keyboard, and one key goes to the gate and back', async ({ page }) => {
  await openGate(page)
  await walkTo(page, /Blocks: Unread/)
  await expect(row(page, 'Nobody knows more.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(row(page, 'Nobody knows more.')).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(row(page, 'Nobody knows more.')).toBeVisible()
  await page.keyboard.press('Shift+g')
  await expect(gate(page)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Claims' })).toBeVisible()
})
