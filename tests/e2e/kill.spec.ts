import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './shell.ts'
import { begin, saved, write } from './window.ts'

const program = resolve(import.meta.dirname, '../../electron/cli/stet.ts')

/** The desk by command line, while no window's desk holds the folder. */
async function stet(folder: string, ...words: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    '--json',
    '--desk',
    folder,
    ...words,
  ])
  return JSON.parse(stdout)
}

/** Electron's main process starts a desk again by itself, but not more often than five times a minute. */
const rounds = { browser: 10, 'stand-in': 4, electron: 4 }

test('again and again the desk is killed while somebody types: what was saved is on disk, and nothing comes twice', async ({
  page,
  desk,
  shellName,
}) => {
  test.setTimeout(180_000)
  await begin(page)
  await write(page, 'Plug pulled', ['Start.'])
  let written = 'Start.'
  const type = async (words: string) => {
    await page.keyboard.type(words)
    written += words
  }
  for (let round = 1; round <= rounds[shellName]; round++) {
    await type(` Round ${round} saved.`)
    await saved(page)
    const acknowledged = written
    const typing = type(` Round ${round} goes on while the plug is pulled.`)
    await page.waitForTimeout(Math.random() * 60)
    await desk.kill()
    await typing
    const { stories } = (await stet(desk.folder, 'stories')) as { stories: { id: string }[] }
    const shown = await stet(desk.folder, 'show', stories[0]?.id ?? '')
    const onDisk = JSON.stringify(shown.document)
    expect(onDisk).toContain(acknowledged)
    await expect(page.getByTestId('save')).not.toHaveText(/^Saved/)
    await desk.restart()
  }
  await saved(page)
  await expect(page.getByTestId('story-text')).toContainText(written)
  await desk.kill()
  const { stories } = (await stet(desk.folder, 'stories')) as { stories: { id: string }[] }
  expect(JSON.stringify((await stet(desk.folder, 'show', stories[0]?.id ?? '')).document)).toContain(
    `"text":"${written}"`,
  )
  expect((await stet(desk.folder, 'verify')).findings).toEqual([])
})
