import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { watchDownloads } from './download.ts'
import { browser, closeEngine, launch } from './engine.ts'
import { makeEvent } from './event.ts'
import { InstanceLock } from './instance-lock.ts'
import { nativeImage } from './system.ts'
import { endUtilities } from './utility-process.ts'
import { windows } from './windows.ts'

const project: { name: string; version: string } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
)

/** Chromium's switches, from the command line and from the app; those of Node and the app come along unread. */
class CommandLine {
  readonly #switches = new Map<string, string>()

  constructor(words: readonly string[]) {
    for (const word of words) {
      const [, name, value = ''] = /^--([a-z][\w-]*)(?:=(.*))?$/i.exec(word) ?? []
      if (name) this.#switches.set(name, value)
    }
  }

  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name, value)
  }
  appendArgument(): void {}
  removeSwitch(name: string): void {
    this.#switches.delete(name)
  }
  hasSwitch = (name: string): boolean => this.#switches.has(name)
  getSwitchValue = (name: string): string => this.#switches.get(name) ?? ''

  /** What concerns the browser; the app's own words it would not know. */
  forBrowser(): string[] {
    return [...this.#switches]
      .filter(([name]) => name !== 'desk' && name !== 'user-data-dir')
      .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
  }
}

class App extends EventEmitter {
  readonly commandLine = new CommandLine(process.argv.slice(2))
  readonly isPackaged = false
  readonly dock = undefined
  name = project.name
  /** What was put into the system's list of recent documents. */
  readonly recentDocuments: string[] = []
  readonly #ready = Promise.withResolvers<void>()
  readonly #paths = new Map<string, string>()
  #lock: InstanceLock | null = null
  #isReady = false
  #isQuitting = false
  #isEnding = false

  constructor() {
    super()
    const named = this.commandLine.getSwitchValue('user-data-dir')
    if (named) this.#paths.set('userData', resolve(named))
    // After the main module was run: what must be said before the app is ready has been said then.
    setImmediate(() => void this.#start())
  }

  async #start(): Promise<void> {
    if (this.#isQuitting || this.#isEnding) return
    try {
      await launch(this.getPath('userData'), this.commandLine.forBrowser(), () => {})
      await watchDownloads()
      ;(await browser()).on('Target.targetInfoChanged', ({ targetInfo }) => {
        const window = [...windows].find((one) => one.webContents.targetId === targetInfo.targetId)
        window?.webContents.retitle(targetInfo.title)
      })
    } catch (error) {
      console.error(error)
      this.exit(1)
      return
    }
    this.#isReady = true
    this.emit('will-finish-launching')
    this.emit('ready', makeEvent(), {})
    this.#ready.resolve()
  }

  whenReady = (): Promise<void> => this.#ready.promise
  isReady = (): boolean => this.#isReady

  /** Closes the windows first; any of them, the page in it, or a listener may say no. */
  quit(): void {
    if (this.#isQuitting || this.#isEnding) return
    this.#isQuitting = true
    void this.#tryToQuit().then((isOver) => {
      this.#isQuitting = false
      if (isOver) this.exit(0)
    })
  }

  async #tryToQuit(): Promise<boolean> {
    const isAllowed = (name: string) => {
      const event = makeEvent()
      this.emit(name, event)
      return !event.defaultPrevented
    }
    if (!isAllowed('before-quit')) return false
    for (const window of [...windows]) if (!(await window.requestClose())) return false
    if (!isAllowed('will-quit')) return false
    this.emit('quit', makeEvent(), 0)
    return true
  }

  lastWindowClosed(): void {
    if (this.#isQuitting || this.#isEnding) return
    if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }

  exit(code = 0): void {
    if (this.#isEnding) return
    this.#isEnding = true
    endUtilities()
    void Promise.all([closeEngine(), this.#lock?.release()]).finally(() => process.exit(code))
  }

  relaunch(): void {}
  focus(): void {
    for (const window of windows) window.focus()
  }

  /** Only the first of one user-data folder gets it; the first is told of every other one. */
  requestSingleInstanceLock(data: unknown = {}): boolean {
    this.#lock ??= new InstanceLock(this.getPath('userData'))
    return this.#lock.take(data, (argv, cwd, told) =>
      this.emit('second-instance', makeEvent(), argv, cwd, told),
    )
  }
  hasSingleInstanceLock = (): boolean => this.#lock?.isHeld ?? false
  releaseSingleInstanceLock(): void {
    void this.#lock?.release()
  }

  getPath(name: string): string {
    const known = this.#paths.get(name)
    if (known) return known
    const config = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
    const paths: Record<string, string> = {
      home: homedir(),
      appData: config,
      userData: join(config, this.name),
      sessionData: join(config, this.name),
      temp: tmpdir(),
      exe: process.execPath,
      logs: join(this.#paths.get('userData') ?? join(config, this.name), 'logs'),
      documents: join(homedir(), 'Documents'),
      downloads: join(homedir(), 'Downloads'),
      desktop: join(homedir(), 'Desktop'),
    }
    const path = paths[name]
    if (!path) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
    mkdirSync(path, { recursive: true })
  }
  setAppLogsPath(path?: string): void {
    if (path) this.#paths.set('logs', path)
  }

  getAppPath = (): string => dirname(resolve(process.argv[1] ?? '.', '../..'))
  getVersion = (): string => project.version
  getName = (): string => this.name
  setName(name: string): void {
    this.name = name
  }
  getLocale = (): string => this.commandLine.getSwitchValue('lang') || 'en-US'
  getSystemLocale = (): string => this.getLocale()
  getPreferredSystemLanguages = (): string[] => [this.getLocale()]
  addRecentDocument(path: string): void {
    this.recentDocuments.push(path)
  }
  clearRecentDocuments(): void {
    this.recentDocuments.splice(0)
  }
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  getFileIcon = (path: string) => Promise.resolve(nativeImage.createFromPath(path))
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {}
  setUserTasks = (): boolean => true
  setJumpList(): void {}
  isAccessibilitySupportEnabled = (): boolean => false
  setAccessibilitySupportEnabled(): void {}
}

export const app = new App()
