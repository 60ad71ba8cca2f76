import { stat } from 'node:fs/promises'
import { Transform } from 'prosemirror-transform'
import { type Desk, openDesk } from '../../electron/desk/desk.ts'
import { databasePath } from '../../electron/store/paths.ts'
import { readDocument } from '../../shared/document/build.ts'
import { schema, schemaVersion } from '../../shared/document/schema.ts'
import { newRequestId } from '../../shared/model/ids.ts'
import type { StepJson } from '../../shared/model/write.ts'
import type { Size } from './book.ts'
import { importSize, joinDesk } from './places.ts'

/** Somebody who types into the middle of a story at a desk in this process, a letter a time. */
export interface Hand {
  readonly desk: Desk
  /** Of each letter: from the write to its answer, which comes after the commit. */
  readonly acksMs: number[]
  /** Of each letter: what the write-ahead log grew by. */
  readonly logBytes: number[]
  type(count: number): Promise<void>
}

/** At a desk of its own in `folder`, which is made. */
export async function openHand(folder: string, size: Size): Promise<Hand> {
  const first = await openDesk({ folder })
  const personId = await joinDesk(first)
  const storyId = await importSize(first, personId, size)
  await first.close()
  // Opened anew, the log is empty: what it grows by is what was typed.
  const desk = await openDesk({ folder })
  const client = desk.client({ personId, via: 'window' })
  const opened = await client.stories.open({ storyId })
  let { version } = opened
  let document = readDocument(opened.document)
  let at = 0
  document.forEach((block, offset, index) => {
    if (at === 0 && index > document.childCount / 2 && block.isTextblock) at = offset + 10
  })
  const acksMs: number[] = []
  const logBytes: number[] = []
  const logSize = async () => (await stat(`${databasePath(folder)}-wal`)).size
  return {
    desk,
    acksMs,
    logBytes,
    async type(count) {
      for (let key = 0; key < count; key++) {
        const before = await logSize()
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
        version = answer.version
        document = transform.doc
        at++
        // Written into from its beginning again, after a checkpoint, the log does not grow.
        const grown = (await logSize()) - before
        if (grown > 0) logBytes.push(grown)
      }
    },
  }
}
