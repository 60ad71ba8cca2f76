import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'prosemirror-transform'
import { openDesk } from '../../electron/desk/desk.ts'
import { databasePath } from '../../electron/store/paths.ts'
import { readDocument } from '../../shared/document/build.ts'
import { schema, schemaVersion } from '../../shared/document/schema.ts'
import { newRequestId, type StoryId } from '../../shared/model/ids.ts'
import type { StepJson } from '../../shared/model/write.ts'
import type { Size } from './book.ts'
import { against, aim, type Row, rowOf } from './measure.ts'
import { importSize, joinDesk } from './places.ts'

const SMALL = 'a story of 1,000 words'

/** Writes a letter a time into the middle of a story and waits for each answer, which comes after the commit. */
async function openHand(folder: string, size: Size) {
  const place = join(folder, size.name)
  const first = await openDesk({ folder: place })
  const personId = await joinDesk(first)
  const storyId: StoryId = await importSize(first, personId, size)
  await first.close()
  // Opened anew, the log is empty: what it grows by is what was typed.
  const desk = await openDesk({ folder: place })
  const client = desk.client({ personId, via: 'window' })
  const opened = await client.stories.open({ storyId })
  let { version } = opened
  let document = readDocument(opened.document)
  let at = 0
  document.forEach((block, offset, index) => {
    if (at === 0 && index > document.childCount / 2 && block.isTextblock) at = offset + 10
  })
  const acksMs: number[] = []
  const bytes: number[] = []
  const log = async () => (await stat(`${databasePath(place)}-wal`)).size
  return {
    acksMs,
    bytes,
    async type(count: number) {
      const before = await log()
      for (let key = 0; key < count; key++) {
        const transform = new Transform(document).insert(at, schema.text('e'))
        const steps = transform.steps.map((step) => step.toJSON() as StepJson)
        const fromMs = performance.now()
        const answer = await client.stories.write({
          requestId: newRequestId(),
          storyId,
          atVersion: version,
          clientId: 'bench',
          schemaVersion,
          steps,
          claims: [],
        })
        acksMs.push(performance.now() - fromMs)
        ;({ version } = answer)
        document = transform.doc
        at++
      }
      bytes.push(((await log()) - before) / count)
    },
    close: () => desk.close(),
  }
}

/** Acknowledging and logging a keystroke at the desk, in a short and in a long story by turns. */
export async function measureDesk(
  folder: string,
  small: Size,
  large: Size,
  given: { rounds: number; keysPerRound: number },
): Promise<Row[]> {
  const hands = [await openHand(folder, small), await openHand(folder, large)] as const
  for (const hand of hands) await hand.type(1)
  for (const hand of hands) for (const values of [hand.acksMs, hand.bytes]) values.splice(0)
  for (let round = 0; round < given.rounds; round++) {
    for (const hand of hands) await hand.type(given.keysPerRound)
  }
  const rows = (name: string, unit: Row['unit'], of: (hand: (typeof hands)[number]) => number[]): Row[] => {
    const section = 'A keystroke at the desk'
    const peer = rowOf({ section, name, who: SMALL, unit, values: of(hands[0]) })
    const own = rowOf({
      section,
      name,
      who: `${large.words.toLocaleString('en')} words, ${large.claims.toLocaleString('en')} claims`,
      unit,
      values: of(hands[1]),
    })
    const held = against(own, peer)
    return [peer, aim(held, '≤ 1.2 × a short story', (held.ratio?.p50 ?? 9) <= 1.2)]
  }
  const all = [
    ...rows('from the write to its acknowledgement', 'ms', (hand) => hand.acksMs),
    ...rows('write-ahead log', 'bytes', (hand) => hand.bytes),
  ]
  for (const hand of hands) await hand.close()
  return all
}
