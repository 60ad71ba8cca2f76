import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { begin, openSample } from '../window.ts'
import { expect, test } from './app.ts'

test('import asks by the system’s own dialog, for what Stet can read', async ({ page, app }, info) => {
  await mkdir(info.outputDir, { recursive: true })
  const path = info.outputPath('harbour.md')
  await writeFile(path, '# The night ferry\n\nIt sails again on Friday with 40 aboard.\n')
  await begin(page)
  await app.clickMenu('File', 'Import…')
  await page.getByRole('dialog').getByRole('button', { name: 'Choose a file' }).click()
  await app.answer('open', { canceled: false, filePaths: [path] })
  const receipt = page.getByRole('dialog', { name: 'Import receipt' })
  await expect(receipt).toContainText('harbour.md')
  await receipt.getByRole('button', { name: 'Open the story' }).click()
  await expect(page.getByTestId('story-text')).toContainText('The night ferry')
  const [asked] = await app.dialogs()
  expect(asked).toMatchObject({ kind: 'open' })
  expect(JSON.stringify(asked?.options)).toContain('"md"')
})

test('a save dialog that is cancelled writes nothing, and one that names a place writes the whole file there', async ({
  page,
  app,
}, info) => {
  await mkdir(info.outputDir, { recursive: true })
  const path = info.outputPath('footbridge.txt')
  await begin(page)
  await openSample(page)
  const exportText = async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('radio', { name: 'Plain text', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
  }
  await app.answer('save', { canceled: true, filePath: '' })
  await exportText()
  await expect.poll(async () => (await app.dialogs()).filter(({ isAnswered }) => isAnswered)).toHaveLength(1)
  await app.answer('save', { canceled: false, filePath: path })
  await exportText()
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('footbridge')
  expect(await app.dialogs()).toHaveLength(2)
})
