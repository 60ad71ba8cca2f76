import { app, dialog, powerMonitor } from 'electron'
import type { OpenWindow } from './windows.ts'
import { words } from './words.ts'

/** The buttons of the question, in order. */
const AGAIN = 0
const ANYWAY = 1
const KEEP_OPEN = 2

/** The app is to end once its windows are closed. */
let isQuitting = false

/**
 * Closing a window waits until the desk has everything that was written in it; where that cannot be, a person
 * is asked. The page's own `beforeunload` stands behind it, for what was typed since it last said how it stands.
 */
export function guardClosing(open: OpenWindow): void {
  const { window } = open
  let isSaving = false
  let isClosing = false

  async function settle() {
    if (isSaving) return
    isSaving = true
    try {
      for (;;) {
        const answer = await open.save()
        if (window.isDestroyed()) return
        if (answer.kind === 'saved') {
          close()
          return
        }
        const { response } = await dialog.showMessageBox(window, {
          type: 'warning',
          message: words().notSaved,
          detail: words().notSavedDetail(answer.reason),
          buttons: [words().saveAgain, words().closeAnyway, words().keepOpen],
          defaultId: AGAIN,
          cancelId: KEEP_OPEN,
          noLink: true,
        })
        if (window.isDestroyed()) return
        if (response === ANYWAY) {
          window.destroy()
          if (isQuitting) app.quit()
          return
        }
        if (response !== AGAIN) {
          isClosing = false
          isQuitting = false
          return
        }
      }
    } finally {
      isSaving = false
    }
  }

  /** The same way again: what was typed meanwhile is asked for once more. */
  function close() {
    if (isQuitting) app.quit()
    else window.close()
  }

  window.on('close', (event) => {
    isClosing = true
    if (open.report().isSaved) return
    event.preventDefault()
    void settle()
  })
  window.webContents.on('will-prevent-unload', () => {
    // Only a reload was stopped: the page stays as it is.
    if (isClosing) void settle()
  })
  // Windows ends its session without asking twice.
  window.on('query-session-end', (event) => {
    if (open.report().isSaved) return
    event.preventDefault()
    app.quit()
  })
}

/** Quitting goes on when the windows that held it up are closed; so does the system's shutdown. */
export function guardQuitting(): void {
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || isQuitting) app.quit()
  })
  // Linux and macOS wait for whoever asks them to.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    app.quit()
  })
}
