import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/lib/chromium.mjs'
import { whyNoElectron } from './scripts/lib/electron.mjs'
import { compiledFolder } from './tests/compiled.ts'
import type { ShellWorker } from './tests/e2e/shell.ts'

/** Where no Chromium is found, Playwright's own is named in the error that follows. */
const executablePath = process.env.CHROMIUM ?? findChromium()

/**
 * Chromium heeds the last such list alone: Playwright's own, and the pages of an address bar that nobody sees. Each
 * window would start a process for them, which takes longer than Stet's page.
 */
const turnedOff = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
]

process.env.NODE_COMPILE_CACHE ??= compiledFolder

const electron: Partial<ShellWorker> = { shellName: 'electron' }

/**
 * Specs of one shell alone lie in a folder of its name. Those in `page` are about what the page does by itself,
 * where the stand-in's browser would only do the same again. All others are every shell's.
 */
export default defineConfig<object, ShellWorker>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/build.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Tests of two windows and of real time can lose a race on a busy machine; `npm test` names what passed only then.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A trace costs a third of the time; it is made again for the one test that it is wanted of.
    trace: process.env.STET_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Nothing but the page under test: the browser's own calls home are turned off.
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
        '--disable-gpu',
        `--disable-features=${turnedOff.join(',')}`,
      ],
    },
  },
  projects: [
    { name: 'browser', testIgnore: ['**/electron/**', '**/stand-in/**'], use: { shellName: 'browser' } },
    {
      name: 'electron-stand-in',
      testIgnore: ['**/browser/**', '**/page/**'],
      use: { shellName: 'stand-in' },
    },
    // Only where it can run; scripts/test.mjs says so where it cannot.
    ...(whyNoElectron() === null
      ? [{ name: 'electron', testIgnore: ['**/browser/**', '**/stand-in/**'], use: electron }]
      : []),
  ],
})
