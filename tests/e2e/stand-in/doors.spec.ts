import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, expect, linesOf } from './room.ts'

interface Elsewhere {
  url: string
  asked: string[]
}

const test = base.extend<{ elsewhere: Elsewhere }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
  elsewhere: async ({}, use) => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.setHeader('Content-Type', 'text/html')
      response.end('<!doctype html><title>Elsewhere</title><p>There</p>')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked })
    server.closeAllConnections()
    server.close()
  },
})

test('a navigation is asked about, and goes where the app says nothing', async ({
  page,
  room,
  elsewhere,
}) => {
  await page.evaluate((url) => {
    location.href = `${url}/gone`
  }, elsewhere.url)
  await expect(page.getByText('There')).toBeVisible()
  expect(linesOf(room)).toContainEqual(['will-navigate', `${elsewhere.url}/gone`])
  expect((await room.command('windows'))[0]?.url).toBe(`${elsewhere.url}/gone`)
})

test('a navigation that the app denies does not happen, and nothing is asked of the other side', async ({
  page,
  room,
  elsewhere,
}) => {
  await page.evaluate(() => window.room.ask('forbid', 'navigation', true))
  for (const way of ['location', 'link', 'form', 'refresh']) {
    await page.evaluate(
      ([kind, url]) => {
        if (kind === 'location') location.assign(`${url}/${kind}`)
        const made =
          kind === 'link'
            ? Object.assign(document.createElement('a'), { href: `${url}/${kind}` })
            : kind === 'form'
              ? Object.assign(document.createElement('form'), { action: `${url}/${kind}` })
              : Object.assign(document.createElement('meta'), {
                  httpEquiv: 'refresh',
                  content: `0;url=${url}/${kind}`,
                })
        document.body.append(made)
        if (made instanceof HTMLAnchorElement) made.click()
        if (made instanceof HTMLFormElement) made.submit()
      },
      [way, elsewhere.url] as const,
    )
    await expect
      .poll(() => linesOf(room).map(([, url]) => String(url).replace('?', '')))
      .toContain(`${elsewhere.url}/${way}`)
  }
  await expect(page.getByText('Here')).toBeVisible()
  expect(elsewhere.asked).toEqual([])
})

test('a frame goes nowhere where the app denies it', async ({ page, elsewhere }) => {
  const load = (name: string) =>
    page.evaluate(
      (url) =>
        new Promise<void>((done) => {
          const frame = Object.assign(document.createElement('iframe'), { src: url })
          frame.addEventListener('load', () => done())
          setTimeout(done, 1000)
          document.body.append(frame)
        }),
      `${elsewhere.url}/${name}`,
    )
  await load('let-in')
  await page.evaluate(() => window.room.ask('forbid', 'frames', true))
  await load('kept-out')
  expect(elsewhere.asked).toEqual(['/let-in'])
})

test('a window that the page opens is asked about and never comes to be', async ({
  page,
  room,
  elsewhere,
}) => {
  await page.evaluate((url) => {
    window.open(`${url}/popup`)
    const link = Object.assign(document.createElement('a'), {
      href: `${url}/link`,
      target: '_blank',
      rel: 'noopener',
    })
    document.body.append(link)
    link.click()
  }, elsewhere.url)
  await expect
    .poll(() => linesOf(room).filter(([what]) => what === 'open'))
    .toEqual([
      ['open', `${elsewhere.url}/popup`],
      ['open', `${elsewhere.url}/link`],
    ])
  expect(await room.command('windows')).toHaveLength(1)
  expect(elsewhere.asked).toEqual([])
})

test('a request that the app cancels never leaves; others do', async ({ page, elsewhere }) => {
  const reach = (name: string) =>
    page.evaluate((url) => fetch(url).then(String, () => 'failed'), `${elsewhere.url}/${name}`)
  expect(await reach('before')).not.toBe('failed')
  await page.evaluate(() => window.room.ask('forbid', 'requests', true))
  expect(await reach('after')).toBe('failed')
  expect(elsewhere.asked).toEqual(['/before'])
})

test('a permission is granted unless the app denies it', async ({ page }) => {
  const state = () =>
    page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)
  expect(await state()).toBe('granted')
  await page.evaluate(() => window.room.ask('forbid', 'geolocation', true))
  await page.reload()
  expect(await state()).toBe('denied')
})

test('the app’s scheme is a secure origin of its own, answered by the app alone, bodies and all', async ({
  page,
}) => {
  const found = await page.evaluate(async () => {
    const upload = await fetch('/upload', { method: 'PUT', body: new Blob([new Uint8Array(3_000_000)]) })
    const there = await fetch('/')
    return {
      isSecure: isSecureContext,
      size: await upload.text(),
      header: there.headers.get('X-Room'),
      origin: await (await fetch('/headers', { method: 'POST' })).text(),
      answered: (await window.room.ask('answered')) as string[],
    }
  })
  expect(found).toMatchObject({ isSecure: true, size: '3000000', header: 'one', origin: 'room://one' })
  expect(found.answered).toContain('PUT room://one/upload')
})
