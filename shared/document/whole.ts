import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { anchorSpan, anchorWords, touchedAnchors } from './anchors.ts'
import { rangesOf } from './ranges.ts'

/** A deletion that comes later than this after the one before it begins a run of its own. */
export const runLastsMs = 15_000

/** The words that an anchor had before a run of deletions began, which may take it away letter by letter. */
export interface Whole {
  readonly words: string
  /** When the run's last deletion was. */
  readonly atMs: number
}

/** Whether `after` is `before` with one stretch taken out and nothing put in. */
function isOnlyCut(before: string, after: string): boolean {
  if (after.length >= before.length) return false
  let head = 0
  while (head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return head + tail === after.length
}

function wholeAfter(whole: Whole | undefined, before: string, after: string, atMs: number): Whole | null {
  if (!isOnlyCut(before, after)) return null
  const goesOn = whole !== undefined && atMs - whole.atMs <= runLastsMs
  return { words: goesOn ? whole.words : before, atMs }
}

/** Whether fewer characters lie between the first and last of an anchor, or none any more. */
function isShorter(before: Node, after: Node, id: string): boolean {
  const was = anchorSpan(before, id)
  const is = anchorSpan(after, id)
  return was !== undefined && (is === undefined || is.to - is.from < was.to - was.from)
}

/** The documents that some steps led through, and whether each step replaced text or only put and took marks. */
export interface Passage {
  /** One more than there are steps: the first is the one before them. */
  readonly documents: readonly Node[]
  readonly isEdit: readonly boolean[]
}

export function passageOf(documents: readonly Node[], steps: readonly Step[]): Passage {
  return { documents, isEdit: steps.map((step) => rangesOf([step.getMap()]).length > 0) }
}

/**
 * Keeps, for anchors that are being deleted bit by bit, the words that they last had as a whole. A run of
 * deletions lasts while each step that changes an anchor's words only takes some away, and comes soon after the
 * one before. What is written into the words, a tag that is moved, and a rest end it: what stands then is whole.
 *
 * @param wholes as they were; anchors that are in no run have none
 * @param atMs when the steps were made
 * @returns how they are afterwards; an anchor that a deletion took out of the text still has its own
 */
export function followWholes(
  wholes: ReadonlyMap<string, Whole>,
  { documents, isEdit }: Passage,
  atMs: number,
): Map<string, Whole> {
  const result = new Map(wholes)
  isEdit.forEach((replacesText, i) => {
    const [before, after] = [documents[i], documents[i + 1]]
    if (!before || !after) return
    for (const id of touchedAnchors(before, after)) {
      const known = result.get(id)
      const isCut = isShorter(before, after, id)
      // Reading words is the costly part, and only what is cut begins a run.
      if (!known && !isCut) continue
      const was = anchorWords(before, id) ?? ''
      const is = anchorWords(after, id) ?? ''
      if (was === is) {
        // A space between words that are going goes without being seen.
        if (known && isCut && replacesText) result.set(id, { ...known, atMs })
        continue
      }
      const whole = replacesText && was !== '' ? wholeAfter(known, was, is, atMs) : null
      if (whole) result.set(id, whole)
      else result.delete(id)
    }
  })
  return result
}
