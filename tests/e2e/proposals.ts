import type { Page } from '@playwright/test'
import { expect } from './shell.ts'
import { begin, leaveText, openSample } from './window.ts'

export const proposed = (page: Page) =>
  page.getByRole('list', { name: 'Proposed claims' }).getByRole('button')
export const count = (page: Page) => page.getByTestId('proposed-count')

export const months = 'Tarnwick’s footbridge opens again after 19 months'

export async function openFirstPass(page: Page): Promise<void> {
  await begin(page)
  await openSample(page)
  await leaveText(page)
  await page.keyboard.press('Shift+F')
  await expect(count(page)).toHaveText('4 proposed')
}

/** The words that are painted by a highlight of the browser. */
export function painted(page: Page, name: string): Promise<string[]> {
  return page.evaluate((of) => [...(CSS.highlights.get(of) ?? [])].map((range) => String(range)), name)
}
