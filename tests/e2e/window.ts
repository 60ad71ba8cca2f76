import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { axeOn } from './axe.ts'
import { expect } from './shell.ts'

const root = resolve(import.meta.dirname, '../..')

/** Gives a name at a desk where nobody works yet. */
export async function begin(page: Page, name = 'Maren Oduya'): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Start work' }).click()
  await expect(page.getByRole('heading', { name: 'An empty desk' })).toBeVisible()
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Open the sample/ }).click()
  await expect(claims(page).getByRole('button').first()).toBeVisible()
  await expect(page.getByTestId('story-text')).toBeVisible()
}

export const claims = (page: Page) => page.getByRole('list', { name: 'Claims of this story' })
export const notice = (page: Page) => page.getByTestId('notice')
export const openClaim = (page: Page) => page.getByRole('region', { name: /^(Statement|Quote) \d+$/ })
export const status = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Status' }).getByRole('button', { name: new RegExp(`^${name}`) })

export async function saved(page: Page): Promise<void> {
  await expect(page.getByTestId('save')).toHaveText(/^Saved/)
}

/** Writes a story by hand, from the headline on; the caret stays at its end. */
export async function write(page: Page, headline: string, body: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'New story', exact: true }).first().click()
  await page.getByTestId('story-text').locator('.headline').click()
  await page.keyboard.insertText(headline)
  for (let field = 0; field < 4; field++) await page.keyboard.press('Enter')
  for (const [at, paragraph] of body.entries()) {
    if (at > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(paragraph)
  }
  await saved(page)
}

/** What the clipboard holds, as a field that somebody pastes into is given it: no shell lets a page simply read it. */
export async function pasted(page: Page): Promise<{ html: string; plain: string }> {
  await page.evaluate(() => {
    const field = document.createElement('textarea')
    field.addEventListener('paste', (event) => {
      const read = (type: string) => event.clipboardData?.getData(type) ?? ''
      Object.assign(window, { pasted: { html: read('text/html'), plain: read('text/plain') } })
    })
    document.body.append(field)
    field.focus()
  })
  await page.keyboard.press('Control+v')
  const handle = await page.waitForFunction(() => Reflect.get(window, 'pasted'))
  return await handle.jsonValue()
}

/** Puts the focus on the window itself, where single keys act. */
export async function leaveText(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

/**
 * Axe finds nothing serious on what is to be seen now.
 *
 * @param about `colours` alone, where all else was looked at in other colours already
 */
export async function expectAccessible(
  page: Page,
  about: 'everything' | 'colours' = 'everything',
): Promise<void> {
  // Half-faded colours are nobody's colours; what breathes for as long as it waits is never at its end.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
        .map((each) => each.finished.catch(() => {})),
    ),
  )
  const { violations } = await (await axeOn(page, about)).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, where: nodes.map((node) => `${node.target.join(' ')}: ${node.html}`) }))
  expect(serious).toEqual([])
}

/** The pictures that the README shows. */
const chosen = new Set(['story-light', 'story-dark', 'receipt', 'sources', 'narrow', 'empty', 'first-pass'])

/** A picture of the window under `test-results/screens`; with STET_SCREENS=1 the chosen ones go to the papers. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  const folder = join(root, 'test-results', 'screens')
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
  if (process.env.STET_SCREENS !== '1' || !chosen.has(name)) return
  const papers = join(root, 'docs', 'screens')
  await mkdir(papers, { recursive: true })
  await page.screenshot({ path: join(papers, `${name}.png`), animations: 'disabled' })
}

/** Nothing reaches out of the window sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const visible = [
      ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a, h1, h2, h3'),
    ]
      .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((each) => ({ name: each.outerHTML.slice(0, 120), box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.right > innerWidth + 1 || box.left < -1))
      .map(({ name }) => name)
    if (document.documentElement.scrollWidth > innerWidth) visible.push('the page')
    return visible
  })
  expect(beyond).toEqual([])
}
