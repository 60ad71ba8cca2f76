// `npm start`: Stet in its own window where Electron can be had, else in the browser. Begins on Node 20 with
// nothing installed; installs and builds what is missing, then goes on with Node 24.
import { buildWhenStale } from './lib/build.mjs'
import { findElectron, hasDisplay } from './lib/electron.mjs'
import { installMissing } from './lib/install.mjs'
import { root, wantNode } from './lib/node.mjs'
import { endWithNpm } from './lib/run.mjs'
import { supervise } from './lib/supervise.mjs'
import { runInWindow } from './lib/window.mjs'

endWithNpm()
const words = process.argv.slice(2)
/** Names a port, so wants an address; or says it outright. */
const isBrowserWanted = words.some((word) => word === '--browser' || word.startsWith('--port'))
const passedOn = words.filter((word) => word !== '--browser')
/** Files to be opened, which only a window of its own can read from the disk by itself. */
const files = passedOn.filter(
  (word, at) => !word.startsWith('-') && !/^--(desk|port)$/.test(passedOn[at - 1] ?? ''),
)

await installMissing()
const node = wantNode()
if ((await buildWhenStale()) !== 0) {
  console.error('The build failed: see above.')
  process.exit(1)
}

/** @returns {Promise<number | null>} the exit code of Stet in its own window; null where that cannot be */
async function openWindow() {
  const electron = await findElectron(node)
  if (!electron) {
    console.log('Electron’s own program cannot be had here: Stet opens in a browser instead.')
    return null
  }
  if (!hasDisplay()) {
    console.log('There is no display for a window of its own: Stet opens for a browser.')
    return null
  }
  const cwd = process.env.npm_lifecycle_event ? process.env.INIT_CWD : undefined
  const ended = await runInWindow(electron, [root, ...passedOn], { cwd: cwd ?? process.cwd() })
  if ('code' in ended) return ended.code
  console.log(`${ended.why}: Stet opens in a browser instead.`)
  return null
}

const code = isBrowserWanted ? null : await openWindow()
if (code !== null) process.exit(code)
for (const file of files)
  console.log(`Drop ${file} into the page to import it: a browser cannot open it by itself.`)
process.exit(
  await supervise(
    node,
    passedOn.filter((word) => !files.includes(word)),
  ),
)
