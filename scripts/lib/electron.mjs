import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './node.mjs'
import { run } from './run.mjs'

const folder = join(root, 'node_modules', 'electron')

/** In a folder that `npm ci` sweeps away, so that a fresh install asks once more. */
const triedPath = join(root, 'node_modules', '.cache', 'stet', 'electron-tried')

const ONCE_MS = 15_000

/** @returns {string | null} the binary where Electron's own install script has put it */
function installedBinary() {
  try {
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

/**
 * Electron's binary where it is there already: the one that ELECTRON_EXEC_PATH names, else the package's.
 * @returns {string | null}
 */
export function electronThere() {
  const named = process.env.ELECTRON_EXEC_PATH
  if (named) return existsSync(named) ? named : null
  return installedBinary()
}

/** @returns {string | null} where the last attempt was given up: the version that it was for */
function triedVersion() {
  try {
    return readFileSync(triedPath, 'utf8')
  } catch {
    return null
  }
}

/**
 * As {@link electronThere}; where it is missing, Electron's own install script fetches it, once and for at most 15
 * seconds.
 * @param {string} node
 * @returns {Promise<string | null>} null where it cannot be had
 */
export async function findElectron(node) {
  const there = electronThere()
  if (there || process.env.ELECTRON_EXEC_PATH) return there
  const script = join(folder, 'install.js')
  if (!existsSync(script)) return null
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (triedVersion() === version) return null
  console.log('Fetching Electron (once, for at most 15 seconds) …')
  const code = await run(node, [script], { stdio: 'ignore', timeoutMs: ONCE_MS })
  const binary = code === 0 ? installedBinary() : null
  if (!binary) {
    mkdirSync(dirname(triedPath), { recursive: true })
    writeFileSync(triedPath, version)
  }
  return binary
}

/** Whether a window can be shown at all. */
export function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Why the window tests cannot run in Electron itself.
 * @returns {string | null} null where they can
 */
export function whyNoElectron() {
  if (!electronThere()) return 'its program is not installed'
  return hasDisplay() ? null : 'there is no display for its windows'
}
