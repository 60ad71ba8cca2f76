import { diffArrays } from 'diff'
import type { Node } from 'prosemirror-model'
import { EditorState, type Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import { type AnchorHost, anchorMemory, type CreatedAnchor, followAnchors } from './follow.ts'
import { pairFootnotes } from './pairing.ts'
import { blockBreak, mappedText } from './text.ts'

/** One stretch of a text and what takes its place. */
export interface Hunk {
  readonly from: number
  readonly to: number
  readonly text: string
}

function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_█]+|[^\S\n]+|[^\p{L}\p{M}\p{N}_█]/gu) ?? []
}

const hasWord = /[\p{L}\p{N}\n]/u

/**
 * What turns one text into another, by words: stretches in order that do not touch. Words between which only space
 * or punctuation stays are replaced together, as somebody would retype them.
 */
export function hunksOf(before: string, after: string): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let kept = ''
  let isOpen = false
  for (const { added, removed, value } of diffArrays(tokens(before), tokens(after))) {
    const text = value.join('')
    if (!added && !removed) {
      at += text.length
      kept = text
      isOpen = false
      continue
    }
    const last = hunks.at(-1)
    const joins = last !== undefined && (isOpen || !hasWord.test(kept))
    const lead = joins && !isOpen ? kept : ''
    const start = joins ? last.from : at
    const end = removed ? at + text.length : at
    const now = { from: start, to: end, text: (joins ? last.text + lead : '') + (added ? text : '') }
    if (joins) hunks[hunks.length - 1] = now
    else hunks.push(now)
    at = end
    isOpen = true
  }
  return hunks.map((hunk) => withoutSharedEdges(before, hunk))
}

/** Space that both begin or end with is not replaced: what stood beside it stays beside it. */
function withoutSharedEdges(before: string, { from, to, text }: Hunk): Hunk {
  let [head, tail] = [0, 0]
  const isShared = (old: string | undefined, now: string | undefined) =>
    old === now && /^\s$/u.test(now ?? '')
  const room = () => Math.min(to - from, text.length) - head - tail
  while (room() > 0 && isShared(before[from + head], text[head])) head++
  while (room() > 0 && isShared(before[to - 1 - tail], text[text.length - 1 - tail])) tail++
  return { from: from + head, to: to - tail, text: text.slice(head, text.length - tail) }
}

/** Stretches of positions without a gap: between two of them stands something that is no text. */
function runsOf(positions: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const position of positions) {
    const last = runs.at(-1)
    if (last && last.to === position) runs[runs.length - 1] = { from: last.from, to: position + 1 }
    else runs.push({ from: position, to: position + 1 })
  }
  return runs
}

/**
 * Makes the text of a range read `words`, touching only the words that differ, so that what stays keeps its marks.
 * Footnotes and the like within the range stay.
 *
 * @returns false where `words` have other paragraphs than the range; nothing was changed then
 */
export function rewriteRange(
  transaction: Transaction,
  range: { from: number; to: number },
  words: string,
): boolean {
  const { text, positions } = mappedText(transaction.doc, 'accepted', range)
  const hunks = hunksOf(text, words)
  const breaksBlocks = (hunk: Hunk) =>
    hunk.text.includes(blockBreak) || text.slice(hunk.from, hunk.to).includes(blockBreak)
  // All of several paragraphs can go; anything else keeps them apart.
  if (words !== '' && hunks.some(breaksBlocks)) return false
  for (const hunk of hunks.toReversed()) {
    const [first, ...others] = runsOf(
      positions.slice(hunk.from, hunk.to).filter((_, index) => text[hunk.from + index] !== blockBreak),
    )
    for (const run of others.toReversed()) transaction.delete(run.from, run.to)
    if (first && hunk.text === '') transaction.delete(first.from, first.to)
    else if (first) transaction.insertText(hunk.text, first.from, first.to)
    else transaction.insertText(hunk.text, placeIn(range, text, positions, hunk.from))
  }
  return true
}

/** Behind the character before an offset, or at the start of its paragraph. */
function placeIn(
  range: { from: number; to: number },
  text: string,
  positions: readonly number[],
  offset: number,
): number {
  const before = positions[offset - 1]
  if (before !== undefined && text[offset - 1] !== blockBreak) return before + 1
  return positions[offset] ?? range.to
}

/** An edit made without a window, ready to be written. */
export interface MadeEdit {
  readonly document: Node
  readonly steps: readonly Step[]
  /** Records that the edit brings into being. */
  readonly created: readonly CreatedAnchor[]
  /** Where a range of the document before lies now, with what was put in at its edges. */
  map(range: { from: number; to: number }): { from: number; to: number }
}

/**
 * Does an edit as a window would: claims follow their words, and footnotes their references.
 *
 * @param edits done one after the other, each on what the ones before it made; null where one cannot be done
 */
export function makeEdit(
  document: Node,
  host: AnchorHost,
  edits: readonly ((transaction: Transaction, map: MadeEdit['map']) => boolean)[],
): MadeEdit | null {
  let state = EditorState.create({
    doc: document,
    plugins: [followAnchors(host), pairFootnotes({ newId: host.newId })],
  })
  const done: Transaction[] = []
  const map: MadeEdit['map'] = ({ from, to }) => ({
    from: done.reduce((position, one) => one.mapping.map(position, -1), from),
    to: done.reduce((position, one) => one.mapping.map(position, 1), to),
  })
  for (const edit of edits) {
    const transaction = state.tr
    if (!edit(transaction, map)) return null
    const applied = state.applyTransaction(transaction)
    state = applied.state
    done.push(...applied.transactions)
  }
  return {
    document: state.doc,
    steps: done.flatMap((one) => one.steps),
    created: [...(anchorMemory.getState(state)?.created.values() ?? [])],
    map,
  }
}
