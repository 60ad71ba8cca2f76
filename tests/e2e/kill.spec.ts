import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
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

/** Of two windows; `npm run crash` has many more without a browser. */
const windowRounds = Number(process.env.STET_WINDOW_KILLS ?? 4)

test('two windows type, tag and settle while the desk is killed and a window crashes: both come back by themselves, and nothing is lost or twice', async ({
  page,
  desk,
  shellName,
}) => {
  test.skip(
    shellName !== 'browser',
    'Electron starts a dead desk and a dead page by itself, each with a spec of its own',
  )
  test.setTimeout(120_000 + windowRounds * 30_000)
  await begin(page)
  await write(page, 'Two at it', ['First.', 'Second.'])
  const one = page
  let other = await desk.open()
  const words: string[] = []
  let settled = 0

  async function work(at: Page, paragraph: number, name: string): Promise<void> {
    await at.getByTestId('story-text').locator('p').nth(paragraph).click()
    await at.keyboard.press('End')
    await at.keyboard.type(` ${name} stands here.`)
    words.push(name)
    await at.keyboard.press('Control+Alt+a')
    await at.keyboard.press('Control+Alt+y')
    settled++
  }

  for (let round = 1; round <= windowRounds; round++) {
    const isCrash = round % 2 === 0
    const working = Promise.all([
      work(one, 0, `Ada${round}`),
      isCrash ? Promise.resolve() : work(other, 1, `Grace${round}`),
    ])
    if (isCrash) {
      await working
      await saved(one)
      const session = await other.context().newCDPSession(other)
      await session.send('Page.crash').catch(() => {})
      await other.close()
      other = await desk.open()
    } else {
      await page.waitForTimeout(Math.random() * 400)
      await desk.kill()
      await working
      await desk.restart()
    }
    await saved(one)
    await saved(other)
    const text = (await one.getByTestId('story-text').textContent()) ?? ''
    for (const word of words) expect(text.split(`${word} `)).toHaveLength(2)
    await expect(other.getByTestId('story-text')).toHaveText(text)
  }
  expect(settled).toBeGreaterThan(0)
  await desk.kill()
  const { stories } = (await stet(desk.folder, 'stories')) as { stories: { id: string }[] }
  const { claims } = (await stet(desk.folder, 'show', stories[0]?.id ?? '')) as { claims: { id: string }[] }
  expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length)
  expect((await stet(desk.folder, 'verify')).findings).toEqual([])
})
