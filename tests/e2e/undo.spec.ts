import { hold } from './hold.ts'
import { expect, test } from './shell.ts'
import { begin, claims, leaveText, openClaim, openSample } from './window.ts'

test('merging, emptying a note and setting a stage are each offered to be undone, and are', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await begin(page)
  await openSample(page)
  const undo = page.getByRole('button', { name: 'Undo' }).last()
  await leaveText(page)
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.type('Ask the council')
  await page.keyboard.press('Escape')
  await expect(openClaim(page).getByLabel('Note', { exact: true })).toHaveValue('Ask the council')
  await page.keyboard.press('m')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
  await expect(page.getByText('The note of #1 is gone.', { exact: true })).toBeVisible()
  await undo.click()
  await expect(openClaim(page).getByLabel('Note', { exact: true })).toHaveValue('Ask the council')

  const backup = openClaim(page).getByRole('region', { name: 'Backup' }).getByRole('listitem')
  await expect(openClaim(page)).toHaveAccessibleName('Statement 1')
  const before = await backup.count()
  await leaveText(page)
  await page.keyboard.press('y')
  await expect(page.getByText('Merged into #1.', { exact: true })).toBeVisible()
  await expect(openClaim(page)).toContainText('About 400 people crossed it')
  await undo.click()
  await expect(openClaim(page)).not.toContainText('About 400 people crossed it')
  await expect(backup).toHaveCount(before)

  await page.getByRole('button', { name: 'Stage: Draft' }).click()
  await page.getByRole('menuitemradio', { name: 'Checking' }).click()
  await expect(page.getByRole('button', { name: 'Stage: Checking' })).toBeVisible()
  await undo.click()
  await expect(page.getByRole('button', { name: 'Stage: Draft' })).toBeVisible()
})

test('an export that is stopped gives no file, and neither does one whose dialog was left', async ({
  page,
  desk,
}) => {
  await begin(page)
  await openSample(page)
  const line = await hold(page)
  await expect(claims(page).getByRole('button').first()).toBeVisible()
  const downloads: string[] = []
  page.on('download', (download) => downloads.push(download.suggestedFilename()))
  const dialog = page.getByRole('dialog', { name: 'Export' })
  for (const way of ['Stop', 'Cancel']) {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await line.stop()
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog.getByText('Making the file: Word, with the backup…')).toBeVisible()
    await dialog.getByRole('button', { name: way === 'Stop' ? /^Stop/ : 'Cancel' }).click()
    await expect(page.getByTestId('works').first()).toBeEmpty()
    await line.goOn()
    if (way === 'Stop') await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toBeHidden()
  }
  // What was asked for after them is there: nothing of theirs is still on its way.
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await dialog.getByRole('radio', { name: 'Plain text', exact: true }).click()
  const saved = await desk.save(page, () =>
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  )
  expect(saved.name).toMatch(/\.txt$/)
  // In Electron they would be dialogs of the system, of which this one is the first that is answered.
  expect(downloads.filter((name) => name.endsWith('.docx'))).toEqual([])
})
