import type { Page } from '@playwright/test'
import { enter, goTo, saved, write } from './galley.ts'
import { expect, test } from './shell.ts'
import { expectAccessible, picture } from './window.ts'

const tag = async (page: Page, words: string): Promise<void> => {
  await goTo(page, words, true)
  await page.keyboard.press('Control+Alt+a')
}

test('the trail of a story is read, filtered by claim and person, saved, and followed to a claim', async ({
  page,
  desk,
}) => {
  await enter(page)
  await write(page, 'Bridge to close', ['It carries 40,000 cars a day.', 'Nobody knows more.'])
  await tag(page, 'Nobody knows more.')
  await tag(page, '40,000 cars')
  await saved(page)
  await page.keyboard.press('Control+Alt+Shift+m')
  await saved(page)
  await page.getByRole('button', { name: 'More for this claim' }).click()
  await page.getByRole('menuitem', { name: 'Trail of this claim…' }).click()
  const trail = page.getByRole('dialog', { name: 'Trail' })
  const events = trail.getByRole('list', { name: 'Events of the trail' }).getByRole('listitem')
  await expect(events).toHaveCount(2)
  await expect(events.first()).toContainText('Assigned')
  await expect(events.last()).toContainText('Tagged')
  await expect(trail.getByRole('status')).toHaveText(/^2 of \d+ events$/)
  await picture(page, 'trail')
  await expectAccessible(page)

  const claim = trail.getByRole('searchbox', { name: 'Claim' })
  await claim.fill('nobody')
  await expect(events).toHaveCount(1)
  await claim.fill('#77')
  await expect(trail.getByText('Nothing of that stands in the trail.')).toBeVisible()
  await trail.getByRole('button', { name: 'Show all events' }).click()
  await expect(events.last()).toContainText('Began the story')

  const made = await desk.save(page, () => trail.getByRole('button', { name: 'Save as JSON' }).click())
  expect(made.name).toMatch(/-trail\.json$/)
  expect(JSON.parse(Buffer.from(made.bytes).toString())).toMatchObject({ format: 'stet-trail' })

  await claim.fill('nobody')
  await events.first().getByRole('button').press('Enter')
  await expect(trail).toBeHidden()
  await expect(page.getByLabel('Words', { exact: true })).toHaveText('Nobody knows more.')
})
