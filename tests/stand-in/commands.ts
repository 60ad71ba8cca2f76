import { app } from './app.ts'
import { answerDialog, type DialogKind, type ShownDialog, shownDialogs } from './dialog.ts'
import { clickMenu, contextMenu, Menu, type MenuItem } from './menu.ts'
import { misspell } from './misspelling.ts'
import { session } from './session.ts'
import { type Opened, opened } from './system.ts'
import { holdUtilities, utilities } from './utility-process.ts'
import { windows } from './windows.ts'

export interface WindowState {
  id: number
  targetId: string | undefined
  url: string
  title: string
  bounds: { x: number; y: number; width: number; height: number }
  isVisible: boolean
  isFocused: boolean
  isMinimized: boolean
}

export interface MenuEntry {
  label: string
  type: string
  accelerator: string | undefined
  isEnabled: boolean
  isChecked: boolean
  items: MenuEntry[]
}

function entriesOf(menu: Menu | null | undefined): MenuEntry[] {
  return (menu?.items ?? []).filter(({ visible }) => visible).map(entryOf)
}

const entryOf = (item: MenuItem): MenuEntry => ({
  label: item.label.replace(/&(?=.)/g, ''),
  type: item.type,
  accelerator: item.accelerator,
  isEnabled: item.enabled,
  isChecked: item.checked,
  items: entriesOf(item.submenu),
})

function windowOf(id: number) {
  const found = [...windows].find((one) => one.id === id)
  if (!found) throw new Error(`there is no window ${id}`)
  return found
}

const commands = {
  windows: (): WindowState[] =>
    [...windows].map((one) => ({
      id: one.id,
      targetId: one.webContents.targetId,
      url: one.webContents.getURL(),
      title: one.getTitle(),
      bounds: one.getBounds(),
      isVisible: one.isVisible(),
      isFocused: one.isFocused(),
      isMinimized: one.isMinimized(),
    })),
  focusWindow: (id: number): void => windowOf(id).focus(),
  moveWindow: (id: number, bounds: WindowState['bounds']): void => windowOf(id).setBounds(bounds),
  minimizeWindow: (id: number): void => windowOf(id).minimize(),
  /** As by the button in its corner; whether it is closed. */
  closeWindow: (id: number): Promise<boolean> => windowOf(id).requestClose(),
  crashWindow: async (id: number): Promise<void> => {
    const session = await windowOf(id).webContents.ready
    session.tell('Page.crash')
  },
  drags: (id: number): unknown[] => windowOf(id).webContents.startedDrags,
  menu: (): MenuEntry[] => entriesOf(Menu.getApplicationMenu()),
  clickMenu: (...path: string[]): void => clickMenu(Menu.getApplicationMenu(), path),
  contextMenu: (): MenuEntry[] => entriesOf(contextMenu()),
  clickContextMenu: (...path: string[]): void => clickMenu(contextMenu(), path),
  misspell: (word: string, suggestions: string[]): void => misspell(word, suggestions),
  spelling: (): string[] => session.defaultSession.getSpellCheckerLanguages(),
  answerDialog: (kind: DialogKind, answer: unknown): void => answerDialog(kind, answer),
  dialogs: (): readonly ShownDialog[] => shownDialogs(),
  opened: (): readonly Opened[] => opened,
  recentDocuments: (): readonly string[] => app.recentDocuments,
  utilities: (): { serviceName: string; pid: number | undefined }[] =>
    utilities().map(({ serviceName, pid }) => ({ serviceName, pid })),
  holdUtilities: (isHeld: boolean): void => holdUtilities(isHeld),
  /** macOS's way to open a file with the app. */
  openFile: (path: string): void => {
    app.emit('open-file', { preventDefault() {} }, path)
  },
  activate: (): void => {
    app.emit('activate', {}, windows.size > 0)
  },
  quit: (): void => app.quit(),
}

export type Commands = typeof commands
export type CommandName = keyof Commands

export async function runCommand(name: CommandName, args: unknown[]): Promise<unknown> {
  const command = commands[name] as (...args: unknown[]) => unknown
  return await command(...args)
}
