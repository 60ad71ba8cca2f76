import { join } from 'node:path'
import { headAfter } from '../../electron/store/journal-head.ts'
import { type Size, saysOf } from './book.ts'
import { type Hand, openHand } from './hand.ts'
import { against, aim, type Row, rowOf } from './measure.ts'
import { inTurn, STET } from './parties.ts'

const section = 'A keystroke at the desk'

/** The hash that each keystroke makes over the journal, by itself. */
function measureHash(count: number): Row {
  const step = {
    step: '{"stepType":"replace","from":290000,"to":290000,"slice":{"content":[{"type":"text","text":"e"}]}}',
    schema_version: 1,
    person_id: 'person-bench-0001',
    client_id: 'bench',
    at_ms: 1_700_000_000_000,
  }
  const values: number[] = []
  let head = ''
  for (let version = 1; version <= count; version++) {
    const fromMs = performance.now()
    head = headAfter(head, { ...step, version })
    values.push(performance.now() - fromMs)
  }
  return rowOf({ section, name: 'of it, the hash over the journal', who: STET, unit: 'ms', values })
}

/** Acknowledging and logging a keystroke in a short and in a long story by turns, and proving the long one. */
export async function measureDesk(
  folder: string,
  small: Size,
  large: Size,
  given: { rounds: number; keysPerRound: number; isJudged: boolean },
): Promise<Row[]> {
  const hands = [
    { size: small, hand: await openHand(join(folder, small.name), small) },
    { size: large, hand: await openHand(join(folder, large.name), large) },
  ]
  for (const { hand } of hands) {
    await hand.type(20)
    hand.acksMs.splice(0)
    hand.logBytes.splice(0)
  }
  for (let round = 0; round < given.rounds; round++) {
    for (const { hand } of inTurn(hands, round)) await hand.type(given.keysPerRound)
  }
  const rows = (name: string, unit: Row['unit'], of: (hand: Hand) => number[]): Row[] => {
    const [peer, own] = hands.map(({ size, hand }) =>
      rowOf({ section, name, who: saysOf(size), unit, values: of(hand) }),
    )
    if (!peer || !own) return []
    const held = against(own, peer)
    const isReached = (held.ratio?.p50 ?? 9) <= 1.2
    return [peer, given.isJudged ? aim(held, '≤ 1.2 × a short story', isReached) : held]
  }
  const all = [
    ...rows('from the write to its acknowledgement', 'ms', (hand) => hand.acksMs),
    measureHash(given.rounds * given.keysPerRound),
    ...rows('write-ahead log', 'bytes', (hand) => hand.logBytes),
  ]
  for (const { size, hand } of hands) {
    const fromMs = performance.now()
    const { findings } = await hand.desk.client({ personId: null, via: 'window' }).desk.verify({})
    const values = [performance.now() - fromMs]
    if (findings.length > 0) throw new Error(`the desk proves unsound: ${findings[0]?.message}`)
    all.push(rowOf({ section: 'Proving a desk', name: saysOf(size), who: STET, unit: 'ms', values }))
    await hand.desk.close()
  }
  return all
}
