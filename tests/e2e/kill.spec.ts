import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, startShell, test } from './shell.ts'
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

const rounds = 10

test(`${rounds} times the desk is killed while somebody types: what was saved is on disk, and nothing comes twice`, async ({
  page,
}) => {
  test.setTimeout(180_000)
  const shell = await startShell()
  try {
    await begin(page, shell.url)
    await write(page, 'Plug pulled', ['Start.'])
    let written = 'Start.'
    const type = async (words: string) => {
      await page.keyboard.type(words)
      written += words
    }
    for (let round = 1; round <= rounds; round++) {
      await type(` Round ${round} saved.`)
      await saved(page)
      const acknowledged = written
      const typing = type(` Round ${round} goes on while the plug is pulled.`)
      await page.waitForTimeout(Math.random() * 60)
      await shell.kill()
      await typing
      const { stories } = (await stet(shell.folder, 'stories')) as { stories: { id: string }[] }
      const shown = await stet(shell.folder, 'show', stories[0]?.id ?? '')
      const onDisk = JSON.stringify(shown.document)
      expect(onDisk).toContain(acknowledged)
      await expect(page.getByTestId('save')).not.toHaveText(/^Saved/)
      await shell.restart()
    }
    await saved(page)
    await expect(page.getByTestId('story-text')).toContainText(written)
    await shell.kill()
    const { stories } = (await stet(shell.folder, 'stories')) as { stories: { id: string }[] }
    expect(JSON.stringify((await stet(shell.folder, 'show', stories[0]?.id ?? '')).document)).toContain(
      `"text":"${written}"`,
    )
    expect((await stet(shell.folder, 'verify')).findings).toEqual([])
  } finally {
    await shell.stop()
  }
})
