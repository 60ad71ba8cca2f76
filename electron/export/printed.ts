import type { Mark, Node } from 'prosemirror-model'
import { headFields, type NodeName, type StoryField, tailFields } from '../../shared/document/schema.ts'
import { type TextRun, textRuns } from '../../shared/document/text.ts'
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

/** A stretch of seen text; its character `i` is at document position `from + i`. */
export interface Piece extends Setting {
  readonly text: string
  readonly from: number
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
  | { readonly kind: 'rule' }

/** A story as it is printed: what every format is made from. Claims are not in it. */
export interface PrintedStory {
  readonly fields: Readonly<Record<StoryField, readonly Piece[]>>
  readonly body: readonly PrintedBlock[]
}

/** How the formats that have no place for them name the fields that search engines and networks read. */
export const tailLabels: Readonly<Record<(typeof tailFields)[number], string>> = {
  searchTitle: 'Search title',
  searchDescription: 'Search description',
  socialLine: 'Social line',
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

/** Reads a document as it stands with all suggestions accepted. */
export function readPrinted(document: Node): PrintedStory {
  const settings = new Map<number, Setting>()
  document.descendants((node, position) => {
    if (node.isText) settings.set(position, settingOf(node.marks))
  })
  // One list of runs a text block, in document order: the walk below takes them in the same order.
  const runs = textRuns(document, 0, document.content.size, 'accepted').values()
  const words = (): Piece[] => {
    const block: readonly TextRun[] = must(runs.next().value, 'the text has fewer blocks than the document')
    const pieces: Piece[] = []
    for (const run of block) {
      const setting = must(settings.get(run.from), 'a run of text starts at no text node')
      const last = pieces.at(-1)
      // Where only a claim begins or ends, the printed text runs on.
      const runsOn = last && last.from + last.text.length === run.from && isSameSetting(last, setting)
      if (runsOn) pieces[pieces.length - 1] = { ...last, text: last.text + run.text }
      else pieces.push({ ...setting, ...run })
    }
    return pieces
  }
  const readAll = (parent: Node): PrintedBlock[] => parent.children.map(read)
  const read = (node: Node): PrintedBlock => {
    const kind = node.type.name as NodeName
    switch (kind) {
      case 'crosshead':
        return { kind, level: Number(node.attrs.level) === 1 ? 1 : 2, words: words() }
      case 'blockquote':
        return { kind, blocks: readAll(node) }
      case 'bulletList':
        return { kind, items: node.children.map(readAll) }
      case 'orderedList':
        return { kind, start: listStart(node.attrs.start), items: node.children.map(readAll) }
      case 'figure':
        return { kind, hash: String(node.attrs.hash), caption: words(), credit: words(), altText: words() }
      case 'rule':
        return { kind }
      case 'pullQuote':
      case 'editorsNote':
        return { kind, words: words() }
      default:
        return { kind: 'paragraph', words: words() }
    }
  }
  const fields: Partial<Record<StoryField, readonly Piece[]>> = {}
  const body: PrintedBlock[] = []
  const names = new Set<string>([...headFields, ...tailFields])
  document.forEach((node) => {
    if (names.has(node.type.name)) fields[node.type.name as StoryField] = words()
    else body.push(read(node))
  })
  const field = (name: StoryField): readonly Piece[] => fields[name] ?? []
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

export function isBlank(pieces: readonly Piece[]): boolean {
  return plain(pieces).trim() === ''
}

/** Text within marks, each spanning as much as it can. */
export type Inline =
  | string
  | {
      readonly mark: 'link' | 'bold' | 'italic' | 'underline' | 'strike' | 'superscript' | 'subscript'
      readonly href: string
      readonly children: readonly Inline[]
    }

const nesting: readonly ((piece: Piece) => Exclude<Inline, string>['mark'] | null)[] = [
  (piece) => (piece.href === null ? null : 'link'),
  (piece) => (piece.bold ? 'bold' : null),
  (piece) => (piece.italic ? 'italic' : null),
  (piece) => (piece.underline ? 'underline' : null),
  (piece) => (piece.strike ? 'strike' : null),
  (piece) => piece.script,
]

/** Pieces as a tree of marks, for formats that write marks around text; always in the same order. */
export function nest(pieces: readonly Piece[], depth = 0): Inline[] {
  const markOf = nesting[depth]
  if (!markOf) {
    const text = plain(pieces)
    return text === '' ? [] : [text]
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
