import { enter, goTo, parts, saved, text, write } from './galley.ts'
import { expect, test } from './shell.ts'
import { expectAccessible, picture } from './window.ts'

test('two windows on a story see each other, and an archived story is only read until it is restored', async ({
  page,
  desk,
}) => {
  await enter(page)
  await write(page, 'Bridge to close', ['The bridge opened in 1931.'])
  const here = page.getByRole('button', { name: /^Also in this story: / })
  await expect(here).toBeHidden()
  const other = await desk.open()
  await enter(other)
  await other.getByText('Bridge to close').first().click()
  await expect(text(other)).toContainText('The bridge opened in 1931.')
  await expect(here).toHaveAccessibleName('Also in this story: You, in another window')
  await expect(other.getByRole('button', { name: /^Also in this story: / })).toBeVisible()
  await here.press('Enter')
  const all = page.getByRole('dialog', { name: 'Also in this story' })
  await expect(all.getByRole('listitem')).toHaveText(/You, in another window$/)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(all).toBeHidden()
  await expect(here).toBeFocused()
  await goTo(page, 'The bridge')
  await expectAccessible(page)
  await picture(page, 'together')

  await other.getByRole('button', { name: 'More', exact: true }).click()
  await other.getByRole('menuitem', { name: 'Archive', exact: true }).click()
  const restore = page.getByRole('main').getByRole('button', { name: 'Restore' })
  await expect(
    page.getByText('This story is archived: it can be read and copied, not changed.'),
  ).toBeVisible()
  await expect(here).toBeHidden()
  const before = await parts(page)
  await goTo(page, 'The bridge', true)
  await expect(text(page)).toBeFocused()
  // Each of these letters is a command where nothing can be written; here it is a mistake of the hand.
  await page.keyboard.type('Something else')
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeHidden()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Control+Alt+a')
  await page.keyboard.press('Backspace')
  expect(await parts(page)).toEqual(before)
  await saved(page)
  await expectAccessible(page)
  await picture(page, 'archived')

  await restore.click()
  await expect(restore).toBeHidden()
  await goTo(page, 'The bridge', true)
  await expect(text(page)).toBeFocused()
  await page.keyboard.type('That bridge')
  await expect.poll(() => parts(page)).toContain('paragraph: That bridge opened in 1931.')
  await saved(page)
})
