import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { z } from 'zod'

const openSchema = z.object({ kind: z.literal('open'), url: z.string(), port: z.int() })

const OPENING_MS = 20_000

/** The desk's process behind the browser shell, on a folder of its own. */
export interface BrowserShell {
  /** Opens the window, key and all; the same after {@link BrowserShell.restart}. */
  readonly url: string
  readonly folder: string
  /** SIGKILL: nothing is said to anybody, as when the plug is pulled. */
  kill(): Promise<void>
  /** Starts it again on the same folder, port and key. */
  restart(): Promise<void>
  /** Ends it gently and takes its folder away. */
  stop(): Promise<void>
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await ended
}

/** Starts a desk of its own; on a new folder, or on one that is there and then stays. */
export async function startShell(options: { folder?: string } = {}): Promise<BrowserShell> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'stet-e2e-')))
  const key = randomBytes(32).toString('base64url')
  let port = 0
  let url = ''
  let child = await start()

  async function start(): Promise<ChildProcess> {
    const program = resolve(import.meta.dirname, '../../electron/serve/main.ts')
    const started = spawn(process.execPath, [program, '--desk', folder, '--port', String(port)], {
      env: { ...process.env, STET_KEY: key },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let errors = ''
    started.stderr?.on('data', (chunk) => {
      errors += chunk
    })
    await new Promise<void>((opened, failed) => {
      const timer = setTimeout(() => failed(new Error(`the desk did not open\n${errors}`)), OPENING_MS)
      started.once('exit', (code) => failed(new Error(`the desk ended (${code})\n${errors}`)))
      started.on('message', (message) => {
        const open = openSchema.parse(message)
        clearTimeout(timer)
        url = open.url
        port = open.port
        opened()
      })
    })
    return started
  }

  return {
    get url() {
      return url
    },
    folder,
    kill: () => end(child, 'SIGKILL'),
    async restart() {
      await end(child, 'SIGTERM')
      child = await start()
    },
    async stop() {
      await end(child, 'SIGTERM')
      if (!options.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** `shell` is one desk for all tests of a worker; a test that wants an empty one calls {@link startShell}. */
export const test = base.extend<{ policy: undefined }, { shell: BrowserShell }>({
  /** Whatever a test does, nothing of ours is against the page's own policy. */
  policy: [
    async ({ context }, use) => {
      const violations: string[] = []
      context.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
      })
      await use(undefined)
      expect(violations).toEqual([])
    },
    { auto: true },
  ],
  shell: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      const shell = await startShell()
      await use(shell)
      await shell.stop()
    },
    { scope: 'worker' },
  ],
})

export { expect }
