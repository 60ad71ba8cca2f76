// `npm run bench`: Stet beside its peers, by turns in one run, as a table and as JSON.
//   --short       small texts and few rounds: whether the bench works, not what it measures
//   --only PART   typing, settling, desk or search; may be given again
//   --out FILE    where the JSON goes; test-results/bench.json unless named
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import type { Size } from './book.ts'
import { measureDesk } from './desk.ts'
import type { Row } from './measure.ts'
import { openPeers, openPlace } from './places.ts'
import { tableOf } from './report.ts'
import { measureSearch } from './search.ts'
import { measureSettling } from './settling.ts'
import { measureTyping } from './typing.ts'

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
})
const isShort = values.short
const isWanted = (part: string) => !values.only || values.only.includes(part)

const size = (name: string, words: number, claims: number, isNested = false): Size => ({
  name,
  words,
  claims,
  isNested,
})
const small = size('1k', 1000, 50)
const nested = size('nested', isShort ? 1000 : 6000, isShort ? 150 : 900, true)
const large = isShort ? size('5k', 5000, 250) : size('100k', 100_000, 5000)
const sizes = isShort ? [small, nested, large] : [small, size('10k', 10_000, 500), nested, large]

const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'))
const executablePath = process.env.CHROMIUM ?? findChromium()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
})
const rows: Row[] = []
try {
  if (isWanted('typing') || isWanted('settling')) {
    const shell = await openPlace(join(folder, 'desk'), sizes)
    const peers = await openPeers()
    try {
      if (isWanted('typing')) {
        for (const one of sizes) {
          console.log(`Typing in ${one.words} words with ${one.claims} claims …`)
          const given = isShort
            ? { rounds: 2, keysPerRound: 5, openings: 1 }
            : { rounds: 20, keysPerRound: 10, openings: 5 }
          rows.push(...(await measureTyping(browser, shell, peers, one, given)))
        }
      }
      if (isWanted('settling')) {
        console.log('Settling …')
        const given = isShort ? { ones: 2, hundreds: 0 } : { ones: 15, hundreds: 7 }
        rows.push(...(await measureSettling(browser, shell, large, given)))
      }
    } finally {
      peers.close()
      await shell.stop()
    }
  }
  if (isWanted('desk')) {
    console.log('Writing at the desk …')
    const given = isShort ? { rounds: 2, keysPerRound: 5 } : { rounds: 8, keysPerRound: 25 }
    rows.push(...(await measureDesk(join(folder, 'written'), small, large, given)))
  }
  if (isWanted('search')) {
    console.log('Searching …')
    const given = isShort ? { stories: 100, queries: 16 } : { stories: 25_000, queries: 200 }
    rows.push(...(await measureSearch(folder, given)))
  }
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}

// Few rounds of small texts reach nothing, nor miss it.
const shown = rows.filter((row) => row.count > 0).map((row) => (isShort ? { ...row, target: null } : row))
const machine = {
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  memoryBytes: totalmem(),
  node: process.version,
}
const out = resolve(values.out ?? join(import.meta.dirname, '../../test-results/bench.json'))
await mkdir(dirname(out), { recursive: true })
await writeFile(out, `${JSON.stringify({ isShort, machine, rows: shown }, null, 2)}\n`)
console.log(`\n${tableOf(shown)}\n${out}`)
