import { text, write } from '../galley.ts'
import { begin, saved } from '../window.ts'
import { expect, test } from './app.ts'

test('a desk that dies is started again by itself, and both windows go on as if nothing had been', async ({
  page,
  app,
}) => {
  await begin(page)
  await write(page, 'Bridge to close', ['Nobody knows more.'])
  const second = await app.open()
  await second.getByText('Bridge to close').first().click()
  await expect(text(second)).toContainText('Nobody knows more.')
  const before = await app.deskPid()
  if (before !== undefined) process.kill(before, 'SIGKILL')
  await page.keyboard.type(' Typed while it was away.')
  await saved(page)
  await expect(text(second)).toContainText('Typed while it was away.')
  const after = await app.deskPid()
  expect(after).toBeDefined()
  expect(after).not.toBe(before)
  await second.keyboard.press('Control+End')
  await saved(second)
})

test('a desk that dies again and again is not started without end: a person is asked, and then it is', async ({
  page,
  app,
}) => {
  await begin(page)
  await write(page, 'Bridge to close', ['Nobody knows more.'])
  const stopped = async () =>
    (await app.dialogs()).some(({ options }) => JSON.stringify(options).includes('stopped several times'))
  for (let round = 0; round < 20 && !(await stopped()); round++) {
    await page.keyboard.type(' more')
    const pid = await app.deskPid()
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
    await expect.poll(async () => (await app.deskPid()) !== pid || (await stopped())).toBe(true)
  }
  expect(await stopped()).toBe(true)
  expect(await app.deskPid()).toBeUndefined()
  await app.answer('message', { response: 0, checkboxChecked: false })
  await saved(page)
})
