import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { electronThere } from '../../../scripts/lib/electron.mjs'
import type { MenuEntry, WindowState } from '../../stand-in/commands.ts'
import type { DialogKind, ShownDialog } from '../../stand-in/dialog.ts'
import type { Opened } from '../../stand-in/system.ts'
import type { ElectronShell } from './electron-shell.ts'
import { end } from './ending.ts'
import type { ShellOptions } from './shell.ts'

const root = resolve(import.meta.dirname, '../../..')

/** What the test keeps in Electron's main process. */
interface Kept {
  shown: ShownDialog[]
  open: { kind: DialogKind; give(answer: unknown): void }[]
  answers: { kind: DialogKind; answer: unknown }[]
  opened: Opened[]
  /** Starts of the desk that wait; null while none has to. */
  held: (() => void)[] | null
}

/** Puts the test's hand on what would ask a person or leave the app. Runs in the main process. */
function takeHold({ dialog, shell, utilityProcess }: typeof Electron.CrossProcessExports): void {
  const kept: Kept = { shown: [], open: [], answers: [], opened: [], held: null }
  Object.assign(globalThis, { stetTest: kept })
  const show = (kind: DialogKind) => (first: unknown, second?: unknown) => {
    const one: ShownDialog = { kind, options: second ?? first, answer: undefined, isAnswered: false }
    kept.shown.push(one)
    return new Promise<never>((done) => {
      const give = (answer: unknown) => {
        Object.assign(one, { answer, isAnswered: true })
        done(answer as never)
      }
      const at = kept.answers.findIndex((each) => each.kind === kind)
      const [ready] = at < 0 ? [] : kept.answers.splice(at, 1)
      if (ready) give(ready.answer)
      else kept.open.push({ kind, give })
    })
  }
  dialog.showOpenDialog = show('open')
  dialog.showSaveDialog = show('save')
  dialog.showMessageBox = show('message')
  shell.openExternal = async (target) => {
    kept.opened.push({ kind: 'external', target })
  }
  shell.openPath = async (target) => {
    kept.opened.push({ kind: 'path', target })
    return ''
  }
  shell.showItemInFolder = (target) => {
    kept.opened.push({ kind: 'folder', target })
  }

  // A start that is held is a process of which nothing is heard yet.
  const { fork } = utilityProcess
  utilityProcess.fork = (...words) => {
    if (!kept.held) return fork(...words)
    let started: Electron.UtilityProcess | null = null
    const later: ((real: Electron.UtilityProcess) => void)[] = []
    const facade = {
      on: (...args: unknown[]) => pass('on', args),
      once: (...args: unknown[]) => pass('once', args),
      postMessage: (...args: unknown[]) => pass('postMessage', args),
      kill: () => started?.kill() ?? false,
      stdout: null,
      stderr: null,
      get pid() {
        return started?.pid
      },
    }
    function pass(name: 'on' | 'once' | 'postMessage', args: unknown[]) {
      const call = (real: Electron.UtilityProcess) => Reflect.apply(Reflect.get(real, name), real, args)
      if (started) call(started)
      else later.push(call)
      return facade
    }
    kept.held.push(() => {
      started = fork(...words)
      for (const call of later) call(started)
    })
    return facade as unknown as Electron.UtilityProcess
  }
}

type Modules = typeof Electron.CrossProcessExports

const deskOf = (app: ElectronApplication) =>
  app.evaluate(
    ({ app: electronApp }) =>
      electronApp
        .getAppMetrics()
        .find(
          ({ type, name, serviceName }) => type === 'Utility' && /Stet desk/.test(`${name} ${serviceName}`),
        )?.pid,
  )

const pause = () => new Promise((done) => setTimeout(done, 20))

