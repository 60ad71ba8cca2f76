import type { MessagePort } from 'node:worker_threads'
import { onTestFinished, vi } from 'vitest'
import { orderSchema } from '../../electron/desk/orders.ts'
import { answerConnect } from '../../electron/main/connect.ts'
import { startDesk } from '../../electron/main/desk-process.ts'
import type { Shell } from '../../shared/contract/shell.ts'
import { must } from '../../shared/lib/assert.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import { exposedAs, ipcMain, playProcess } from './electron.ts'

/** A page's window, as far as ports come to it. */
class Page extends EventTarget {
  postMessage(data: unknown, origin: string, ports: MessagePort[]) {
    const event = new Event('message')
    queueMicrotask(() => this.dispatchEvent(Object.assign(event, { data, origin, source: this, ports })))
  }
}

/**
 * The app's own preload and main process, with the test in the place of the desk's process.
 *
 * @returns what the page would find as `window.stet`
 */
export function enterElectron(accept: (port: MessagePort, personId: PersonId | null) => void): Shell {
  vi.stubGlobal('window', new Page())
  vi.stubGlobal('location', { origin: 'stet://app' })
  playProcess((given, [port]) => {
    const order = orderSchema.parse(given)
    if (order.kind === 'connect') accept(must(port, 'a port comes along'), order.personId)
  })
  answerConnect(startDesk({ folder: '', onLost() {}, onError() {}, onCrash() {} }))
  onTestFinished(() => {
    ipcMain.removeAllListeners()
    vi.unstubAllGlobals()
  })
  // Its parts are the preload's own; it ran once, when this file was loaded.
  return exposedAs('stet') as Shell
}

await import('../../electron/preload/preload.ts')
