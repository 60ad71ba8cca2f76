/*
 * Electron's main process: it puts the parts together and decides nothing by itself. What decides is in modules
 * without Electron, beside it. Of Electron it uses, here and in the modules that it calls:
 *
 * app: commandLine-free start, enableSandbox, setName, setPath and getPath (userData, appData, downloads, home),
 *   isPackaged, whenReady, getPreferredSystemLanguages, requestSingleInstanceLock with data, quit, exit, getFileIcon, and the events
 *   second-instance, open-file, activate, before-quit, will-quit, window-all-closed, web-contents-created
 * BrowserWindow: getAllWindows, getFocusedWindow, fromWebContents, loadURL, show, focus, restore, maximize, close,
 *   destroy, isDestroyed, isMinimized, isMaximized, isFullScreen, getBounds, getNormalBounds, and the events
 *   ready-to-show, close, closed, focus, move, resize, query-session-end
 * webContents: send, reload, mainFrame, session, replaceMisspelling, startDrag, setWindowOpenHandler, isDestroyed,
 *   and the events will-navigate, will-frame-navigate, will-attach-webview, will-prevent-unload,
 *   did-start-navigation, render-process-gone, context-menu; a frame's url and postMessage with ports
 * ipcMain: on, handle · MessageChannelMain · protocol: registerSchemesAsPrivileged, handle
 * utilityProcess.fork: postMessage with ports, stderr, kill, and the events message, exit
 * session.defaultSession: setPermissionRequestHandler, setPermissionCheckHandler, webRequest.onBeforeRequest,
 *   will-download with an item's getURL and getFilename, setSpellCheckerLanguages,
 *   setSpellCheckerDictionaryDownloadURL, availableSpellCheckerLanguages, addWordToSpellCheckerDictionary
 * Menu: buildFromTemplate, setApplicationMenu, getMenuItemById, popup · dialog: showMessageBox, showOpenDialog,
 *   showSaveDialog · shell: openExternal, openPath, showItemInFolder · powerMonitor: shutdown
 * screen: getAllDisplays, getDisplayMatching, getDisplayNearestPoint, getCursorScreenPoint
 *
 * Of the preload's half: contextBridge.exposeInMainWorld; ipcRenderer.send, invoke, on with ports,
 * removeAllListeners.
 */
import { join } from 'node:path'
import { app, dialog, session, shell } from 'electron'
import { z } from 'zod'
import { exhaustive } from '../../shared/lib/assert.ts'
import { defaultDeskFolder, deskFolder } from '../desk/folder.ts'
import { listPage } from '../serve/page.ts'
import { readArguments } from './arguments.ts'
import { guardQuitting } from './closing.ts'
import { answerConnect } from './connect.ts'
import { keepCopies } from './copies.ts'
import { type DeskProcess, startDesk } from './desk-process.ts'
import { handleFiles } from './files.ts'
import { windowFolder } from './folder.ts'
import { type Log, openLog } from './log.ts'
import { putUpMenu } from './menu.ts'
import { keepOpening } from './opening.ts'
import { isLoadable } from './outside.ts'
import { handleScheme, registerScheme } from './scheme.ts'
import { speakAsSystem } from './speech.ts'
import { checkSpelling, offerContextMenu } from './spelling.ts'
import { makeWindows } from './window.ts'
import { keepWindows, type Windows } from './windows.ts'
import { words } from './words.ts'

/** Said to whoever started us; `scripts/lib/electron.mjs` waits for "Stet is open". */
const SHOWN = 'Stet is open in its own window.'
const HANDED_OVER = 'Stet is open already: its window comes forward.'

/** What a second start hands to the first. */
const handoverSchema = z.object({ files: z.array(z.string()) })

const { desk: namedDesk, files: namedFiles } = readArguments(
  process.argv.slice(app.isPackaged ? 1 : 2),
  process.cwd(),
)
const folder = deskFolder(namedDesk)

