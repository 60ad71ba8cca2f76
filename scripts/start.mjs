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

const electron = isBrowserWanted ? null : await findElectron(node)
if (electron && hasDisplay()) {
  process.exitCode = await run(electron, [root, ...passedOn], { cwd: process.env.INIT_CWD ?? process.cwd() })
} else {
  if (electron) console.log('There is no display for a window of its own: Stet opens for a browser.')
  else if (!isBrowserWanted)
    console.log('Electron’s own program cannot be had here: Stet opens in a browser instead.')
  process.exit(await supervise(node, passedOn))
}
