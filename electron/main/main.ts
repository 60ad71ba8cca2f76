import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, BrowserWindow, ipcMain, session } from 'electron'
import { z } from 'zod'
import { APP_ORIGIN, CONNECT_CHANNEL, PORT_CHANNEL } from '../../shared/contract/shell.ts'
import { personIdSchema } from '../../shared/model/ids.ts'
import { deskFolder } from '../desk/folder.ts'
import { listPage } from '../serve/page.ts'
import { type DeskProcess, startDesk } from './desk-process.ts'
import { handleScheme, registerScheme } from './scheme.ts'
import { openWindow } from './window.ts'

const connectSchema = z.tuple([z.uuid(), personIdSchema.nullable()])

/** Ports go to our own page in a window's main frame, whoever else may ask. */
function answerConnect(desk: DeskProcess): void {
  ipcMain.on(CONNECT_CHANNEL, (event, ...words: unknown[]) => {
    const { senderFrame, sender } = event
    if (!senderFrame || senderFrame !== sender.mainFrame || !senderFrame.url.startsWith(`${APP_ORIGIN}/`))
      return
    const connect = connectSchema.safeParse(words)
    if (!connect.success) return
    const [ticket, personId] = connect.data
    const port = desk.connect(personId)
    if (port) senderFrame.postMessage(PORT_CHANNEL, ticket, [port])
  })
}

function denyPermissions(): void {
  const { defaultSession } = session
  // Copying is the page's own doing; everything else is a device or a place, and Stet wants none.
  const isAllowed = (permission: string) => permission === 'clipboard-sanitized-write'
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)))
  defaultSession.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
}

async function start(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { desk: { type: 'string' } },
    // Electron's and Chromium's own switches come along.
    strict: false,
  })
  const folder = deskFolder(typeof values.desk === 'string' ? values.desk : undefined)
  await app.whenReady()
  denyPermissions()
  const desk = startDesk(folder, () => {
    for (const window of BrowserWindow.getAllWindows()) window.reload()
  })
  const page = await listPage(join(import.meta.dirname, '../renderer'))
  handleScheme({ page, folder, files: desk.files, refusal: desk.refusal })
  answerConnect(desk)
  openWindow()

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow()
  })
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void desk.close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

app.enableSandbox()
registerScheme()
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})
process.on('SIGINT', () => app.quit())
process.on('SIGTERM', () => app.quit())
// One window process for all; the folder's lock would refuse a second desk anyway.
if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    console.error(error)
    app.exit(1)
  })
} else app.quit()
