import { must } from '../../../shared/lib/assert.ts'
import { test as base } from '../shell.ts'
import type { ElectronShell } from '../shells/electron-shell.ts'
import type { Shell } from '../shells/shell.ts'

const isElectron = (shell: Shell): shell is ElectronShell => 'clickMenu' in shell

/** `app` is `desk` with what a browser has not: menus, dialogs, windows, a process that quits. */
export const test = base.extend<{ app: ElectronShell }>({
  app: async ({ desk }, use) => {
    await use(must(isElectron(desk) ? desk : null, 'this project is about Electron'))
  },
})

export { expect } from '../shell.ts'
