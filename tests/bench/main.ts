// `npm run bench`: Stet beside its peers, by turns in one run, as a table and as JSON.
//   PART …        typing, opening, settling, desk, search, mark; all of them unless named
//   --short       small texts and few rounds: whether the bench works, not what it measures
//   --size NAME   of typing: 1k, 10k, nested or 100k; may be given again
//   --out FILE    where the JSON goes; test-results/bench.json unless named
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { sizesOf } from './book.ts'
import { measureDesk } from './desk.ts'
import { measureMark } from './mark.ts'
import type { Row } from './measure.ts'
import { measureMemory, measureOpening, measureStart } from './opening.ts'
import { partiesAt } from './parties.ts'
import { openPeers, openPlace } from './places.ts'
import { tableOf } from './report.ts'
import { measureSearch } from './search.ts'
import { measureSettling } from './settling.ts'
import { measureTyping } from './typing.ts'

const PARTS = ['typing', 'opening', 'settling', 'desk', 'search', 'mark'] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    size: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
})
const isShort = values.short
const { small, middle, nested, large } = sizesOf(isShort)
const sizes = isShort ? [nested, large] : [small, middle, nested, large]

const unknown = [
  ...positionals.filter((part) => !PARTS.some((one) => one === part)),
  ...(values.size ?? []).filter((name) => !sizes.some((one) => one.name === name)),
]
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown[0]}. Parts: ${PARTS.join(', ')}. Sizes: ${sizes.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}
const isWanted = (part: (typeof PARTS)[number]) => positionals.length === 0 || positionals.includes(part)
const typed = sizes.filter(({ name }) => !values.size || values.size.includes(name))

const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'))
const executablePath = process.env.CHROMIUM ?? findChromium()
const launch = {
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--lang=en-GB',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ],
}
const rows: Row[] = []
const seconds: Record<string, number> = {}

async function part(name: (typeof PARTS)[number], measure: () => Promise<Row[]>): Promise<void> {
  console.log(`Measuring ${name} …`)
  const fromMs = performance.now()
  rows.push(...(await measure()))
  seconds[name] = Math.round((seconds[name] ?? 0) + (performance.now() - fromMs) / 1000)
}

/** What a window shows, beside what peers show. */
async function measureWindows(browser: Browser, place: string): Promise<void> {
  const shell = await openPlace(browser, place, sizes)
  const peers = await openPeers()
  try {
    const parties = partiesAt(shell, peers)
    for (const size of isWanted('typing') ? typed : []) {
      const rounds = isShort ? { rounds: 2, keysPerRound: 3 } : { rounds: 20, keysPerRound: 10 }
      const given = { ...rounds, isJudged: !isShort && size === large }
      await part('typing', () => measureTyping(browser, parties, size, given))
    }
    for (const size of isWanted('opening') ? (isShort ? [large] : [small, large]) : []) {
      const given = { rounds: isShort ? 1 : 8, isJudged: !isShort && size === large }
      await part('opening', () => measureOpening(browser, parties, size, given))
    }
    if (isWanted('opening')) {
      // Beside the book a page of text: what a window takes that shows next to nothing.
      for (const size of isShort ? [large] : [small, large]) {
        const given = { restMs: isShort ? 0 : 80_000, isJudged: !isShort && size === large }
        await part('opening', () => measureMemory(launch, parties, size, given))
      }
    }
    if (isWanted('settling')) {
      const given = isShort ? { ones: 2, rounds: 1, many: 20 } : { ones: 40, rounds: 9, many: 500 }
      await part('settling', () => measureSettling(browser, shell, large, { ...given, isJudged: !isShort }))
    }
  } finally {
    peers.close()
    await shell.stop()
  }
  if (isWanted('opening')) {
    await part('opening', () => measureStart(browser, place, large, { rounds: isShort ? 1 : 5 }))
  }
}

try {
  if (isWanted('typing') || isWanted('opening') || isWanted('settling')) {
    const browser = await chromium.launch(launch)
    try {
      await measureWindows(browser, join(folder, 'desk'))
    } finally {
      await browser.close()
    }
  }
  if (isWanted('desk')) {
    const given = isShort ? { rounds: 2, keysPerRound: 5 } : { rounds: 20, keysPerRound: 15 }
    await part('desk', () =>
      measureDesk(join(folder, 'written'), small, large, { ...given, isJudged: !isShort }),
    )
  }
  if (isWanted('search')) {
    const given = isShort ? { stories: 60, queries: 16 } : { stories: 25_000, queries: 200 }
    await part('search', () => measureSearch(folder, { ...given, isJudged: !isShort }))
  }
  if (isWanted('mark')) {
    const given = isShort
      ? { small: 300, large: 3000, rounds: 2, changes: 5 }
      : { small: small.words, large: large.words, rounds: 15, changes: 200 }
    await part('mark', async () => measureMark({ ...given, isJudged: !isShort }))
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

const machine = {
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  memoryBytes: totalmem(),
  node: process.version,
}
const out = resolve(values.out ?? join(import.meta.dirname, '../../test-results/bench.json'))
await mkdir(dirname(out), { recursive: true })
await writeFile(out, `${JSON.stringify({ isShort, machine, seconds, rows }, null, 2)}\n`)
console.log(`\n${tableOf(rows)}\n${out}`)
