import type { Mark, Node } from 'prosemirror-model'
import { footnotesOf } from '../../shared/document/footnotes.ts'
import { headFields, type NodeName, type StoryField, tailFields } from '../../shared/document/schema.ts'
import { textRuns } from '../../shared/document/text.ts'
import { must } from '../../shared/lib/assert.ts'
import { legalText } from './legal.ts'

/** How a stretch of text is set. */
export interface Setting {
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly strike: boolean
  readonly script: 'superscript' | 'subscript' | null
  readonly href: string | null
}

/**
 * A stretch of seen text; its character `i` is at document position `from + i`. A reference to a footnote is a
 * piece of its own, without text.
 */
export interface Piece extends Setting {
  readonly text: string
  readonly from: number
  /** The number of the footnote that is referred to. */
  readonly reference: number | null
}

export type PrintedBlock =
  | { readonly kind: 'paragraph' | 'pullQuote' | 'editorsNote'; readonly words: readonly Piece[] }
  | { readonly kind: 'crosshead'; readonly level: number; readonly words: readonly Piece[] }
  | { readonly kind: 'blockquote'; readonly blocks: readonly PrintedBlock[] }
  | { readonly kind: 'bulletList'; readonly items: readonly (readonly PrintedBlock[])[] }
  | {
      readonly kind: 'orderedList'
      readonly start: number
      readonly items: readonly (readonly PrintedBlock[])[]
    }
  | {
      readonly kind: 'figure'
      readonly hash: string
      readonly caption: readonly Piece[]
      readonly credit: readonly Piece[]
      readonly altText: readonly Piece[]
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly PrintedCell[])[] }
  | { readonly kind: 'rule' }

export interface PrintedCell {
  readonly isHeader: boolean
  readonly words: readonly Piece[]
}

export interface PrintedNote {
  readonly number: number
  readonly words: readonly Piece[]
}

/** A story as it is printed: what every format is made from. Claims are not in it. */
export interface PrintedStory {
  readonly fields: Readonly<Record<StoryField, readonly Piece[]>>
  readonly body: readonly PrintedBlock[]
  /** The footnotes by number, from 1 on without a gap. */
  readonly notes: readonly PrintedNote[]
}

function settingOf(marks: readonly Mark[]): Setting {
  const has = (name: string): boolean => marks.some((mark) => mark.type.name === name)
  const link = marks.find((mark) => mark.type.name === 'link')
  return {
    bold: has('bold'),
    italic: has('italic'),
    underline: has('underline'),
    strike: has('strike'),
    script: has('superscript') ? 'superscript' : has('subscript') ? 'subscript' : null,
    href: link ? String(link.attrs.href) : null,
  }
}

function isSameSetting(one: Setting, other: Setting): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.strike === other.strike &&
    one.script === other.script &&
    one.href === other.href
  )
}

const unset = settingOf([])

/** The words of one text block whose content begins at `start`. */
function wordsIn(block: Node, start: number, numbers: ReadonlyMap<string, number>): Piece[] {
  const settings = new Map<number, Setting>()
  const references: Piece[] = []
  block.forEach((node, offset) => {
    if (node.isText) settings.set(offset, settingOf(node.marks))
    else if (node.type.name === 'footnoteReference') {
      const number = must(numbers.get(String(node.attrs.id)), 'every reference has a number')
      references.push({ ...unset, text: '', from: start + offset, reference: number })
    }
  })
  const pieces: Piece[] = []
  const put = (piece: Piece): void => {
    const last = pieces.at(-1)
    // Where only a claim begins or ends, the printed text runs on.
    const runsOn = last && last.from + last.text.length === piece.from && isSameSetting(last, piece)
    if (runsOn && last.reference === null && piece.reference === null)
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text }
    else pieces.push(piece)
  }
  for (const run of textRuns(block, 0, block.content.size, 'accepted')[0] ?? []) {
    const setting = must(settings.get(run.from), 'a run of text starts at no text node')
    const from = start + run.from
    while (references[0] && references[0].from < from) put(must(references.shift(), 'the first of some'))
    put({ ...setting, text: run.text, from, reference: null })
  }
  for (const reference of references) put(reference)
  return pieces
}

