// `npm start`: Stet in its own window where Electron can be had, else in the browser. Begins on Node 20 with
// nothing installed; installs and builds what is missing, then goes on with Node 24.
import { buildWhenStale } from './lib/build.mjs'
import { findElectron, hasDisplay } from './lib/electron.mjs'
import { installMissing } from './lib/install.mjs'
import { root, wantNode } from './lib/node.mjs'
import { endWithNpm, run } from './lib/run.mjs'
import { supervise } from './lib/supervise.mjs'

endWithNpm()
const words = process.argv.slice(2)
/** Names a port, so wants an address; or says it outright. */
const isBrowserWanted = words.some((word) => word === '--browser' || word.startsWith('--port'))
const passedOn = words.filter((word) => word !== '--browser')

await installMissing()
const node = wantNode()
if ((await buildWhenStale()) !== 0) {
  console.error('The build failed: see above.')
  process.exit(1)
}

/** An Electron that ends badly sooner than this never had a window: a library is missing, or root may not. */
const LEAST_MS = 5000

/** @returns {Promise<number | null>} the exit code of Stet in its own window; null where that cannot be */
async function runInWindow() {
  const electron = await findElectron(node)
  if (!electron) {
    console.log('Electron’s own program cannot be had here: Stet opens in a browser instead.')
    return null
  }
  if (!hasDisplay()) {
    console.log('There is no display for a window of its own: Stet opens for a browser.')
    return null
  }
  const startedAtMs = Date.now()
  const code = await run(electron, [root, ...passedOn], { cwd: process.env.INIT_CWD ?? process.cwd() })
  if (code === 0 || Date.now() - startedAtMs > LEAST_MS) return code
  console.log(`Electron ended at once (exit code ${code}): Stet opens in a browser instead.`)
  return null
}

process.exit((isBrowserWanted ? null : await runInWindow()) ?? (await supervise(node, passedOn)))
