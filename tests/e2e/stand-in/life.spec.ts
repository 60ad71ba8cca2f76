import { execFileSync } from 'node:child_process'
import { expect, linesOf, test } from './room.ts'

test('quitting closes the windows first, in Electron’s order', async ({ room }) => {
  await room.quit()
  expect(await room.ended).toBe(0)
  expect(linesOf(room).map(([what]) => what)).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit'])
})

test('a window that the app keeps open stops the quitting', async ({ page, room }) => {
  await page.evaluate(() => window.room.ask('forbid', 'closing', true))
  await room.quit()
  await expect.poll(() => linesOf(room).map(([what]) => what)).toEqual(['before-quit', 'close'])
  expect(await room.windows()).toHaveLength(1)
  await page.evaluate(() => window.room.ask('forbid', 'closing', false))
  await room.quit()
  expect(await room.ended).toBe(0)
})

test('a page that would not be left stops the quitting too', async ({ page, room }) => {
  await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()))
  // Browsers listen to a page only where somebody has done something in it.
  await page.getByText('Here').click()
  await room.quit()
  await expect.poll(() => linesOf(room).map(([what]) => what)).toEqual(['before-quit', 'close'])
  await expect(page.getByText('Here')).toBeVisible()
  expect(await room.windows()).toHaveLength(1)
})

test('the last window that is closed is said, and what follows is the app’s business', async ({
  page,
  room,
}) => {
  await room.closeWindow(page)
  await expect
    .poll(() => linesOf(room).map(([what]) => what))
    .toEqual(['close', 'closed', 'window-all-closed'])
  expect(room.process.exitCode).toBeNull()
})

test('a main process that is killed takes its browser and its processes along', async ({ page, room }) => {
  test.skip(process.platform === 'win32', 'asks ps for processes')
  await page.evaluate(() => window.room.send('worker'))
  await expect.poll(async () => (await room.command('utilities'))[0]?.pid).toBeDefined()
  const { pid } = room.process
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .split('\n')
    .map(Number)
    .filter((each) => each > 0)
  expect(children.length).toBeGreaterThan(1)
  room.process.kill('SIGKILL')
  const isThere = (each: number) => {
    try {
      return process.kill(each, 0)
    } catch {
      return false
    }
  }
  // `ps` itself is among them and long gone.
  await expect.poll(() => children.filter(isThere)).toEqual([])
})
