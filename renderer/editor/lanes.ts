import type { Node } from '@tiptap/pm/model'
import {
  type AnchorSpan,
  anchorSpan,
  anchorSpans,
  anchorsOfBlocks,
  crossingAnchors,
} from '../../shared/document/anchors.ts'
import { changedBlocks } from '../../shared/document/changed-blocks.ts'

const laneCount = 4

function putInLanes(spans: Iterable<readonly [string, AnchorSpan]>): Map<string, number> {
  const lanes = new Map<string, number>()
  const inOrder = [...spans].sort(([, one], [, other]) => one.from - other.from || other.to - one.to)
  /** Up to where each lane is taken; the last one takes all for whom there is no other. */
  const taken: number[] = Array(laneCount - 1).fill(0)
  for (const [id, { from, to }] of inOrder) {
    const free = taken.findIndex((end) => end <= from)
    const lane = free < 0 ? laneCount - 1 : free
    if (free >= 0) taken[free] = to
    if (lane > 0) lanes.set(id, lane)
  }
  return lanes
}

/**
 * Which line under the words each claim gets, so that claims that overlap can be told apart: 0 is nearest to
 * the words, and has no entry. The one that begins first, or is longer, lies nearest.
 */
export function lanesOf(document: Node): Map<string, number> {
  return putInLanes(anchorSpans(document))
}

/** Top-level blocks, end exclusive. */
interface Blocks {
  readonly from: number
  readonly to: number
}

/** So many blocks more that no claim reaches out of them. */
function closed(document: Node, blocks: Blocks): Blocks {
  let { from, to } = blocks
  for (let isWider = true; isWider; ) {
    isWider = false
    for (const { first, last } of crossingAnchors(document)) {
      if (first >= to || last < from || (first >= from && last < to)) continue
      from = Math.min(from, first)
      to = Math.max(to, last + 1)
      isWider = true
    }
  }
  return { from, to }
}

export interface Lanes {
  of(id: string): number
  /** Brings the lanes up to an edited document. @returns the claims that changed theirs */
  follow(document: Node): Set<string>
}

/**
 * Keeps {@link lanesOf} while the text is edited. Claims vie for lanes only where they overlap, so those in the
 * changed blocks are put in order anew, and those in blocks that one claim binds to these.
 */
export function keepLanes(): Lanes {
  let lanes = new Map<string, number>()
  let drawn: Node | null = null

  function all(document: Node): Set<string> {
    const before = lanes
    lanes = lanesOf(document)
    const ids = new Set([...before.keys(), ...lanes.keys()])
    return new Set([...ids].filter((id) => before.get(id) !== lanes.get(id)))
  }

  function changed(before: Node, document: Node): Set<string> {
    const { firstIndex, endIndexA, endIndexB } = changedBlocks(before, document)
    const moved = endIndexB - endIndexA
    let region: Blocks = { from: firstIndex, to: endIndexB }
    for (let width = -1; width !== region.to - region.from; ) {
      width = region.to - region.from
      const was = closed(before, { from: region.from, to: region.to - moved })
      region = closed(document, { from: was.from, to: was.to + moved })
    }
    const ids = anchorsOfBlocks(before, region.from, region.to - moved)
    const standing = anchorsOfBlocks(document, region.from, region.to)
    const next = putInLanes(
      [...standing].flatMap((id) => {
        const span = anchorSpan(document, id)
        return span ? [[id, span] as const] : []
      }),
    )
    for (const id of standing) ids.add(id)
    const others = new Set([...ids].filter((id) => lanes.get(id) !== next.get(id)))
    for (const id of others) {
      const lane = next.get(id)
      if (lane === undefined) lanes.delete(id)
      else lanes.set(id, lane)
    }
    return others
  }

  return {
    of: (id) => lanes.get(id) ?? 0,
    follow(document) {
      const before = drawn
      drawn = document
      if (before === document) return new Set()
      return before === null ? all(document) : changed(before, document)
    },
  }
}
