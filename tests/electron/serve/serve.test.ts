import { createHash, randomBytes } from 'node:crypto'
import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { takeBlob } from '../../../electron/serve/blob.ts'
import { MESSAGE_LIMIT_BYTES } from '../../../electron/serve/limits.ts'
import { serveDesk } from '../../../electron/serve/serve.ts'
import { NONCE_PLACEHOLDER } from '../../../shared/contract/shell.ts'
import { newPersonId } from '../../../shared/model/ids.ts'
import { makeDesk, open, type Place } from './place.ts'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends exactly what is said: `fetch` would put its own Host and tidy the path. */
function ask(place: Place, options: RequestOptions, body?: Uint8Array): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port: place.port, agent: false, ...options },
      async (response) => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: await text(response),
        })
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })
}

const get = (place: Place, path: string, headers: Record<string, string> = place.own) =>
  ask(place, { method: 'GET', path, headers })

const put = (place: Place, bytes: Uint8Array, headers: Record<string, string> = place.own) =>
  ask(place, { method: 'PUT', path: '/blob', headers }, bytes)

/** The policy that came along, a directive each. */
function directives(headers: IncomingHttpHeaders): Record<string, string> {
  const parts = String(headers['content-security-policy']).split('; ')
  return Object.fromEntries(parts.map((part) => [part.split(' ', 1)[0], part.slice(part.indexOf(' ') + 1)]))
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the page in the browser shell', () => {
  it('is the first answer itself, and takes the key out of the address into a cookie', async () => {
    const place = await open()
    const { pathname, search } = new URL(place.url)
    const answer = await get(place, `${pathname}${search}`, { host: place.host })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('<title>Stet</title>')
    expect(answer.headers['set-cookie']).toEqual([
      `stet-${place.port}=${place.key}; Path=/; HttpOnly; SameSite=Strict`,
    ])
  })

  it('comes again by the cookie alone, and its files too', async () => {
    const place = await open()
    expect(await get(place, '/')).toMatchObject({ status: 200 })
    const script = await get(place, '/assets/index-1.js')
    expect(script).toMatchObject({ status: 200, body: 'export {}' })
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it('is shown to nobody without key or cookie, nor is anything else', async () => {
    const place = await open()
    for (const path of ['/', '/assets/index-1.js', '/blob/x', '/nothing', '/rpc', '/?key=', '/?key=wrong']) {
      expect([path, (await get(place, path, { host: place.host })).status]).toEqual([path, 403])
    }
  })

  it('answers at its own address alone', async () => {
    const place = await open()
    for (const host of [`localhost:${place.port}`, 'evil.example', '127.0.0.1', `[::1]:${place.port}`]) {
      expect([host, (await get(place, '/', { ...place.own, host })).status]).toEqual([host, 403])
    }
  })

  it('carries a policy that lets nothing in and nothing out', async () => {
    const place = await open()
    const { headers } = await get(place, '/')
    expect(directives(headers)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': expect.stringMatching(/^'self' 'nonce-[\w-]{22}'$/),
      'font-src': "'self'",
      'img-src': "'self' blob:",
      'connect-src': `'self' ws://${place.host}`,
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    })
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=(), display-capture=(), geolocation=()'),
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  })

  it('has a nonce for its style elements that no other showing has, and nothing else has any', async () => {
    const place = await open()
    const shown = await Promise.all(['/', '/index.html', '/'].map((path) => get(place, path)))
    const nonces = shown.map(({ headers, body }) => {
      const nonce = /'nonce-([\w-]+)'/.exec(directives(headers)['style-src'] ?? '')?.[1] ?? 'none'
      expect(body).toContain(`nonce="${nonce}"`)
      expect(body).not.toContain(NONCE_PLACEHOLDER)
      return nonce
    })
    expect(new Set(nonces).size).toBe(3)
    for (const path of ['/assets/index-1.js', '/nothing', '/blob/x']) {
      expect(directives((await get(place, path)).headers)['style-src']).toBe("'self'")
    }
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
    '/blob/../../secret.txt',
    '/blob/..%2f..%2fstet.sqlite',
    '/blob/%00',
    '/assets',
  ])('does not reach beyond its own files by %s', async (path) => {
    const place = await open()
    const answer = await get(place, path)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.body).not.toBe('secret')
  })

  it('knows no other methods', async () => {
    const place = await open()
    for (const [method, path] of [
      ['POST', '/'],
      ['PUT', '/'],
      ['DELETE', '/blob/x'],
      ['GET', '/blob'],
      ['POST', '/blob'],
      ['OPTIONS', '/blob'],
    ] as const) {
      expect([method, path, (await ask(place, { method, path, headers: place.own })).status]).toEqual([
        method,
        path,
        405,
      ])
    }
    expect(await ask(place, { method: 'HEAD', path: '/', headers: place.own })).toMatchObject({
      status: 200,
      body: '',
    })
  })

  it('is not there where no page was built, but the contract is', async () => {
    const place = await open({ pageFolder: null })
    expect(await get(place, '/')).toMatchObject({ status: 404 })
  })

  it('listens on 127.0.0.1 and at no other address of this machine', async () => {
    const place = await open()
    const reached = (host: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(place.port, host, () => {
          socket.destroy()
          resolve(true)
        })
        socket.on('error', () => resolve(false))
      })
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address, family, scopeid }) =>
        family === 'IPv6' && scopeid ? `${address}%${scopeid}` : address,
      )
    expect(await reached('127.0.0.1')).toBe(true)
    for (const host of ['127.0.0.2', '::1', ...others.filter((address) => address !== '127.0.0.1')]) {
      expect([host, await reached(host)]).toEqual([host, false])
    }
  })

  it('is refused a port that somebody has, and takes it as soon as it is free', async () => {
    const place = await open()
    const other = await makeDesk()
    const options = { port: place.port, pageFolder: null }
    await expect(serveDesk(other, options)).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await place.close()
    const again = await serveDesk(other, options)
    expect(again.port).toBe(place.port)
    await again.close()
  })

  it('survives what is no HTTP at all', async () => {
    const place = await open()
    await new Promise<void>((resolve) => {
      const socket = connect(place.port, '127.0.0.1', () => socket.end('\0\x01\x02 nonsense\r\n\r\n'))
      socket.on('close', () => resolve())
      socket.on('error', () => {})
      socket.resume()
    })
    expect(await get(place, '/')).toMatchObject({ status: 200 })
  })
})

