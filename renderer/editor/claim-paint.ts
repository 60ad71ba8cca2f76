import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView, MarkView, ViewMutationRecord } from '@tiptap/pm/view'
import { anchorId } from '../../shared/document/anchors.ts'
import type { ClaimKind, Status } from '../../shared/model/claim.ts'
import { keepLanes } from './lanes.ts'
import { unobserved } from './unobserved.ts'

/** What a claim looks like in the text. */
export interface ClaimLook {
  readonly number: number
  readonly kind: ClaimKind
  readonly status: Status
  readonly isOpen: boolean
  /** What has become of it since it was settled, several words apart; "" for nothing. See `claims.css`. */
  readonly flags: string
}

export interface ClaimPainter {
  readonly plugin: Plugin
  /** Paints claims again without a transaction. */
  repaint(ids: Iterable<string>): void
  /** Gives overlapping claims lines of their own, where the text changed. */
  follow(document: Node): void
}

/** So few are told of to the editor without its being felt. */
const fewElements = 20

/** What is painted is told of to the editor as a change of its page. */
function isPainting(this: MarkView, mutation: ViewMutationRecord): boolean {
  return mutation.type === 'attributes' && mutation.target === this.dom
}

/** Opening a book writes tens of thousands of these, which `dataset` is slow at. */
function put(element: HTMLElement, name: string, value: string | null): void {
  // To write what stands there already is a change to whoever watches the page, the editor first of all.
  if (element.getAttribute(name) === value) return
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}

/**
 * Draws claims from their records: each mark is an element of its own whose attributes say number, kind and
 * status, and a change of a record changes those attributes and nothing else.
 */
export function paintClaims(lookOf: (id: string) => ClaimLook | null): ClaimPainter {
  /** Nearly every claim has one; a set for each of thousands would be held for nothing. */
  const elements = new Map<string, HTMLElement | readonly HTMLElement[]>()
  const elementsOf = (id: string): readonly HTMLElement[] => [elements.get(id) ?? []].flat()
  const lanes = keepLanes()
  let view: EditorView | null = null

  function paint(element: HTMLElement, id: string): void {
    put(element, 'data-claim', id)
    const look = lookOf(id)
    // Its record is on its way, and thousands may be: what is written now would be written again.
    if (!look) return
    put(element, 'data-status', look.status)
    put(element, 'data-kind', look.kind)
    put(element, 'data-number', String(look.number))
    put(element, 'data-lane', String(lanes.of(id)))
    put(element, 'data-open', look.isOpen ? '' : null)
    put(element, 'data-flag', look.flags || null)
  }

  // One function for all of thousands of marks.
  function forget(this: MarkView): void {
    if (!(this.dom instanceof HTMLElement)) return
    const id = this.dom.getAttribute('data-claim') ?? ''
    const left = elementsOf(id).filter((element) => element !== this.dom)
    if (left.length > 0) elements.set(id, left)
    else elements.delete(id)
  }

  const plugin = new Plugin({
    view(drawn) {
      view = drawn
      return {
        destroy() {
          view = null
        },
      }
    },
    props: {
      markViews: {
        claim(mark): MarkView {
          const id = anchorId(mark)
          const dom = document.createElement('span')
          paint(dom, id)
          elements.set(id, elements.has(id) ? [...elementsOf(id), dom] : dom)
          return { dom, contentDOM: dom, ignoreMutation: isPainting, destroy: forget }
        },
      },
    },
  })

  function repaint(ids: Iterable<string>): void {
    const drawn = [...ids].flatMap((id) => elementsOf(id).map((element) => ({ id, element })))
    if (drawn.length === 0) return
    unobserved(drawn.length > fewElements ? view : null, () => {
      for (const { id, element } of drawn) paint(element, id)
    })
  }

  return {
    plugin,
    repaint,
    follow(document) {
      repaint(lanes.follow(document))
    },
  }
}
