import { printed } from '../printed.ts'
import { expect, test } from '../shell.ts'
import { begin, write } from '../window.ts'

test('what leaves the desk of a story that is not cleared says so on every printed sheet', async ({
  page,
  desk,
}) => {
  await begin(page)
  const paragraphs = Array.from(
    { length: 60 },
    (_, at) => `Pump ${at + 1} ran all night, said the keeper of the works.`,
  )
  await write(page, 'The night of the pumps', paragraphs)
  await page.getByTestId('story-text').getByText('Pump 60').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+Alt+a')
  for (const format of ['HTML', 'Check report']) {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('radio', { name: format, exact: true }).click()
    const file = await desk.save(page, () =>
      page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click(),
    )
    expect(file.name).toContain('NOT-CLEARED')
    const sheet = await page.context().newPage()
    await sheet.setContent(file.bytes.toString())
    const sheets = await printed(sheet, `not-cleared-${format}`, true)
    expect(sheets.length, format).toBeGreaterThan(1)
    for (const words of sheets) expect(words, format).toContain('NOT CLEARED')
    await sheet.close()
  }
})