/** Reads a document as it stands with all suggestions accepted. */
export function readPrinted(document: Node): PrintedStory {
  const { notes, numbers } = footnotesOf(document)
  const words = (block: Node, at: number): Piece[] => wordsIn(block, at + 1, numbers)
  /** Reads each child with the position before it. */
  const each = <Read>(parent: Node, at: number, readOne: (child: Node, at: number) => Read): Read[] => {
    const list: Read[] = []
    parent.forEach((child, offset) => {
      list.push(readOne(child, at + 1 + offset))
    })
    return list
  }
  const readAll = (parent: Node, at: number): PrintedBlock[] => each(parent, at, read)
  const readRow = (row: Node, at: number): PrintedCell[] =>
    each(row, at, (cell, inside) => ({
      isHeader: cell.type.name === 'tableHeader',
      words: words(cell, inside),
    }))
  const read = (node: Node, at: number): PrintedBlock => {
    const kind = node.type.name as NodeName
    switch (kind) {
      case 'crosshead':
        return { kind, level: Number(node.attrs.level) === 1 ? 1 : 2, words: words(node, at) }
      case 'blockquote':
        return { kind, blocks: readAll(node, at) }
      case 'bulletList':
        return { kind, items: each(node, at, readAll) }
      case 'orderedList':
        return { kind, start: listStart(node.attrs.start), items: each(node, at, readAll) }
      case 'figure': {
        const [caption = [], credit = [], altText = []] = each(node, at, words)
        return { kind, hash: String(node.attrs.hash), caption, credit, altText }
      }
      case 'table':
        return { kind, rows: each(node, at, readRow) }
      case 'rule':
        return { kind }
      case 'pullQuote':
      case 'editorsNote':
        return { kind, words: words(node, at) }
      default:
        return { kind: 'paragraph', words: words(node, at) }
    }
  }
  const fields: Partial<Record<StoryField, readonly Piece[]>> = {}
  const body: PrintedBlock[] = []
  const names = new Set<string>([...headFields, ...tailFields])
  document.forEach((node, at) => {
    if (names.has(node.type.name)) fields[node.type.name as StoryField] = words(node, at)
    else if (node.type.spec.group === 'block') body.push(read(node, at))
  })
  const field = (name: StoryField): readonly Piece[] => fields[name] ?? []
  // A reference that two windows left without a note has an empty one.
  const printed = [...numbers].map(([id, number]): PrintedNote => {
    const note = notes.find((one) => one.id === id)
    return { number, words: note ? words(note.node, note.at) : [] }
  })
  return {
    fields: {
      headline: field('headline'),
      dek: field('dek'),
      byline: field('byline'),
      dateline: field('dateline'),
      searchTitle: field('searchTitle'),
      searchDescription: field('searchDescription'),
      socialLine: field('socialLine'),
    },
    body,
    notes: printed,
  }
}

/** Word, HTML and CommonMark agree on whole numbers of at most nine digits. */
function listStart(start: unknown): number {
  return Number.isInteger(start) && Number(start) >= 0 && Number(start) <= 999_999_999 ? Number(start) : 1
}

/** The words of some pieces, as every format can hold them. */
export function plain(pieces: readonly Piece[]): string {
  return legalText(pieces.map((piece) => piece.text).join(''))
}

/** Whether nothing of it would be seen. */
export function isBlank(pieces: readonly Piece[]): boolean {
  return plain(pieces).trim() === '' && pieces.every((piece) => piece.reference === null)
}

/** Text within marks, each spanning as much as it can, and the numbers of footnotes. */
export type Inline =
  | string
  | number
  | {
      readonly mark: 'link' | 'bold' | 'italic' | 'underline' | 'strike' | 'superscript' | 'subscript'
      readonly href: string
      readonly children: readonly Inline[]
    }

const nesting: readonly ((piece: Piece) => Exclude<Inline, string | number>['mark'] | null)[] = [
  (piece) => (piece.href === null ? null : 'link'),
  (piece) => (piece.bold ? 'bold' : null),
  (piece) => (piece.italic ? 'italic' : null),
  (piece) => (piece.underline ? 'underline' : null),
  (piece) => (piece.strike ? 'strike' : null),
  (piece) => piece.script,
]

/** Pieces of one setting as texts, with the references among them. */
function stretches(pieces: readonly Piece[]): Inline[] {
  const result: Inline[] = []
  let from = 0
  const endText = (to: number): void => {
    const text = plain(pieces.slice(from, to))
    if (text !== '') result.push(text)
    from = to + 1
  }
  pieces.forEach(({ reference }, index) => {
    if (reference === null) return
    endText(index)
    result.push(reference)
  })
  endText(pieces.length)
  return result
}

/** Pieces as a tree of marks, for formats that write marks around text; always in the same order. */
export function nest(pieces: readonly Piece[], depth = 0): Inline[] {
  const markOf = nesting[depth]
  if (!markOf) {
    return stretches(pieces)
  }
  const result: Inline[] = []
  for (let from = 0; from < pieces.length; ) {
    const first = must(pieces[from], 'an index within the list')
    const mark = markOf(first)
    let to = from + 1
    while (to < pieces.length) {
      const next = must(pieces[to], 'an index within the list')
      if (markOf(next) !== mark || (mark === 'link' && next.href !== first.href)) break
      to++
    }
    const children = nest(pieces.slice(from, to), depth + 1)
    if (mark === null) result.push(...children)
    else if (children.length > 0) result.push({ mark, href: first.href ?? '', children })
    from = to
  }
  return result
}
