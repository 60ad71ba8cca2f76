import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text, write } from '../galley.ts'
import { begin, openSample, saved } from '../window.ts'
import { expect, test } from './app.ts'

// Here the page is made to try what its policy forbids.
test.use({ policy: 'tried' })

test('a link in a story is opened where the person reads the web, and nothing but web and mail is', async ({
  page,
  app,
}) => {
  await begin(page)
  const before = page.url()
  await page.evaluate(() => {
    for (const href of [
      'https://example.org/cars',
      'mailto:desk@example.org',
      'file:///etc/passwd',
      'javascript:document.title="in"',
      'smb://example.org/share',
    ])
      window.open(href, '_blank')
  })
  await expect
    .poll(() => app.opened())
    .toEqual([
      { kind: 'external', target: 'https://example.org/cars' },
      { kind: 'external', target: 'mailto:desk@example.org' },
    ])
  expect(page.url()).toBe(before)
  expect(await app.windows()).toHaveLength(1)
})

test('the window goes nowhere else, whoever leads it', async ({ page, app }) => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('<!doctype html><title>elsewhere</title>')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await begin(page)
    await write(page, 'Bridge to close', ['Nobody knows more.'])
    await page.evaluate((target) => {
      location.href = `${target}/location`
    }, elsewhere)
    await page.evaluate((target) => {
      const form = Object.assign(document.createElement('form'), { action: `${target}/form` })
      document.body.append(form)
      form.submit()
      const frame = Object.assign(document.createElement('iframe'), { src: `${target}/frame` })
      document.body.append(frame)
      const link = Object.assign(document.createElement('a'), { href: `${target}/link` })
      document.body.append(link)
      link.click()
    }, elsewhere)
    await page.evaluate((target) => fetch(`${target}/fetch`).catch(() => {}), elsewhere)
    // It is still our page, and it works.
    await text(page).locator('p').last().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Still here.')
    await saved(page)
    expect((await app.windows()).map(({ url }) => url)).toEqual(['stet://app/'])
    expect(asked).toEqual([])
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('the page is asked for nothing of the machine: no place, no camera, no notices, no reading of the clipboard', async ({
  page,
  app,
}) => {
  await begin(page)
  expect(await app.windows()).toHaveLength(1)
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const
    const found = await Promise.all(
      names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        return [name, state] as const
      }),
    )
    return Object.fromEntries(found)
  })
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    'clipboard-read': 'denied',
  })
  const read = await page.evaluate(() => navigator.clipboard.readText().catch((error) => error.name))
  expect(read).toBe('NotAllowedError')
  await page.evaluate(() => navigator.clipboard.writeText('copied'))
})

test('the page has Stet’s own few verbs and nothing of Node or Electron', async ({ page }) => {
  await begin(page)
  await openSample(page)
  const found = await page.evaluate(() => ({
    verbs: Object.keys(window.stet ?? {}).sort(),
    isFrozen: Object.isFrozen(window.stet),
    foreign: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }))
  expect(found).toEqual({
    verbs: ['answerSave', 'chooseFiles', 'connect', 'dragOut', 'listen', 'openCopy', 'report'],
    isFrozen: true,
    foreign: [],
  })
})
