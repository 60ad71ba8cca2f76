// Stet on the command line: `npm run -s stet -- COMMAND`. Installs and builds nothing.
import { join } from 'node:path'
import { isInstalled, root, wantNode } from './lib/node.mjs'
import { run } from './lib/run.mjs'

if (!isInstalled()) {
  console.error('Stet is not installed yet: run “npm ci” first.')
  process.exit(1)
}
const program = join(root, 'electron', 'cli', 'stet.ts')
process.exitCode = await run(wantNode(), [program, ...process.argv.slice(2)], { cwd: process.cwd() })
