import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { CommandName, Commands } from '../../stand-in/commands.ts'
import type { FromStandIn } from '../../stand-in/control.ts'
import type { ElectronShell } from './electron-shell.ts'
import { end } from './ending.ts'
import type { ShellOptions } from './shell.ts'

const root = resolve(import.meta.dirname, '../../..')
const STARTING_MS = 30_000

type Result<Name extends CommandName> = Awaited<ReturnType<Commands[Name]>>

/** The built app on the stand-in for Electron, and the test's hand in its main process. */
export interface StandInShell extends ElectronShell {
  command<Name extends CommandName>(name: Name, ...args: Parameters<Commands[Name]>): Promise<Result<Name>>
  /** The page of one of the windows that `windows` names. */
  pageOf(targetId: string | undefined): Promise<Page>
  /** The main process. */
  readonly process: ChildProcess
}

export interface StandInOptions extends ShellOptions {
  /** Where the app keeps what belongs to no desk; two runs with one are two starts of one app. */
  config?: string
  /** Further words of its command line. */
  words?: readonly string[]
  /** The built main process; or another app's. */
  main?: string
}

/** The command line and surroundings of one start. */
export function startMain(main: string, config: string, words: readonly string[]): ChildProcess {
  const register = resolve(root, 'tests/stand-in/register.ts')
  return spawn(process.execPath, ['--import', register, main, '--lang=en-GB', ...words], {
    cwd: root,
    env: { ...process.env, XDG_CONFIG_HOME: config, TZ: 'UTC', LANGUAGE: 'en_GB' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

export async function startStandIn(options: StandInOptions = {}): Promise<StandInShell> {
  const place = await mkdtemp(join(tmpdir(), 'stet-e2e-'))
  const folder = options.folder ?? join(place, 'desk')
  const config = options.config ?? join(place, 'config')
  const main = options.main ?? resolve(root, 'out/main/index.js')
  const child = startMain(main, config, ['--desk', folder, ...(options.words ?? [])])
  const output = listen(child)
  const ended = endOf(child)
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  let lastId = 0
  const endpoint = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the app did not start\n${output.said()}`)), STARTING_MS)
    void ended.then((code) => {
      const error = new Error(`the app ended (${code})\n${output.said()}`)
      for (const one of waiting.values()) one.reject(error)
      reject(error)
    })
    child.on('message', (message: FromStandIn) => {
      if (message.kind === 'ready') {
        clearTimeout(timer)
        resolve(message.endpoint)
        return
      }
      const one = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'answer') one?.resolve(message.result)
      else one?.reject(new Error(message.message))
    })
  })
  const browser = await chromium.connectOverCDP(endpoint)

  function command<Name extends CommandName>(
    name: Name,
    ...args: Parameters<Commands[Name]>
  ): Promise<Result<Name>> {
    const id = ++lastId
    return new Promise((resolve, reject) => {
      if (!child.connected) throw new Error(`the app is gone: ${name}\n${output.said()}`)
      waiting.set(id, { resolve: (result) => resolve(result as Result<Name>), reject })
      child.send({ id, command: name, args })
    })
  }

  /** A window's page is known to the test a moment after it is to the app. */
  async function pageOf(targetId: string | undefined): Promise<Page> {
    for (;;) {
      for (const page of pagesOf(browser)) if ((await targetOf(page)) === targetId) return await ready(page)
      await browser
        .contexts()[0]
        ?.waitForEvent('page', { timeout: 500 })
        .catch(() => {})
      if (child.exitCode !== null) throw new Error(`the app ended\n${output.said()}`)
    }
  }

  async function newWindow(known: readonly number[]): Promise<Page> {
    for (;;) {
      const found = (await command('windows')).find((one) => !known.includes(one.id) && one.targetId)
      if (found) return await pageOf(found.targetId)
      await new Promise((done) => setTimeout(done, 20))
    }
  }

  const desk = async () => (await command('utilities')).find(({ serviceName }) => serviceName === 'Stet desk')

  return {
    folder,
    page: await newWindow([]),
    process: child,
    ended,
    said: output.said,
    command,
    pageOf,
    menu: () => command('menu'),
    clickMenu: (...path) => command('clickMenu', ...path),
    answer: (kind, answer) => command('answerDialog', kind, answer),
    dialogs: () => command('dialogs'),
    opened: () => command('opened'),
    windows: () => command('windows'),
    async closeWindow(page) {
      const targetId = await targetOf(page)
      const found = (await command('windows')).find((one) => one.targetId === targetId)
      if (found) void command('closeWindow', found.id).catch(() => {})
    },
    deskPid: async () => (await desk())?.pid,
    quit: () => command('quit'),
    async startAgain(...words) {
      const again = startMain(main, config, ['--desk', folder, ...words])
      const heard = listen(again)
      return { code: await endOf(again), said: heard.said() }
    },
    async open() {
      const known = (await command('windows')).map(({ id }) => id)
      await command('clickMenu', 'File', 'New window')
      return await newWindow(known)
    },
    async kill() {
      await command('holdUtilities', true)
      const pid = (await desk())?.pid
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
      while ((await desk())?.pid === pid) await new Promise((done) => setTimeout(done, 10))
    },
    async restart() {
      await command('holdUtilities', false)
      while ((await desk())?.pid === undefined) await new Promise((done) => setTimeout(done, 10))
    },
    async save(_from, act) {
      const shown = (await command('dialogs')).length
      await act()
      for (;;) {
        const asked = (await command('dialogs')).slice(shown).find(({ kind }) => kind === 'save')
        if (asked) {
          const { defaultPath = '' } = asked.options as { defaultPath?: string }
          const filePath = join(place, basename(defaultPath))
          await rm(filePath, { force: true })
          await command('answerDialog', 'save', { canceled: false, filePath })
          return { name: basename(defaultPath), bytes: await whole(filePath, child) }
        }
        await new Promise((done) => setTimeout(done, 20))
      }
    },
    async stop() {
      await browser.close().catch(() => {})
      await end(child, 'SIGTERM')
      await rm(place, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function listen(child: ChildProcess): { said(): string } {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk
    })
  }
  return { said: () => said }
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)))
}

function pagesOf(browser: Browser): Page[] {
  return browser.contexts().flatMap((context) => context.pages())
}

const targets = new WeakMap<Page, string>()

async function targetOf(page: Page): Promise<string | undefined> {
  const known = targets.get(page)
  if (known) return known
  try {
    const devtools = await page.context().newCDPSession(page)
    const { targetInfo } = await devtools.send('Target.getTargetInfo')
    await devtools.detach()
    targets.set(page, targetInfo.targetId)
    return targetInfo.targetId
  } catch {
    // Closed meanwhile.
    return undefined
  }
}

/** As large as the windows of the other shells, and shown. What a page asks before it is left, the app answers. */
async function ready(page: Page): Promise<Page> {
  page.on('dialog', () => {})
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.waitForURL((url) => url.protocol !== 'about:')
  return page
}

/** The file once all of it is there: it is put in its place as a whole. */
async function whole(path: string, app: ChildProcess): Promise<Buffer> {
  while (app.connected) {
    const bytes = await readFile(path).catch(() => null)
    if (bytes) return bytes
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`the app ended before it had written ${path}`)
}
