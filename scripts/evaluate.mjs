// `npm run evaluate`: installs what is missing, and measures the first pass on texts that others have judged.
import { join } from 'node:path'
import { installMissing } from './lib/install.mjs'
import { root, wantNode } from './lib/node.mjs'
import { endWithNpm, run } from './lib/run.mjs'

endWithNpm()
await installMissing()
const program = join(root, 'tests', 'evaluate', 'main.ts')
process.exitCode = await run(wantNode(), [program, ...process.argv.slice(2)])