/** Stet in Electron itself. */
export async function startElectron(options: ShellOptions = {}): Promise<ElectronShell> {
  const executablePath = electronThere()
  if (!executablePath) throw new Error('Electron’s own program is not here')
  const place = await mkdtemp(join(tmpdir(), 'stet-e2e-'))
  const folder = options.folder ?? join(place, 'desk')
  const env = { ...process.env, XDG_CONFIG_HOME: join(place, 'config'), TZ: 'UTC', LANGUAGE: 'en_GB' }
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const words = [...asRoot, '--lang=en-GB', root, '--desk', folder]
  const app = await electron.launch({ executablePath, args: words, env, cwd: root })
  const child = app.process()
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk
    })
  }
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  await app.evaluate(takeHold)

  async function ready(page: Page): Promise<Page> {
    page.on('dialog', () => {})
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.waitForURL((url) => url.protocol !== 'about:')
    return page
  }
  const dialogs = () => app.evaluate(() => (Reflect.get(globalThis, 'stetTest') as Kept).shown)

  const shell: ElectronShell = {
    folder,
    page: await ready(await app.firstWindow()),
    ended,
    said: () => said,
    async open() {
      const opened = app.waitForEvent('window')
      await shell.clickMenu('File', 'New window')
      return await ready(await opened)
    },
    menu: () =>
      app.evaluate(({ Menu }: Modules) => {
        const entryOf = (item: Electron.MenuItem): MenuEntry => ({
          label: item.label.replace(/&(?=.)/g, ''),
          type: item.type,
          accelerator: item.accelerator ?? undefined,
          isEnabled: item.enabled,
          isChecked: item.checked,
          items: (item.submenu?.items ?? []).filter(({ visible }) => visible).map(entryOf),
        })
        return (Menu.getApplicationMenu()?.items ?? []).filter(({ visible }) => visible).map(entryOf)
      }),
    clickMenu: (...path) =>
      app.evaluate(({ Menu, BrowserWindow }: Modules, names) => {
        let items = Menu.getApplicationMenu()?.items ?? []
        let found: Electron.MenuItem | undefined
        for (const name of names) {
          found = items.find((item) => item.visible && item.label.replace(/&(?=.)/g, '') === name)
          if (!found?.enabled) throw new Error(`no menu item “${name}” that can be clicked`)
          items = found.submenu?.items ?? []
        }
        const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
        found?.click({} as KeyboardEvent, window, window?.webContents)
      }, path),
    answer: (kind, answer) =>
      app.evaluate(
        (_modules, { kind: wanted, answer: given }) => {
          const kept: Kept = Reflect.get(globalThis, 'stetTest')
          const at = kept.open.findIndex((one) => one.kind === wanted)
          const [standing] = at < 0 ? [] : kept.open.splice(at, 1)
          if (standing) standing.give(given)
          else kept.answers.push({ kind: wanted, answer: given })
        },
        { kind, answer },
      ),
    dialogs,
    opened: () => app.evaluate(() => (Reflect.get(globalThis, 'stetTest') as Kept).opened),
    windows: () =>
      app.evaluate(({ BrowserWindow }: Modules): WindowState[] =>
        BrowserWindow.getAllWindows().map((one) => ({
          id: one.id,
          targetId: undefined,
          url: one.webContents.getURL(),
          title: one.getTitle(),
          bounds: one.getBounds(),
          isVisible: one.isVisible(),
          isFocused: one.isFocused(),
          isMinimized: one.isMinimized(),
        })),
      ),
    async closeWindow(page) {
      const window = await app.browserWindow(page)
      await window.evaluate((one: Electron.BrowserWindow) => one.close())
    },
    deskPid: () => deskOf(app),
    async quit() {
      await app.evaluate(({ app: electronApp }: Modules) => {
        // After the answer: the process that gives it is about to end.
        setImmediate(() => electronApp.quit())
      })
    },
    startAgain: (...more) =>
      new Promise((done) => {
        const again = spawn(executablePath, [...words, ...more], { cwd: root, env })
        let heard = ''
        for (const stream of [again.stdout, again.stderr]) {
          stream.on('data', (chunk) => {
            heard += chunk
          })
        }
        again.once('close', (code) => done({ code, said: heard }))
      }),
    async kill() {
      const pid = await deskOf(app)
      await app.evaluate(() => {
        Object.assign(Reflect.get(globalThis, 'stetTest'), { held: [] })
      })
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
      while ((await deskOf(app)) === pid) await pause()
    },
    async restart() {
      await app.evaluate(() => {
        const kept: Kept = Reflect.get(globalThis, 'stetTest')
        const starts = kept.held ?? []
        kept.held = null
        for (const start of starts) start()
      })
      while ((await deskOf(app)) === undefined) await pause()
    },
    async save(_page, act) {
      const before = (await dialogs()).length
      await act()
      for (;;) {
        const asked = (await dialogs()).slice(before).find(({ kind }) => kind === 'save')
        if (asked) {
          const { defaultPath = '' } = asked.options as { defaultPath?: string }
          const filePath = join(place, basename(defaultPath))
          await rm(filePath, { force: true })
          await shell.answer('save', { canceled: false, filePath })
          for (;;) {
            const bytes = await readFile(filePath).catch(() => null)
            if (bytes) return { name: basename(defaultPath), bytes }
            await pause()
          }
        }
        await pause()
      }
    },
    async stop() {
      await end(child, 'SIGTERM')
      await rm(place, { recursive: true, force: true, maxRetries: 3 })
    },
  }
  return shell
}
