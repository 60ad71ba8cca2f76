import type { Page } from '@playwright/test'
import { printed } from '../printed.ts'
import { expect, test } from '../shell.ts'
import { begin, claims, openSample } from '../window.ts'

/** The system's own dialog is nobody's to click; that it was asked for is seen on the body. */
async function print(page: Page, what: 'The story' | 'The galley with its claims'): Promise<void> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await page.keyboard.press('ControlOrMeta+p')
  await page.getByRole('radio', { name: what }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed')
}

const lineOf = (page: Page, words: string) =>
  page
    .locator('[data-claim]', { hasText: words })
    .first()
    .evaluate((claim) => getComputedStyle(claim).textDecorationLine)

test('the story is printed whole, black on white and alone, without its claims', async ({ page }) => {
  await begin(page)
  await openSample(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await print(page, 'The story')

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(claims(page)).toBeHidden()
  await expect(page.getByRole('contentinfo')).toBeHidden()
  await expect(page.getByTestId('story-text').locator('p', { hasText: 'read every page' })).toBeVisible()
  const frame = await page.getByTestId('galley-scroller').evaluate((each) => ({
    shown: each.clientHeight,
    whole: each.scrollHeight,
    colour: getComputedStyle(each.querySelector('h1') ?? each).color,
  }))
  expect(frame.shown).toBe(frame.whole)
  expect(frame.colour).toBe('rgb(0, 0, 0)')
  expect(await lineOf(page, 'About 400 people')).toBe('none')

  const sheets = await printed(page, 'print-story')
  const text = sheets.join(' ')
  expect(sheets[0]).toMatch(/^tarnwicks-footbridge-\S+ 1 \/ \d+ Tarnwick’s footbridge opens again/)
  expect(text).toContain('Brandt said that she would go and read every page.')
  // Neither the window nor its labels, nor what only search engines are shown.
  expect(text).not.toMatch(/New story|Export|Search|Social line|facts left|#\d/)
})

test('a proof is printed with its claims underlined and numbered, though they are hidden on the screen', async ({
  page,
}) => {
  await begin(page)
  await openSample(page)
  await page.getByRole('button', { name: 'Hide marks' }).click()
  expect(await lineOf(page, 'About 400 people')).toBe('none')
  await print(page, 'The galley with its claims')
  await page.emulateMedia({ media: 'print' })
  expect(await lineOf(page, 'About 400 people')).toBe('underline')
  const [first = ''] = await printed(page, 'print-proof')
  expect(first).toMatch(/As of .*2 of 8 left/)
  expect(first).toContain('About 400 people crossed it in the first hour#2')
  expect(first).toMatch(/“We counted every day until this one,” ?#3/)
})

test('no crosshead stands alone at the foot of a sheet, and each sheet has its number', async ({ page }) => {
  await begin(page)
  // Sections of growing length: some crosshead would come to stand at every height of a sheet.
  const sections = Array.from(
    { length: 26 },
    (_, at) => `## A crosshead\n\nPart ${at + 1} begins. ${'It goes on for a line or two. '.repeat(3 + at)}`,
  )
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.locator('input[type="file"][accept]').setInputFiles({
    name: 'long.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(['# Long enough for several sheets', ...sections].join('\n\n')),
  })
  await page.getByRole('button', { name: 'Open the story' }).click()
  await expect(page.getByTestId('story-text').locator('h2')).toHaveCount(26)
  await page.emulateMedia({ media: 'print' })
  const sheets = await printed(page, 'print-long')
  expect(sheets.length).toBeGreaterThan(4)
  for (const [at, sheet] of sheets.entries()) {
    expect(sheet).toContain(`${at + 1} / ${sheets.length}`)
    expect(sheet).not.toMatch(/A crosshead\s*$/)
  }
})
