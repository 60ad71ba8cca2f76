import { join } from 'node:path'
import { BrowserWindow, dialog, screen, shell } from 'electron'
import { APP_ORIGIN } from '../../shared/contract/shell.ts'
import { LEAST, type Memory, placeWindow, remember } from './bounds.ts'
import { readMemory, writeMemory } from './bounds-file.ts'
import { guardClosing } from './closing.ts'
import type { Log } from './log.ts'
import { addressToOpen, isOwnPage } from './outside.ts'
import { countRestarts } from './restarts.ts'
import type { OpenWindow, Windows } from './windows.ts'
import { words } from './words.ts'

/** A window that is dragged is remembered when it rests. */
const REST_MS = 400

export interface WindowMaker {
  open(): OpenWindow
}

/** @param memoryPath where the windows' places are remembered */
export function makeWindows(
  windows: Windows,
  memoryPath: string,
  log: Log,
  onShown: () => void,
): WindowMaker {
  let memory: Memory = readMemory(memoryPath)

  function keepPlace(window: BrowserWindow) {
    let timer: NodeJS.Timeout | undefined
    const keep = () => {
      clearTimeout(timer)
      if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
      const bounds = window.getNormalBounds()
      const { id } = screen.getDisplayMatching(window.getBounds())
      memory = remember(memory, id, { ...bounds, isMaximized: window.isMaximized() })
      writeMemory(memoryPath, memory)
    }
    const keepSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, REST_MS)
    }
    window.on('resize', keepSoon)
    window.on('move', keepSoon)
    window.on('close', keep)
    window.on('closed', () => clearTimeout(timer))
  }

  return {
    open() {
      const fallback = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
      const taken = windows.all().map(({ window }) => window.getBounds())
      const { isMaximized, ...bounds } = placeWindow(memory, screen.getAllDisplays(), fallback, taken)
      const window = createWindow(bounds)
      if (isMaximized) window.maximize()
      const open = windows.add(window)
      keepPlace(window)
      guardClosing(open)
      comeBack(window, log)
      window.once('ready-to-show', () => {
        window.show()
        onShown()
      })
      void window.loadURL(`${APP_ORIGIN}/`)
      return open
    },
  }
}

/** A window on the page: no Node in it, no way out of it. */
function createWindow(bounds: { x: number; y: number; width: number; height: number }): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    title: 'Stet',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  })
  const { webContents } = window
  webContents.on('will-navigate', (event, url) => {
    if (!isOwnPage(url)) event.preventDefault()
  })
  webContents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  webContents.setWindowOpenHandler(({ url }) => {
    // A link in a story or a source: it opens where the person reads the web.
    const address = addressToOpen(url)
    if (address !== null) void shell.openExternal(address)
    return { action: 'deny' }
  })
  return window
}

/** A page whose process died is shown again; what the desk acknowledged is in it. */
function comeBack(window: BrowserWindow, log: Log) {
  const restarts = countRestarts()
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.note(`a window's process ended: ${reason} ${exitCode}`)
    const delayMs = restarts.next(Date.now())
    if (delayMs !== null) {
      setTimeout(() => {
        if (!window.isDestroyed()) window.webContents.reload()
      }, delayMs)
      return
    }
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: words().windowStopped,
        detail: words().windowStoppedDetail,
        buttons: [words().showAgain, words().closeIt],
        defaultId: 0,
        cancelId: 1,
      })
      .then(({ response }) => {
        if (window.isDestroyed()) return
        restarts.forget()
        if (response === 0) window.webContents.reload()
        else window.destroy()
      })
  })
}
