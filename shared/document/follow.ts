import { isHistoryTransaction } from 'prosemirror-history'
import type { Mark, Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { anchorId, anchorSpan, anchorWords, hasAnchor, touchedAnchors } from './anchors.ts'
import {
  type AnchorHost,
  type CreatedAnchor,
  marksIn,
  settleArrivals,
  settleDoubles,
  settleReturns,
  survivors,
} from './arrivals.ts'
import { type ChangedRange, changedRanges } from './ranges.ts'
import { successorOf } from './succession.ts'
import { type MappedText, mappedText } from './text.ts'
import { followWholes, passageOf, type Whole } from './whole.ts'
import { insideWord } from './words.ts'

export type { AnchorHost, CreatedAnchor } from './arrivals.ts'

/** An anchor that left the text in this window. */
export interface Gone {
  readonly mark: Mark
  readonly words: string
  /** From its first to its last marked character, not read out to whole words. */
  readonly text: string
  readonly at: number
  /** Its mark was taken off while its words stayed: it does not return by itself. */
  readonly isUntagged: boolean
}

export interface AnchorMemory {
  /** Created in this window, by tagging or by copying, in no order. */
  readonly created: ReadonlyMap<string, CreatedAnchor>
  /** What left the text in this window: its last words and where it stood, mapped through later edits. */
  readonly gone: ReadonlyMap<string, Gone>
  /** The words of what is being deleted bit by bit, from before that began. */
  readonly wholes: ReadonlyMap<string, Whole>
  /** Where text typed next belongs to anchors although it stands at their edge: they lost words there. */
  readonly open: { at: number; marks: readonly Mark[] } | null
}

interface AnchorMeta {
  created?: readonly CreatedAnchor[]
  open?: AnchorMemory['open']
  /** Last words of anchors whose mark is taken off what is left of them. */
  lastWords?: ReadonlyMap<string, string>
}

export const anchorMemory = new PluginKey<AnchorMemory>('anchors')

/** Marks a transaction as the birth of records, so that their marks are not taken for copies. */
export function declareCreated(transaction: Transaction, created: readonly CreatedAnchor[]): Transaction {
  return transaction.setMeta(anchorMemory, { created } satisfies AnchorMeta)
}

/** A short text comes back to its claim only where it stood; a longer one wherever the same words return. */
const wordsKnownAnywhere = 3

/** A sentence has ended: what is typed after it is no longer the replacement of what was deleted. */
const sentenceEnd = /[.!?…。！？]["'”’»)\]]*$/u

function isRemote(transaction: Transaction): boolean {
  return transaction.getMeta('rebased') !== undefined
}

function remember(
  transaction: Transaction,
  memory: AnchorMemory,
  before: EditorState,
  after: EditorState,
): AnchorMemory {
  const meta = transaction.getMeta(anchorMemory) as AnchorMeta | undefined
  let { created, gone, wholes, open } = memory
  if (meta?.created?.length)
    created = new Map([...created, ...meta.created.map((one) => [one.id, one] as const)])
  if (transaction.docChanged) {
    // News of the desk take this window's own steps back and do them again: they are one edit.
    const passage = isRemote(transaction)
      ? { documents: [before.doc, after.doc], isEdit: [true] }
      : passageOf([...transaction.docs, transaction.doc], transaction.steps)
    wholes = followWholes(wholes, passage, transaction.time)
    const moved = new Map<string, Gone>()
    for (const [id, one] of gone) moved.set(id, { ...one, at: transaction.mapping.map(one.at) })
    for (const id of touchedAnchors(before.doc, after.doc)) {
      const span = anchorSpan(before.doc, id)
      if (hasAnchor(after.doc, id)) moved.delete(id)
      else if (span) {
        const at = transaction.mapping.map(span.from, 1)
        const left = after.doc.textBetween(at, Math.max(at, transaction.mapping.map(span.to, -1)))
        const mark = marksIn(before.doc, span.from, span.to).get(id)?.mark
        if (!mark) continue
        moved.set(id, {
          mark,
          words: wholes.get(id)?.words ?? meta?.lastWords?.get(id) ?? anchorWords(before.doc, id) ?? '',
          text: before.doc.textBetween(span.from, span.to, '\n'),
          at,
          isUntagged: left.trim() !== '',
        })
      }
    }
    gone = moved
    if (open) open = { marks: open.marks, at: transaction.mapping.map(open.at, 1) }
  }
  if (meta && 'open' in meta) open = meta.open ?? null
  else if (open && transaction.selectionSet && !transaction.docChanged && after.selection.head !== open.at) {
    open = null
  }
  if (!transaction.docChanged && created === memory.created && open === memory.open) return memory
  return { created, gone, wholes, open }
}

/** Puts anchors on the words that took the place of theirs. Returns the gaps left open for what is typed next. */
function followReplacements(
  result: Transaction,
  state: EditorState,
  before: Node,
  ranges: readonly ChangedRange[],
  moved: ReadonlySet<string>,
): AnchorMemory['open'] {
  let open: AnchorMemory['open'] = null
  const leaveOpen = (at: number, mark: Mark): void => {
    // Between blocks nothing is typed: a footnote that went with its reference leaves no gap behind.
    if (!state.doc.resolve(at).parent.isTextblock) return
    open = { at, marks: open?.at === at ? mark.addToSet([...open.marks]) : [mark] }
  }
  for (const range of ranges) {
    const lost = marksIn(before, range.fromA, range.toA)
    if (lost.size === 0) continue
    const arrived = marksIn(state.doc, range.fromB, range.toB)
    const after = mappedText(state.doc, 'both', { from: range.fromB, to: range.toB })
    const old = mappedText(before, 'both', { from: range.fromA, to: range.toA })
    for (const [id, part] of lost) {
      if (moved.has(id)) continue
      const rest = survivors(state.doc, id, ranges)
      const goesOnLeft = rest !== null && rest.from < range.fromB
      const goesOnRight = rest !== null && rest.to > range.toB
      if (goesOnLeft && goesOnRight) continue
      if (arrived.has(id)) continue
      if (after.text === '') {
        leaveOpen(range.fromB, part.mark)
        continue
      }
      const successor = successorOf(old.text, after.text, {
        from: goesOnLeft ? 0 : offsetOf(old, part.from),
        to: goesOnRight ? old.text.length : offsetOf(old, part.to - 1) + 1,
      })
      if (!successor) continue
      const from = after.positions[successor.from]
      const last = after.positions[successor.to - 1]
      if (from === undefined || last === undefined) continue
      result.addMark(from, last + 1, part.mark)
      if (last + 1 === range.toB && !goesOnRight) leaveOpen(range.toB, part.mark)
    }
  }
  return open
}

function offsetOf(text: MappedText, position: number): number {
  const at = text.positions.findIndex((known) => known >= position)
  return at < 0 ? text.text.length : at
}

/** What is left of an anchor when all its words are gone, such as the space between two of them, is no claim. */
function clearBlanks(result: Transaction, before: Node): { lastWords: Map<string, string>; marks: Mark[] } {
  const lastWords = new Map<string, string>()
  const marks: Mark[] = []
  for (const id of touchedAnchors(before, result.doc)) {
    const span = anchorSpan(result.doc, id)
    if (!span || anchorWords(result.doc, id) !== '') continue
    for (const { mark } of marksIn(result.doc, span.from, span.to).values()) {
      if (anchorId(mark) !== id) continue
      result.removeMark(span.from, span.to, mark)
      marks.push(mark)
    }
    lastWords.set(id, anchorWords(before, id) ?? '')
  }
  return { lastWords, marks }
}

/** Typing on in a gap that a deletion or a replacement left: backspace and retype is one edit. */
function fillOpenGap(
  result: Transaction,
  state: EditorState,
  before: EditorState,
  ranges: readonly ChangedRange[],
): AnchorMemory['open'] {
  const left = (anchorMemory.getState(before) as AnchorMemory).open
  const range = ranges[0]
  if (!left || !range || ranges.length !== 1) return null
  // Meanwhile another window may have put the record elsewhere: then nothing here takes its words' place.
  const gap = {
    at: left.at,
    marks: left.marks.filter((mark) => {
      const span = anchorSpan(before.doc, anchorId(mark))
      return !span || (span.from <= left.at && span.to >= left.at)
    }),
  }
  if (gap.marks.length === 0) return null
  if (range.toA > range.fromA) {
    const text = before.doc.textBetween(range.fromA, range.toA, '\n')
    const touches = range.fromA <= gap.at && range.toA >= gap.at
    return touches && range.fromB === range.toB && text !== '' ? { at: range.fromB, marks: gap.marks } : null
  }
  if (range.fromA !== gap.at) return null
  const text = mappedText(state.doc, 'both', { from: range.fromB, to: range.toB })
  if (text.text === '' || text.text.length !== range.toB - range.fromB) return null
  const $gap = before.doc.resolve(gap.at)
  if (/^\s/u.test(text.text) && sentenceEnd.test($gap.parent.textBetween(0, $gap.parentOffset))) return null
  for (const mark of gap.marks) result.addMark(range.fromB, range.toB, mark)
  return { at: range.toB, marks: gap.marks }
}

/** Where `words` stand as whole words so that the stretch from `reach.from` to `reach.to` touches them; or -1. */
function findWords(text: string, words: string, reach: { from: number; to: number }): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    if (end <= reach.from || at >= reach.to) continue
    const around = [...text.slice(Math.max(0, at - 2), at)]
    const characters = [...around, ...text.slice(at, end), ...text.slice(end, end + 3)]
    const from = around.length
    const to = from + [...text.slice(at, end)].length
    if (!insideWord(characters, from) && !insideWord(characters, to)) return at
  }
  return -1
}

