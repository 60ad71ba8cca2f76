// What an operating system would do for the app: done where it can be seen, recorded where it cannot.
import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import type Electron from 'electron'
import { windows } from './windows.ts'

/** What was handed to the system, in order. */
export interface Opened {
  kind: 'external' | 'path' | 'folder' | 'trash'
  target: string
}
export const opened: Opened[] = []

export const shell = {
  async openExternal(target: string) {
    opened.push({ kind: 'external', target })
  },
  async openPath(target: string) {
    opened.push({ kind: 'path', target })
    return existsSync(target) ? '' : 'The file does not exist'
  },
  showItemInFolder(target: string) {
    opened.push({ kind: 'folder', target })
  },
  async trashItem(target: string) {
    opened.push({ kind: 'trash', target })
  },
  beep() {},
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'trashItem' | 'beep'>

/** The main process's own; the pages copy and paste through the browser's. */
const copied: { text: string; html: string } = { text: '', html: '' }
export const clipboard = {
  readText: () => copied.text,
  writeText(text: string) {
    Object.assign(copied, { text, html: '' })
  },
  readHTML: () => copied.html,
  writeHTML(html: string) {
    copied.html = html
  },
  write({ text = '', html = '' }: { text?: string; html?: string }) {
    Object.assign(copied, { text, html })
  },
  clear() {
    Object.assign(copied, { text: '', html: '' })
  },
}

const DISPLAY = {
  id: 1,
  label: 'Stand-in',
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1050 },
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1050 },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
}

class Screen extends EventEmitter {
  getPrimaryDisplay = () => DISPLAY
  getAllDisplays = () => [DISPLAY]
  getDisplayMatching = () => DISPLAY
  getDisplayNearestPoint = () => DISPLAY
  getCursorScreenPoint = () => ({ x: 0, y: 0 })
}
export const screen = new Screen()

class NativeTheme extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system'
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source
  }
  set themeSource(source: 'system' | 'light' | 'dark') {
    this.#source = source
    const features = source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: source }]
    for (const { webContents } of windows)
      void webContents.ready.then((session) => session.tell('Emulation.setEmulatedMedia', { features }))
    this.emit('updated')
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}
export const nativeTheme = new NativeTheme()

class PowerMonitor extends EventEmitter {
  isOnBatteryPower = () => false
  getSystemIdleTime = () => 0
  getSystemIdleState = () => 'active'
}
export const powerMonitor = new PowerMonitor()

class NativeImage {
  readonly #bytes: Buffer
  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }
  isEmpty = () => this.#bytes.length === 0
  toPNG = () => this.#bytes
  toDataURL = () => `data:image/png;base64,${this.#bytes.toString('base64')}`
  getSize = () => ({ width: 16, height: 16 })
  resize = () => this
  setTemplateImage() {}
}
export const nativeImage = {
  createEmpty: () => new NativeImage(Buffer.alloc(0)),
  createFromPath: (path: string) => new NativeImage(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer) => new NativeImage(bytes),
  createFromDataURL: (url: string) => new NativeImage(Buffer.from(url.split(',')[1] ?? '', 'base64')),
}

export const net = {
  fetch: (address: string | URL, options?: RequestInit) => fetch(address, options),
  isOnline: () => false,
}
