import { expect, test } from '../shell.ts'
import { begin, expectAccessible, leaveText, openSample, picture } from '../window.ts'

test('a first pass whose thread cannot be loaded says so and loses nothing, and reads when it is asked again', async ({
  page,
}) => {
  const asked: string[] = []
  await page.route('**/first-pass-worker*', async (route) => {
    asked.push(route.request().url())
    await route.abort()
  })
  await begin(page)
  await openSample(page)
  await leaveText(page)
  await page.keyboard.press('Shift+F')
  const alert = page.getByRole('alert').filter({ hasText: 'The first pass broke off' })
  await expect(alert).toBeVisible()
  expect(asked).toHaveLength(2)
  await expectAccessible(page)
  await picture(page, 'first-pass-broke-off')

  await page.unroute('**/first-pass-worker*')
  await page.getByRole('button', { name: 'Read again' }).press('Enter')
  await expect(page.getByTestId('proposed-count')).toHaveText('4 proposed')
  await expect(alert).toBeHidden()
})