/** Nothing remote is loaded, and nothing of the machine but its clipboard is given to a page. */
function shutSession(): void {
  const { defaultSession } = session
  // Copying is the page's own doing; everything else is a device or a place, and Stet wants none.
  const isAllowed = (permission: string) => permission === 'clipboard-sanitized-write'
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)))
  defaultSession.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLoadable(url) }))
}

/** There is no desk: each window shows why, unless something is still unsaved in it. */
async function showLoss(desk: () => DeskProcess, windows: Windows): Promise<void> {
  const kept = windows.all().filter(({ report }) => !report().isSaved)
  for (const { window, report } of windows.all()) if (report().isSaved) window.webContents.reload()
  const [first] = kept
  if (!first || !desk().hasStopped()) return
  const { response } = await dialog.showMessageBox(first.window, {
    type: 'error',
    message: words().stoppedOften,
    detail: words().stoppedOftenDetail,
    buttons: [words().startAgain, words().notNow],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) desk().startAgain()
}

async function start(log: Log, userData: string): Promise<void> {
  const windows = keepWindows()
  const opening = keepOpening()
  opening.add(namedFiles)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opening.add([path])
  })
  guardQuitting()
  await app.whenReady()
  speakAsSystem(app.getPreferredSystemLanguages())
  shutSession()
  const desk: DeskProcess = startDesk({
    folder,
    onLost: () => void showLoss(() => desk, windows),
    onError(text) {
      if (!app.isPackaged) process.stderr.write(text)
      log.heard('desk', text)
    },
    onCrash: (code) => log.note(`the desk's process ended: ${code}`),
  })
  const page = await listPage(join(import.meta.dirname, '../renderer'))
  handleScheme({ page, folder, ...desk })
  answerConnect(desk)
  const copies = keepCopies(join(userData, 'Copies'))
  const files = handleFiles(desk, copies, log)

  let isShown = false
  const maker = makeWindows(windows, join(userData, 'windows.json'), log, () => {
    if (!isShown) console.log(SHOWN)
    isShown = true
  })
  const comeForward = () => {
    const open = windows.current() ?? maker.open()
    if (open.window.isMinimized()) open.window.restore()
    open.window.focus()
    return open
  }
  putUpMenu(windows, maker.open, (action) => {
    switch (action) {
      case 'newWindow':
        maker.open()
        return
      case 'showDesk':
        void shell.openPath(folder)
        return
      case 'showLog':
        shell.showItemInFolder(logPath(userData))
        return
      default:
        exhaustive(action)
    }
  })
  app.on('web-contents-created', (_event, webContents) => offerContextMenu(webContents))
  checkSpelling(windows)
  maker.open()
  opening.begin(async (path) => {
    const open = comeForward()
    const file = await files.bring(path, open.window)
    if (file) open.ask({ kind: 'import', file })
  })

  app.on('activate', () => {
    if (windows.all().length === 0) maker.open()
  })
  app.on('second-instance', (_event, _words, _cwd, handedOver) => {
    comeForward()
    const handover = handoverSchema.safeParse(handedOver)
    if (handover.success) opening.add(handover.data.files)
  })
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    copies.clear()
    void desk.close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

const logPath = (userData: string) => join(userData, 'logs', 'stet.log')

app.setName('Stet')
const userData = windowFolder(app.getPath('appData'), folder, defaultDeskFolder())
// Before the lock, which belongs to this folder: one Stet for each desk.
app.setPath('userData', userData)
app.enableSandbox()
registerScheme()
process.on('SIGINT', () => app.quit())
process.on('SIGTERM', () => app.quit())
// A terminal that is gone is no reason to lose the desk.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})
if (app.requestSingleInstanceLock({ files: namedFiles })) {
  const log = openLog(logPath(userData), app.getPath('home'))
  process.on('uncaughtExceptionMonitor', (error) => log.error('main', error))
  start(log, userData).catch((error: unknown) => {
    log.error('start', error)
    console.error(error)
    app.exit(1)
  })
} else {
  console.log(HANDED_OVER)
  app.quit()
}
