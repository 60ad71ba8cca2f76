// `npm run bench`: installs and builds what is missing, brings a Chromium, and measures.
import { join } from 'node:path'
import { buildWhenStale } from './lib/build.mjs'
import { bringChromium } from './lib/chromium.mjs'
import { installMissing } from './lib/install.mjs'
import { root, wantNode } from './lib/node.mjs'
import { endWithNpm, run } from './lib/run.mjs'

endWithNpm()
await installMissing()
if ((await buildWhenStale()) !== 0) process.exit(1)
const chromium = await bringChromium()
if (!chromium) {
  console.error('The bench wants a Chromium: name one in CHROMIUM.')
  process.exit(1)
}
const program = join(root, 'tests', 'bench', 'main.ts')
process.exitCode = await run(wantNode(), [program, ...process.argv.slice(2)], {
  env: { ...process.env, CHROMIUM: chromium },
})
