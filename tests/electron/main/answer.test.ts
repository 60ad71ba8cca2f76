import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Answering, answerScheme } from '../../../electron/main/answer.ts'
import { listPage } from '../../../electron/serve/page.ts'
import { filesOver, giveFiles } from '../../../electron/serve/ports.ts'
import { APP_ORIGIN } from '../../../shared/contract/shell.ts'
import { makeDesk, makePage } from '../serve/place.ts'

/** The scheme over a real desk's files, by the port that the desk's process gives them through. */
async function open(refused: Partial<Answering> = {}): Promise<Answering> {
  const desk = await makeDesk()
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  giveFiles(desk.blobs, port1, () => {})
  const files = filesOver(port2)
  return {
    page: await listPage(await makePage()),
    folder: desk.folder,
    files: () => files,
    refusal: () => null,
    hasStopped: () => false,
    startAgain() {},
    openRefused: () => Promise.resolve(),
    ...refused,
  }
}

const ask = (from: Answering, path: string, init?: RequestInit, limitBytes?: number) =>
  answerScheme(new Request(`${APP_ORIGIN}${path}`, init), from, limitBytes)

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])

describe('the page’s own scheme in Electron', () => {
  it('gives the page under a policy with a nonce of its own each time', async () => {
    const from = await open()
    const nonces = new Set<string>()
    for (const path of ['/', '/', '/index.html']) {
      const answer = await ask(from, path)
      const policy = answer.headers.get('content-security-policy') ?? ''
      const nonce = /style-src 'self' 'nonce-([\w-]{22})';/.exec(policy)?.[1] ?? 'none'
      expect(policy).toContain("default-src 'none'; script-src 'self';")
      expect(policy).not.toContain('unsafe')
      expect(await answer.text()).toContain(`nonce="${nonce}"`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  it('gives the faces of the page that stands where the window cannot under names that no build changes', async () => {
    const folder = await makePage()
    await writeFile(join(folder, 'assets/source-serif-4-latin-opsz-normal-A1_b-2.woff2'), 'a face')
    const from = await open({ page: await listPage(folder) })
    const answer = await ask(from, '/type/galley')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'font/woff2'])
    expect(await answer.text()).toBe('a face')
    expect((await ask(from, '/type/interface')).status).toBe(404)
    expect((await ask(from, '/type/constructor')).status).toBe(404)
  })

  it('gives its files as they are, under a policy without any', async () => {
    const answer = await ask(await open(), '/assets/index-1.js')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("style-src 'self';")
    expect(await answer.text()).toBe('export {}')
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//app/secret.txt',
    '/blob/../../secret.txt',
    '/blob/..%2f..%2fstet.sqlite',
    '/blob/%00',
    '/assets',
  ])('does not reach beyond its folder by %s', async (path) => {
    const answer = await ask(await open(), path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
  })

  it.each(['stet://other/', 'stet://app.evil.example/', 'stet://app:1/', 'https://app/'])(
    'is not answered as %s',
    async (address) => {
      expect((await answerScheme(new Request(address), await open())).status).toBe(404)
    },
  )

  it('keeps files by their hash and gives them back: pictures to be shown, all else as a download', async () => {
    const from = await open()
    const bring = async (bytes: Uint8Array<ArrayBuffer>) => {
      const { hash } = await (await ask(from, '/blob', { method: 'PUT', body: bytes })).json()
      return await ask(from, `/blob/${hash}`)
    }
    const picture = await bring(png)
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(png)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(picture.headers.get('content-disposition')).toBe('inline')
    for (const hostile of ['<script>alert(1)</script>', '<svg xmlns="http://www.w3.org/2000/svg"/>']) {
      const { headers } = await bring(new TextEncoder().encode(hostile))
      expect(headers.get('content-type')).toBe('application/octet-stream')
      expect(headers.get('content-disposition')).toBe('attachment')
      expect(headers.get('content-security-policy')).toBe(
        "sandbox; default-src 'none'; frame-ancestors 'none'",
      )
    }
  })

  it('gives up a file that turns out too large, and says why', async () => {
    const from = await open()
    const answer = await ask(from, '/blob', { method: 'PUT', body: new Uint8Array(1001) }, 1000)
    expect(answer.status).toBe(413)
    expect(await answer.json()).toEqual({ sizeBytes: 1001, limitBytes: 1000 })
  })

  it.each([
    ['POST', '/'],
    ['PUT', '/'],
    ['DELETE', '/blob/x'],
    ['GET', '/blob'],
    ['POST', '/blob'],
  ])('knows no %s of %s', async (method, path) => {
    expect((await ask(await open(), path, { method })).status).toBe(405)
  })

  it('says so while the desk is away', async () => {
    const from = await open({ files: () => null })
    expect((await ask(from, `/blob/${'0'.repeat(64)}`)).status).toBe(503)
    expect((await ask(from, '/blob', { method: 'PUT', body: png })).status).toBe(503)
  })

  it('shows why a desk cannot be opened, under a policy that runs only what it says itself', async () => {
    const refusal = () =>
      ({ code: 'damaged', message: 'stet.sqlite <b>is damaged', copies: [], wrong: null }) as const
    const answer = await ask(await open({ refusal }), '/')
    expect(await answer.text()).toContain('stet.sqlite &lt;b&gt;is damaged')
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  })

  it('shows that the desk has stopped, and starts it again when a person wants that', async () => {
    let isStopped = true
    const from = await open({
      hasStopped: () => isStopped,
      startAgain() {
        isStopped = false
      },
    })
    const stopped = await ask(from, '/')
    expect(await stopped.text()).toMatch(/<a [^>]*href="\/\?again">Start it again<\/a>/)
    expect(stopped.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^ ]+';/,
    )
    expect(await (await ask(from, '/?again')).text()).not.toContain('has stopped')
    expect(isStopped).toBe(false)
  })
})
