import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text, write } from '../galley.ts'
import { expect, test } from '../shell.ts'
import { startStandIn } from '../shells/stand-in.ts'
import { begin, saved } from '../window.ts'

const beginningsOf = (words: string) =>
  [...Array.from(words, (_, at) => words.slice(0, words.length - at).replaceAll('.', '\\.')), ''].join('|')

const rounds = Number(process.env.STET_MAIN_KILLS ?? 2)

test('the main process is killed while somebody types: what was saved is there at the next start', async ({
  shellName,
}) => {
  test.skip(shellName !== 'stand-in', 'the test’s hand in the main process is the stand-in’s')
  test.setTimeout(60_000 + rounds * 30_000)
  const place = await mkdtemp(join(tmpdir(), 'stet-main-'))
  const where = { folder: join(place, 'desk'), config: join(place, 'config') }
  try {
    /** What was acknowledged, and behind it as much as the pulled plug let through: none of it twice. */
    let written = 'Start\\.'
    for (let round = 1; round <= rounds; round++) {
      const app = await startStandIn(where)
      try {
        if (round === 1) {
          await begin(app.page)
          await write(app.page, 'Plug pulled', ['Start.'])
        } else await expect(text(app.page)).toContainText(new RegExp(`${written}$`))
        await text(app.page).locator('p').last().click()
        await app.page.keyboard.press('End')
        await app.page.keyboard.type(` Round ${round} saved.`)
        written += ` Round ${round} saved\\.`
        await saved(app.page)
        const typing = app.page.keyboard.type(' Lost or not.').catch(() => {})
        await app.page.waitForTimeout(Math.random() * 60)
        const desk = await app.deskPid()
        app.process.kill('SIGKILL')
        await app.ended
        await typing
        written += `(${beginningsOf(' Lost or not.')})`
        // In Electron the desk's process goes with the main process; here it is sent after it.
        if (desk !== undefined) process.kill(desk, 'SIGKILL')
      } catch (error) {
        await app.stop()
        throw error
      }
    }
    const app = await startStandIn(where)
    await expect(text(app.page)).toContainText(new RegExp(`${written}$`))
    await app.stop()
  } finally {
    await rm(place, { recursive: true, force: true, maxRetries: 5 })
  }
})
