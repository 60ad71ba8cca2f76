import { text, write as writeStory } from '../galley.ts'
import { begin, saved, write } from '../window.ts'
import { expect, test } from './app.ts'

test('several windows stand beside each other on one desk, each closed on its own, and with the last the app ends', async ({
  page,
  app,
}) => {
  test.skip(process.platform === 'darwin', 'a Mac’s app stays when its last window is closed')
  await begin(page)
  const second = await app.open()
  await expect(second.getByRole('heading', { name: 'An empty desk' })).toBeVisible()
  const [one, other] = await app.windows()
  expect([one?.bounds.x, one?.bounds.y]).not.toEqual([other?.bounds.x, other?.bounds.y])
  await write(page, 'Salt road reopens', ['The district counted 1,204 lorries.'])
  await expect(second.getByRole('list', { name: 'Stories' })).toContainText('Salt road reopens')
  await app.closeWindow(second)
  await expect.poll(async () => (await app.windows()).length).toBe(1)
  await page.keyboard.type(' And more.')
  await saved(page)
  await app.closeWindow(page)
  expect(await app.ended).toBe(0)
})

test('a second start of the same desk ends well, brings the window forward and hands its file over', async ({
  page,
  app,
}, info) => {
  await begin(page)
  const { mkdir, writeFile } = await import('node:fs/promises')
  await mkdir(info.outputDir, { recursive: true })
  const path = info.outputPath('harbour.md')
  await writeFile(path, '# The night ferry\n\nIt sails again on Friday with 40 aboard.\n')
  const { code, said } = await app.startAgain(path)
  expect(code).toBe(0)
  expect(said).toContain('Stet is open already')
  const receipt = page.getByRole('dialog', { name: 'Import receipt' })
  await expect(receipt).toContainText('harbour.md')
  await receipt.getByRole('button', { name: 'Open the story' }).click()
  await expect(page.getByTestId('story-text')).toContainText('The night ferry')
  expect(await app.windows()).toHaveLength(1)
})

test('what was typed last is at the desk before a window closes, though the desk was slow', async ({
  page,
  app,
  start,
}) => {
  await begin(page)
  await writeStory(page, 'Bridge to close', ['Nobody knows more.'])
  await app.kill()
  await page.keyboard.type(' Typed at the last moment.')
  await app.quit()
  await app.restart()
  expect(await app.ended).toBe(0)
  const again = await start({ folder: app.folder })
  await again.page
    .getByRole('button', { name: /Work as/ })
    .first()
    .click()
  await again.page.getByText('Bridge to close').first().click()
  await expect(text(again.page)).toContainText('Nobody knows more. Typed at the last moment.')
})

test('where it cannot be saved a person is asked, and quitting waits for the answer', async ({
  page,
  app,
}) => {
  await begin(page)
  await writeStory(page, 'Bridge to close', ['Nobody knows more.'])
  await app.kill()
  await page.keyboard.type(' Not to be lost.')
  await app.quit()
  const question = async () =>
    (await app.dialogs()).find(({ kind, isAnswered }) => kind === 'message' && !isAnswered)?.options
  await expect.poll(question, { timeout: 30_000 }).toMatchObject({
    message: 'What was written last in this window is not saved.',
    buttons: ['Save again', 'Close anyway', 'Keep open'],
  })
  await app.answer('message', { response: 2, checkboxChecked: false })
  await app.restart()
  await saved(page)
  expect(await app.windows()).toHaveLength(1)
  await app.quit()
  expect(await app.ended).toBe(0)
})
