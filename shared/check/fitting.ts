import type { Node } from 'prosemirror-model'
import { quoteSpans } from '../document/quotes.ts'
import { blockTextAt, sentenceRanges } from '../document/sentences.ts'
import { blockBreak } from '../document/text.ts'
import { exhaustive } from '../lib/assert.ts'
import type { Claim, ClaimKind } from '../model/claim.ts'
import type { FixObjection, Remedy } from '../model/fix.ts'
import type { Source, SourceKind } from '../model/source.ts'
import { type Piece, piecesOf, quotedIn } from './quoted.ts'

/** A claim's words as they stand in a text, and what is to become of them. */
export interface Fitting {
  readonly document: Node
  /** Of the claim's words. */
  readonly range: { readonly from: number; readonly to: number }
  readonly kind: ClaimKind
  readonly remedy: Remedy
  readonly newWords: string
  /** What recordings and documents among the claim's backup say, verbatim. */
  readonly excerpts: readonly string[]
}

const transcribing: ReadonlySet<SourceKind> = new Set(['recording', 'document'])

/** The excerpts of a claim's backup that words of a quotation may be taken from. */
export function transcriptsOf(
  { backup }: Pick<Claim, 'backup'>,
  sourceOf: (id: Source['id']) => Pick<Source, 'kind'> | undefined,
): string[] {
  return backup
    .filter(({ sourceId, excerpt }) => {
      const kind = sourceOf(sourceId)?.kind
      return excerpt.trim() !== '' && kind !== undefined && transcribing.has(kind)
    })
    .map(({ excerpt }) => excerpt)
}

/** Without what typesetting alone decides: the kind of marks, dashes and spaces. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00ad/gu, '')
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/[‘’‚‛‹›]/gu, "'")
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\.{3}/gu, '…')
    .replace(/\s+/gu, ' ')
    .trim()
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
}

/** Whether an excerpt says these words; their first letter may be a capital or none. */
function says(excerpt: string, words: string): boolean {
  const [first = '', ...rest] = plain(words)
  const start = `[${escaped(first.toLowerCase())}${escaped(first.toUpperCase())}]`
  const pattern = `(?<![\\p{L}\\p{N}])${start}${escaped(rest.join(''))}(?![\\p{L}\\p{N}])`
  return new RegExp(pattern, 'u').test(plain(excerpt))
}

/** Each part of a quotation between its omissions stands in one of the excerpts; how it ends is typesetting. */
function isTranscribed(quoted: string, excerpts: readonly string[]): boolean {
  const parts = plain(quoted)
    .split('…')
    .map((part) => part.replace(/^[\s"',;-]+|[\s.,;:"'-]+$/gu, ''))
    .filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => excerpts.some((excerpt) => says(excerpt, part)))
}

function wordsIn(text: string): string[] {
  return (
    plain(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}█]+/gu) ?? []
  )
}

/** Whether `after` has some of the words of `before`, in their order, and no others. */
function isCut(before: string, after: string): boolean {
  const left = wordsIn(before)
  const kept = wordsIn(after)
  let at = 0
  for (const word of kept) {
    while (at < left.length && left[at] !== word) at++
    if (at++ >= left.length) return false
  }
  return kept.length < left.length
}

/** What the pieces say in quotation marks; a quote without any is one as a whole. */
function quotedOf(pieces: readonly Piece[], kind: ClaimKind): string[] {
  const quoted = pieces.flatMap(quotedIn)
  if (quoted.length > 0 || kind === 'statement') return quoted
  return pieces.map((piece) => piece.text.slice(piece.from, piece.to))
}

function withWords(piece: Piece, words: string): Piece {
  const { text, from, to } = piece
  return { ...piece, text: text.slice(0, from) + words + text.slice(to), to: from + words.length }
}

/** Whether a claim's words stand within quotation marks, or are a quotation without them. */
export function isQuoted({ document, range, kind }: Pick<Fitting, 'document' | 'range' | 'kind'>): boolean {
  return quotedOf(piecesOf(document, range), kind).length > 0
}

/**
 * Why a fix cannot be, or null where it can. Within quotation marks no word is put right but from a transcript: a
 * wrong fact in an exact quotation is cut, paraphrased, answered behind it, or stands as it was said.
 */
export function objectionTo(fitting: Fitting): FixObjection | null {
  const { document, remedy, newWords, kind, excerpts } = fitting
  const pieces = piecesOf(document, rewrittenRange(fitting))
  const before = pieces.map((piece) => piece.text.slice(piece.from, piece.to))
  const quoted = quotedOf(pieces, kind)
  if (remedy !== 'words' && remedy !== 'cut' && quoted.length === 0) return 'notQuoted'
  if (remedy === 'stands') return null
  if (remedy === 'answer') return newWords.trim() === '' ? 'same' : null
  const lines = newWords === '' ? pieces.map(() => '') : newWords.split(blockBreak)
  if (lines.length !== pieces.length) return 'paragraphs'
  const old = before.join(blockBreak)
  if (old === newWords) return 'same'
  if (remedy === 'cut') return isCut(old, newWords) ? null : 'notCut'
  if (newWords.trim() === '') return 'same'
  const after = pieces.map((piece, index) => withWords(piece, lines[index] ?? ''))
  switch (remedy) {
    case 'paraphrase':
      return after.some((piece) => quotedIn(piece).length > 0) ? 'stillQuoted' : null
    case 'words': {
      const known = new Set(quoted.map(plain))
      const isFound = (words: string) => known.has(plain(words)) || isTranscribed(words, excerpts)
      return quotedOf(after, kind).every(isFound) ? null : 'notInTranscript'
    }
    default:
      return exhaustive(remedy)
  }
}

/**
 * The range whose text a fix rewrites: the claim's words; for a paraphrase of all that stands between quotation
 * marks also these.
 */
export function rewrittenRange({ document, range, remedy }: Pick<Fitting, 'document' | 'range' | 'remedy'>): {
  from: number
  to: number
} {
  const block = remedy === 'paraphrase' ? blockTextAt(document, range.from) : null
  if (!block) return range
  const [from, to] = [range.from - block.start, range.to - block.start]
  const around = quoteSpans(block.text).find(
    (span) => span.isClosed && span.from === from - 1 && span.to === to + 1,
  )
  return around ? { from: range.from - 1, to: range.to + 1 } : range
}

/** Where an answer to a quotation is put: behind the sentence that the quotation ends in. */
export function behindQuotation(document: Node, range: { from: number; to: number }): number {
  const block = blockTextAt(document, range.to)
  if (!block) return range.to
  const offset = range.to - block.start
  const span = quoteSpans(block.text).find((one) => one.from < offset && one.to >= offset)
  const end = span?.to ?? offset
  const sentence = sentenceRanges(block.text).find((one) => one.to >= end)
  return block.start + Math.max(end, sentence?.to ?? end)
}
