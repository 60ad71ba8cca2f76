import { expect, test } from './shell.ts'
import { begin, leaveText, notice, openClaim, openSample, status } from './window.ts'

test('statuses and backup have a key outside the text and a chord within; in other fields both are left alone', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  await openSample(page)
  await leaveText(page)
  await page.keyboard.press('j')
  const each = [
    ['w', 'Control+Alt+x', 'Wrong'],
    ['u', 'Control+Alt+v', 'Unverified'],
    ['q', 'Control+Alt+/', 'Queried'],
    ['a', 'Control+Alt+o', 'On author'],
    ['x', 'Control+Alt+8', 'Unchecked'],
    ['c', 'Control+Alt+y', 'Confirmed'],
  ] as const
  for (const [key, , name] of each) {
    await page.keyboard.press(key)
    await expect(status(page, name)).toHaveAttribute('aria-pressed', 'true')
  }
  await page.keyboard.press("'")
  await page.keyboard.type('wuqax')
  await expect(page.getByLabel('Filter claims by words, speaker or number')).toHaveValue('wuqax')
  await page.keyboard.press('Escape')
  await expect(status(page, 'Confirmed')).toHaveAttribute('aria-pressed', 'true')

  await page.keyboard.press('v')
  await expect(page.getByTestId('story-text')).toBeFocused()
  const words = await page.getByTestId('story-text').innerText()
  for (const [, chord, name] of each) {
    await page.keyboard.press(chord)
    await expect(status(page, name)).toHaveAttribute('aria-pressed', 'true')
  }
  const backup = openClaim(page).getByRole('region', { name: 'Backup' }).getByRole('listitem')
  await expect(backup).toHaveCount(1)
  await page.keyboard.press('Control+Alt+Enter')
  await expect(page.getByRole('combobox', { name: 'Source', exact: true })).toBeFocused()
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(notice(page)).toHaveText(/^Backup added/)
  await page.keyboard.press('v')
  await expect(page.getByTestId('story-text')).toBeFocused()
  await page.keyboard.press('Control+Alt+Shift+Enter')
  await expect(backup).toHaveCount(3)
  await leaveText(page)
  await page.keyboard.press('l')
  await expect(backup).toHaveCount(4)
  expect(await page.getByTestId('story-text').innerText()).toBe(words)
})

test('a claim is given to somebody, merged, and made a quote by keys alone', async ({ page }) => {
  await begin(page)
  await openSample(page)
  await leaveText(page)
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  const assignee = page.getByLabel('Who has it')
  await expect(assignee).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(assignee).not.toHaveValue('')
  await leaveText(page)
  await page.keyboard.press('s')
  await expect(assignee).toHaveValue('')

  await page.keyboard.press('v')
  await page.keyboard.press('Control+Alt+Shift+m')
  await expect(assignee).not.toHaveValue('')
  await page.keyboard.press('Control+Alt+3')
  await expect(openClaim(page)).toHaveAccessibleName('Quote 1')
  await page.keyboard.press('Control+Alt+3')
  await expect(openClaim(page)).toHaveAccessibleName('Statement 1')
  await page.keyboard.press('Control+Alt+Shift+y')
  await expect(page.getByText('Merged into #1.', { exact: true })).toBeVisible()
  await expect(openClaim(page)).toContainText('About 400 people crossed it in the first hour')
  await page.keyboard.press('Control+Alt+Shift+o')
  await expect(assignee).toBeFocused()

  await page.keyboard.press('v')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+z')
  await leaveText(page)
  for (let claim = 0; claim < 8; claim++) await page.keyboard.press('j')
  await page.keyboard.press('y')
  await expect(notice(page)).toHaveText('No claim in the text follows this one.')
})
