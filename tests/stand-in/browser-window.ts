import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { app } from './app.ts'
import { chromium } from './engine.ts'
import { makeEvent } from './event.ts'
import { WebContents } from './web-contents.ts'
import { windows } from './windows.ts'

let lastId = 0
let focused: BrowserWindow | null = null

/** A window is a page of the browser; what a screen would show of its frame is only kept. */
export class BrowserWindow extends EventEmitter {
  readonly id = ++lastId
  readonly webContents = new WebContents()
  readonly options: Electron.BrowserWindowConstructorOptions
  #bounds: Electron.Rectangle
  #title: string
  #isVisible: boolean
  #isMinimized = false
  #isMaximized = false
  #isFullScreen = false
  #isDestroyed = false
  #isShown = false
  #isEdited = false
  #closing: PromiseWithResolvers<boolean> | null = null

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    const { width = 800, height = 600, x = 40, y = 40, title = 'Electron', show = true } = options
    this.options = options
    this.#bounds = { x, y, width, height }
    this.#title = title
    this.#isVisible = show
    windows.add(this)
    const { webContents } = this
    const showOnce = () => {
      if (this.#isShown) return
      this.#isShown = true
      this.emit('ready-to-show')
    }
    webContents.on('painted', showOnce)
    webContents.on('did-finish-load', showOnce)
    webContents.on('page-title-updated', (_event, name: string) => {
      const event = makeEvent()
      this.emit('page-title-updated', event, name, true)
      if (!event.defaultPrevented) this.#title = name
    })
    webContents.on('stayed', () => this.#settleClosing(false))
    webContents.on('destroyed', () => this.#end())
    app.emit('web-contents-created', makeEvent(), webContents)
    app.emit('browser-window-created', makeEvent(), this)
    void this.#open(width, height).catch((error: unknown) => {
      console.error(error)
      this.#end()
    })
    if (show) this.focus()
  }

  async #open(width: number, height: number): Promise<void> {
    const target = await (await chromium()).makePage({ width, height })
    await this.webContents.attach(target, this.options.webPreferences?.preload)
  }

  #end(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    windows.delete(this)
    if (focused === this) focused = null
    this.emit('closed')
    this.#settleClosing(true)
    if (windows.size === 0) app.lastWindowClosed()
  }

  #settleClosing(isClosed: boolean): void {
    this.#closing?.resolve(isClosed)
    this.#closing = null
  }

  /** What the button in a window's corner does; false where the app or the page said no. */
  requestClose(): Promise<boolean> {
    if (this.#isDestroyed) return Promise.resolve(true)
    if (this.#closing) return this.#closing.promise
    const event = makeEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return Promise.resolve(false)
    if (this.#isDestroyed) return Promise.resolve(true)
    this.#closing = Promise.withResolvers<boolean>()
    const { promise } = this.#closing
    this.webContents.requestClose()
    return promise
  }

  close(): void {
    void this.requestClose()
  }

  destroy(): void {
    if (this.#isDestroyed) return
    void this.webContents.destroy()
    this.#end()
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  reload(): void {
    this.webContents.reload()
  }

  show(): void {
    this.#isVisible = true
    this.emit('show')
    this.focus()
  }

  showInactive(): void {
    this.#isVisible = true
    this.emit('show')
  }

  hide(): void {
    this.#isVisible = false
    this.emit('hide')
    this.blur()
  }

  focus(): void {
    if (focused === this || this.#isDestroyed) return
    focused?.blur()
    focused = this
    this.webContents.focus()
    this.emit('focus')
    app.emit('browser-window-focus', makeEvent(), this)
  }

  blur(): void {
    if (focused !== this) return
    focused = null
    this.emit('blur')
    app.emit('browser-window-blur', makeEvent(), this)
  }

  minimize(): void {
    this.#isMinimized = true
    this.emit('minimize')
  }
  restore(): void {
    this.#isMinimized = false
    this.emit('restore')
  }
  maximize(): void {
    this.#isMaximized = true
    this.emit('maximize')
  }
  unmaximize(): void {
    this.#isMaximized = false
    this.emit('unmaximize')
  }
  setFullScreen(is: boolean): void {
    this.#isFullScreen = is
    this.emit(is ? 'enter-full-screen' : 'leave-full-screen')
  }

  getBounds = (): Electron.Rectangle => ({ ...this.#bounds })
  getNormalBounds = (): Electron.Rectangle => ({ ...this.#bounds })
  getContentBounds = (): Electron.Rectangle => ({ ...this.#bounds })
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#bounds
    this.#bounds = { ...before, ...bounds }
    const { x, y, width, height } = this.#bounds
    if (width !== before.width || height !== before.height) this.emit('resize')
    if (x !== before.x || y !== before.y) this.emit('move')
    this.emit('resized')
    this.emit('moved')
  }
  getSize = (): number[] => [this.#bounds.width, this.#bounds.height]
  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  getPosition = (): number[] => [this.#bounds.x, this.#bounds.y]
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }
  setMinimumSize(): void {}
  center(): void {}
  isVisible = (): boolean => this.#isVisible
  isFocused = (): boolean => focused === this
  isDestroyed = (): boolean => this.#isDestroyed
  isMinimized = (): boolean => this.#isMinimized
  isMaximized = (): boolean => this.#isMaximized
  isFullScreen = (): boolean => this.#isFullScreen
  getTitle = (): string => this.#title
  setTitle(title: string): void {
    this.#title = title
  }
  setDocumentEdited(is: boolean): void {
    this.#isEdited = is
  }
  isDocumentEdited = (): boolean => this.#isEdited
  setRepresentedFilename(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setBackgroundColor(): void {}
  setProgressBar(): void {}
  setIcon(): void {}
  moveTop(): void {}
  flashFrame(): void {}

  static getAllWindows = (): BrowserWindow[] => [...windows]
  static getFocusedWindow = (): BrowserWindow | null => focused
  static fromId = (id: number): BrowserWindow | null => [...windows].find((one) => one.id === id) ?? null
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    [...windows].find((one) => one.webContents === contents) ?? null
}
