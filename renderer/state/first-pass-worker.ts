/*
 * Reads stories under the first pass, on a thread of its own: nothing of it waits where somebody types. It is told of
 * one story, block by block, and says of which blocks it proposes something else than before. It keeps no text.
 */
import { type BlockMarks, MarkedBlocks } from '../../shared/mark/marked-blocks.ts'
import { type FromWorker, type ToWorker, takeIn } from './first-pass-messages.ts'

const story = new MarkedBlocks()

/** Parts are told of as they are read, at most so often. */
const tellMs = 80

function tell(message: FromWorker): void {
  postMessage(message)
}

function readAhead(): void {
  let toldMs = performance.now()
  for (const { read, all } of story.warm()) {
    if (performance.now() - toldMs < tellMs) continue
    toldMs = performance.now()
    tell({ kind: 'progress', read, all })
  }
}

/** So many blocks are heard within a millisecond or so. */
const blocksPerPart = 250

function tellMarks(blocks: readonly BlockMarks[]): void {
  let at = 0
  do {
    const part = blocks.slice(at, at + blocksPerPart)
    at += blocksPerPart
    tell({ kind: 'marks', blocks: part, isLast: at >= blocks.length })
  } while (at < blocks.length)
}

/** Questions look across the whole story: they wait until nothing has come for so long. */
const restMs = 400
let heard = 0
let resting: ReturnType<typeof setTimeout> | null = null

/** What goes wrong is told to the window, which starts another. */
function attempt(work: () => void): void {
  try {
    work()
  } catch (error) {
    console.error(error)
    tell({ kind: 'failed' })
  }
}

function askLater(): void {
  if (resting !== null) clearTimeout(resting)
  resting = setTimeout(
    () => attempt(() => tell({ kind: 'findings', findings: story.findings(), heard })),
    restMs,
  )
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) =>
  attempt(() => {
    takeIn(story, data)
    if (data.kind === 'begin') readAhead()
    heard++
    tellMarks(story.read())
    askLater()
  }),
)
addEventListener('messageerror', () => tell({ kind: 'failed' }))
