import { count, months, openFirstPass, painted, proposed } from '../proposals.ts'
import { expect, test } from '../shell.ts'
import { expectAccessible, leaveText, notice, saved } from '../window.ts'

test('marks follow what is typed, and a new paragraph is read as it stands', async ({ page }) => {
  await openFirstPass(page)
  await page.getByTestId('story-text').getByText('He declined to say').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('“We paid it all,” Veer said. Forty people were hurt in 1987.')
  await saved(page)
  await expect.poll(() => painted(page, 'stet-proposed')).toContain('“We paid it all,”')
  await leaveText(page)
  await expect(count(page)).toHaveText('6 proposed')
  await page.getByRole('combobox', { name: 'What for' }).selectOption({ label: 'Quote (1)' })
  await proposed(page).click()
  await expect(page.getByText('Said by Tomas Veer')).toBeVisible()
})

test('with the red pencil, a stop shows what is proposed in its sentence, and the same keys decide it', async ({
  page,
}) => {
  await openFirstPass(page)
  await page.keyboard.press('Shift+F')
  await page.keyboard.press('Shift+P')
  const here = page.getByRole('region', { name: 'Proposed here' })
  await expect(here.getByRole('button', { name: months })).toBeVisible()
  await page.keyboard.press('Shift+X')
  await expect(notice(page)).toHaveText(/Space reads it/)
  await expect(here).toBeHidden()
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'Sentence to read' }).first()).toContainText(
    'The council says',
  )
  // The two have one place in the window.
  await page.keyboard.press('Shift+F')
  await expect(count(page)).toHaveText('3 proposed')
})

test('what does not fit together is asked by the same keys, and stays dismissed', async ({ page }) => {
  await openFirstPass(page)
  await page.getByTestId('story-text').getByText('He declined to say').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('It was Monday, 5 May 2020.')
  await saved(page)
  await leaveText(page)
  const questions = page.getByRole('list', { name: 'Questions about the story' }).getByRole('button')
  await page.getByRole('radio', { name: /^Questions \d+$/ }).click()
  const weekday = questions.filter({ hasText: 'Monday, 5 May 2020' })
  await weekday.click()
  await expect(page.getByRole('region', { name: 'Question', exact: true })).toContainText('was a Tuesday')
  await expectAccessible(page)
  await page.keyboard.press('Shift+X')
  await expect(weekday).toHaveCount(0)
  await page.getByRole('radio', { name: 'Dismissed 1' }).click()
  await expect(
    page.getByRole('button', { name: /^Propose again: .*Monday, 5 May 2020.* was a Tuesday/ }),
  ).toBeVisible()
})
