import type { Bridge } from './bridge.ts'
import type { Codec } from './codec.ts'
import type { FromPreload, ToPreload } from './preload-messages.ts'

export interface PreloadSettings {
  /** The function by which DevTools hears from this world. */
  binding: string
  /** The function by which DevTools speaks to this world. */
  inbox: string
  platform: string
  versions: Record<string, string>
  /** The app's own schemes, which the browser knows by other names (see schemes.ts). */
  schemes: readonly string[]
}

type Listener = (event: unknown, ...args: unknown[]) => void
type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void

/**
 * What a preload finds around it: `require('electron')`, a little of `process`, and a window whose addresses are
 * the app's. Runs in a world of its own before the page's code. Stands alone, for its source text runs there.
 */
export function preloadWorld(
  settings: PreloadSettings,
  codec: Codec,
  bridge: Bridge,
  preload: Preload,
): void {
  const world = globalThis as unknown as Record<string, unknown>
  const binding = world[settings.binding] as (text: string) => void
  const tell = (message: FromPreload) => binding(codec.encode(message))
  const listeners = new Map<string, Set<Listener>>()
  const replies = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const ports = new Map<string, MessagePort>()
  let lastId = 0

  /** The near half stays here and speaks for the far end of the channel, wherever that is. */
  function keepPort(name: string, near: MessagePort): void {
    ports.set(name, near)
    near.addEventListener('message', ({ data, ports: sent }) => {
      tell({ kind: 'port', end: name, data, ports: sent.map(givePort) })
    })
    near.addEventListener('close', () => {
      if (ports.delete(name)) tell({ kind: 'close', end: name })
    })
    near.start()
  }
  function givePort(port: MessagePort): string {
    const name = crypto.randomUUID()
    keepPort(name, port)
    return name
  }
  function takePort(name: string): MessagePort {
    const { port1, port2 } = new MessageChannel()
    keepPort(name, port1)
    return port2
  }

  world[settings.inbox] = (text: string) => {
    const message = codec.decode(text) as ToPreload
    switch (message.kind) {
      case 'send': {
        const event = { sender: ipcRenderer, ports: message.ports.map(takePort) }
        for (const listener of [...(listeners.get(message.channel) ?? [])]) listener(event, ...message.args)
        break
      }
      case 'reply': {
        const reply = replies.get(message.id)
        replies.delete(message.id)
        if (message.isWell) reply?.resolve(message.result)
        else reply?.reject(new Error(String(message.result)))
        break
      }
      case 'port':
        ports.get(message.end)?.postMessage(message.data, message.ports.map(takePort))
        break
      case 'close': {
        const port = ports.get(message.end)
        ports.delete(message.end)
        port?.close()
        break
      }
    }
  }

  const ipcRenderer = {
    send: (channel: string, ...args: unknown[]) => tell({ kind: 'send', channel, args, ports: [] }),
    postMessage: (channel: string, message: unknown, transfer: MessagePort[] = []) =>
      tell({ kind: 'send', channel, args: [message], ports: transfer.map(givePort) }),
    invoke(channel: string, ...args: unknown[]) {
      const id = ++lastId
      tell({ kind: 'invoke', id, channel, args })
      return new Promise((resolve, reject) => replies.set(id, { resolve, reject }))
    },
    on(channel: string, listener: Listener) {
      const there = listeners.get(channel) ?? new Set()
      listeners.set(channel, there.add(listener))
      return ipcRenderer
    },
    once(channel: string, listener: Listener) {
      const one: Listener = (...args) => {
        ipcRenderer.off(channel, one)
        listener(...args)
      }
      return ipcRenderer.on(channel, one)
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
    addListener: (channel: string, listener: Listener) => ipcRenderer.on(channel, listener),
    removeListener: (channel: string, listener: Listener) => ipcRenderer.off(channel, listener),
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
  }
  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => bridge.expose(name, api) },
  }

  const post = window.postMessage.bind(window)
  const inBrowser = (origin: string) => {
    const [, scheme = '', host] = /^([^:/]+):\/\/([^/]+)/.exec(origin) ?? []
    return settings.schemes.includes(scheme) ? `http://${host}.${scheme}.localhost` : origin
  }
  window.postMessage = (message: unknown, target?: unknown, transfer: Transferable[] = []) => {
    if (typeof target === 'string') post(message, inBrowser(target), transfer)
    else post(message, target as WindowPostMessageOptions)
  }

  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented || !event.isTrusted) return
    const at = event.composedPath()[0]
    const element = at instanceof Element ? at : null
    const field = element?.closest('input, textarea')
    const selectionText =
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
        ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
        : String(getSelection() ?? '')
    const isEditable = Boolean(field) || (element instanceof HTMLElement && element.isContentEditable)
    const link = element?.closest('a[href]')
    tell({
      kind: 'contextMenu',
      x: event.clientX,
      y: event.clientY,
      selectionText,
      isEditable,
      linkURL: link instanceof HTMLAnchorElement ? link.href : '',
      linkText: link?.textContent ?? '',
    })
  })
  // A key that the page left alone goes on to the menu.
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !event.isTrusted) return
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
    if (ctrlKey || metaKey || altKey || /^F\d+$/.test(key))
      tell({ kind: 'key', key, code, ctrlKey, metaKey, altKey, shiftKey })
  })

  const process = {
    platform: settings.platform,
    versions: settings.versions,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    env: {},
  }
  const module = { exports: {} }
  const require = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  preload(require, module, module.exports, process)
}
