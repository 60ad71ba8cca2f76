import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execPath, platform } from 'node:process'
import { root } from './node.mjs'
import { run } from './run.mjs'

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | null}
 */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  } catch {
    return null
  }
}

/**
 * Whether `node_modules` is what the lockfile says. npm keeps a lockfile of what it installed there, written
 * last, so that an install that broke off does not count.
 */
export function isUpToDate() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const there = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted) throw new Error('package-lock.json is missing')
  if (!there) return false
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true
    const installed = there[path]
    // Optional packages are for some systems only.
    return installed ? installed.version === version : optional === true
  })
}

/** The npm that runs us, else the one on the path. */
function npm() {
  const script = process.env.npm_execpath
  if (script && /\.c?js$/.test(script)) return { command: execPath, first: [script] }
  return platform === 'win32' ? { command: 'cmd.exe', first: ['/c', 'npm'] } : { command: 'npm', first: [] }
}

/** Installs exactly what the lockfile says where it is not there yet; ends the process where that fails. */
export async function installMissing() {
  if (isUpToDate()) return
  console.log('Installing what Stet needs (once) …')
  const { command, first } = npm()
  const code = await run(command, [...first, 'ci', '--loglevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (code === 0) return
  console.error('npm ci failed: see above, and try again with the network at hand.')
  process.exit(1)
}
