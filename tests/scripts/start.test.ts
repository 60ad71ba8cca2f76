import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { buildWhenStale } from '../../scripts/lib/build.mjs'
import { must } from '../../shared/lib/assert.ts'
import { allGone, chainOf, isAlive, makeDeskFolder, root, startCommand } from './chain.ts'

const script = join(root, 'scripts', 'start.mjs')
const ADDRESS = /(?<=Stet is open at )http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}(?=\n)/
const WAIT_MS = 60_000

/** `npm start` itself where the chain matters, else the script that it runs. A free port asks for a browser. */
const start = (folder: string, ...more: string[]) =>
  startCommand(process.execPath, [script, '--desk', folder, '--port', '0', ...more])

beforeAll(async () => {
  expect(await buildWhenStale()).toBe(0)
}, 120_000)

describe('npm start', { timeout: WAIT_MS }, () => {
  it('prints one address that answers 200 with the page itself and gives the cookie', async () => {
    const started = start(await makeDeskFolder())
    const url = await started.line(ADDRESS)
    const answer = await fetch(url, { redirect: 'manual' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<div id="root">')
    const cookie = must(answer.headers.get('set-cookie'), 'a cookie')
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
    const again = await fetch(new URL('/', url), {
      headers: { cookie: must(cookie.split(';')[0], 'its value') },
    })
    expect(again.status).toBe(200)
    expect((await fetch(new URL('/', url))).status).toBe(403)
  })

  it('opens a desk in the folder that is named, for this user alone', async () => {
    const folder = await makeDeskFolder()
    const url = await start(folder).line(ADDRESS)
    expect(JSON.parse(readFileSync(join(folder, 'desk.json'), 'utf8'))).toMatchObject({ url })
  })

  it('started a second time for the same desk prints the first one’s address and ends well', async () => {
    const folder = await makeDeskFolder()
    const url = await start(folder).line(ADDRESS)
    const second = start(folder)
    expect(await second.line(ADDRESS)).toBe(url)
    expect(await second.ended).toBe(0)
    expect((await fetch(url)).status).toBe(200)
  })

  it('says in one line that a port is taken, and fails', async () => {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const words = [script, '--desk', await makeDeskFolder(), '--port', String(port)]
    const started = startCommand(process.execPath, words)
    expect(await started.ended).toBe(1)
    expect(started.output().trim().split('\n')).toEqual([
      `Port ${port} is taken by another program: name another one with --port, or leave it out.`,
    ])
  })

  it('says what it does not understand, and fails', async () => {
    const started = startCommand(process.execPath, [script, '--port', 'eighty'])
    expect(await started.ended).toBe(2)
    expect(started.output()).toContain('--port wants a number up to 65535, not “eighty”')
  })

  it('brings a desk that was killed back at the same address', async () => {
    const started = start(await makeDeskFolder())
    const url = await started.line(ADDRESS)
    const desk = must(
      chainOf(must(started.child.pid, 'a pid')).find(({ command }) => command.includes('serve/main.ts')),
      'the desk’s process',
    )
    process.kill(desk.pid, 'SIGKILL')
    await started.line(/starting it again/)
    const deadlineMs = Date.now() + 10_000
    let status = 0
    while (status !== 200 && Date.now() < deadlineMs) {
      status = await fetch(url).then(
        (answer) => answer.status,
        () => 0,
      )
    }
    expect(status).toBe(200)
    expect(isAlive(desk.pid)).toBe(false)
    expect(started.output().match(/Stet is open at/g)).toHaveLength(1)
  })

  it('gives up on a desk that stops again and again', async () => {
    const started = start(await makeDeskFolder())
    await started.line(ADDRESS)
    const top = must(started.child.pid, 'a pid')
    const killed = new Set<number>()
    while (started.child.exitCode === null) {
      const desk = chainOf(top).find(
        ({ pid, command }) => command.includes('serve/main.ts') && !killed.has(pid),
      )
      const times = killed.size
      // Killed only once it is open: before, its end is its last word.
      if (desk && (times === 0 || (await isListening(started.output)))) {
        killed.add(desk.pid)
        process.kill(desk.pid, 'SIGKILL')
      }
      await new Promise((done) => setTimeout(done, 50))
    }
    expect(started.child.exitCode).toBe(1)
    expect(killed.size).toBe(6)
    expect(started.output()).toContain('giving up')
  })

  it('shows why a desk cannot be opened instead of the desk', async () => {
    const folder = await makeDeskFolder()
    const first = start(folder)
    await first.line(ADDRESS)
    first.child.kill('SIGTERM')
    await first.ended
    const { truncate } = await import('node:fs/promises')
    await truncate(join(folder, 'stet.sqlite'), 5000)
    const second = start(folder)
    const url = (await second.line(/(?<=Stet says why at )http\S+(?=\n)/)).trim()
    const answer = await fetch(url)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'sha256-/)
    expect(await answer.text()).toContain('The desk cannot be opened')
    expect((await fetch(new URL('/', url))).status).toBe(403)
    expect(second.output()).toMatch(/Stet cannot open this desk: /)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  async function isListening(output: () => string): Promise<boolean> {
    const url = output().match(ADDRESS)?.[0]
    if (!url) return false
    return await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
  }
})

describe.skipIf(process.platform !== 'linux')('the chain of npm start (read from /proc, so on Linux)', () => {
  const links: [name: string, pattern: RegExp][] = [
    ['npm', /^npm start|npm-cli/],
    ['the starter', /^(?!npm).*scripts\/start\.mjs/],
    ['the desk', /serve\/main\.ts/],
  ]
  const cases = links.flatMap(([name, pattern]) =>
    (['SIGINT', 'SIGTERM'] as const).map((signal) => [signal, name, pattern] as const),
  )

  it.each(cases)(
    'ends with a %s to %s, and leaves nobody behind',
    { timeout: WAIT_MS },
    async (signal, _name, pattern) => {
      const started = startCommand('npm', ['start', '--', '--desk', await makeDeskFolder(), '--port', '0'])
      const url = await started.line(ADDRESS)
      const chain = chainOf(must(started.child.pid, 'a pid'))
      // A shell between would keep a SIGINT to itself for as long as its child runs.
      expect(chain).toHaveLength(links.length)
      const target = must(
        chain.find(({ command }) => pattern.test(command)),
        `${pattern} among ${chain.map(({ command }) => command).join(' | ')}`,
      )
      process.kill(target.pid, signal)
      expect(await allGone(chain)).toEqual([])
      await expect(fetch(url)).rejects.toThrow()
    },
  )

  it('ends its desk when the starter is killed outright', { timeout: WAIT_MS }, async () => {
    const started = start(await makeDeskFolder())
    await started.line(ADDRESS)
    const chain = chainOf(must(started.child.pid, 'a pid'))
    process.kill(must(started.child.pid, 'a pid'), 'SIGKILL')
    expect(await allGone(chain)).toEqual([])
  })

  it('does not mind that the shell which it was started from is gone', { timeout: WAIT_MS }, async () => {
    const folder = await makeDeskFolder()
    const shell = startCommand('sh', [
      '-c',
      `"${process.execPath}" "${script}" --desk "${folder}" --port 0 & echo`,
    ])
    await shell.ended
    const url = await shell.line(ADDRESS)
    await new Promise((done) => setTimeout(done, 1000))
    expect((await fetch(url)).status).toBe(200)
  })
})
