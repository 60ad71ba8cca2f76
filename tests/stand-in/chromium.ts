import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { DevTools, type Protocol, type Session } from './devtools.ts'

export interface Target {
  readonly session: Session
  readonly info: Protocol.Target.TargetInfo
}

/** The browser behind all windows of one run; it ends with this process, however that ends. */
export interface Chromium {
  readonly devtools: DevTools
  /** Where a second DevTools client, the test, may look on. */
  readonly endpoint: string
  /** A page that waits, empty, until `Runtime.runIfWaitingForDebugger`. */
  makePage(size: { width: number; height: number }): Promise<Target>
  close(): Promise<void>
}

export interface ChromiumOptions {
  profile: string
  /** Chromium's own switches, with their dashes. */
  switches: readonly string[]
  /** A page that no window of ours asked for has opened; it is waiting and will be closed. */
  onUnasked(target: Target): void
}

const SWITCHES = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-ipc-flooding-protection',
  // Electron keeps no page behind: one that is left is gone. Its windows have no address bar, whose two pages
  // would each be a process more.
  `--disable-features=${[
    'BackForwardCache',
    'Translate',
    'MediaRouter',
    'OptimizationHints',
    'DialMediaRouteProvider',
    'WebUIOmniboxPopup',
    'WebUIOmniboxFullPopup',
    'WebUIOmniboxAimPopup',
  ].join(',')}`,
  // Electron’s pages hear when the other end of a port was closed.
  '--enable-blink-features=MessagePortCloseEvent',
  '--password-store=basic',
  '--use-mock-keychain',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
]

const STARTING_MS = 20_000

export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const program = findChromium()
  if (!program) throw new Error('there is no Chromium to stand in for Electron: name one in CHROMIUM')
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(
    program,
    [...SWITCHES, ...sandbox, `--user-data-dir=${options.profile}`, ...options.switches],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  )
  const endpoint = await endpointOf(child)
  const [, , , write, read] = child.stdio
  const devtools = new DevTools(write as Writable, read as Readable)
  const { browser } = devtools
  const attached = new Map<string, Target>()
  const asked = new Set<Promise<unknown>>()

  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo: info }) => {
    const target: Target = { session: devtools.session(sessionId), info }
    if (info.type !== 'page') {
      target.session.tell('Runtime.runIfWaitingForDebugger')
      return
    }
    attached.set(info.targetId, target)
    // Whether we asked for it is known when our own asking is answered.
    void Promise.allSettled(asked).then(() => {
      if (!attached.delete(info.targetId)) return
      options.onUnasked(target)
      browser.tell('Target.closeTarget', { targetId: info.targetId })
    })
  })
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  })

  return {
    devtools,
    endpoint,
    async makePage(size) {
      const asking = browser
        .send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size })
        .then(({ targetId }) => {
          const target = attached.get(targetId)
          if (!target) throw new Error('the browser opened a page and did not show it')
          attached.delete(targetId)
          return target
        })
      asked.add(asking)
      return await asking.finally(() => asked.delete(asking))
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode !== null || child.signalCode !== null) return
      browser.tell('Browser.close')
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000)
      await ended
      clearTimeout(timer)
    },
  }
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`Chromium did not start\n${said}`))
    }, STARTING_MS)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Chromium ended (${code})\n${said}`)))
    child.stderr?.on('data', (chunk) => {
      if (said.length > 100_000) return
      said += chunk
      const found = /DevTools listening on (ws:\S+)/.exec(said)
      if (!found?.[1]) return
      clearTimeout(timer)
      resolve(found[1])
    })
  })
}
