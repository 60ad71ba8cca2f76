import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { env, platform } from 'node:process'

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
