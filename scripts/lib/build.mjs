import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root, toolPath, wantNode } from './node.mjs'
import { run } from './run.mjs'

/** Everything that the built files are made of. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

const stampPath = join(root, 'out', '.sources')

const BUILT = ['main/index.js', 'main/desk.js', 'preload/preload.cjs', 'renderer/index.html']

/** @param {string} path */
function filesOf(path) {
  if (!existsSync(join(root, path))) return []
  const entries = readdirSync(join(root, path), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** One hash over names and contents: clocks of files say nothing after a clone or a switch of branches. */
function hashSources() {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap((path) => (/\.\w+$/.test(path) ? [join(root, path)] : filesOf(path))).sort()
  for (const file of files) {
    const bytes = readFileSync(file)
    hash.update(`${file.slice(root.length)}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** @param {string} sources */
function isBuilt(sources) {
  if (!BUILT.every((file) => existsSync(join(root, 'out', file)))) return false
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === sources
}

const lockPath = join(root, 'node_modules', '.cache', 'stet', 'building')

/** One build at a time; the lock of a build that was killed does not count. */
async function takeLock() {
  mkdirSync(dirname(lockPath), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lockPath, String(process.pid), { flag: 'wx' })
      return
    } catch {
      if (!isBuilding()) rmSync(lockPath, { force: true })
      else await wait(200)
    }
  }
}

function isBuilding() {
  try {
    process.kill(Number(readFileSync(lockPath, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

/**
 * Builds `out/` unless it was built from these very sources.
 * @returns {Promise<number>} the build's exit code
 */
export async function buildWhenStale() {
  if (isBuilt(hashSources())) return 0
  await takeLock()
  try {
    const sources = hashSources()
    // Somebody else built it while we waited.
    if (isBuilt(sources)) return 0
    console.log('Building …')
    const code = await run(wantNode(), [toolPath('electron-vite'), 'build', '--logLevel', 'warn'])
    if (code === 0) writeFileSync(stampPath, sources)
    return code
  } finally {
    rmSync(lockPath, { force: true })
  }
}
