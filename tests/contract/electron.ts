// What the way from a page to the desk needs of Electron, in one process: the app's own main process and preload
// run on it unchanged. A whole app runs on `tests/stand-in`.
import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

export class MessageChannelMain extends MessageChannel {}

/** Messages between pages and the main process; each page is a frame of its own. */
export const handlers = new Map<string, (event: unknown, ...words: unknown[]) => unknown>()
export const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel: string, answer: (event: unknown, ...words: unknown[]) => unknown) {
    handlers.set(channel, answer)
  },
})
export const ipcRenderer = Object.assign(new EventEmitter(), {
  send(channel: string, ...words: unknown[]) {
    queueMicrotask(() =>
      ipcMain.emit(channel, { senderFrame: frame, sender: { mainFrame: frame } }, ...words),
    )
  },
})

const frame = {
  url: 'stet://app/',
  postMessage(channel: string, message: unknown, ports: MessagePort[]) {
    queueMicrotask(() => ipcRenderer.emit(channel, { ports }, message))
  },
}

const exposed = new Map<string, unknown>()
export const contextBridge = {
  exposeInMainWorld: (name: string, verbs: unknown) => void exposed.set(name, verbs),
}
/** What the preload gave to the page. */
export const exposedAs = (name: string): unknown => exposed.get(name)

type Hear = (order: unknown, ports: MessagePort[]) => void
let hear: Hear = () => {}

/** Who hears what the main process says to the process that it forks next. */
export function playProcess(next: Hear): void {
  hear = next
}

export const utilityProcess = {
  fork() {
    const mine = hear
    return Object.assign(new EventEmitter(), {
      stderr: new EventEmitter(),
      postMessage: (order: unknown, ports: MessagePort[]) => mine(order, ports),
      kill: () => true,
    })
  },
}
