import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { env, platform } from 'node:process'
import { run } from './run.mjs'

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

function places() {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return roots.flatMap((root) => (root ? WINDOWS_PROGRAMS.map((name) => join(root, name)) : []))
  }
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return platform === 'darwin' ? [...APPLICATIONS, ...onPath] : onPath
}

/**
 * The browser that the window tests drive: `CHROMIUM`, else an installed Chrome, Chromium or Edge.
 * @returns {string | undefined} its path; undefined where there is none
 */
export function findChromium() {
  if (env.CHROMIUM) return env.CHROMIUM
  return places().find((path) => existsSync(path))
}

/**
 * As {@link findChromium}; then Playwright's own where it is installed; then Debian's package, where we may
 * install it.
 * @returns {Promise<string | undefined>}
 */
export async function bringChromium() {
  return findChromium() ?? (await findPlaywrights()) ?? (await installDebians())
}

async function findPlaywrights() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

async function installDebians() {
  const isRoot = process.getuid?.() === 0
  if (platform !== 'linux' || !isRoot || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('Installing Debian’s Chromium for the window tests …')
  const quiet = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-qq'], quiet)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  return findChromium()
}
