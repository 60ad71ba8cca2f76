import type { Mark, Node } from 'prosemirror-model'

/**
 * How suggested changes are seen: as if all were accepted, as if all were rejected, or both at once. A mark
 * whose spec says `suggestion: 'insertion' | 'deletion'` is one; the schema has none yet, and every reader of
 * words goes through here so that it need not change on the day it has.
 */
export type TextView = 'accepted' | 'rejected' | 'both'

/** Stands between two blocks of text. */
export const blockBreak = '\n'

function isSeen(marks: readonly Mark[], view: TextView): boolean {
  if (view === 'both') return true
  const hidden = view === 'accepted' ? 'deletion' : 'insertion'
  return !marks.some((mark) => mark.type.spec.suggestion === hidden)
}

/** A stretch of seen text and where it stands: character `i` of `text` is at document position `from + i`. */
export interface TextRun {
  readonly text: string
  readonly from: number
}

/**
 * The seen text between two positions, as one list of runs a text block, in order; blocks that hold no seen
 * text are empty lists. Positions are those of `document`.
 */
export function textRuns(document: Node, from: number, to: number, view: TextView): TextRun[][] {
  const blocks: TextRun[][] = document.isTextblock ? [[]] : []
  document.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock) blocks.push([])
    if (!node.isText || !isSeen(node.marks, view)) return
    const start = Math.max(from, position)
    const end = Math.min(to, position + node.nodeSize)
    if (end <= start) return
    blocks.at(-1)?.push({ text: (node.text ?? '').slice(start - position, end - position), from: start })
  })
  return blocks
}

/**
 * The words of a story, or of a part of it: for counts, claims, search and export alike. Blocks are set apart
 * by {@link blockBreak}; blocks without words take no room.
 */
export function textOf(
  document: Node,
  view: TextView,
  range: { from: number; to: number } = { from: 0, to: document.content.size },
): string {
  return textRuns(document, range.from, range.to, view)
    .map((runs) => runs.map((run) => run.text).join(''))
    .filter((text) => text !== '')
    .join(blockBreak)
}

/** Text with a way back: `positions[i]` is the document position of `text[i]`. */
export interface MappedText {
  readonly text: string
  readonly positions: readonly number[]
}

/** As {@link textOf}, with the position of every character; a block break has that of the block's end. */
export function mappedText(document: Node, view: TextView, range: { from: number; to: number }): MappedText {
  let text = ''
  const positions: number[] = []
  for (const runs of textRuns(document, range.from, range.to, view)) {
    if (runs.length === 0) continue
    if (text !== '') {
      text += blockBreak
      positions.push(must(positions.at(-1)) + 1)
    }
    for (const run of runs) {
      for (let i = 0; i < run.text.length; i++) positions.push(run.from + i)
      text += run.text
    }
  }
  return { text, positions }
}

function must(value: number | undefined): number {
  return value ?? 0
}

/** How many words a text has, by white space, as newsrooms count. */
export function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0
}
