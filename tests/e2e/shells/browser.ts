import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { end } from './ending.ts'
import type { Shell, ShellOptions } from './shell.ts'

const openSchema = z.object({ kind: z.literal('open'), url: z.string(), port: z.int() })

const OPENING_MS = 20_000

/** The desk behind 127.0.0.1; a window is a page in a browser. */
export interface BrowserShell extends Shell {
  /** Opens the window, key and all; the same after a restart. */
  readonly url: string
}

export async function startBrowserShell(browser: Browser, options: ShellOptions = {}): Promise<BrowserShell> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'stet-e2e-')))
  const key = randomBytes(32).toString('base64url')
  let port = 0
  let url = ''
  let child = await start()

  async function start(): Promise<ChildProcess> {
    const program = resolve(import.meta.dirname, '../../../electron/serve/main.ts')
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

  const context = await browser.newContext()
  async function open(): Promise<Page> {
    const page = await context.newPage()
    await page.goto(url)
    return page
  }
  const page = await open()

  return {
    folder,
    page,
    get url() {
      return url
    },
    open,
    kill: () => end(child, 'SIGKILL'),
    async restart() {
      await end(child, 'SIGTERM')
      child = await start()
    },
    async save(from, act) {
      const download = from.waitForEvent('download')
      await act()
      const file = await download
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
    },
    async stop() {
      await context.close()
      await end(child, 'SIGTERM')
      if (!options.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}