/** The very same words came back: the record that stood on them returns. */
function bringBack(
  result: Transaction,
  state: EditorState,
  ranges: readonly ChangedRange[],
  host: AnchorHost,
): void {
  const { gone } = anchorMemory.getState(state) as AnchorMemory
  const absent = new Map<string, { mark?: Mark; markName?: string; words: string; at: number | null }>()
  for (const { id, words, markName } of host.removed()) {
    absent.set(id, { words, at: null, ...(markName === undefined ? {} : { markName }) })
  }
  for (const [id, one] of gone) {
    if (one.isUntagged) absent.delete(id)
    else absent.set(id, one)
  }
  if (absent.size === 0) return
  for (const range of ranges) {
    const $from = result.doc.resolve(range.fromB)
    const $to = result.doc.resolve(range.toB)
    const from = $from.parent.isTextblock ? $from.start() : range.fromB
    const to = $to.parent.isTextblock ? $to.end() : range.toB
    const block = mappedText(result.doc, 'both', { from, to })
    const inserted = { from: offsetOf(block, range.fromB), to: offsetOf(block, range.toB) }
    if (inserted.to <= inserted.from) continue
    for (const [id, { mark, markName, words, at }] of absent) {
      // There may be many that left the text, and few whose words are here: that is asked first.
      if (words === '' || !block.text.includes(words) || hasAnchor(result.doc, id)) continue
      const isAtHome = at !== null && at >= from && at <= to
      if (!isAtHome && (words.match(/\S+/gu)?.length ?? 0) < wordsKnownAnywhere) continue
      // A space typed after the last letter is what makes it a whole word again.
      const reach = isAtHome ? { from: inserted.from - 1, to: inserted.to + 1 } : inserted
      const found = findWords(block.text, words, reach)
      const start = block.positions[found]
      const last = block.positions[found + words.length - 1]
      if (found < 0 || start === undefined || last === undefined) continue
      result.addMark(start, last + 1, mark ?? state.schema.mark(markName ?? 'claim', { id }))
    }
  }
}

