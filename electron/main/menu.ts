import { app, Menu } from 'electron'
import type { TextCommandId } from '../../shared/commands/text.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import { idOf, type MainAction, type MenuLine, menuColumns, menuTemplate } from './menu-table.ts'
import { speak } from './speech.ts'
import type { OpenWindow, Windows } from './windows.ts'

/** These have a meaning in the fields of forms too. */
const inFields: ReadonlySet<TextCommandId> = new Set(['undo', 'redo', 'selectAll'])

/** Puts up the menu bar and keeps it true to the window that is worked in, in that window’s language. */
export function putUpMenu(
  windows: Windows,
  openWindow: () => OpenWindow,
  act: (action: MainAction) => void,
): void {
  const columns = menuColumns(process.platform, !app.isPackaged)

  function choose(line: MenuLine) {
    switch (line.kind) {
      case 'command':
        // On a Mac the menu stays when the last window is closed.
        ;(windows.current() ?? openWindow()).ask({ kind: 'run', command: line.command })
        return
      case 'text':
        windows.current()?.ask({ kind: 'runText', command: line.command })
        return
      case 'main':
        act(line.action)
        return
      case 'rule':
      case 'role':
        return
      default:
        exhaustive(line)
    }
  }

  const build = () => Menu.buildFromTemplate(menuTemplate(columns, choose))
  let menu = build()
  const lines = columns.flatMap((column) => column.lines)

  function show() {
    const current = windows.current()
    const speaks = current?.report().speaks
    if (speaks && speak(speaks)) {
      menu = build()
      Menu.setApplicationMenu(menu)
    }
    const can = new Set<string>(current?.report().can)
    for (const line of lines) {
      const id = idOf(line)
      const item = id === undefined ? null : menu.getMenuItemById(id)
      if (!item || line.kind === 'main') continue
      if (line.kind === 'command') {
        item.enabled = current
          ? can.has(line.command)
          : line.command === 'newStory' || line.command === 'import'
      } else if (line.kind === 'text') {
        item.enabled = current !== null && (inFields.has(line.command) || current.report().hasText)
      }
    }
  }

  Menu.setApplicationMenu(menu)
  show()
  windows.onChange(show)
}
