// Types, room by room (each room sees only what it may see), then lint and format.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, toolPath, wantNode } from './lib/node.mjs'
import { run } from './lib/run.mjs'

const ROOMS = ['shared', 'electron', 'electron/preload', 'renderer', 'tests', 'scripts']

const node = wantNode()
let failed = 0
for (const room of ROOMS) {
  if (!existsSync(join(root, room))) continue
  if ((await run(node, [toolPath('tsc'), '-p', room])) !== 0) failed++
}
if ((await run(node, [toolPath('biome'), 'check', '--error-on-warnings'])) !== 0) failed++
process.exitCode = failed === 0 ? 0 : 1