describe('files in the browser shell', () => {
  it('are kept by their hash and come back byte for byte', async () => {
    const place = await open()
    const bytes = randomBytes(3_000_000)
    const kept = await put(place, bytes)
    expect(kept.status).toBe(200)
    expect(JSON.parse(kept.body)).toEqual({ hash: sha256(bytes), sizeBytes: bytes.byteLength })
    const back = await fetch(`${place.origin}/blob/${sha256(bytes)}?key=${place.key}`)
    expect(sha256(new Uint8Array(await back.arrayBuffer()))).toBe(sha256(bytes))
    expect(back.headers.get('content-length')).toBe('3000000')
  })

  it('come as downloads that run nothing, whatever is in them', async () => {
    const place = await open()
    for (const evil of [
      '<!doctype html><script>alert(1)</script>',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '%PDF-1.7 …',
    ]) {
      const bytes = Buffer.from(evil)
      await put(place, bytes)
      const { headers } = await get(place, `/blob/${sha256(bytes)}`)
      expect(headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
        'x-content-type-options': 'nosniff',
      })
      expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
    }
  })

  it('that are plain pictures are shown', async () => {
    const place = await open()
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    await put(place, png)
    const { headers } = await get(place, `/blob/${sha256(png)}`)
    expect(headers).toMatchObject({ 'content-type': 'image/png', 'content-disposition': 'inline' })
    expect(headers['content-security-policy']).toMatch(/^sandbox/)
  })

  it('that an export holds for fetching are given out as well', async () => {
    const place = await open()
    const hash = place.desk.blobs.hold(Buffer.from('# Story'), 'text/markdown')
    expect(await get(place, `/blob/${hash}`)).toMatchObject({ status: 200, body: '# Story' })
    const head = await ask(place, { method: 'HEAD', path: `/blob/${hash}`, headers: place.own })
    expect(head).toMatchObject({ status: 200, body: '' })
    expect(head.headers['content-length']).toBe('7')
  })

  it('that are not there are not found', async () => {
    const place = await open()
    for (const name of [sha256(Buffer.from('never')), 'x', '', sha256(Buffer.from('x')).toUpperCase()]) {
      expect([name, (await get(place, `/blob/${name}`)).status]).toEqual([name, 404])
    }
  })

  it('are taken from our own page alone', async () => {
    const place = await open()
    const { host, cookie } = { host: place.host, cookie: String(place.own.cookie) }
    const bytes = Buffer.from('from elsewhere')
    for (const headers of [
      { host, cookie },
      { host, cookie, origin: 'null' },
      { host, cookie, origin: 'http://evil.example' },
      { host, cookie, origin: `http://localhost:${place.port}` },
      { host, origin: place.origin },
      { host, cookie, origin: place.origin, 'sec-fetch-site': 'same-site' },
    ]) {
      expect((await put(place, bytes, headers)).status).toBe(403)
    }
    expect(await place.desk.blobs.read(sha256(bytes) as never)).toBeNull()
  })

  it('that say they are too large are refused before they come', async () => {
    const place = await open()
    const answer = await new Promise<Answer>((resolve, reject) => {
      const asking = request(
        {
          host: '127.0.0.1',
          port: place.port,
          method: 'PUT',
          path: '/blob',
          headers: { ...place.own, 'content-length': String(201 * 1024 * 1024) },
        },
        async (response) => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) })
          asking.destroy()
        },
      )
      asking.on('error', reject)
      asking.flushHeaders()
    })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toEqual({ sizeBytes: 201 * 1024 * 1024, limitBytes: 200 * 1024 * 1024 })
  })

  it('that turn out too large are given up, and the sender reads why', async () => {
    const desk = await makeDesk()
    const { createServer } = await import('node:http')
    const server = createServer((incoming, response) => void takeBlob(desk.blobs, incoming, response, 1000))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const bytes = randomBytes(5_000_000)
    const body = new ReadableStream({
      start(controller) {
        for (let from = 0; from < bytes.length; from += 100_000) {
          controller.enqueue(bytes.subarray(from, from + 100_000))
        }
        controller.close()
      },
    })
    const init = { method: 'PUT', body, duplex: 'half' }
    const answer = await fetch(`http://127.0.0.1:${port}/blob`, init as RequestInit)
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ limitBytes: 1000 })
    expect(await desk.blobs.read(sha256(bytes) as never)).toBeNull()
  })

  it('that break off on the way leave nothing behind and stop nothing', async () => {
    const place = await open()
    await new Promise<void>((resolve) => {
      const asking = request({
        host: '127.0.0.1',
        port: place.port,
        method: 'PUT',
        path: '/blob',
        headers: { ...place.own, 'content-length': '100000' },
      })
      asking.on('error', () => resolve())
      asking.write(randomBytes(50_000), () => asking.destroy())
    })
    const bytes = Buffer.from('after')
    expect((await put(place, bytes)).status).toBe(200)
  })
})

