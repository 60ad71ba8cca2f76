// What the system sees of the app, and what the app has of the system: on the stand-in, which shows both.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../shell.ts'
import type { Shell } from '../shells/shell.ts'
import { type StandInShell, startStandIn } from '../shells/stand-in.ts'
import { begin, openSample, saved, write } from '../window.ts'

test.skip(({ shellName }) => shellName !== 'stand-in', 'only the stand-in says what the system was told')

/** The project's own shell, with the hand in its main process. */
function standIn(shell: Shell): StandInShell {
  if (!('command' in shell)) throw new Error('this shell is no stand-in')
  return shell as StandInShell
}

test('spelling is checked in the language of the story that is worked in, which can be changed', async ({
  page,
  desk,
}) => {
  const app = standIn(desk)
  await begin(page)
  await write(page, 'Bridge to be renewed', [
    'The town council decided on Tuesday to renew the bridge over the river next spring, and to pay for it.',
  ])
  await expect(page.locator('.galley')).toHaveAttribute('lang', /^en/)
  await expect.poll(() => app.command('spelling')).toEqual([expect.stringMatching(/^en-/)])

  await app.command('clickMenu', 'File', 'Language of the story…')
  const dialog = page.getByRole('dialog', { name: 'Language of the story' })
  await dialog.getByLabel('Language').selectOption({ label: 'German' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('.galley')).toHaveAttribute('lang', 'de')
  await expect.poll(() => app.command('spelling')).toEqual(['de'])
})

test('the menu under the pointer puts a word right, and learns one', async ({ page, desk }) => {
  const app = standIn(desk)
  await begin(page)
  await write(page, 'A brigde', ['Words.'])
  const headline = page.getByTestId('story-text').locator('.headline')
  await app.command('misspell', 'brigde', ['bridge', 'brigade'])
  await headline.click({ button: 'right' })
  await expect
    .poll(async () => (await app.command('contextMenu')).map(({ label }) => label))
    .toEqual(expect.arrayContaining(['bridge', 'brigade', 'Add “brigde” to the dictionary', 'Cut', 'Paste']))
  await app.command('clickContextMenu', 'Add “brigde” to the dictionary')
})

test('a window opens where the last one stood, and files that the app is given come in', async ({
  shellName,
}, info) => {
  expect(shellName).toBe('stand-in')
  await mkdir(info.outputDir, { recursive: true })
  const config = info.outputPath('config')
  const folder = info.outputPath('desk')
  const path = info.outputPath('harbour.md')
  await writeFile(path, '# The night ferry\n\nIt sails again on Friday with 40 aboard.\n')
  const bounds = { x: 130, y: 90, width: 1100, height: 700 }

  const before = await startStandIn({ folder, config, words: [path] })
  try {
    // It waits until somebody is named.
    await before.page.getByLabel('Name', { exact: true }).fill('Maren Oduya')
    await before.page.getByRole('button', { name: 'Start work' }).click()
    await expect(before.page.getByRole('dialog', { name: 'Import receipt' })).toContainText('harbour.md')
    const [window] = await before.command('windows')
    await before.command('moveWindow', window?.id ?? 0, bounds)
    await before.command('quit')
    expect(await before.ended).toBe(0)
  } finally {
    await before.stop()
  }
  const after = await startStandIn({ folder, config })
  try {
    await expect.poll(async () => (await after.command('windows'))[0]?.bounds).toEqual(bounds)
    await after.command('openFile', info.outputPath('missing.txt'))
    await expect
      .poll(async () => (await after.command('dialogs')).map(({ options }) => options))
      .toEqual([expect.objectContaining({ message: '“missing.txt” could not be opened.' })])
    await after.command('answerDialog', 'message', { response: 0 })
    await after.command('openFile', path)
    await expect(after.page.getByRole('dialog', { name: 'Import receipt' })).toContainText('harbour.md')
  } finally {
    await after.stop()
  }
})

test('a source’s file is opened and dragged out as a copy that is gone when the app ends', async ({
  page,
  desk,
}) => {
  const app = standIn(desk)
  await begin(page)
  await openSample(page)
  await app.command('clickMenu', 'File', 'Sources, or back to the story')
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
  for (const name of ['letter.pdf', 'page.html']) {
    await page
      .locator('input[type="file"][multiple]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(`words of ${name}`) })
    await expect(page.getByRole('link', { name: new RegExp(name) })).toBeVisible()
  }
  const letter = page.getByRole('link', { name: /letter\.pdf/ })

  await letter.click()
  await expect.poll(async () => (await app.command('opened')).at(-1)?.kind).toBe('path')
  const { target } = (await app.command('opened')).at(-1) ?? { target: '' }
  expect(await readFile(target, 'utf8')).toBe('words of letter.pdf')

  const [window] = await app.command('windows')
  await letter.dispatchEvent('dragstart')
  await expect.poll(async () => (await app.command('drags', window?.id ?? 0)).length).toBe(1)
  const [drag] = (await app.command('drags', window?.id ?? 0)) as { file: string }[]
  expect(await readFile(drag?.file ?? '', 'utf8')).toBe('words of letter.pdf')

  // A page is not handed to a program that would run it; it is saved where a person says.
  const kept = await app.save(page, () => page.getByRole('link', { name: /page\.html/ }).click())
  expect([kept.name, kept.bytes.toString()]).toEqual(['page.html', 'words of page.html'])
  expect((await app.command('opened')).filter(({ kind }) => kind === 'path')).toHaveLength(1)

  await app.command('quit')
  expect(await app.ended).toBe(0)
  for (const path of [target, drag?.file ?? '']) await expect(readFile(path)).rejects.toThrow('ENOENT')
})

test('the log keeps where something broke, and no word of a story', async ({ shellName }, info) => {
  expect(shellName).toBe('stand-in')
  await mkdir(info.outputDir, { recursive: true })
  const config = info.outputPath('config')
  const app = await startStandIn({ folder: info.outputPath('desk'), config })
  try {
    await begin(app.page)
    await write(app.page, 'Mayor hid 340,000 crowns', ['The books were seen by this desk.'])
    const pid = (await app.command('utilities'))[0]?.pid
    process.kill(pid ?? 0, 'SIGKILL')
    await app.page.keyboard.type(' And more.')
    await saved(app.page)
    const logs = (await readdir(config, { recursive: true })).filter((name) => name.endsWith('stet.log'))
    expect(logs).toHaveLength(1)
    const log = await readFile(join(config, logs[0] ?? ''), 'utf8')
    expect(log).toContain("the desk's process ended")
    expect(log).not.toMatch(/mayor|crowns|books/i)
  } finally {
    await app.stop()
  }
})
