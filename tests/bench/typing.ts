import type { Browser, Page } from '@playwright/test'
import { type Size, saysOf } from './book.ts'
import { caretToMiddle, typeAndWatch } from './in-page.ts'
import { aim, type Row, rowOf, rowsAgainst } from './measure.ts'
import { BARE, inTurn, type Party, STET } from './parties.ts'

/** After a page was brought to the front again its first keys are slower than those of somebody who writes. */
const FIRST_KEYS = 2

/** Keystrokes to paint in one size: the parties take turns, a few keys each. */
export async function measureTyping(
  browser: Browser,
  parties: readonly Party[],
  size: Size,
  given: { rounds: number; keysPerRound: number; isJudged: boolean },
): Promise<Row[]> {
  const hands: { who: string; page: Page; keysMs: number[] }[] = []
  for (const { who, selector, open } of parties) {
    const { page } = await open(browser, size)
    await caretToMiddle(page, selector)
    await typeAndWatch(page, 5)
    hands.push({ who, page, keysMs: [] })
  }
  for (let round = 0; round < given.rounds; round++) {
    for (const { page, keysMs } of inTurn(hands, round)) {
      await page.bringToFront()
      const all = await typeAndWatch(page, FIRST_KEYS + given.keysPerRound)
      keysMs.push(...all.slice(FIRST_KEYS))
    }
  }
  for (const { page } of hands) await page.context().close()
  const rows = hands.map(({ who, keysMs }) =>
    rowOf({ section: 'Keystroke to paint', name: saysOf(size), who, unit: 'ms', values: keysMs }),
  )
  return rowsAgainst(rows, BARE).map((row) => {
    const { ratio } = row
    if (row.who !== STET || !given.isJudged || !ratio) return row
    const isReached = ratio.p50 <= 1 && (ratio.p95 ?? 9) <= 1.1
    return aim(row, 'p50 ≤ 1.0 ×, p95 ≤ 1.1 × the bare element', isReached)
  })
}
