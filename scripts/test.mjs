// `npm test`: types and lint, the tests, the build, and the window tests in a real Chromium. Begins on Node 20
// with nothing installed. The last line sums up.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhenStale } from './lib/build.mjs'
import { bringChromium } from './lib/chromium.mjs'
import { whyNoElectron } from './lib/electron.mjs'
import { installMissing } from './lib/install.mjs'
import { root, toolPath, wantNode } from './lib/node.mjs'
import { endWithNpm, run } from './lib/run.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

endWithNpm()
await installMissing()
const node = wantNode()
const reports = join(root, 'node_modules', '.cache', 'stet')
mkdirSync(reports, { recursive: true })

/** @type {Counts} */
const sum = { passed: 0, failed: 0, skipped: 0 }
/** @type {string[]} */
const notes = []

/** @param {Counts} counts */
function add(counts) {
  sum.passed += counts.passed
  sum.failed += counts.failed
  sum.skipped += counts.skipped
}

/**
 * A run that failed without a failed test (a file that cannot be loaded, a crash) still counts as a failure.
 * @param {string} name
 * @param {readonly string[]} words of its command line
 * @param {NodeJS.ProcessEnv} env
 * @param {string} report where it leaves its JSON
 * @param {(json: any) => Counts} count
 */
async function runTests(name, words, env, report, count) {
  rmSync(report, { force: true })
  const code = await run(node, words, { env })
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    counts = count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    notes.push(`${name} left no report`)
  }
  if (code !== 0 && counts.failed === 0) {
    notes.push(`${name} failed (exit code ${code})`)
    counts.failed = 1
  }
  add(counts)
}

/**
 * @param {readonly any[]} suites of Playwright's report, each with suites within
 * @returns {string[]}
 */
function titlesOfFlaky(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) =>
        spec.tests.some((/** @type {any} */ test) => test.status === 'flaky'),
      )
      .map((/** @type {any} */ spec) => spec.title),
    ...titlesOfFlaky(suite.suites ?? []),
  ])
}

if ((await run(node, [join(root, 'scripts', 'check.mjs')])) !== 0) {
  notes.push('check failed')
  add({ passed: 0, failed: 1, skipped: 0 })
}

// Before the tests, for some of them look at what was built or start it.
const isBuilt = (await buildWhenStale()) === 0
if (!isBuilt) {
  notes.push('build failed')
  add({ passed: 0, failed: 1, skipped: 0 })
}

const vitestReport = join(reports, 'vitest.json')
await runTests(
  'vitest',
  [
    toolPath('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
    ...process.argv.slice(2),
  ],
  process.env,
  vitestReport,
  (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }),
)

const chromium = isBuilt ? await bringChromium() : undefined
if (chromium) {
  const playwrightReport = join(reports, 'playwright.json')
  await runTests(
    'playwright',
    [toolPath('playwright'), 'test', '--reporter=list,json'],
    { ...process.env, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    playwrightReport,
    (json) => {
      const { expected, flaky, unexpected, skipped } = json.stats
      if (flaky > 0) notes.push(`passed only when tried again: ${titlesOfFlaky(json.suites).join('; ')}`)
      return { passed: expected + flaky, failed: unexpected, skipped }
    },
  )
} else if (isBuilt) {
  console.log('\nThese window tests were not run, for there is no Chromium (name one in CHROMIUM):')
  await run(node, [toolPath('playwright'), 'test', '--list', '--reporter=list'])
  notes.push('the window tests were not run')
  if (process.env.CI) add({ passed: 0, failed: 1, skipped: 0 })
}

const reason = whyNoElectron()
if (reason) notes.push(`not run in Electron itself, for ${reason} (see docs/release.md)`)

console.log('')
for (const note of notes) console.log(note)
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exitCode = sum.failed === 0 ? 0 : 1
