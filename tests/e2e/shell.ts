import { type Browser, test as base, expect } from '@playwright/test'
import { startBrowserShell } from './shells/browser.ts'
import { startElectron } from './shells/electron.ts'
import type { Shell, ShellName, ShellOptions } from './shells/shell.ts'
import { startStandIn } from './shells/stand-in.ts'

export type { Shell } from './shells/shell.ts'

interface ShellFixtures {
  /** Stet on an empty desk of this test's own, its window open. */
  desk: Shell
  /** Starts another one; it ends with the test. */
  start: (options?: ShellOptions) => Promise<Shell>
  /** Nothing of ours is against the page's own policy; a test that tries to break it says `tried`. */
  policy: 'kept' | 'tried'
}

export interface ShellWorker {
  /** Which shell the project is about. */
  shellName: ShellName
  /** The browser of the browser shell; null for the others, which bring their own. */
  ownBrowser: Browser | null
}

/** `page` is the first window of `desk`, whatever shell it has. */
export const test = base.extend<ShellFixtures, ShellWorker>({
  shellName: ['browser', { option: true, scope: 'worker' }],
  ownBrowser: [
    async ({ shellName, playwright }, use) => {
      const browser = shellName === 'browser' ? await playwright.chromium.launch() : null
      await use(browser)
      await browser?.close()
    },
    { scope: 'worker' },
  ],
  policy: ['kept', { option: true }],
  start: async ({ ownBrowser, shellName, policy }, use) => {
    const started: Shell[] = []
    const violations: string[] = []
    await use(async (options = {}) => {
      const shell = ownBrowser
        ? await startBrowserShell(ownBrowser, options)
        : await (shellName === 'electron' ? startElectron : startStandIn)(options)
      started.push(shell)
      shell.page.context().on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
      })
      return shell
    })
    for (const shell of started.reverse()) await shell.stop()
    if (policy === 'kept') expect(violations).toEqual([])
  },
  desk: async ({ start }, use) => await use(await start()),
  page: async ({ desk }, use) => await use(desk.page),
  context: async ({ page }, use) => await use(page.context()),
})

export { expect }