describe('WebSockets in the browser shell', () => {
  /** How the attempt went: open, or the status that it was refused with. */
  function knock(place: Place, path: string, headers: Record<string, string>): Promise<WebSocket | number> {
    return new Promise((resolve, reject) => {
      const { origin: _origin, ...rest } = headers
      const socket = new WebSocket(`ws://127.0.0.1:${place.port}${path}`, {
        headers: rest,
        ...(headers.origin ? { origin: headers.origin } : {}),
      })
      socket.on('open', () => resolve(socket))
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.on('error', reject)
      onTestFinished(() => socket.terminate())
    })
  }

  it('open to our own page, as nobody or as a person', async () => {
    const place = await open()
    expect(await knock(place, '/rpc', place.own)).toBeInstanceOf(WebSocket)
    expect(await knock(place, `/rpc?person=${newPersonId()}`, place.own)).toBeInstanceOf(WebSocket)
  })

  it.each([
    ['without a key', '/rpc', { cookie: '' }, 403],
    ['from another page', '/rpc', { origin: 'http://evil.example' }, 403],
    ['from nowhere', '/rpc', { origin: '' }, 403],
    ['under another name', '/rpc', { host: 'evil.example' }, 403],
    ['at another path', '/other', {}, 404],
    ['as something that is no person', '/rpc?person=%27%3B--', {}, 400],
  ])('stay shut %s', async (_how, path, headers, status) => {
    const place = await open()
    expect(await knock(place, path, { ...place.own, ...headers })).toBe(status)
  })

  it('hang up on a message that is too large, and only on its sender', async () => {
    const place = await open()
    const large = await knock(place, '/rpc', place.own)
    const other = await knock(place, '/rpc', place.own)
    if (!(large instanceof WebSocket) || !(other instanceof WebSocket)) throw new Error('not let in')
    const closed = new Promise<number>((resolve) => large.on('close', resolve))
    large.send(Buffer.alloc(MESSAGE_LIMIT_BYTES + 1))
    expect(await closed).toBe(1009)
    expect(other.readyState).toBe(WebSocket.OPEN)
  })

  it('are told when the desk goes away', async () => {
    const place = await open()
    const socket = await knock(place, '/rpc', place.own)
    if (!(socket instanceof WebSocket)) throw new Error('not let in')
    const closed = new Promise<number>((resolve) => socket.on('close', resolve))
    await place.close()
    expect(await closed).toBe(1001)
  })
})
