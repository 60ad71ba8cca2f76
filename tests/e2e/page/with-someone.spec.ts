import type { Page } from '@playwright/test'
import { enter, goTo, parts, saved, text, write } from '../galley.ts'
import { hold } from '../hold.ts'
import { expect, test } from '../shell.ts'
import { expectAccessible, leaveText, notice, openClaim, picture, status } from '../window.ts'

const body = [
  'The bridge opened in 1931. It carries 40,000 cars a day.',
  '“We closed it on Monday,” said Anna Berg. Nobody knows more.',
]

async function tag(page: Page, words: string, keys = 'Control+Alt+a'): Promise<void> {
  await goTo(page, words, true)
  await page.keyboard.press(keys)
  await expect(openClaim(page)).toBeVisible()
  await saved(page)
}

test.beforeEach(async ({ page }) => {
  await enter(page)
  await write(page, 'Bridge to close', body)
})

test('a query is written, listed over all stories, answered, and made backup by the keyboard', async ({
  page,
}) => {
  await tag(page, '40,000 cars')
  await leaveText(page)
  await page.keyboard.press('r')
  const form = page.getByRole('form', { name: 'Ask somebody' })
  await expect(form.getByLabel('Who', { exact: true })).toBeFocused()
  await page.keyboard.type('Jonas Helm')
  await form.getByLabel('What', { exact: true }).fill('How many cars, as of when?')
  await form.getByLabel('Answer wanted by').fill('2020-01-02T16:00')
  // What was typed is still there after a look at the claim beside it.
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await page.keyboard.press('r')
  await expect(form.getByLabel('What', { exact: true })).toHaveValue('How many cars, as of when?')
  await expectAccessible(page)
  await form.getByLabel('What', { exact: true }).press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(status(page, 'Queried')).toHaveAttribute('aria-pressed', 'true')
  const queries = page.getByRole('region', { name: 'Queries' })
  await expect(queries).toContainText('overdue since')

  await leaveText(page)
  await page.keyboard.press(';')
  await expect(page.getByRole('heading', { name: 'Waiting for' })).toBeVisible()
  const row = page.getByRole('list', { name: 'Who is waited for' }).getByRole('button')
  await expect(row).toContainText('Jonas Helm')
  await expect(page.getByText('1 answer, 1 overdue')).toBeVisible()
  await expect(row).toBeFocused()
  await expectAccessible(page)
  await picture(page, 'waiting-for')
  await page.keyboard.press('Enter')
  await expect(openClaim(page)).toBeVisible()

  await queries.getByRole('button', { name: 'Write the answer down' }).click()
  await page.keyboard.type('38,500, in May.')
  await page.keyboard.press('Control+Enter')
  await expect(queries).toContainText('Answered')
  await queries.getByRole('button', { name: 'Make it backup' }).press('Enter')
  const backup = page.getByRole('region', { name: 'Backup' })
  await expect(backup).toContainText('Jonas Helm')
  await expect(backup).toContainText('38,500, in May.')
  await expect(queries).toContainText('is backup of this claim')
  await picture(page, 'query')
  await expectAccessible(page)

  await queries.getByRole('button', { name: 'Remove the query to Jonas Helm' }).click()
  await expect(queries).toContainText('Nobody was asked about this.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(queries).toContainText('38,500, in May.')
})

test('a fix is suggested and accepted while another window types, and nothing of either is lost', async ({
  page,
  desk,
}) => {
  await tag(page, '40,000 cars')
  const other = await desk.open()
  await enter(other)
  await other.getByText('Bridge to close').first().click()
  await expect(text(other)).toContainText('The bridge opened in 1931.')

  await leaveText(page)
  await page.keyboard.press('=')
  const form = page.getByRole('form', { name: 'Suggest a fix' })
  await expect(form.getByLabel('New words')).toBeFocused()
  await form.getByLabel('New words').fill('38,500 cars')
  await form.getByLabel('Why').fill('The counting office has 38,500.')
  await expect(form.locator('ins')).toHaveText('38,500')
  await expect(form.locator('del')).toHaveText('40,000')
  await expectAccessible(page)
  await picture(page, 'fix-form')
  await form.getByLabel('Why').press('Control+Enter')
  await expect(form).toBeHidden()
  const fixes = page.getByRole('region', { name: 'Suggested fixes' })
  await expect(fixes).toContainText('Open')
  await picture(page, 'fix')

  await goTo(other, 'Nobody knows', false)
  await expect(text(other)).toBeFocused()
  await other.keyboard.press('End')
  await Promise.all([
    other.keyboard.type(' This was typed meanwhile, letter by letter, as somebody types.', { delay: 15 }),
    fixes.getByRole('button', { name: 'Accept' }).click(),
  ])
  await expect(notice(page)).toContainText('reads as suggested, and is confirmed')
  await expect(status(page, 'Confirmed')).toHaveAttribute('aria-pressed', 'true')
  const expected = [
    'headline: Bridge to close',
    'paragraph: The bridge opened in 1931. It carries [38,500 cars] a day.',
    'paragraph: “We closed it on Monday,” said Anna Berg. Nobody knows more. This was typed meanwhile, letter by letter, as somebody types.',
  ]
  for (const window of [page, other]) {
    await expect.poll(() => parts(window)).toEqual(expected)
    await saved(window)
  }
  await expect(fixes).toContainText('Accepted by Ada Lovelace')
  await expectAccessible(page)
})

test('within quotation marks no other words are offered, but cutting, paraphrasing, answering, standing', async ({
  page,
}) => {
  await tag(page, '“We closed it on Monday,”')
  await leaveText(page)
  await page.keyboard.press('=')
  const form = page.getByRole('form', { name: 'Suggest a fix' })
  await form.getByLabel('New words').fill('“We closed it on Sunday,”')
  await form.getByLabel('Why').fill('It was a Sunday.')
  await expect(form.getByRole('alert')).toContainText('only words of a transcript')
  await expect(form.getByRole('button', { name: 'Suggest' })).toBeDisabled()
  await form.getByLabel('Remedy').selectOption({ label: 'Answer in the text' })
  await form.getByLabel('Put behind it').fill('(It was a Sunday.)')
  await form.getByRole('button', { name: 'Suggest' }).click()
  const fixes = page.getByRole('region', { name: 'Suggested fixes' })
  await fixes.getByRole('button', { name: 'Accept' }).click()
  await expect
    .poll(() => parts(page))
    .toContain('paragraph: [“We closed it on Monday,”] said Anna Berg. (It was a Sunday.) Nobody knows more.')

  await fixes.getByRole('button', { name: 'Suggest a fix' }).click()
  await form.getByLabel('Remedy').selectOption({ label: 'Stands as said' })
  await form.getByLabel('Why').fill('It was a Sunday.')
  await form.getByRole('button', { name: 'Suggest' }).click()
  await fixes.getByRole('button', { name: 'Accept' }).click()
  await fixes.getByLabel('Why it stands as said').fill('She is often wrong about days.')
  await page.keyboard.press('Control+Enter')
  await expect(fixes).toContainText('She is often wrong about days.')
})

test('of two who settle one claim at once the second is shown the first, and settles on top of it', async ({
  page,
  desk,
}) => {
  await tag(page, '40,000 cars')
  const other = await desk.open()
  await enter(other)
  const line = await hold(other)
  await enter(other)
  await other.getByText('Bridge to close').first().click()
  await expect(text(other)).toContainText('The bridge opened in 1931.')
  await other.getByRole('list', { name: 'Claims of this story' }).getByRole('button').first().click()
  await expect(status(other, 'Unchecked')).toHaveAttribute('aria-pressed', 'true')
  await line.stop()

  await leaveText(page)
  await page.keyboard.press('c')
  await expect(status(page, 'Confirmed')).toHaveAttribute('aria-pressed', 'true')
  await expect(notice(page)).toContainText('Confirmed')
  await expect.poll(() => line.heldCount()).toBeGreaterThan(0)
  const before = await line.heldCount()
  await status(other, 'Wrong').click()
  await expect.poll(() => line.heldCount()).toBeGreaterThan(before)
  await line.goOn()
  const dialog = other.getByRole('alertdialog', { name: 'Somebody settled it meanwhile' })
  await expect(dialog).toContainText('Confirmed, by Ada Lovelace')
  await expectAccessible(other)
  await picture(other, 'settled-meanwhile')
  await dialog.getByRole('button', { name: 'Settle as “Wrong” on top' }).click()
  for (const window of [page, other]) {
    await expect(status(window, 'Wrong')).toHaveAttribute('aria-pressed', 'true')
  }
})

test('the claims of a paragraph or section are given to somebody in one go', async ({ page }) => {
  await tag(page, '40,000 cars')
  await tag(page, 'Nobody knows more.')
  await leaveText(page)
  await page.keyboard.press(',')
  const dialog = page.getByRole('dialog', { name: 'Give claims to somebody' })
  await expect(dialog.getByText('2 claims')).toBeVisible()
  await dialog.getByRole('radio', { name: 'Paragraph' }).click()
  await expect(dialog.getByText('1 claim', { exact: true })).toBeVisible()
  await dialog.getByRole('radio', { name: 'Section' }).click()
  await expectAccessible(page)
  await picture(page, 'give')
  await dialog.getByRole('button', { name: 'Give', exact: true }).click()
  await expect(notice(page)).toContainText('2 claims given to Ada Lovelace')
  await page.getByRole('radio', { name: 'Mine' }).click()
  await expect(page.getByRole('list', { name: 'Claims of this story' }).getByRole('button')).toHaveCount(2)
})
