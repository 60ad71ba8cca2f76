import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { goTo } from './galley.ts'
import { expect, test } from './shell.ts'
import { begin, claims, leaveText, openClaim, picture, saved, status } from './window.ts'

const seed = resolve(import.meta.dirname, '../../../shared/seed/syria-coalition-page.txt')

/** A few words inside each of the page's quotes, and who the page says said it. */
const quotes = [
  ['turning the page', 'al-Sharaa'],
  ['an extraordinary turnaround', 'Lina Khatib'],
  ['not arming anyone', 'Mike Waltz'],
  ['violation of Syrian', 'Moscow'],
  ['selling the revolution', 'Iranian state media'],
  ['critical step toward', 'Saudi Arabia and Egypt'],
  ['recalibrating', 'Aaron Stein'],
  ['Enemies yesterday', 'Khatib'],
] as const

const statements = [
  'the first official visit by a Syrian head of state in more than two decades',
  'Syria has agreed to join the U.S.-led coalition',
  'accused of harboring extremist cells',
  'U.S. special envoy Brett McGurk',
  'suspended diplomatic ties in 2012',
  'the ousting of Bashar al-Assad in 2023',
  'labeled a designated terrorist financier',
  'Deir ez-Zor and Hasakah regions',
  'no direct U.S. funding or weaponry',
  'tens of thousands of displaced people',
]

const formats = ['Word, clean', 'Word, with the backup', 'HTML', 'Markdown', 'Plain text', 'Stet JSON']

test('a real page goes through the whole job in the window', async ({ page, desk }) => {
  test.skip(!existsSync(seed), 'the real page is not beside the project; app.spec.ts does the job on our own')
  test.setTimeout(180_000)
  await begin(page)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.locator('input[type="file"][accept]').setInputFiles(seed)
  const receipt = page.getByRole('dialog', { name: 'Import receipt' })
  for (const kept of ['1 headline', '4 crossheads', '16 paragraphs', '13 quoted spans']) {
    await expect(receipt).toContainText(kept)
  }
  for (const junk of ['Comments', 'View All →', 'Loading society posts...', 'Ads Placement']) {
    await expect(receipt).toContainText(junk)
  }
  await receipt.getByRole('button', { name: 'Open the story' }).click()
  await expect(page.getByTestId('story-text')).toContainText('Enemies yesterday')
  await expect(page.getByTestId('story-text')).not.toContainText('Ads Placement')

  for (const [words] of quotes) {
    await goTo(page, words)
    await page.keyboard.press('Control+Alt+4')
  }
  for (const words of statements) {
    await goTo(page, words, true)
    await page.keyboard.press('Control+Alt+a')
  }
  await saved(page)
  await expect(page.getByText('18 of 18 left').first()).toBeVisible()

  // The first quote gets a source; every other claim the same by one key, and each is settled by one.
  await goTo(page, quotes[0][0])
  await expect(openClaim(page)).toBeVisible()
  await leaveText(page)
  await page.keyboard.press('b')
  await expect(page.getByRole('combobox', { name: 'Source', exact: true })).toBeFocused()
  await page.keyboard.type('The page itself')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Where in it')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(openClaim(page).getByRole('region', { name: 'Backup' }).getByRole('listitem')).toHaveCount(1)
  const speakers: string[] = []
  for (let left = quotes.length + statements.length; left > 0; left--) {
    await leaveText(page)
    const backup = openClaim(page).getByRole('region', { name: 'Backup' }).getByRole('listitem')
    if ((await backup.count()) === 0) {
      await page.keyboard.press('l')
      await expect(backup).toHaveCount(1)
    }
    const speaker = page.getByLabel('Name in the text')
    if (await speaker.count()) speakers.push(await speaker.inputValue())
    await page.keyboard.press('c')
    await expect(status(page, 'Confirmed')).toHaveAttribute('aria-pressed', 'true')
    if (left > 1) {
      const before = await openClaim(page).getAttribute('aria-label')
      await page.keyboard.press('n')
      if (before) await expect(openClaim(page)).not.toHaveAccessibleName(before)
    }
  }
  await expect(page.getByText('no facts left').first()).toBeVisible()
  expect(speakers).toHaveLength(quotes.length)
  for (const [, speaker] of quotes) expect(speakers.join(' · ')).toContain(speaker)

  const sizes: number[] = []
  for (const format of formats) {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('radio', { name: format, exact: true }).click()
    const file = await desk.save(page, () =>
      page.getByRole('dialog').getByRole('button', { name: 'Export' }).click(),
    )
    sizes.push(file.bytes.length)
  }
  expect(Math.min(...sizes)).toBeGreaterThan(3000)

  // The plug is pulled; everything is found again.
  await desk.kill()
  await desk.restart()
  await page.reload()
  await expect(claims(page).getByRole('listitem').first()).toBeVisible()
  await expect(page.getByText('no facts left').first()).toBeVisible()
})

test('a real page has each of its quotes proposed, with who the page says said it', async ({ page }) => {
  test.skip(
    !existsSync(seed),
    'the real page is not beside the project; first-pass.spec.ts goes through a story of our own',
  )
  await begin(page)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.locator('input[type="file"][accept]').setInputFiles(seed)
  await page
    .getByRole('dialog', { name: 'Import receipt' })
    .getByRole('button', { name: 'Open the story' })
    .click()
  await expect(page.getByTestId('story-text')).toContainText('Enemies yesterday')
  await leaveText(page)
  await page.keyboard.press('Shift+F')
  const proposed = page.getByRole('list', { name: 'Proposed claims' })
  for (const [words, speaker] of quotes) {
    await expect(proposed.getByRole('button').filter({ hasText: words })).toContainText(speaker)
  }
  await picture(page, 'seed-first-pass')
})
