import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { app } from './app.ts'
import type { BrowserWindow } from './browser-window.ts'
import type { WebContents } from './web-contents.ts'
import { windows } from './windows.ts'

type Template = Electron.MenuItemConstructorOptions

interface PressedKey {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

interface Role {
  label: string
  run?(window: BrowserWindow | undefined): void
  submenu?: readonly Template[]
}

/** What Electron itself does and says for a role; those that only a system can do are only said. */
const ROLES: Record<string, Role> = {
  undo: { label: 'Undo', run: (window) => window?.webContents.undo() },
  redo: { label: 'Redo', run: (window) => window?.webContents.redo() },
  cut: { label: 'Cut', run: (window) => window?.webContents.cut() },
  copy: { label: 'Copy', run: (window) => window?.webContents.copy() },
  paste: { label: 'Paste', run: (window) => window?.webContents.paste() },
  pasteandmatchstyle: {
    label: 'Paste and Match Style',
    run: (window) => window?.webContents.pasteAndMatchStyle(),
  },
  delete: { label: 'Delete', run: (window) => window?.webContents.delete() },
  selectall: { label: 'Select All', run: (window) => window?.webContents.selectAll() },
  reload: { label: 'Reload', run: (window) => window?.reload() },
  forcereload: { label: 'Force Reload', run: (window) => window?.reload() },
  toggledevtools: { label: 'Toggle Developer Tools' },
  resetzoom: { label: 'Actual Size', run: (window) => window?.webContents.setZoomFactor(1) },
  zoomin: { label: 'Zoom In', run: (window) => zoom(window, 0.5) },
  zoomout: { label: 'Zoom Out', run: (window) => zoom(window, -0.5) },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    run: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  minimize: { label: 'Minimize', run: (window) => window?.minimize() },
  close: { label: 'Close Window', run: (window) => window?.close() },
  quit: { label: 'Quit', run: () => app.quit() },
  about: { label: 'About' },
  services: { label: 'Services' },
  startspeaking: { label: 'Start Speaking' },
  stopspeaking: { label: 'Stop Speaking' },
  hide: { label: 'Hide' },
  hideothers: { label: 'Hide Others' },
  unhide: { label: 'Show All' },
  front: { label: 'Bring All to Front' },
  zoom: { label: 'Zoom' },
  window: { label: 'Window' },
  help: { label: 'Help' },
  recentdocuments: { label: 'Open Recent' },
  clearrecentdocuments: { label: 'Clear Recent', run: () => app.clearRecentDocuments() },
  appmenu: { label: app.name, submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'quit' }] },
  filemenu: {
    label: 'File',
    submenu: [process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' }],
  },
  editmenu: {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      { type: 'separator' },
      { role: 'selectAll' },
    ],
  },
  viewmenu: {
    label: 'View',
    submenu: [
      { role: 'reload' },
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  },
  windowmenu: { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
}

function zoom(window: BrowserWindow | undefined, by: number): void {
  window?.webContents.setZoomLevel(window.webContents.getZoomLevel() + by)
}

export class MenuItem {
  readonly id: string
  readonly type: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly submenu: Menu | undefined
  label: string
  sublabel: string
  toolTip: string
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly #template: Template

  constructor(template: Template) {
    const role = template.role === undefined ? undefined : ROLES[template.role.toLowerCase()]
    if (template.role !== undefined && !role) throw new Error(`Unknown role ${template.role}`)
    const submenu = template.submenu ?? (role?.submenu ? [...role.submenu] : undefined)
    this.#template = template
    this.role = template.role
    this.id = template.id ?? ''
    this.type = template.type ?? (submenu ? 'submenu' : 'normal')
    this.label = template.label ?? role?.label ?? ''
    this.sublabel = template.sublabel ?? ''
    this.toolTip = template.toolTip ?? ''
    this.accelerator = template.accelerator
    this.registerAccelerator = template.registerAccelerator ?? true
    this.enabled = template.enabled ?? true
    this.visible = template.visible ?? true
    this.checked = template.checked ?? false
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined)
  }

  click(window: BrowserWindow | undefined, event: object = {}): void {
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.role !== undefined) ROLES[this.role.toLowerCase()]?.run?.(window)
    const clicked = this.#template.click as unknown as
      | ((item: MenuItem, window: BrowserWindow | undefined, event: object) => void)
      | undefined
    clicked?.(this, window, event)
  }
}

