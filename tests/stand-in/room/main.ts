// A small app of its own for the tests of the stand-in: it does what it is asked and says what happens to it.
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, MessageChannelMain, protocol, session, utilityProcess } from 'electron'

const ORIGIN = 'room://one'

const say = (...words: unknown[]) => console.log(JSON.stringify(words))

/** What the app says no to, as the test wants it. */
const forbidden = new Set<string>()
const answered: string[] = []

protocol.registerSchemesAsPrivileged([
  { scheme: 'room', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

function openRoom(): BrowserWindow {
  const window = new BrowserWindow({
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
    },
  })
  const { webContents } = window
  webContents.on('will-navigate', (event, url) => {
    say('will-navigate', url)
    if (forbidden.has('navigation')) event.preventDefault()
  })
  webContents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && forbidden.has('frames')) event.preventDefault()
  })
  webContents.setWindowOpenHandler(({ url }) => {
    say('open', url)
    return { action: 'deny' }
  })
  window.on('close', (event) => {
    say('close')
    if (forbidden.has('closing')) event.preventDefault()
  })
  window.on('closed', () => say('closed'))
  void window.loadURL(`${ORIGIN}/`)
  return window
}

ipcMain.handle('echo', (_event, value: unknown) => value)
ipcMain.handle('fail', () => {
  throw new TypeError('no such thing')
})
ipcMain.handle('who', ({ senderFrame, sender }) => ({
  url: senderFrame?.url,
  origin: senderFrame?.origin,
  isTop: senderFrame?.parent === null,
  isMain: senderFrame === sender.mainFrame,
}))
ipcMain.handle('forbid', (_event, what: string, is: boolean) => {
  if (is) forbidden.add(what)
  else forbidden.delete(what)
})
ipcMain.handle('answered', () => answered)
ipcMain.on('port', ({ senderFrame }) => {
  const { port1, port2 } = new MessageChannelMain()
  for (let number = 0; number < 3; number++) port1.postMessage({ early: number })
  senderFrame?.postMessage('port', 'main', [port2])
  port1.on('message', ({ data }) => {
    if (data === 'close') port1.close()
    else port1.postMessage(data)
  })
  port1.on('close', () => say('port closed'))
  port1.start()
})
ipcMain.on('worker', ({ senderFrame }) => {
  const { port1, port2 } = new MessageChannelMain()
  const child = utilityProcess.fork(join(import.meta.dirname, 'worker.ts'), ['word'], {
    serviceName: 'Worker',
  })
  child.on('message', (message: unknown) => say('worker', message))
  child.on('exit', (code) => say('worker ended', code))
  child.postMessage('take', [port1])
  senderFrame?.postMessage('port', 'worker', [port2])
})

for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed'] as const) {
  app.on(name as 'quit', () => say(name))
}
void app.whenReady().then(() => {
  protocol.handle('room', async (request) => {
    const { pathname } = new URL(request.url)
    answered.push(`${request.method} ${request.url}`)
    if (pathname === '/upload') return new Response(String((await request.arrayBuffer()).byteLength))
    if (pathname === '/headers') return new Response(request.headers.get('origin') ?? 'none')
    return new Response('<!doctype html><title>A room</title><p>Here</p>', {
      headers: { 'Content-Type': 'text/html', 'X-Room': 'one' },
    })
  })
  const { defaultSession } = session
  defaultSession.setPermissionCheckHandler((_contents, permission) => !forbidden.has(permission))
  defaultSession.webRequest.onBeforeRequest({ urls: ['*://*/*'] }, ({ url }, answer) =>
    answer({ cancel: forbidden.has('requests') && !url.startsWith(ORIGIN) }),
  )
  openRoom()
})
