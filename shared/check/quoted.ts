import type { Node } from 'prosemirror-model'
import { quoteSpans } from '../document/quotes.ts'
import { textRuns } from '../document/text.ts'

/** One paragraph of a claim: its text, and from where to where the claim's words reach in it. */
export interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
  /** All of it is a quotation by the kind of its block, marks or none. */
  readonly isBlockQuote: boolean
}

const quotingBlocks = new Set(['blockquote', 'pullQuote'])

/** The paragraphs that a range of a document reaches into, those without words of it left out. */
export function piecesOf(document: Node, range: { from: number; to: number }): Piece[] {
  const pieces: Piece[] = []
  document.nodesBetween(range.from, range.to, (node, position, parent) => {
    if (!node.isTextblock) return true
    const [start, end] = [position + 1, position + 1 + node.content.size]
    const within = (from: number, to: number) =>
      textRuns(document, from, to, 'accepted')
        .flat()
        .map((run) => run.text)
        .join('')
    const before = within(start, Math.max(start, Math.min(range.from, end)))
    const own = within(Math.max(start, range.from), Math.min(end, range.to))
    const behind = within(Math.min(end, Math.max(range.to, start)), end)
    if (own === '') return false
    pieces.push({
      text: before + own + behind,
      from: before.length,
      to: before.length + own.length,
      isBlockQuote:
        quotingBlocks.has(node.type.name) || (parent !== null && quotingBlocks.has(parent.type.name)),
    })
    return false
  })
  return pieces
}

/** What is said within quotation marks, of which a stretch of a paragraph is a part; marks are left out. */
export function quotedIn({ text, from, to, isBlockQuote }: Piece): string[] {
  if (isBlockQuote) return [text]
  return quoteSpans(text)
    .filter((span) => span.from < to && span.to > from)
    .map((span) => text.slice(span.from + 1, span.isClosed ? span.to - 1 : span.to))
}