let applicationMenu: Menu | null = null
let poppedUp: Menu | null = null

export class Menu extends EventEmitter {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: readonly (Template | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const each of template) menu.append(each instanceof MenuItem ? each : new MenuItem(each))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu = (): Menu | null => applicationMenu
  static sendActionToFirstResponder(): void {}

  append(item: MenuItem): void {
    this.items.push(item)
  }

  insert(at: number, item: MenuItem): void {
    this.items.splice(at, 0, item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup(): void {
    this.emit('menu-will-show')
    poppedUp = this
  }

  closePopup(): void {
    if (poppedUp === this) poppedUp = null
    this.emit('menu-will-close')
  }
}

/** The menu that stands open beside the pointer. */
export const contextMenu = (): Menu | null => poppedUp

const plain = (label: string) => label.replace(/&(?=.)/g, '')

/**
 * Clicks by what is read on the way: `['File', 'Import…']`. A person can click only what is seen and enabled.
 *
 * @throws Error that names what is there instead
 */
export function clickMenu(menu: Menu | null, path: readonly string[]): void {
  let items = (menu?.items ?? []).filter(({ visible }) => visible)
  let found: MenuItem | undefined
  for (const name of path) {
    found = items.find(({ label }) => plain(label) === name)
    const there = items.map(({ label }) => plain(label)).join(', ')
    if (!found) throw new Error(`no menu item “${name}”; there are: ${there}`)
    if (!found.enabled) throw new Error(`the menu item “${name}” is disabled`)
    items = (found.submenu?.items ?? []).filter(({ visible }) => visible)
  }
  if (menu === poppedUp) poppedUp = null
  found?.click(focusedWindow())
}

const focusedWindow = (): BrowserWindow | undefined => [...windows].find((one) => one.isFocused())

function keysOf(accelerator: string): string {
  const isMac = process.platform === 'darwin'
  const words = accelerator
    .toLowerCase()
    .split('+')
    .map((word) => {
      if (/^(commandorcontrol|cmdorctrl)$/.test(word)) return isMac ? 'meta' : 'control'
      if (/^(ctrl|control)$/.test(word)) return 'control'
      if (/^(cmd|command|super|meta)$/.test(word)) return 'meta'
      if (/^(option|alt)$/.test(word)) return 'alt'
      return { plus: '+', esc: 'escape', return: 'enter', space: ' ' }[word] ?? word
    })
  return [...words.slice(0, -1).sort(), words.at(-1)].join(' ')
}

function find(menu: Menu | null, keys: string): MenuItem | undefined {
  for (const item of menu?.items ?? []) {
    if (!item.enabled || !item.visible) continue
    const isIt =
      item.accelerator !== undefined && item.registerAccelerator && keysOf(item.accelerator) === keys
    const found = isIt ? item : item.submenu && find(item.submenu, keys)
    if (found) return found
  }
  return undefined
}

/** A key that the page did not take: the accelerator of that name, if there is one. A role's keys the page has itself. */
export function pressMenuKey(pressed: PressedKey, contents: WebContents): void {
  const held = [
    pressed.altKey && 'alt',
    pressed.ctrlKey && 'control',
    pressed.metaKey && 'meta',
    pressed.shiftKey && 'shift',
  ].filter((each) => each !== false)
  const letter = /^Key([A-Z])$|^Digit(\d)$/.exec(pressed.code)
  const name = (letter?.[1] ?? letter?.[2] ?? pressed.key).toLowerCase()
  const item = find(applicationMenu, [...held.sort(), name].join(' '))
  item?.click(
    [...windows].find((one) => one.webContents === contents),
    { triggeredByAccelerator: true },
  )
}
