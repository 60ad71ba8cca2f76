// `npm run crash`: the long form of tests/crash. 200 kills, 500 damaged databases, 40 times two starts at once; the
// tables of what came of them are printed. Words that follow go to vitest.
import { installMissing } from './lib/install.mjs'
import { root, toolPath, wantNode } from './lib/node.mjs'
import { run } from './lib/run.mjs'

await installMissing()
process.exit(
  await run(wantNode(), [toolPath('vitest'), 'run', 'tests/crash', ...process.argv.slice(2)], {
    cwd: root,
    env: { STET_KILLS: '200', STET_DAMAGES: '500', STET_STARTS: '40', ...process.env },
  }),
)