/**
 * Keeps anchors on their words through every edit made in this window; what others did has been followed where
 * they did it. The rules:
 *
 * - words that replace an anchor's words carry it, also when they are typed letter by letter after a deletion;
 * - what is typed at its outer edge does not, unless that very edit took words of the anchor there;
 * - marks that arrive while their record still stands elsewhere become a record of their own, named in
 *   {@link AnchorMemory.created} with what they were copied from;
 * - a record that stands in two places because two windows put it somewhere at the same moment stays with who was
 *   first, and is a copy with the other;
 * - a record whose words were deleted returns with undo (the marks come back by themselves) or when the very
 *   same words come back: at its old place always, elsewhere from three words on.
 */
export function followAnchors(host: AnchorHost): Plugin<AnchorMemory> {
  return new Plugin<AnchorMemory>({
    key: anchorMemory,
    state: {
      init: () => ({ created: new Map(), gone: new Map(), wholes: new Map(), open: null }),
      apply: remember,
    },
    appendTransaction(transactions, before, after) {
      const edits = transactions.filter((transaction) => transaction.docChanged)
      const news = edits.find(isRemote)
      if (news) {
        const result = after.tr
        const doubles = edits.length === 1 ? settleDoubles(result, news, host) : []
        return doubles.length > 0 ? declareCreated(result, doubles) : null
      }
      if (edits.length === 0) return null
      const isHistory = edits.some(
        (edit) =>
          isHistoryTransaction(edit) || isHistoryTransaction(edit.getMeta('appendedTransaction') ?? edit),
      )
      const ranges = changedRanges(edits)
      const result = after.tr
      const hadGap = (anchorMemory.getState(before) as AnchorMemory).open !== null
      if (isHistory) {
        const created = edits.length === 1 && edits[0] ? settleReturns(result, edits[0], host) : []
        if (!hadGap && created.length === 0) return null
        return result.setMeta(anchorMemory, { open: null, created } satisfies AnchorMeta)
      }
      // Marks alone: tagging and untagging, nothing to follow.
      if (ranges.length === 0) return null
      const memory = anchorMemory.getState(after) as AnchorMemory
      const { moved, created } = settleArrivals(result, after, before.doc, ranges, memory, host)
      const left = followReplacements(result, after, before.doc, ranges, moved)
      const gap = fillOpenGap(result, after, before, ranges)
      let open =
        gap && left && gap.at === left.at
          ? {
              at: gap.at,
              marks: left.marks.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), gap.marks),
            }
          : (left ?? gap)
      bringBack(result, after, ranges, host)
      const { lastWords, marks } = clearBlanks(result, before.doc)
      if (marks.length > 0 && !open) open = { at: after.selection.head, marks }
      const meta: AnchorMeta = { created, open, lastWords }
      if (!result.docChanged && !hadGap && !open) return null
      // Adding marks must not close the typing run or leave stored marks behind.
      return result.setStoredMarks(after.storedMarks).setMeta(anchorMemory, meta)
    },
  })
}
