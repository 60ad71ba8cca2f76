import { expect, test } from '../shell.ts'
import { begin, claims, expectAccessible, leaveText, notice, openClaim, openSample } from '../window.ts'

test('several claims are selected by keys, settled with one key, and had back with one', async ({ page }) => {
  test.setTimeout(120_000)
  await begin(page)
  await openSample(page)
  await leaveText(page)
  const rows = claims(page).getByRole('button')
  const several = page.getByRole('region', { name: 'Selected claims' })
  const before = await rows.first().innerText()

  await rows.first().focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(notice(page)).toContainText('2 claims selected')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(notice(page)).toContainText('3 claims selected')
  await expect(rows.nth(2)).toHaveAccessibleName(/^Selected/)
  await expect(rows.nth(2)).toBeFocused()
  await page.keyboard.press('Shift+ArrowUp')
  await expect(several.getByRole('heading')).toHaveText('2 claims selected')
  await expectAccessible(page)

  await page.keyboard.press('q')
  await expect(page.getByText('2 claims: Queried.', { exact: true })).toBeVisible()
  for (const at of [0, 1]) await expect(rows.nth(at)).toHaveAccessibleName(/^Queried/)
  await expect(several).toBeHidden()

  await page.keyboard.press('z')
  await expect(notice(page)).toContainText('2 settlings taken back')
  await expect.poll(() => rows.first().innerText()).toBe(before)
})

test('all that are listed are selected, wait for the reason that *not a fact* wants, and are let go by Escape', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  await openSample(page)
  await leaveText(page)
  const rows = claims(page).getByRole('button')
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Statement' })
  await rows.first().focus()
  await page.keyboard.press('Control+a')
  const several = page.getByRole('region', { name: 'Selected claims' })
  await expect(several.getByRole('heading')).toHaveText(`${await rows.count()} claims selected`)
  await page.keyboard.press('Escape')
  await expect(several).toBeHidden()

  const words = await rows.nth(1).innerText()
  await rows.first().click({ modifiers: ['Shift'] })
  await rows.nth(1).click({ modifiers: ['Shift'] })
  await expect(openClaim(page)).toBeHidden()
  await several.getByRole('button', { name: /^Not a fact/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Why are these 2 not facts?' })
  await dialog.getByLabel('Reason').fill('Said in jest')
  await dialog.getByRole('button', { name: 'Not a fact' }).click()
  await expect(page.getByText('2 claims: Not a fact.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(notice(page)).toContainText('2 settlings taken back')
  await expect.poll(() => rows.nth(1).innerText()).toBe(words)
})
