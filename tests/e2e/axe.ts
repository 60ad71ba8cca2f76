import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * Axe on what is to be seen now, which lists what is at fault alone: to list what is sound takes most of its time.
 * A page reads axe itself but once, which takes as long as a look.
 *
 * @param about `colours` alone, where all else was looked at in other colours already
 */
export async function axeOn(page: Page, about: 'everything' | 'colours'): Promise<AxeBuilder> {
  const isThere = page.frames().length === 1 && (await page.evaluate(() => 'axe' in window))
  return (
    new AxeBuilder(isThere ? { page, axeSource: '0' } : { page })
      // The other mode opens a page of its own, which no shell but a browser allows.
      .setLegacyMode()
      .options({
        resultTypes: ['violations'],
        ...(about === 'colours' ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {}),
      })
  )
}
