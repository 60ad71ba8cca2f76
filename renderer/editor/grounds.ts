import type { EditorView } from '@tiptap/pm/view'
import type { Stretch } from '../../shared/document/sentences.ts'
import { rangeOf } from './sight.ts'

/** A line of words, or a piece of one, in px. */
export interface LineBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** How far the outline goes beyond the letters, as a part of their height: about as far as a selection does. */
const leading = 0.14
const mostLeading = 5

function isOnLine(box: LineBox, line: LineBox): boolean {
  const middle = (box.top + box.bottom) / 2
  return middle > line.top && middle < line.bottom
}

/**
 * The lines that pieces of text stand on, in the order of the text; what is nearer than half a line to the one above
 * it is drawn up to it, so that a sentence is one shape and not a row of bars.
 */
export function linesOf(pieces: Iterable<LineBox>): LineBox[] {
  const lines: LineBox[] = []
  for (const box of pieces) {
    if (box.right <= box.left) continue
    const line = lines.at(-1)
    if (line && isOnLine(box, line))
      lines[lines.length - 1] = {
        left: Math.min(line.left, box.left),
        right: Math.max(line.right, box.right),
        top: Math.min(line.top, box.top),
        bottom: Math.max(line.bottom, box.bottom),
      }
    else lines.push(box)
  }
  const grown = lines.map(({ left, right, top, bottom }) => {
    const more = Math.min((bottom - top) * leading, mostLeading)
    return { left, right, top: top - more, bottom: bottom + more }
  })
  return grown.map((line, at) => {
    const above = grown[at - 1]
    const below = grown[at + 1]
    const seam = (upper: LineBox, lower: LineBox): number | null =>
      lower.top - upper.bottom < (upper.bottom - upper.top) / 2 && lower.bottom > upper.bottom
        ? (upper.bottom + lower.top) / 2
        : null
    return {
      ...line,
      top: (above && seam(above, line)) ?? line.top,
      bottom: (below && seam(line, below)) ?? line.bottom,
    }
  })
}

/** The path of an SVG around lines: one shape for those that touch. */
export function pathAround(lines: readonly LineBox[]): string {
  const shapes: LineBox[][] = []
  for (const line of lines) {
    const shape = shapes.at(-1)
    if (shape?.at(-1)?.bottom === line.top) shape.push(line)
    else shapes.push([line])
  }
  const at = (x: number, y: number): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
  return shapes
    .map((shape) => {
      const down = shape.flatMap(({ right, top, bottom }) => [at(right, top), at(right, bottom)])
      const up = shape.toReversed().flatMap(({ left, top, bottom }) => [at(left, bottom), at(left, top)])
      return `M${[...down, ...up].join('L')}Z`
    })
    .join('')
}

/** Where the words of a stretch are drawn, piece by piece, in px of the window. */
function* piecesOf(view: EditorView, stretch: Stretch): Generator<LineBox> {
  const range = rangeOf(view, stretch)
  if (!range) return
  const root = range.commonAncestorContainer
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  // A walker begins behind its root, which may itself be the only text.
  for (let text: Node | null = root.nodeType === Node.TEXT_NODE ? root : texts.nextNode(); text; ) {
    if (range.intersectsNode(text)) {
      const piece = document.createRange()
      piece.selectNodeContents(text)
      if (text === range.startContainer) piece.setStart(text, range.startOffset)
      if (text === range.endContainer) piece.setEnd(text, range.endOffset)
      yield* piece.getClientRects()
    } else if (range.comparePoint(text, 0) > 0) return
    text = texts.nextNode()
  }
}

export interface Grounds {
  /** Draws them where they stand now; null is no stop. */
  show(stop: Stretch | null, unread: readonly Stretch[]): void
  end(): void
}

/** An SVG of one path, at the beginning of the page; the style sheet says whether behind the text or before it. */
function drawing(name: string): { readonly all: SVGElement; readonly path: SVGElement } {
  const all = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  all.setAttribute('aria-hidden', 'true')
  all.classList.add(name)
  all.append(path)
  return { all, path }
}

/**
 * Grounds behind what is unread and behind the stop, and a veil before all but the stop, for whoever wants it. A
 * browser's highlight would draw all lines under its words in one ink, and a claim's line says its status by its
 * colour too; and where lines stand close, as in a headline, it lies twice.
 */
export function drawGrounds(
  view: EditorView,
  names: { readonly stop: string; readonly unread: string; readonly veil: string },
): Grounds {
  const unreadGround = drawing(names.unread)
  const stopGround = drawing(names.stop)
  const veil = drawing(names.veil)
  const all = [unreadGround.all, stopGround.all, veil.all]
  let stop: Stretch | null = null
  let unread: readonly Stretch[] = []

  function draw(): void {
    const page = view.dom.parentElement
    if (!page) return
    if (veil.all.parentElement !== page) page.append(...all)
    const from = page.getBoundingClientRect()
    const around = (stretch: Stretch): string => {
      const pieces = [...piecesOf(view, stretch)].map(({ left, right, top, bottom }) => ({
        left: left - from.left,
        right: right - from.left,
        top: top - from.top,
        bottom: bottom - from.top,
      }))
      return pathAround(linesOf(pieces))
    }
    unreadGround.path.setAttribute('d', unread.map(around).join(''))
    const stopped = stop ? around(stop) : ''
    stopGround.path.setAttribute('d', stopped)
    veil.path.setAttribute('d', stopped && `M0 0H${from.width}V${from.height}H0Z${stopped}`)
  }

  // A panel that opens, a picture that came, a face that was loaded: words move and nobody tells the editor.
  const watch = new ResizeObserver(draw)
  watch.observe(view.dom)

  return {
    show(nextStop, nextUnread) {
      stop = nextStop
      unread = nextUnread
      draw()
    },
    end() {
      watch.disconnect()
      for (const each of all) each.remove()
    },
  }
}
