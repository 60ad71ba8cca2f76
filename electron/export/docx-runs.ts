import {
  CarriageReturn,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx'
import { directionOf } from '../../shared/document/direction.ts'
import { isSafeHref } from '../../shared/document/href.ts'
import { must } from '../../shared/lib/assert.ts'
import { legalText } from './legal.ts'
import type { Piece, Setting } from './printed.ts'

/** Where Word comments begin and end, by document position. */
export interface CommentRanges {
  /** Ids of the comments that begin there, the longest first. */
  readonly starts: ReadonlyMap<number, readonly number[]>
  /** Ids of the comments that end there, the shortest first. */
  readonly ends: ReadonlyMap<number, readonly number[]>
}

export const noComments: CommentRanges = { starts: new Map(), ends: new Map() }

/** Comment `i` stands on `spans[i]`. */
export function commentRanges(spans: readonly { from: number; to: number }[]): CommentRanges {
  const starts = new Map<number, number[]>()
  const ends = new Map<number, number[]>()
  const put = (map: Map<number, number[]>, at: number, id: number): void => {
    map.set(at, [...(map.get(at) ?? []), id])
  }
  spans.forEach(({ from, to }, id) => {
    put(starts, from, id)
    put(ends, to, id)
  })
  const span = (id: number): { from: number; to: number } => must(spans[id], 'a comment has its span')
  for (const ids of starts.values()) ids.sort((one, other) => span(other).to - span(one).to || one - other)
  for (const ids of ends.values()) ids.sort((one, other) => span(other).from - span(one).from || other - one)
  return { starts, ends }
}

/** A text with Word's own signs for tabs and line breaks. */
function signed(text: string): (string | CarriageReturn | Tab)[] {
  return legalText(text)
    .split(/([\t\n])/u)
    .filter((part) => part !== '')
    .map((part) => (part === '\n' ? new CarriageReturn() : part === '\t' ? new Tab() : part))
}

export interface RunLook {
  readonly style?: string
  /** Of the paragraph that the run is in. */
  readonly isRightToLeft?: boolean
}

/** A run; Word sets right-to-left letters well only in runs that say so. */
export function textRun(text: string, look: RunLook = {}, setting?: Setting): TextRun {
  const isRightToLeft = (directionOf(text) ?? (look.isRightToLeft ? 'rtl' : 'ltr')) === 'rtl'
  return new TextRun({
    children: signed(text),
    ...(look.style ? { style: look.style } : {}),
    ...(isRightToLeft ? { rightToLeft: true } : {}),
    ...(setting?.bold ? { bold: true } : {}),
    ...(setting?.italic ? { italics: true } : {}),
    ...(setting?.underline ? { underline: {} } : {}),
    ...(setting?.strike ? { strike: true } : {}),
    ...(setting?.script === 'superscript' ? { superScript: true } : {}),
    ...(setting?.script === 'subscript' ? { subScript: true } : {}),
  })
}

/** Pieces cut where comments begin and end, so that each piece is inside or outside of every comment. */
function cut(pieces: readonly Piece[], ranges: CommentRanges): Piece[] {
  if (ranges.starts.size === 0) return [...pieces]
  return pieces.flatMap((piece) => {
    if (piece.reference !== null) return [piece]
    const parts: Piece[] = []
    let from = 0
    for (let to = 1; to <= piece.text.length; to++) {
      const at = piece.from + to
      if (to < piece.text.length && !ranges.starts.has(at) && !ranges.ends.has(at)) continue
      parts.push({ ...piece, text: piece.text.slice(from, to), from: piece.from + from })
      from = to
    }
    return parts
  })
}

/**
 * The content of a paragraph: runs, links, and the ends of the comments that stand on its words.
 *
 * @param isNumbered references are plain numbers, for notes that stand behind the text
 */
export function paragraphRuns(
  pieces: readonly Piece[],
  ranges: CommentRanges,
  isRightToLeft: boolean,
  isNumbered: boolean,
): ParagraphChild[] {
  const children: ParagraphChild[] = []
  const cuts = cut(pieces, ranges)
  for (let from = 0; from < cuts.length; ) {
    const href = hrefOf(cuts[from])
    let to = from + 1
    while (to < cuts.length && hrefOf(cuts[to]) === href) to++
    const runs = cuts.slice(from, to).flatMap((piece) => runsOf(piece, ranges, isRightToLeft, isNumbered))
    if (href === null) children.push(...runs)
    else children.push(new ExternalHyperlink({ link: legalText(href), children: runs }))
    from = to
  }
  return children
}

function hrefOf(piece: Piece | undefined): string | null {
  return piece && piece.href !== null && isSafeHref(piece.href) ? piece.href : null
}

function runsOf(
  piece: Piece,
  ranges: CommentRanges,
  isRightToLeft: boolean,
  isNumbered: boolean,
): ParagraphChild[] {
  if (piece.reference !== null)
    return [
      isNumbered
        ? textRun(`${piece.reference}`, { style: 'NoteNumber' })
        : new FootnoteReferenceRun(piece.reference),
    ]
  const look = { isRightToLeft, ...(hrefOf(piece) === null ? {} : { style: 'Hyperlink' }) }
  const ended = ranges.ends.get(piece.from + piece.text.length) ?? []
  return [
    ...(ranges.starts.get(piece.from) ?? []).map((id) => new CommentRangeStart(id)),
    textRun(piece.text, look, piece),
    ...ended.flatMap((id) => [
      new CommentRangeEnd(id),
      new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] }),
    ]),
  ]
}
