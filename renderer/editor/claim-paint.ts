import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { MarkView } from '@tiptap/pm/view'
import { anchorId, anchorSpans } from '../../shared/document/anchors.ts'
import type { ClaimKind, Status } from '../../shared/model/claim.ts'

/** What a claim looks like in the text. */
export interface ClaimLook {
  readonly number: number
  readonly kind: ClaimKind
  readonly status: Status
  readonly isOpen: boolean
}

export interface ClaimPainter {
  readonly plugin: Plugin
  /** Paints claims again without a transaction. */
  repaint(ids: Iterable<string>): void
  /** Gives overlapping claims lines of their own, where the text changed. */
  putInLanes(document: Node): void
}

const laneCount = 4

/**
 * Which line under the words each claim gets, so that claims that overlap can be told apart: 0 is nearest to
 * the words. The one that begins first, or is longer, lies nearest.
 */
export function lanesOf(document: Node): Map<string, number> {
  const lanes = new Map<string, number>()
  const spans = [...anchorSpans(document)].sort(
    ([, one], [, other]) => one.from - other.from || other.to - one.to,
  )
  let running: { to: number; lane: number }[] = []
  for (const [id, span] of spans) {
    running = running.filter((one) => one.to > span.from)
    let lane = 0
    while (lane < laneCount - 1 && running.some((one) => one.lane === lane)) lane++
    running.push({ to: span.to, lane })
    if (lane > 0) lanes.set(id, lane)
  }
  return lanes
}

/**
 * Draws claims from their records: each mark is an element of its own whose attributes say number, kind and
 * status, and a change of a record changes those attributes and nothing else.
 */
export function paintClaims(lookOf: (id: string) => ClaimLook | null): ClaimPainter {
  const elements = new Map<string, Set<HTMLElement>>()
  let lanes: ReadonlyMap<string, number> = new Map()

  function paint(element: HTMLElement, id: string): void {
    const look = lookOf(id)
    const data = element.dataset
    data.claim = id
    data.status = look?.status ?? 'unchecked'
    data.kind = look?.kind ?? 'statement'
    if (look) data.number = String(look.number)
    data.lane = String(lanes.get(id) ?? 0)
    if (look?.isOpen) data.open = ''
    else delete data.open
  }

  const plugin = new Plugin({
    props: {
      markViews: {
        claim(mark): MarkView {
          const id = anchorId(mark)
          const dom = document.createElement('span')
          paint(dom, id)
          const known = elements.get(id)
          if (known) known.add(dom)
          else elements.set(id, new Set([dom]))
          return {
            dom,
            contentDOM: dom,
            ignoreMutation: (mutation) => mutation.type === 'attributes' && mutation.target === dom,
            destroy() {
              const all = elements.get(id)
              all?.delete(dom)
              if (all?.size === 0) elements.delete(id)
            },
          }
        },
      },
    },
  })

  return {
    plugin,
    repaint(ids) {
      for (const id of ids) for (const element of elements.get(id) ?? []) paint(element, id)
    },
    putInLanes(document) {
      const before = lanes
      lanes = lanesOf(document)
      for (const [id, all] of elements) {
        if (lanes.get(id) === before.get(id)) continue
        for (const element of all) paint(element, id)
      }
    },
  }
}
