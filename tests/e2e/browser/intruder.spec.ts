import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from '@playwright/test'
import { openDesk } from '../../../electron/desk/desk.ts'
import { test as base, expect } from '../shell.ts'
import { type BrowserShell, startBrowserShell } from '../shells/browser.ts'
import { begin, write } from '../window.ts'

/** A page of somebody else's, on this very machine; what a site can do that a person visits while Stet is open. */
interface Stranger {
  readonly url: string
  readonly port: number
}

// Addresses, cookies and sockets are the browser shell's alone: in Electron nothing listens on a network.
const test = base.extend<{ desk: BrowserShell; stranger: Stranger }>({
  desk: async ({ playwright }, use) => {
    const browser = await playwright.chromium.launch()
    const desk = await startBrowserShell(browser)
    await use(desk)
    await desk.stop()
    await browser.close()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
  stranger: async ({}, use) => {
    const server = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end('<!doctype html><title>A stranger</title><body></body>')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    await use({ url: `http://127.0.0.1:${port}/`, port })
    server.closeAllConnections()
    server.close()
  },
})

// Here the browser is meant to complain.
test.use({ policy: 'tried' })

/** Everything a page can try against an address that its browser has a cookie for. */
async function tryEveryDoor(page: Page, origin: string): Promise<Record<string, string>> {
  return await page.evaluate(async (target) => {
    const outcome: Record<string, string> = {}
    const attempt = async (name: string, doing: () => Promise<string>) => {
      outcome[name] = await Promise.race([
        doing().catch(() => 'shut'),
        new Promise<string>((late) => setTimeout(() => late('no answer'), 8000)),
      ])
    }
    const read = async (path: string, init: RequestInit) => {
      const answer = await fetch(`${target}${path}`, { credentials: 'include', ...init })
      return answer.type === 'opaque' ? 'unread' : `${answer.status}`
    }
    const element = (make: () => HTMLElement) =>
      new Promise<string>((done) => {
        const made = make()
        made.addEventListener('load', () => done('open'))
        made.addEventListener('error', () => done('shut'))
        document.body.append(made)
      })
    await attempt('reading the page', () => read('/', {}))
    await attempt('reading a file', () => read(`/blob/${'0'.repeat(64)}`, {}))
    await attempt('bringing a file', () => read('/blob', { method: 'PUT', body: 'planted' }))
    await attempt('bringing a file as a simple post', () =>
      read('/blob', { method: 'POST', body: 'planted', mode: 'no-cors' }),
    )
    await attempt(
      'the contract',
      () =>
        new Promise<string>((done) => {
          const socket = new WebSocket(`${target.replace(/^http/, 'ws')}/rpc`)
          socket.onopen = () => done('open')
          socket.onerror = () => done('shut')
        }),
    )
    await attempt('the page as a script', () =>
      element(() => Object.assign(document.createElement('script'), { src: `${target}/` })),
    )
    await attempt('the icon as a picture', () =>
      element(() => Object.assign(document.createElement('img'), { src: `${target}/assets/icon.svg` })),
    )
    await attempt('a style', () =>
      element(() =>
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${target}/assets/x.css` }),
      ),
    )
    await attempt(
      'events',
      () =>
        new Promise<string>((done) => {
          const events = new EventSource(`${target}/`, { withCredentials: true })
          events.onopen = () => done('open')
          events.onerror = () => done('shut')
        }),
    )
    await attempt('a beacon', async () => {
      navigator.sendBeacon(`${target}/blob`, 'planted')
      return 'unread'
    })
    return outcome
  }, origin)
}

/** The words in a frame, for its own page cannot be asked from outside. */
async function framed(page: Page, address: string): Promise<string> {
  await page.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'stolen', src })
    document.body.append(frame)
    return new Promise<void>((loaded) => frame.addEventListener('load', () => loaded()))
  }, address)
  const frame = page.frame({ name: 'stolen' })
  return (await frame?.locator('body').innerText()) ?? ''
}

const shut = {
  'reading the page': 'shut',
  'reading a file': 'shut',
  'bringing a file': 'shut',
  'bringing a file as a simple post': 'shut',
  'the contract': 'shut',
  'the page as a script': 'shut',
  'the icon as a picture': 'shut',
  'a style': 'shut',
  events: 'shut',
  'a beacon': 'unread',
}

/** What the desk has, once its process has ended. */
async function contents(desk: BrowserShell) {
  await desk.kill()
  const opened = await openDesk({ folder: desk.folder })
  try {
    const { findings, files, ...counts } = await opened
      .client({ personId: null, via: 'window' })
      .desk.verify()
    return { findings, files, stories: counts.stories }
  } finally {
    await opened.close()
  }
}

test('another page in the same browser finds every door shut, though the browser has the cookie', async ({
  page,
  desk,
  stranger,
}) => {
  await begin(page)
  await write(page, 'Salt road reopens', ['The district counted 1,204 lorries.'])
  const { origin } = new URL(desk.url)
  await page.goto(stranger.url)
  expect(await tryEveryDoor(page, origin)).toEqual(shut)
  expect(await framed(page, `${origin}/`)).not.toContain('Salt road')

  // A window that it opens is not its own: the handle is cut, and a form cannot be sent there.
  const opened = page.waitForEvent('popup')
  await page.evaluate((target) => {
    Object.assign(window, { stolen: window.open(`${target}/`) })
  }, origin)
  const popup = await opened
  await expect(
    popup
      .getByTestId('story-text')
      .or(popup.getByRole('list', { name: 'Stories' }))
      .first(),
  ).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { stolen: Window }).stolen.closed)).toBe(true)
  await popup.close()

  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.evaluate((target) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: `${target}/` })
    document.body.append(form)
    form.submit()
  }, origin)
  expect((await answered).status()).toBe(403)

  expect(await contents(desk)).toEqual({ findings: [], files: 0, stories: 1 })
})

test.describe('under a name that was made to resolve here', () => {
  let browser: Browser
  test.beforeAll(async () => {
    const executablePath =
      process.env.CHROMIUM ?? (await import('../../../scripts/lib/chromium.mjs')).findChromium()
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--host-resolver-rules=MAP rebound.example 127.0.0.1', '--disable-gpu'],
    })
  })
  test.afterAll(() => browser.close())

  test('the desk answers nobody, and its own page there cannot be had', async ({ desk }) => {
    const page = await browser.newPage()
    const { port, search } = new URL(desk.url)
    // The stranger's server went away and its name now leads to the desk: the page there is same-origin with it.
    const rebound = `http://rebound.example:${port}`
    expect((await page.goto(`${rebound}/${search}`))?.status()).toBe(403)
    const outcome = await tryEveryDoor(page, rebound)
    expect(outcome).toMatchObject({
      'reading the page': '403',
      'bringing a file': '403',
      'the contract': 'shut',
    })
    await page.close()
    expect(await contents(desk)).toMatchObject({ files: 0, stories: 0 })
  })
})
