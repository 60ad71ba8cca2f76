import type { Browser, Page } from '@playwright/test'
import type { BrowserShell } from '../e2e/shell.ts'
import { paragraphsOf, type Size } from './book.ts'
import { caretToMiddle, heapOf, typeAndWatch } from './in-page.ts'
import { against, aim, type Row, rowOf } from './measure.ts'
import { openStory, openWindow, type PeerPlace } from './places.ts'

const STET = 'Stet'
const peerNames = { bare: 'bare contenteditable', tiptap: 'tiptap StarterKit', lexical: 'Lexical' }

interface Party {
  readonly who: string
  readonly page: Page
  readonly openedMs: number[]
  readonly keysMs: number[]
}

/**
 * Keystrokes to paint, opening and memory on one size: Stet with panel and desk, and the peers on the same text
 * without claims. They take turns, a few keys each, so that whatever else the machine does falls on all alike.
 */
export async function measureTyping(
  browser: Browser,
  shell: BrowserShell,
  peers: PeerPlace,
  size: Size,
  given: { rounds: number; keysPerRound: number; openings: number },
): Promise<Row[]> {
  const paragraphs = paragraphsOf(size)
  const parties: Party[] = []
  for (let opening = 0; opening < given.openings; opening++) {
    const page = await openWindow(browser, shell)
    const openedMs = await openStory(page, size)
    await keep(parties, STET, page, openedMs)
    for (const [peer, who] of Object.entries(peerNames)) {
      const opened = await peers.open(browser, peer, paragraphs)
      await keep(parties, who, opened.page, opened.openedMs)
    }
  }
  for (const { who, page } of parties) {
    await page.bringToFront()
    await caretToMiddle(page, who === STET ? '[data-testid="story-text"]' : '#text')
    await typeAndWatch(page, 5)
  }
  for (let round = 0; round < given.rounds; round++) {
    for (const { page, keysMs } of parties) {
      await page.bringToFront()
      keysMs.push(...(await typeAndWatch(page, given.keysPerRound)))
    }
  }
  const heaps = new Map<string, number>()
  for (const { who, page } of parties) heaps.set(who, await heapOf(page))
  for (const { page } of parties) await page.context().close()
  return rowsOf(size, parties, heaps)
}

/** Only the last opening of each stays open, to be typed in. */
async function keep(parties: Party[], who: string, page: Page, openedMs: number): Promise<void> {
  const at = parties.findIndex((party) => party.who === who)
  const earlier = parties[at]
  if (!earlier) {
    parties.push({ who, page, openedMs: [openedMs], keysMs: [] })
    return
  }
  await earlier.page.context().close()
  parties[at] = { ...earlier, page, openedMs: [...earlier.openedMs, openedMs] }
}

function rowsOf(size: Size, parties: readonly Party[], heaps: ReadonlyMap<string, number>): Row[] {
  const isLargest = size.words >= 100_000
  const about = `${size.words.toLocaleString('en')} words, ${size.claims.toLocaleString('en')} claims${size.isNested ? ' in one another' : ''}`
  const take = (section: string, unit: Row['unit'], of: (party: Party) => readonly number[]) =>
    new Map(
      parties.map((party) => [
        party.who,
        rowOf({ section, name: about, who: party.who, unit, values: of(party) }),
      ]),
    )
  const held = (rows: Map<string, Row>, peer: string, judge?: (row: Row) => Row): Row[] =>
    [...rows.values()].map((row) => {
      const other = rows.get(peer)
      if (row.who === peer || !other) return row
      const compared = against(row, other)
      return row.who === STET && isLargest && judge ? judge(compared) : compared
    })
  return [
    ...held(
      take('Keystroke to paint', 'ms', (party) => party.keysMs),
      peerNames.bare,
      (row) =>
        aim(
          row,
          'p50 ≤ 1.0 ×, p95 ≤ 1.1 × the bare element',
          (row.ratio?.p50 ?? 9) <= 1 && (row.ratio?.p95 ?? 9) <= 1.1,
        ),
    ),
    ...held(
      take('Opening', 'ms', (party) => party.openedMs),
      peerNames.tiptap,
      (row) => aim(row, '≤ 0.8 × plain tiptap', (row.ratio?.p50 ?? 9) <= 0.8),
    ),
    ...held(
      take('Memory of the page’s scripts', 'MB', (party) => [heaps.get(party.who) ?? Number.NaN]),
      peerNames.tiptap,
      (row) => aim(row, '≤ 1.5 × plain tiptap', (row.ratio?.p50 ?? 9) <= 1.5),
    ),
  ]
}
